"""`yinfeng manage …`: the commands of the workspace itself, audit and store among them."""

import os
from collections.abc import Mapping

import click

from yinfeng.cli.group import FINE, USAGE, Command

_HELP = """管理工作台：后面跟管理命令。数据在 YINFENG_DATA 指的文件夹里，与 serve 相同。

\b
例子：
  yinfeng manage audit verify          核验操作记录，有改动、缺失、换序都会指出
  yinfeng manage store verify          核对每一处出处与原文、每个文件与入库时相同
  yinfeng manage store reread          程序升级后重读旧材料，人工核实的结果不变
  yinfeng manage help                  列出有哪些管理命令
  yinfeng manage migrate               升级数据库结构（serve 启动时自动做）

退出码：0 正常，1 查出问题，2 用法不对。
"""


@click.command(
    "manage",
    cls=Command,
    help=_HELP,
    context_settings={"ignore_unknown_options": True, "allow_interspersed_args": False},
)
@click.argument("arguments", metavar="命令…", nargs=-1, required=True, type=click.UNPROCESSED)
def command(arguments: tuple[str, ...]) -> int:
    """Run one of Django's own commands or of the workspace's."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "yinfeng.web.settings")
    import django
    from django.core.management import get_commands

    django.setup()
    from yinfeng.cli.managing import carry_out

    name, *rest = arguments
    if name == "version":
        click.echo(django.get_version())
        return FINE
    if name == "help":
        name, rest = (rest[0], ["--help"]) if rest else ("", [])
    if not name:
        click.echo(_listed())
        return FINE
    if name not in get_commands():
        own = "、".join(_own())
        raise click.UsageError(
            f"没有“{name}”这条管理命令。本系统的管理命令有 {own}；加 --help 看例子。"
        )
    try:
        carry_out(name, rest)
    except SystemExit as left:
        return left.code if isinstance(left.code, int) else USAGE
    return FINE


def _own() -> Mapping[str, str]:
    from yinfeng.cli.managing import own_commands

    return own_commands()


def _listed() -> str:
    from yinfeng.cli.managing import DJANGO

    lines = ["本系统的管理命令："]
    lines += [f"  {name:<20}{says}" for name, says in _own().items()]
    lines += ["Django 自带、有时用得着的："]
    lines += [f"  {name:<20}{says}" for name, says in DJANGO.items()]
    return "\n".join([*lines, "每条命令加 --help 看说明。"])
