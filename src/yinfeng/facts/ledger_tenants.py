"""Tables of who is in a park: 云泽工业园入驻企业一览表, a row for each enterprise."""

import re
from collections.abc import Iterator

from yinfeng.facts.carrier_tellings import type_of
from yinfeng.facts.grids import Grid
from yinfeng.facts.ledger_cells import TOTAL, is_empty
from yinfeng.facts.page import Page
from yinfeng.facts.scope import Scope
from yinfeng.values import Carrier, Fact, Mention, Name, NameKind, Span

_TENANTS = re.compile(r"入驻|在园|入园|租户|承租|驻园")
_CARRIERS = (NameKind.PARK, NameKind.BUILDING)
_NAMED = 60


def read_tenants(page: Page, scope: Scope, grid: Grid) -> Iterator[Fact]:
    """The park that the title names, with the enterprises of its rows as tenants."""
    if not grid.is_of("tenant") or any(grid.is_of(kind) for kind in ("project", "service")):
        return
    park = _park(page, grid)
    if park is None:
        return
    at = grid.fields("tenant")["enterprise"]
    rows = [row for row in grid.rows if at < len(row) and not _is_sum(page, row)]
    cells = [row[at] for row in rows if not is_empty(page.text.says(row[at]))]
    if not cells:
        return
    assert isinstance(park.value, Name)
    quote, evidence = page.quoted(park.span.start, cells[-1].end)
    tenants = tuple(dict.fromkeys(page.text.says(cell).strip() for cell in cells))
    yield Carrier(
        host=scope.host(park.span.start),
        quote=quote,
        evidence=evidence,
        name=page.told(park.value.text, park.span, pattern="ledgers"),
        type=page.told(type_of(park.value.text), park.span),
        tenants=page.told(tenants, *cells),
    )


def _park(page: Page, grid: Grid) -> Mention | None:
    """The park in the table's title, where it says that the rows are its tenants."""
    found: Mention | None = None
    for mention in page.within(*grid.lead):
        is_carrier = isinstance(mention.value, Name) and mention.value.kind in _CARRIERS
        behind = Span(mention.span.end, min(grid.lead.end, mention.span.end + _NAMED))
        line = page.text.says(behind).partition("\n")[0]
        if is_carrier and _TENANTS.search(line):
            found = mention
    return found


def _is_sum(page: Page, row: tuple[Span, ...]) -> bool:
    return any(TOTAL.match(page.text.says(cell).strip()) for cell in row[:2])
