"""Rows of a ledger as cells by field, sums and empty cells left out."""

import re
from collections.abc import Iterator, Mapping

from yinfeng.facts.ledgers.cells import (
    BRACKETED_UNIT,
    TOTAL,
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
from yinfeng.values import Dimension, Fact, Indicator, Period, Quantity, Span, Told

Row = tuple[Span, ...]
_SEVERAL = re.compile(r"[、,，;；\n]")
_SUM = re.compile(r"[(（]\s*(?:共|合计)?\s*\d+\s*[个项家]\s*[)）]$")
_NO_FIGURE = re.compile(r"序号|编号|排名|年份|电话")


def rows_of(page: Page, grid: Grid, kind: str) -> Iterator[tuple[Row, Mapping[str, Span]]]:
    """Each row that is no sum, with its cells that say something by their field."""
    at = grid.fields(kind)
    for row in grid.rows:
        if not is_sum(page, row):
            cells = {name: row[c] for name, c in at.items() if c < len(row)}
            yield row, {k: v for k, v in cells.items() if not is_empty(page.text.says(v))}


def named_rows(
    page: Page, grid: Grid, kind: str, field: str
) -> Iterator[tuple[Row, Mapping[str, Span], Told[str]]]:
    """Each such row that tells the *field* by which its record is known, with what it says."""
    for row, cells in rows_of(page, grid, kind):
        name = words_of(page, cells.get(field))
        if name is not None:
            yield row, cells, name


def says_of(page: Page, grid: Grid, form: re.Pattern[str]) -> bool:
    """Whether the title or a heading of a table says what *form* finds."""
    return any(form.search(says) for says in (page.says(*grid.lead), " ".join(grid.header)))


def is_sum(page: Page, row: Row) -> bool:
    """Whether a row only sums up or annotates the others: 合计, 产业项目（8个）."""
    says = [page.text.says(cell).strip() for cell in row[:3]]
    return any(TOTAL.match(one) or _SUM.search(one) for one in says)


def words_of(page: Page, cell: Span | None) -> Told[str] | None:
    """The words of a cell."""
    return page.told(page.text.says(cell).strip(), cell, pattern="ledgers") if cell else None


def several(page: Page, cell: Span) -> tuple[Span, ...]:
    """The stretches of the several things that a cell lists: 智能装备、电子信息."""
    marks = [*_SEVERAL.finditer(page.text.clean, *cell)]
    starts = [cell.start, *(mark.end() for mark in marks)]
    ends = [*(mark.start() for mark in marks), cell.end]
    parts = (Span(start, end) for start, end in zip(starts, ends, strict=True))
    return tuple(part for part in parts if page.text.says(part).strip())


def parts_of(page: Page, cell: Span | None) -> Told[tuple[str, ...]] | None:
    """What the several things are called that a cell lists."""
    if cell is None:
        return None
    parts = tuple(page.text.says(part).strip() for part in several(page, cell))
    return page.told(parts, cell, pattern="ledgers") if parts else None


def day_of(page: Page, cell: Span | None) -> Told[Period] | None:
    """The first time of a cell that begins on a known day."""
    for mention in page.within(*cell) if cell else ():
        if isinstance(mention.value, Period) and mention.value.start is not None:
            return page.told(mention.value, mention.span, pattern="ledgers")
    return None


def figure_at(
    page: Page,
    grid: Grid,
    row: Row,
    at: int | None,
    wanted: Dimension | None = None,
    unit: str = "",
) -> Told[Quantity] | None:
    """The figure of the cell at *at*, in its own unit, in that of its heading or else in *unit*."""
    if at is None or at >= len(row) or is_empty(page.text.says(row[at])):
        return None
    units = (*units_of(grid, at), unit) if unit else units_of(grid, at)
    found = figure_of(page, units, row[at], wanted)
    return page.told(found, row[at], pattern="ledgers") if found else None


def other_figures(
    page: Page, scope: Scope, grid: Grid, row: Row, subject: Told[str], taken: Mapping[str, int]
) -> Iterator[Fact]:
    """The figures of columns with a unit of their own that no field of the record holds."""
    for at, heading in enumerate(grid.header):
        own = BRACKETED_UNIT.search(heading)
        if at in taken.values() or own is None or not bare_number("1", own["unit"]):
            continue
        value = figure_at(page, grid, row, at)
        if value is None or _NO_FIGURE.search(heading):
            continue
        quote, evidence = whole_row(page, row)
        yield Indicator(
            host=scope.host(row[0].start),
            quote=quote,
            evidence=evidence,
            subject=subject,
            name=page.told(leaf_of(heading), row[at], pattern="ledgers"),
            value=value,
            period=period_of(page, grid, at),
        )
