"""Tables of parks and buildings, a row each, and of the tenants of one park."""

import re
from collections.abc import Iterator

from yinfeng.facts.carriers.tellings import type_of
from yinfeng.facts.ledgers.cells import is_empty, whole_row
from yinfeng.facts.ledgers.grids import Grid
from yinfeng.facts.ledgers.rows import (
    figure_at,
    is_sum,
    named_rows,
    other_figures,
    parts_of,
    words_of,
)
from yinfeng.facts.page import Page
from yinfeng.facts.scope import Scope
from yinfeng.values import Carrier, Dimension, Fact, Mention, Name, NameKind, Span

_TENANTS = re.compile(r"入驻|在园|入园|租户|承租|驻园")
_KINDS = (NameKind.PARK, NameKind.BUILDING)
_NAMED = 60


def read_carriers(page: Page, scope: Scope, grid: Grid) -> Iterator[Fact]:
    """The parks of a table of parks, or the park in the title of a table of tenants."""
    if any(grid.is_of(kind) for kind in ("project", "service")):
        return
    if grid.is_of("carrier"):
        yield from _carriers(page, scope, grid)
    elif grid.is_of("tenant"):
        yield from _of_tenants(page, scope, grid)


def _carriers(page: Page, scope: Scope, grid: Grid) -> Iterator[Fact]:
    at = grid.fields("carrier")
    for row, cells, name in named_rows(page, grid, "carrier", "name"):
        quote, evidence = whole_row(page, row)
        yield Carrier(
            host=scope.host(row[0].start),
            quote=quote,
            evidence=evidence,
            name=name,
            type=page.told(type_of(name.value), cells["name"]),
            area=figure_at(page, grid, row, at.get("area"), Dimension.AREA),
            built_area=figure_at(page, grid, row, at.get("built_area"), Dimension.AREA),
            industries=parts_of(page, cells.get("industries")),
            site=words_of(page, cells.get("site")),
        )
        yield from other_figures(page, scope, grid, row, name, at)


def _of_tenants(page: Page, scope: Scope, grid: Grid) -> Iterator[Fact]:
    park = _park(page, grid)
    if park is None:
        return
    at = grid.fields("tenant")["enterprise"]
    rows = [row for row in grid.rows if at < len(row) and not is_sum(page, row)]
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
        is_carrier = isinstance(mention.value, Name) and mention.value.kind in _KINDS
        behind = Span(mention.span.end, min(grid.lead.end, mention.span.end + _NAMED))
        line = page.text.says(behind).partition("\n")[0]
        if is_carrier and _TENANTS.search(line):
            found = mention
    return found
