"""`yinfeng work`: the worker of the workspace, for a machine or a service of its own."""

import os
from pathlib import Path

import click

from yinfeng.cli.group import FINE, Command
from yinfeng.cli.progress import Progress

_HELP = """运行工作台的后台任务：读取材料、成批导入、生成报告、发送通知、夜间备份和各项定时任务。

\b
yinfeng serve 已自带一个，一般不用另开。材料很多、要多开几个，或想与网页服务分开时，
用 serve --no-work 启动网页，再单独运行这条命令。同时运行几个也不会把一项任务做两遍，
随时可以停：没做完的下次接着做。

\b
例子：
  yinfeng work --processes 2 --data 数据/
  yinfeng work --once                   做完眼下该做的就退出

退出码：0 正常，2 用法不对。
"""


@click.command("work", cls=Command, help=_HELP)
@click.option("--processes", metavar="个数", type=click.IntRange(1), default=1, help="同时做几项")
@click.option("--once", is_flag=True, help="做完眼下该做的就退出，不等定时任务")
@click.option("--beside", metavar="进程号", type=int, hidden=True)
@click.option(
    "--data", metavar="文件夹", type=click.Path(path_type=Path, file_okay=False), help="数据文件夹"
)
def command(processes: int, once: bool, beside: int | None, data: Path | None) -> int:
    """Do what waits in the queue until told to stop."""
    if data is not None:
        os.environ["YINFENG_DATA"] = str(data.resolve())
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "yinfeng.web.settings")
    import django

    django.setup()

    from yinfeng.web.work.health import titled
    from yinfeng.web.work.worker import watch, work_off

    progress = Progress()
    if once:
        done = work_off(lambda task: progress.say(f"正在{titled(task)}"))
        progress.over()
        click.echo(f"完成{done}项任务。")
    else:
        # Beside a server the line is the server's own.
        shows = progress.shows and beside is None
        watch(processes, parent=beside, tell=progress.say if shows else None)
        progress.over()
    return FINE
