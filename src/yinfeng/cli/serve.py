"""`yinfeng serve`: the workspace in the browser."""

import gc
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import click

from yinfeng.cli.group import FINE, Command

_KILL_AFTER = 10
_YOUNG = 50_000
_PAUSE = 2.0
_WORK = "from yinfeng.cli import main; main()"
# Each thread holds a connection to the database.
_THREADS = 4
_HELP = """启动工作台，用浏览器打开打印出来的地址。第一次启动会建好数据库，并打印一次性密码。

\b
数据（数据库、材料原件、密钥）都在一个文件夹里：--data，或环境变量 YINFENG_DATA。
要用 PostgreSQL，设 DATABASE_URL=postgres://用户:密码@主机/库名。
读取材料等后台任务由随同启动的后台程序完成；要另外单独运行 yinfeng work 的，加 --no-work。
只在本机打开不用任何选项；给全单位用，写明监听地址和浏览器里用的名称。

\b
例子：
  yinfeng serve --office 云泽镇
  yinfeng serve --docs 材料/              第一次启动就把材料读进来
  yinfeng serve --address 0.0.0.0 --host 10.1.2.3 --office 云泽镇 --data 数据/

退出码：0 正常，2 用法不对。
"""


@click.command("serve", cls=Command, help=_HELP)
@click.option("--address", metavar="地址", default="127.0.0.1", help="监听地址，不写则只限本机")
@click.option("--port", metavar="端口", type=click.IntRange(1, 65535), default=8080, help="端口")
@click.option("--host", "hosts", metavar="名称", multiple=True, help="浏览器里用的主机名或 IP")
@click.option("--office", metavar="单位", default="本单位", help="第一次启动时建的单位")
@click.option(
    "--docs",
    metavar="路径",
    type=click.Path(path_type=Path, exists=True),
    help="第一次启动时读入的材料；单位从材料中判断",
)
@click.option("--workers", metavar="个数", type=click.IntRange(1), default=2, help="进程数")
@click.option("--no-work", is_flag=True, help="不随同启动后台程序")
@click.option(
    "--data", metavar="文件夹", type=click.Path(path_type=Path, file_okay=False), help="数据文件夹"
)
def command(
    address: str,
    port: int,
    hosts: tuple[str, ...],
    office: str,
    docs: Path | None,
    workers: int,
    no_work: bool,
    data: Path | None,
) -> int:
    """Bring the database up to date and serve until told to stop."""
    if data is not None:
        os.environ["YINFENG_DATA"] = str(data.resolve())
    names = [name for name in os.environ.get("YINFENG_HOSTS", "").split(",") if name]
    os.environ["YINFENG_HOSTS"] = ",".join([*names, *hosts])
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "yinfeng.web.settings")
    _ask_for(address, port)
    _prepare(office, docs)
    click.echo(f"工作台：http://{(*hosts, address)[0]}:{port}/ （按 Ctrl-C 停止）")
    if no_work:
        _serve(address, port, workers)
    else:
        with _worker_beside():
            _serve(address, port, workers)
    return FINE


def _ask_for(address: str, port: int) -> None:
    """Refuse in a sentence a door that another program stands in."""
    from yinfeng.web.address import is_free

    if not is_free(address, port):
        says = f"不能在 {address}:{port} 打开工作台，端口可能已被占用。请用 --port 换一个端口。"
        raise click.UsageError(says)


def _prepare(office: str, docs: Path | None) -> None:
    import django
    from django.db import connections
    from django.urls import get_resolver

    django.setup()
    from yinfeng.web.tables import bring_up_to_date

    bring_up_to_date()
    _open(office, docs)
    # Every desk is loaded once, here: the first page of each worker would wait seconds for it.
    assert get_resolver().url_patterns
    # The workers are forked from here and must not share a connection.
    connections.close_all()
    _settle()


def _settle() -> None:
    """What is loaded by now stays: the collector of each worker passes over it.

    A page makes tens of thousands of short-lived objects; at the interpreter's own threshold every
    few pages would look through all code and templates again.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(_YOUNG)


def _open(office: str, docs: Path | None) -> None:
    """The first start: bodies and people, and the papers that it was given.

    The passwords are shown before the papers are taken in: whatever stops that, they are known,
    and the next start with the same papers goes on.
    """
    from yinfeng.web import opening
    from yinfeng.web.people.models import User
    from yinfeng.web.store.models import Upload

    if User.objects.exists() and (docs is None or Upload.objects.exists()):
        return
    survey = opening.surveyed(docs, _note) if docs else opening.Survey((), {})
    passwords = opening.found_for(survey, office, today=date.today())
    if passwords:
        click.echo("第一次启动。以下一次性密码只显示这一次，登录后须换成自己的：")
    for username, password in passwords.items():
        click.echo(f"  {username:<10} {password}")
    if docs:
        for sentence in opening.first_day(docs, survey, today=date.today()):
            click.echo(sentence, err=True)


def _note(name: str) -> None:
    click.echo(f"读取 {name}", err=True)


@contextmanager
def _worker_beside() -> Iterator[None]:
    """A worker that runs as long as this process does, and is started again when it dies."""
    over = threading.Event()
    started = [_worker()]

    def watch() -> None:
        while not over.is_set():
            started[0].wait()
            if not over.wait(_PAUSE):
                started[0] = _worker()

    threading.Thread(target=watch, daemon=True).start()
    try:
        yield
    finally:
        over.set()
        started[0].terminate()
        started[0].wait()


def _worker() -> "subprocess.Popen[bytes]":
    # A process of its own: the server forks, and a worker must outlive none of its connections.
    return subprocess.Popen(  # noqa: S603
        [sys.executable, "-c", _WORK, "work", "--beside", str(os.getpid())]
    )


def _serve(address: str, port: int, workers: int) -> None:
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    # Without a limit, a worker that is told to stop while it starts hangs for ever.
    Granian(
        "yinfeng.web.wsgi:application",
        address=address,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        workers_kill_timeout=_KILL_AFTER,
        blocking_threads=_THREADS,
        backpressure=_THREADS * 8,
        log_level=LogLevels.warning,
    ).serve()
