"""`yinfeng read PATH...`: the facts of documents, a line each, as they are read."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

import click

from yinfeng.cli.arguments import PATHS, existing, writable
from yinfeng.cli.arrivals import Readings
from yinfeng.cli.columns import in_columns
from yinfeng.cli.group import FINE, PROBLEMS, Command
from yinfeng.judgement.stages import STAGES
from yinfeng.reading import Reading
from yinfeng.reports import wording
from yinfeng.reports.sections.moves import ENGAGEMENTS
from yinfeng.values import Fact, Period, Person, Quantity
from yinfeng.values.form import line, told_fields

_HELP = """把文件或文件夹读成事实，一行一条。

\b
jsonl 每行一个 JSON，字段按“事实格式”；加 --proof 另附每个字段在原文中的起止位置和原话，
source[start:end] 与原话逐字相同。table 给人看。

\b
例子：
  yinfeng read 材料/ --out 事实.jsonl
  yinfeng read 简报.docx 通讯.pdf --format table
  yinfeng read 材料/ --proof | grep '"kind": "project"'
  cat 群聊.txt | yinfeng read - --format table

退出码：0 正常，1 有材料读不了（其余照读），2 用法不对。
"""


@click.command("read", cls=Command, help=_HELP)
@click.argument(
    "paths",
    metavar=PATHS,
    nargs=-1,
    required=True,
    callback=existing,
    type=click.Path(path_type=Path),
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["jsonl", "table"]),
    default="jsonl",
    help="输出格式，不写则为 jsonl",
)
@click.option("--proof", is_flag=True, help="jsonl 中附每个字段的出处（source、evidence）")
@click.option(
    "--out",
    metavar="文件",
    callback=writable,
    type=click.Path(path_type=Path),
    help="写到文件；不写则到标准输出",
)
def command(paths: tuple[Path, ...], form: str, proof: bool, out: Path | None) -> int:
    """Write the facts below *paths*."""
    readings = Readings(paths)
    with _output(out) as stream:
        for reading in readings:
            for says in _table(reading) if form == "table" else _lines(reading, proof):
                stream.write(says + "\n")
    return PROBLEMS if readings.has_problems else FINE


@contextmanager
def _output(out: Path | None) -> Iterator[TextIO]:
    if out is None:
        yield sys.stdout
        return
    # Written beside it first: a run that is broken off leaves no half file.
    part = out.with_name(out.name + ".part")
    with part.open("w", encoding="utf-8", newline="\n") as stream:
        yield stream
    part.replace(out)


def _lines(reading: Reading, proof: bool) -> Iterator[str]:
    for fact in reading.facts:
        row = line(fact, reading.document.name, proof=proof)
        yield json.dumps(row, ensure_ascii=False)


def _table(reading: Reading) -> Iterator[str]:
    yield f"── {reading.document.name}（{len(reading.facts)}条）"
    for fact in reading.facts:
        place = reading.document.place(fact.evidence.start)
        yield in_columns((_KINDS[fact.kind], 6), (_says(fact), 64), (place, 16), (fact.quote, 60))


_KINDS = {
    "indicator": "指标",
    "project": "项目",
    "engagement": "往来",
    "carrier": "载体",
    "renewal": "更新",
    "partnership": "合作",
    "service": "服务",
    "role": "职务",
}


_NAMES = {**STAGES, **ENGAGEMENTS}


def _says(fact: Fact) -> str:
    return " · ".join(filter(None, (_words(told.value) for _, told in told_fields(fact))))


def _words(value: str | Quantity | Period | tuple[str, ...] | tuple[Person, ...]) -> str:
    if isinstance(value, Quantity):
        return wording.written(value)
    if isinstance(value, Period):
        return wording.period(value) if value.is_resolved else ""
    if isinstance(value, str):
        return _NAMES.get(value, value)
    return "、".join(v if isinstance(v, str) else v.title + v.name for v in value)
