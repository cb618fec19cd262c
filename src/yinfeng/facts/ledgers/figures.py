"""Figures of a ledger's rows that no field of a project holds: 一季度完成投资, 年度计划投资.

Each is an indicator whose subject is the row's project, named by the heading of its column.
"""

import re
from collections.abc import Iterator

from yinfeng.facts.ledgers.cells import (
    BRACKETED_UNIT,
    figure_of,
    is_empty,
    leaf_of,
    units_of,
    whole_row,
)
from yinfeng.facts.ledgers.grids import Grid
from yinfeng.facts.ledgers.periods import period_of
from yinfeng.facts.ledgers.rows import is_sum
from yinfeng.facts.page import Page
from yinfeng.facts.scope import Scope
from yinfeng.values import Dimension, Fact, Indicator, Span, Status

_SPENT = re.compile(
    r"(?:完成|到位|已投|累计|年度|本年|当年|今年|20\d\d年|计划完成|[上下]半年|季度|\d+月)[^,，。;；]{0,8}?(?:投资|资金|投入)(?:额)?$"
    r"|(?:投资|资金)(?:完成|到位)(?:额|数|情况)?$"
    r"|^(?:年度|本年度?|当年|今年|全年|累计|本月|\d{4}年)(?:已?完成|计划|目标|任务)(?:额|数)?$"
)
_WANTED = re.compile(r"计划|目标|任务|拟")


def read_row_figures(page: Page, scope: Scope, grid: Grid) -> Iterator[Fact]:
    """What each row of a project ledger tells of money spent or planned beside its fields."""
    known = grid.fields("project")
    if "name" not in known or len(known) < 2:
        return
    headings = {at: _named(heading) for at, heading in enumerate(grid.header)}
    spent = {
        at: name
        for at, name in headings.items()
        if _SPENT.search(name) and at != known.get("investment")
    }
    for row in grid.rows if spent else ():
        if len(row) <= known["name"] or is_sum(page, row):
            continue
        for at, name in spent.items():
            if at < len(row) and not is_empty(page.text.says(row[at])):
                yield from _figure(page, scope, grid, row, row[known["name"]], at, name)


def _named(heading: str) -> str:
    whole, leaf = BRACKETED_UNIT.sub("", heading).strip(), leaf_of(heading)
    return leaf if _SPENT.search(leaf) else whole


def _figure(
    page: Page,
    scope: Scope,
    grid: Grid,
    row: tuple[Span, ...],
    subject: Span,
    at: int,
    name: str,
) -> Iterator[Fact]:
    value = figure_of(page, units_of(grid, at), row[at], Dimension.MONEY)
    if value is None or subject.end <= subject.start:
        return
    quote, evidence = whole_row(page, row)
    status = Status.PLANNED if _WANTED.search(name) else Status.DONE
    yield Indicator(
        host=scope.host(row[0].start),
        quote=quote,
        evidence=evidence,
        subject=page.told(page.text.says(subject).strip(), subject, pattern="ledgers"),
        name=page.told(name, row[at], pattern="ledgers"),
        value=page.told(value, row[at], status=status, pattern="ledgers"),
        period=period_of(page, grid, at),
    )
