"""`yinfeng daily PATH...`: the daily report straight from documents."""

from collections.abc import Iterable
from datetime import date, datetime
from importlib.resources import files
from pathlib import Path

import click

from yinfeng.cli.arguments import PATHS, existing, writable
from yinfeng.cli.arrivals import Readings
from yinfeng.cli.group import FINE, PROBLEMS, Command
from yinfeng.intake.reprints import reprint_groups
from yinfeng.judgement.situation import situation_of
from yinfeng.ledger.ledger import Ledger
from yinfeng.ledger.promises import promises_of
from yinfeng.lexicon.calendar import calendar
from yinfeng.lexicon.office_files import BadPolicy
from yinfeng.lexicon.policies import maturity
from yinfeng.reports.catalogue.daily import daily
from yinfeng.reports.renderings.html import html
from yinfeng.reports.renderings.markdown import markdown
from yinfeng.reports.renderings.word import BadTemplate, word
from yinfeng.reports.report import Report
from yinfeng.reports.sections.papers import Arrival, arrival_of

_ENDINGS = (".docx", ".html", ".md")
_HELP = """从材料直接生成招商信息日报：新线索分级和理由、动态、数据、到期事项、待确认事项，
每个数字都带原话和出处。同样的材料、同一天，生成的文件逐字节相同。

\b
例子：
  yinfeng daily 材料/                                   在屏幕上看（Markdown）
  yinfeng daily 材料/ --office 柳林镇 --out 日报.docx
  yinfeng daily 材料/ --date 2026-11-20 --out 日报.html --out 日报.docx
  yinfeng daily 材料/ --out 日报.docx --template 本单位模板.docx
  yinfeng daily 材料/ --policy 本单位分级办法.yaml

\b
--date 是编制日：晚于它的材料不计入，时限按它计算；不写则用今天。
--template 是带标记的 Word 文件，可从系统自带的 daily.docx 改起。

退出码：0 正常，1 有材料读不了（其余照读），2 用法不对。
"""


def _ending(
    ctx: click.Context, param: click.Parameter, value: tuple[Path, ...]
) -> tuple[Path, ...]:
    for path in value:
        if path.suffix.lower() not in _ENDINGS:
            raise click.BadParameter(f"{path}：只能是 {'、'.join(_ENDINGS)}", ctx, param)
    writable(ctx, param, value)
    return value


@click.command("daily", cls=Command, help=_HELP)
@click.argument(
    "paths",
    metavar=PATHS,
    nargs=-1,
    required=True,
    callback=existing,
    type=click.Path(path_type=Path),
)
@click.option("--office", metavar="名称", default="", help="单位名称；不写则从材料中判断")
@click.option(
    "--date", "day", metavar="日期", type=click.DateTime(["%Y-%m-%d"]), help="编制日，如 2026-11-20"
)
@click.option(
    "--out",
    metavar="文件",
    multiple=True,
    callback=_ending,
    type=click.Path(path_type=Path),
    help="写到 .docx、.html 或 .md，可写多次；不写则到标准输出",
)
@click.option(
    "--template",
    metavar="模板",
    callback=existing,
    type=click.Path(path_type=Path),
    help="替换自带的 Word 模板",
)
@click.option(
    "--policy",
    metavar="文件",
    callback=existing,
    type=click.Path(path_type=Path),
    help="本单位的分级和时限（YAML），盖在系统默认之上",
)
def command(
    paths: tuple[Path, ...],
    office: str,
    day: datetime | None,
    out: tuple[Path, ...],
    template: Path | None,
    policy: Path | None,
) -> int:
    """Write the daily report of what is below *paths*."""
    readings = Readings(paths)
    today = day.date() if day else date.today()
    report = _report(readings, office, today, policy)
    for path in out:
        path.write_bytes(_rendered(report, path.suffix.lower(), template))
    if not out:
        click.echo(markdown(report), nl=False)
    return PROBLEMS if readings.has_problems else FINE


def _report(readings: Readings, office: str, today: date, policy: Path | None) -> Report:
    try:
        grading = maturity(policy.read_text(encoding="utf-8") if policy else "")
    except (BadPolicy, UnicodeDecodeError) as error:
        says = error if isinstance(error, BadPolicy) else "不是 UTF-8 编码的文本"
        raise click.UsageError(f"--policy 不能用：{says}。") from error
    ledger, arrivals = Ledger(), []
    texts: list[tuple[str, str]] = []
    for reading in readings:
        document, text = reading.document, reading.text
        promises = promises_of(text, reading.mentions, reading.facts)
        ledger.take_in(document, reading.facts, text.clean, promises)
        arrivals.append(arrival_of(document, text.damage, len(reading.facts)))
        texts.append((document.path or document.name, text.clean))
    situation = situation_of(ledger, grading, calendar(), today)
    read = _with_reprints(arrivals, texts)
    return daily(situation, read, readings.problems, office)


def _with_reprints(arrivals: Iterable[Arrival], texts: list[tuple[str, str]]) -> list[Arrival]:
    first = reprint_groups(texts)
    names = {path: arrival.paper.name for arrival, (path, _) in zip(arrivals, texts, strict=True)}
    return [
        arrival.reprinting(names[first[path]]) if first[path] != path else arrival
        for arrival, (path, _) in zip(arrivals, texts, strict=True)
    ]


def _rendered(report: Report, ending: str, template: Path | None) -> bytes:
    if ending == ".md":
        return markdown(report).encode()
    if ending == ".html":
        return html(report).encode()
    house = files("yinfeng.reports") / "templates" / "daily.docx"
    try:
        return word(report, template.read_bytes() if template else house.read_bytes())
    except BadTemplate as error:
        raise click.UsageError(f"--template 不能用：{error}。") from error
