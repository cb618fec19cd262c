"""`yinfeng backup`: the whole workspace in one file, while it is in use."""

import os
from functools import partial
from pathlib import Path

import click

from yinfeng.cli.group import FINE, Command
from yinfeng.cli.progress import Progress

_HELP = """把整个工作台（数据库、材料原件、密钥）备份成一个文件，备份时照常使用。

\b
每天凌晨自动备份一次，放在数据文件夹的 backups 里（可用 YINFENG_BACKUPS 改），留最近14份。
备份里有密钥和全部材料，请放在别的机器上妥善保管。SQLite 与 PostgreSQL 的备份可以互相恢复。

\b
例子：
  yinfeng backup 备份/周五.zip --data 数据/

退出码：0 正常，2 用法不对。
"""


@click.command("backup", cls=Command, help=_HELP)
@click.argument("file", metavar="文件", type=click.Path(path_type=Path, dir_okay=False))
@click.option(
    "--data", metavar="文件夹", type=click.Path(path_type=Path, file_okay=False), help="数据文件夹"
)
def command(file: Path, data: Path | None) -> int:
    """Save the house."""
    if data is not None:
        os.environ["YINFENG_DATA"] = str(data.resolve())
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "yinfeng.web.settings")
    import django

    django.setup()

    from yinfeng.web.backup.saving import save

    progress = Progress()
    saved = save(file, partial(progress.count, "正在备份"))
    progress.over()
    click.echo(str(saved))
    return FINE
