"""`yinfeng manage …`: the commands of the workspace itself, audit and store among them."""

import os

import click

from yinfeng.cli.group import FINE, USAGE, Command

# What Django answers itself, without a command of that name.
_BUILT_IN = ("help", "version")

_HELP = """管理工作台：后面跟管理命令。数据在 YINFENG_DATA 指的文件夹里，与 serve 相同。

\b
例子：
  yinfeng manage audit verify          核验操作记录，有改动、缺失、换序都会指出
  yinfeng manage store verify          核对每一处出处与原文、每个文件与入库时相同
  yinfeng manage store reread          程序升级后重读旧材料，人工核实的结果不变
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
    from django.core.management import execute_from_command_line, get_commands

    django.setup()
    known = get_commands()
    if arguments[0] not in {*known, *_BUILT_IN} and not arguments[0].startswith("-"):
        own = "、".join(sorted(name for name, app in known.items() if app.startswith("yinfeng.")))
        raise click.UsageError(
            f"没有“{arguments[0]}”这条管理命令。本系统的管理命令有 {own}；加 --help 看例子。"
        )
    try:
        execute_from_command_line(["yinfeng manage", *arguments])
    except SystemExit as left:
        if left.code == USAGE:
            click.echo("用法不对。请照 yinfeng manage --help 里的例子写。", err=True)
        return left.code if isinstance(left.code, int) else USAGE
    return FINE
