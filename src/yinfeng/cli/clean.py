"""`yinfeng clean FILE`: the restored text of a document, and what was mended in it."""

from collections.abc import Iterator
from pathlib import Path

import click

from yinfeng.cli.arguments import existing
from yinfeng.cli.arrivals import Readings
from yinfeng.cli.group import FINE, PROBLEMS, Command
from yinfeng.reading import Reading
from yinfeng.reports.sections.papers import arrival_of, damage_words

_HELP = """修复一份材料的文字，把复原后的正文写到标准输出。

去掉夹在字里的拼音，繁体转简体，修复错位的字节，接回折断的行；拿不准的地方只标明，不猜。
原文件不动。

\b
例子：
  yinfeng clean 来稿.txt
  yinfeng clean 来稿.html --report          在标准错误上列出修了什么、哪里拿不准
  cat 来稿.txt | yinfeng clean - > 复原.txt

退出码：0 正常，1 文件读不了，2 用法不对。
"""


@click.command("clean", cls=Command, help=_HELP)
@click.argument("file", metavar="文件", callback=existing, type=click.Path(path_type=Path))
@click.option("--report", is_flag=True, help="把修复报告写到标准错误")
def command(file: Path, report: bool) -> int:
    """Write the restored text of *file*."""
    readings = Readings([file])
    for reading in readings:
        click.echo(reading.text.clean.rstrip("\n"))
        if report:
            click.echo("\n".join(_report(reading)), err=True)
    return PROBLEMS if readings.has_problems else FINE


def _report(reading: Reading) -> Iterator[str]:
    document, text = reading.document, reading.text
    says = "；".join(damage_words(arrival_of(document, text.damage, 0))) or "完好，没有改动"
    yield f"{document.name}（{document.encoding or document.media}）：{says}"
    for repair in text.damage.repairs:
        old = " ".join(document.source[repair.start : repair.end].split())
        new = f"改为“{repair.words}”" if repair.words else "略去"
        yield f"  {document.place(repair.start)} “{old}”{new}"
    for span in text.damage.unsure:
        place = document.place(text.evidence(span).start)
        yield f"  {place} 拿不准：“{text.says(span)}”"
