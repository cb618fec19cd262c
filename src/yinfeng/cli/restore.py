"""`yinfeng restore`: an empty workspace filled from a backup."""

import os
from functools import partial
from pathlib import Path

import click

from yinfeng.cli.group import FINE, Command
from yinfeng.cli.progress import Progress

_FOUND = 1
_HELP = """用备份恢复一个空的工作台：先核对每个文件的校验值，再写入，最后核验事件链。

\b
例子：
  yinfeng restore 备份/周五.zip --data 新数据/
  yinfeng restore 备份/周五.zip --check       只核对备份是否完好，不恢复

退出码：0 正常，1 备份损坏或不能恢复，2 用法不对。
"""


@click.command("restore", cls=Command, help=_HELP)
@click.argument("file", metavar="文件", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--check", "only_check", is_flag=True, help="只核对，不恢复")
@click.option(
    "--data", metavar="文件夹", type=click.Path(path_type=Path, file_okay=False), help="数据文件夹"
)
def command(file: Path, only_check: bool, data: Path | None) -> int:
    """Check the archive, and fill an empty house from it."""
    if data is not None:
        os.environ["YINFENG_DATA"] = str(data.resolve())
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "yinfeng.web.settings")
    import django

    django.setup()

    from yinfeng.web.backup.restoring import check, restore
    from yinfeng.web.shell.refusals import Refused

    progress = Progress()
    checking = partial(progress.count, "正在核对")
    filling = partial(progress.count, "核对无误，正在恢复数据")
    try:
        says = check(file, checking) if only_check else str(restore(file, checking, filling))
    except Refused as refusal:
        progress.over()
        click.echo(str(refusal), err=True)
        return _FOUND
    progress.over()
    click.echo(says)
    return FINE
