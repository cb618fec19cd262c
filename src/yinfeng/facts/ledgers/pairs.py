"""Tables of villages and the enterprises paired with them: 村, 结对企业, 结对内容, 结对时间."""

import re
from collections.abc import Iterator

from yinfeng.facts.ledgers.cells import whole_row
from yinfeng.facts.ledgers.grids import Grid
from yinfeng.facts.ledgers.rows import day_of, named_rows, says_of, words_of
from yinfeng.facts.page import Page
from yinfeng.facts.scope import Scope
from yinfeng.values import Fact, Partnership

_PAIRED = re.compile(r"结对|共建|联建|联村|帮村|村企")


def read_pairs(page: Page, scope: Scope, grid: Grid) -> Iterator[Fact]:
    """The pairs of a table that says that its rows are pairs."""
    if not grid.is_of("pair") or grid.is_of("project"):
        return
    if not says_of(page, grid, _PAIRED):
        return
    for row, cells, village in named_rows(page, grid, "pair", "village"):
        firm = words_of(page, cells.get("firm"))
        if firm is None:
            continue
        quote, evidence = whole_row(page, row)
        parties = (village.value, firm.value)
        yield Partnership(
            host=scope.host(row[0].start),
            quote=quote,
            evidence=evidence,
            parties=page.told(parties, cells["village"], cells["firm"], pattern="ledgers"),
            type=page.told("village_enterprise", cells["firm"]),
            subject=words_of(page, cells.get("subject")),
            date=day_of(page, cells.get("date")),
        )
