"""`yinfeng ask 句子`: the numbers, figures and dates of single strings, as JSON."""

import json
import sys
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal

import click

from yinfeng.cli.group import FINE, Command
from yinfeng.values import Period, Quantity

_HELP = """认一句话里的数、带单位的数和日期，每句输出一行 JSON。

numbers 是所有的数；figures 是带单位的数（金额、面积、比例、件数等），low 和 high 是两端，
bound 是松紧；dates 是日期和时段，from 和 to 都含在内。不写句子则从标准输入一行读一句。

\b
例子：
  yinfeng ask 总投资1.2个亿，占地80亩左右
  yinfeng ask 去年底签约，力争6月底前开工 --date 2024-03-18    按这一天推算
  yinfeng ask < 句子.txt

退出码：0 正常，2 用法不对。
"""


@click.command("ask", cls=Command, help=_HELP)
@click.argument("sentences", metavar="[句子…]", nargs=-1)
@click.option(
    "--date", "day", metavar="日期", type=click.DateTime(["%Y-%m-%d"]), help="写这句话的日期"
)
def command(sentences: tuple[str, ...], day: datetime | None) -> int:
    """Write what the recognisers find in each sentence."""
    given = sentences or sys.stdin.buffer.read().decode("utf-8-sig", "replace").splitlines()
    for says in given:
        found = _asked(says, day.date() if day else None)
        click.echo(json.dumps(dict(found), ensure_ascii=False))
    return FINE


def _asked(says: str, day: date | None) -> Iterator[tuple[str, object]]:
    from yinfeng.mentions import asking

    yield "says", says
    yield "numbers", [_plain(value) for value in asking.numbers_in(says)]
    yield "figures", [_figure(words, value) for words, value in asking.figures(says)]
    yield "dates", [_date(words, period) for words, period in asking.dates(says, day)]


def _figure(words: str, value: Quantity) -> dict[str, object]:
    return {
        "words": words,
        "value": _plain(value.figure),
        "low": None if value.low is None else _plain(value.low),
        "high": None if value.high is None else _plain(value.high),
        "unit": value.unit.name,
        "bound": value.bound.value,
    }


def _date(words: str, period: Period) -> dict[str, object]:
    told: dict[str, object] = {"words": words, "from": period.first, "to": period.last}
    return {**told, "recurs": True} if period.recurs else told


def _plain(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)
