"""Tables of help: each row is an enterprise, what it lacked, who helped and what came of it."""

import re
from collections.abc import Iterator, Mapping

from yinfeng.facts.ledgers.cells import whole_row
from yinfeng.facts.ledgers.grids import Grid
from yinfeng.facts.ledgers.rows import Row, rows_of, says_of, words_of
from yinfeng.facts.page import Page
from yinfeng.facts.scope import Scope
from yinfeng.values import Dimension, Fact, Mention, Quantity, Service, Span, Told

# What an inspection found is no need: 存在问题 beside 整改措施.
_INSPECTION = re.compile(r"隐患|整改|督察|违法|违规|处罚|排查|信访|举报|投诉")
# A state of the work is no outcome: 推进中, 正在协调.
_UNDER_WAY = re.compile(
    r"^(?:正在|持续|继续)?(?:推进|办理|协调|跟进|处理|对接|解决)(?:中|之中)?$|未|暂无"
)


def read_services(page: Page, scope: Scope, grid: Grid) -> Iterator[Fact]:
    """The cases of a table of enterprises and their needs."""
    if not grid.is_of("service") or grid.is_of("project"):
        return
    if says_of(page, grid, _INSPECTION):
        return
    for row, cells in rows_of(page, grid, "service"):
        if {"enterprise", "need"} <= set(cells):
            yield _service(page, scope, row, cells)


def _service(page: Page, scope: Scope, row: Row, cells: Mapping[str, Span]) -> Fact:
    outcome = words_of(page, cells.get("outcome"))
    if outcome is not None and _UNDER_WAY.search(outcome.value):
        outcome = None
    quote, evidence = whole_row(page, row)
    return Service(
        host=scope.host(row[0].start),
        quote=quote,
        evidence=evidence,
        enterprise=words_of(page, cells["enterprise"]),
        need=words_of(page, cells["need"]),
        helper=words_of(page, cells.get("helper")),
        amount=_amount(page, cells.get("outcome")) if outcome else None,
        outcome=outcome,
    )


def _amount(page: Page, cell: Span | None) -> Told[Quantity] | None:
    """What the help was worth: the first sum of money in what came of it."""
    found: Mention | None = None
    for mention in page.within(*cell) if cell else ():
        value = mention.value
        if isinstance(value, Quantity) and value.unit.dimension is Dimension.MONEY:
            found = mention
            break
    if found is None:
        return None
    assert isinstance(found.value, Quantity)
    return page.told(found.value, found.span, pattern="ledgers")
