"""`yinfeng screen FILE`: clauses of a draft, red, yellow and green, with the basis."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import click

from yinfeng.cli.arguments import existing
from yinfeng.cli.arrivals import Readings
from yinfeng.cli.group import FINE, PROBLEMS, Command
from yinfeng.judgement.clauses import COLOURS, Screened, Screening, screen
from yinfeng.lexicon.clauses import clause_rules

_HELP = """审查一份协议或政策文稿的条款：逐条标红、黄、绿，写明依据、理由和合法的写法。

红：现行规定禁止；黄：须核对依据或改写；绿：可以写。早于规定施行的旧文本只标“历史文本用语”。

\b
例子：
  yinfeng screen 投资协议.docx
  yinfeng screen 2021年协议.txt --written 2021-05-08    文本的日期，文中没有写时用
  yinfeng screen 协议.docx --all                        没有提示的条款也列出

退出码：0 没有红色条款，1 有红色条款或文件读不了，2 用法不对。
"""


@click.command("screen", cls=Command, help=_HELP)
@click.argument("file", metavar="文件", callback=existing, type=click.Path(path_type=Path))
@click.option("--written", type=click.DateTime(["%Y-%m-%d"]), help="文本的日期，如 2021-05-08")
@click.option("--all", "every", is_flag=True, help="没有提示的条款也列出")
def command(file: Path, written: datetime | None, every: bool) -> int:
    """Write what the rules say of *file*."""
    readings = Readings([file])
    is_red = False
    for reading in readings:
        day = written.date() if written else None
        found = screen(reading.text, clause_rules(), today=date.today(), written=day)
        click.echo("\n".join(_says(reading.document.name, found, every)))
        is_red = is_red or bool(found.count("red"))
    return PROBLEMS if is_red or readings.has_problems else FINE


def _says(name: str, found: Screening, every: bool) -> Iterator[str]:
    counts = "，".join(f"{says}{found.count(key)}条" for key, says in COLOURS.items())
    yield f"{name}：{counts}（规则{found.version}）"
    for clause in found.clauses:
        if every or clause.hits:
            yield from _clause(clause)


def _clause(clause: Screened) -> Iterator[str]:
    yield f"\n[{COLOURS[clause.colour]}] {clause.label} {' '.join(clause.evidence.quote.split())}"
    for hit in clause.hits:
        quotes = "、".join(f"“{' '.join(words.quote.split())}”" for words in hit.words)
        yield f"  {hit.rule.code} {hit.rule.title}：{quotes}"
        yield f"    依据：{hit.rule.basis}"
        yield f"    理由：{hit.rule.why}"
        if hit.rule.offer:
            yield f"    可以写：{hit.rule.offer}"
