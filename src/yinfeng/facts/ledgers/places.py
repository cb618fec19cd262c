"""Tables by towns: each row is a town, each column an indicator, its growth in the column behind.

镇街  规上工业产值  增速  工业投资  增速: whose row sums up (全县, 合计) is the host's own.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from yinfeng.facts.ledgers.cells import (
    BRACKETED_UNIT,
    bare_number,
    figure_of,
    is_empty,
    leaf_of,
    units_of,
    whole_row,
)
from yinfeng.facts.ledgers.grids import Grid
from yinfeng.facts.ledgers.periods import period_of
from yinfeng.facts.page import Page
from yinfeng.facts.scope import Scope
from yinfeng.lexicon import indicators
from yinfeng.values import Dimension, Fact, Indicator, Quantity, Span, Status, Told

_GROWTH = re.compile(r"同比|增速|增幅|增长|[±＋+]\s*[%％]")
_NO_FIGURE = re.compile(r"率|排名|位次|名次|序号|占比|比重|比例|得分|分值|备注|去年|上年|环比")
_GOAL = re.compile(r"目标|任务|计划")
# What a column holds of the indicator over it: 规上工业产值/完成数.
_PART = re.compile(
    r"(?:(?:\d+[-—至]\d+月|\d+月|本月|本期|当月|全年|年度|累计|实际)?(?:累计)?"
    r"(?:完成|实绩|数值|绝对值|总量|金额|数量|目标|任务|计划)?(?:数|值|额|情况)?)"
)
_COUNTED = (
    (re.compile(r"项目(?:数|个数|数量)?$"), "个"),
    (re.compile(r"企业(?:数|家数|数量)?$"), "家"),
)
_SUM = re.compile(r"^(?:全[县市区镇省]|合\s*计|总\s*计)")
_NOTE = re.compile(r"^(?:小\s*计|备注|说明|注|其中)|[,，。;；:：]")
_NUMBERED = re.compile(r"^[0-9一二三四五六七八九十]+$")


class _Column(NamedTuple):
    """A column of figures: where, what they are called, wanted or done, where they grow."""

    at: int
    name: str
    status: Status
    growth: int | None


def read_places(page: Page, scope: Scope, grid: Grid) -> Iterator[Fact]:
    """The figures of every town in a table by towns."""
    if not grid.is_of("place") or grid.is_of("project") or grid.is_of("indicator"):
        return
    at = grid.fields("place")["name"]
    columns = tuple(_columns(grid, at))
    for row in grid.rows:
        town = page.text.says(row[at]).strip() if at < len(row) else ""
        if is_empty(town) or _NOTE.search(town) or _NUMBERED.match(town):
            continue
        for column in columns:
            if column.at < len(row) and not is_empty(page.text.says(row[column.at])):
                yield from _figure(page, scope, grid, row, row[at], column)


def _columns(grid: Grid, first: int) -> Iterator[_Column]:
    for at in range(first + 1, len(grid.header)):
        heading = grid.header[at]
        name, leaf = _named(heading), leaf_of(heading)
        if not any(indicators.dictionary().find(name)) or _NO_FIGURE.search(leaf):
            continue
        if _GROWTH.search(leaf):
            continue
        status = Status.TARGET if _GOAL.search(leaf) else Status.DONE
        yield _Column(at, name, status, _growth_of(grid, at) if status is Status.DONE else None)


def _named(heading: str) -> str:
    """The indicator that a heading names: its own words, or those over a mere part."""
    above, _, leaf = BRACKETED_UNIT.sub("", heading).strip().rpartition("/")
    return above.rpartition("/")[2] if above and _PART.fullmatch(leaf) else leaf


def _growth_of(grid: Grid, at: int) -> int | None:
    """The column of growth that belongs to the one at *at*: the next, or one under its heading."""
    for behind in range(at + 1, min(at + 4, len(grid.header))):
        leaf = leaf_of(grid.header[behind])
        if _GROWTH.search(leaf):
            return behind
        if any(indicators.dictionary().find(_named(grid.header[behind]))):
            same = _named(grid.header[behind]) == _named(grid.header[at])
            if not same:
                return None
    return None


def _figure(
    page: Page, scope: Scope, grid: Grid, row: tuple[Span, ...], town: Span, column: _Column
) -> Iterator[Fact]:
    counted = next((unit for form, unit in _COUNTED if form.search(column.name)), "")
    own = units_of(grid, column.at)
    units = (counted,) if counted and own == grid.units else own
    value = figure_of(page, units, row[column.at], None)
    if value is None or (counted and value.unit.dimension is Dimension.RATIO):
        return
    host = _host(page, scope, grid, row)
    says = page.text.says(town).strip()
    subject = host if host and _SUM.match(says) else says
    quote, evidence = whole_row(page, row)
    wanted = column.status is Status.TARGET
    yield Indicator(
        host=host,
        quote=quote,
        evidence=evidence,
        subject=page.told(subject, town, pattern="ledgers"),
        name=page.told(column.name, row[column.at], pattern="ledgers"),
        value=page.told(value, row[column.at], status=column.status, pattern="ledgers"),
        period=period_of(page, grid, column.at, whole_year=wanted),
        yoy=_growth_in(page, row, column.growth),
    )


def _host(page: Page, scope: Scope, grid: Grid, row: tuple[Span, ...]) -> str:
    """Whose table it is: nobody's where only its own rows name a body."""
    host, at = scope.host(row[0].start), grid.fields("place")["name"]
    towns = (page.text.says(one[at]).strip() for one in grid.rows if at < len(one))
    return "" if host in towns else host


def _growth_in(page: Page, row: tuple[Span, ...], at: int | None) -> Told[Quantity] | None:
    """The growth that the cell at *at* tells, in per cent where it has no sign."""
    if at is None or at >= len(row):
        return None
    growth = bare_number(page.text.says(row[at]).strip(), "%")
    return page.told(growth, row[at], pattern="ledgers") if growth else None
