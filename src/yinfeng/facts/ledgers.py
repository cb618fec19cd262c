"""Ledgers: each row of an office's own table is a record, each cell the evidence of its field.

A project ledger needs a column of project names and one more that it knows; a table of indicators
needs names and values. The unit of a bare number stands in its heading, 总投资(万元), or above the
table, 单位:亿元、亩.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from yinfeng.facts.grids import Grid, grids
from yinfeng.facts.page import Page
from yinfeng.facts.scope import Scope
from yinfeng.facts.stages import stage_between
from yinfeng.lexicon import units
from yinfeng.values import (
    Dimension,
    Fact,
    Indicator,
    Period,
    Project,
    Quantity,
    Span,
    Status,
    Told,
    Unit,
)

_BRACKETED_UNIT = re.compile(r"[(（](?:单位[:：])?(?P<unit>[^()（）]{1,10})[)）]")
_SLASHED_UNIT = re.compile(r"[/:：](?P<unit>[一-龥㎡%％²]{1,5})$")
_NUMBER = re.compile(r"^[-+]?[0-9][0-9,，]*+(?:\.[0-9]+)?(?P<percent>[%％])?$")
_SCALED = re.compile(r"(?P<scale>千万|百万|万|亿|千|百|)(?P<unit>.+)")
_SCALES = {
    "": Decimal(1),
    "百": Decimal(100),
    "千": Decimal(1000),
    "万": Decimal(10_000),
    "百万": Decimal(1_000_000),
    "千万": Decimal(10_000_000),
    "亿": Decimal(100_000_000),
}
_YEARLY = re.compile(r"年产(?P<goods>[^,，。;；\d]{0,16}?)(?=\d)")
_FIGURES = {
    "investment": Dimension.MONEY,
    "annual_sales": Dimension.MONEY,
    "annual_tax": Dimension.MONEY,
    "land": Dimension.AREA,
    "floor_area": Dimension.AREA,
}
_TOTAL = re.compile(r"^(?:合\s*计|总\s*计|小\s*计|备注|说明|注)")
_NOTHING = frozenset(("", "/", "-", "—", "——", "无", "\\", "\\/", "0"))
_RATIO = Unit("", Dimension.RATIO)


def read(page: Page, scope: Scope) -> Iterator[Fact]:
    """The records of every table of the document that is a ledger."""
    for grid in grids(page):
        yield from _projects(page, scope, grid)
        yield from _indicators(page, scope, grid)


def _projects(page: Page, scope: Scope, grid: Grid) -> Iterator[Fact]:
    known = grid.fields("project")
    if "name" not in known or len(known) < 2:
        return
    for row in grid.rows:
        told = _told_row(page, grid, known, row)
        if "name" in told and not _TOTAL.match(told["name"].value):
            quote, evidence = _whole(page, row)
            host = scope.host(row[0].start)
            yield Project(host=host, quote=quote, evidence=evidence, **told)


def _told_row(
    page: Page, grid: Grid, known: dict[str, int], row: tuple[Span, ...]
) -> dict[str, Any]:
    told: dict[str, Any] = {}
    for name, at in known.items():
        if at < len(row) and page.text.says(row[at]).strip() not in _NOTHING:
            told |= _cell(page, grid, name, at, row[at])
    return told


def _cell(page: Page, grid: Grid, name: str, at: int, span: Span) -> dict[str, Any]:
    """The fields that one cell proves, by the column it stands in."""
    says = page.text.says(span).strip()
    if name in _FIGURES:
        quantity = _figure(page, _units(grid, at), span, _FIGURES[name])
        return {name: page.told(quantity, span, pattern="ledgers")} if quantity else {}
    if name == "stage":
        return _stage(page, span)
    if name == "stage_date":
        day = _day(page, span)
        return {"stage_date": day} if day else {}
    if name == "investors":
        parts = tuple(part.strip() for part in re.split(r"[、,，;；\n]", says) if part.strip())
        return {name: page.told(parts, span, pattern="ledgers")}
    if name == "product":
        return _product(page, span, says)
    return {name: page.told(says, span, pattern="ledgers")}


def _product(page: Page, span: Span, says: str) -> dict[str, Any]:
    """What is made and how much a year: 年产风电塔筒300套, 年产货架2万吨."""
    made = _YEARLY.search(page.text.clean, *span)
    if not made:
        return {"product": page.told(says, span, pattern="ledgers")}
    found: dict[str, Any] = {}
    if made["goods"]:
        found["product"] = page.told(made["goods"], Span(*made.span("goods")), pattern="ledgers")
    for mention in page.within(made.end(), span.end):
        if isinstance(mention.value, Quantity):
            found["capacity"] = page.told(mention.value, mention.span, pattern="ledgers")
            break
    return found


def _units(grid: Grid, at: int) -> tuple[str, ...]:
    """The units that a column's bare numbers may have: its heading's, else those above."""
    heading = grid.header[at]
    match = _BRACKETED_UNIT.search(heading) or _SLASHED_UNIT.search(heading)
    return (match["unit"],) if match else grid.units


def _figure(
    page: Page, names: tuple[str, ...], span: Span, wanted: Dimension | None
) -> Quantity | None:
    """The figure of a cell: with its own unit, else with one of *names* that measures it."""
    for mention in page.within(span.start, span.end):
        value = mention.value
        if isinstance(value, Quantity) and (wanted is None or value.unit.dimension is wanted):
            return value
    says = page.text.says(span).strip()
    found = (bare_number(says, name) for name in names)
    return next((q for q in found if q and wanted in (None, q.unit.dimension)), None)


def bare_number(says: str, unit: str) -> Quantity | None:
    """The quantity of a number without a unit of its own: 12.5 under 总投资(亿元); None if none."""
    match = _NUMBER.match(says)
    if not match:
        return None
    number = Decimal(re.sub(r"[,，%％]", "", says))
    if match["percent"] or unit in ("%", "％"):
        return Quantity(_RATIO, number / 100, number / 100, Decimal("0.01"))
    match = _SCALED.match(unit)
    known = units.written().get(match["unit"]) if match else None
    if match is None or known is None:
        return None
    scale = known.scale * _SCALES[match["scale"]]
    return Quantity(known.unit, number * scale, number * scale, scale)


def _stage(page: Page, span: Span) -> dict[str, Any]:
    reached = stage_between(page, span.start, span.end)
    if reached is None:
        return {}
    mention, key = reached
    found: dict[str, Any] = {"stage": page.told(key, mention.span, pattern="ledgers")}
    day = _day(page, Span(span.start, mention.span.start))
    return found | ({"stage_date": day} if day else {})


def _day(page: Page, span: Span) -> Told[Period] | None:
    for mention in page.within(span.start, span.end):
        if isinstance(mention.value, Period) and mention.value.start is not None:
            return page.told(mention.value, mention.span, pattern="ledgers")
    return None


def _whole(page: Page, row: tuple[Span, ...]) -> Any:
    """The row as a quote; cells filled down from a merged one above stand elsewhere."""
    own = [cell for cell in row if cell.end > cell.start and cell.start >= row[-1].start - 4000]
    filled = own or [cell for cell in row if cell.end > cell.start]
    return page.quoted(min(s.start for s in filled), max(s.end for s in filled))


def _indicators(page: Page, scope: Scope, grid: Grid) -> Iterator[Fact]:
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
    own = _BRACKETED_UNIT.search(says)
    unit = page.text.says(cells["unit"]).strip() if "unit" in cells else own["unit"] if own else ""
    value = _figure(page, (unit,) if unit else _units(grid, column), cells[field], None)
    if value is None or _TOTAL.match(says):
        return None
    quote, evidence = _whole(page, row)
    host = scope.host(row[0].start)
    return Indicator(
        host=host,
        quote=quote,
        evidence=evidence,
        subject=page.told(host, cells["name"]) if host else None,
        name=page.told(_BRACKETED_UNIT.sub("", says), cells["name"], pattern="ledgers"),
        value=page.told(value, cells[field], status=status, pattern="ledgers"),
        yoy=_growth(page, cells) if field == "value" else None,
    )


def _growth(page: Page, cells: dict[str, Span]) -> Told[Quantity] | None:
    if "yoy" not in cells:
        return None
    growth = bare_number(page.text.says(cells["yoy"]).strip(), "%")
    return page.told(growth, cells["yoy"], pattern="ledgers") if growth else None
