"""Tables of indicators: each row of names and values is a figure done, a goal, or both."""

from collections.abc import Iterator

from yinfeng.facts.ledgers.cells import (
    BRACKETED_UNIT,
    TOTAL,
    bare_number,
    figure_of,
    units_of,
    whole_row,
)
from yinfeng.facts.ledgers.grids import Grid
from yinfeng.facts.ledgers.periods import period_of
from yinfeng.facts.page import Page
from yinfeng.facts.scope import Scope
from yinfeng.values import Fact, Indicator, Quantity, Span, Status, Told


def read_indicators(page: Page, scope: Scope, grid: Grid) -> Iterator[Fact]:
    """The figures of a table of indicators, done and wanted; nothing of a project ledger."""
    at = grid.fields("indicator")
    if "name" not in at or not {"value", "target"} & set(at):
        return
    if "name" in grid.fields("project"):
        return
    for row in grid.rows:
        cells = {n: row[c] for n, c in at.items() if c < len(row) and row[c].end > row[c].start}
        for field, status in (("value", Status.DONE), ("target", Status.TARGET)):
            if "name" in cells and field in cells:
                fact = _indicator(page, scope, grid, row, cells, at[field], field, status)
                if fact is not None:
                    yield fact


def _indicator(
    page: Page,
    scope: Scope,
    grid: Grid,
    row: tuple[Span, ...],
    cells: dict[str, Span],
    column: int,
    field: str,
    status: Status,
) -> Fact | None:
    says = page.text.says(cells["name"]).strip()
    own = BRACKETED_UNIT.search(says)
    unit = page.text.says(cells["unit"]).strip() if "unit" in cells else own["unit"] if own else ""
    value = figure_of(page, (unit,) if unit else units_of(grid, column), cells[field], None)
    if value is None or TOTAL.match(says):
        return None
    quote, evidence = whole_row(page, row)
    host = scope.host(row[0].start)
    return Indicator(
        host=host,
        quote=quote,
        evidence=evidence,
        subject=page.told(host, cells["name"]) if host else None,
        name=page.told(BRACKETED_UNIT.sub("", says), cells["name"], pattern="ledgers"),
        value=page.told(value, cells[field], status=status, pattern="ledgers"),
        period=period_of(page, grid, column, whole_year=field == "target"),
        yoy=_growth(page, cells) if field == "value" else None,
    )


def _growth(page: Page, cells: dict[str, Span]) -> Told[Quantity] | None:
    if "yoy" not in cells:
        return None
    growth = bare_number(page.text.says(cells["yoy"]).strip(), "%")
    return page.told(growth, cells["yoy"], pattern="ledgers") if growth else None
