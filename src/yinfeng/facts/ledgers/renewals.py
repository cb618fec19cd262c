"""Tables of blocks that are vacated and used anew: 地块名称, 面积, 涉及企业, 签约率, 拟用途."""

import re
from collections.abc import Iterator

from yinfeng.facts.ledgers.cells import figure_of, whole_row
from yinfeng.facts.ledgers.grids import Grid
from yinfeng.facts.ledgers.rows import figure_at, other_figures, parts_of, rows_of, words_of
from yinfeng.facts.page import Page
from yinfeng.facts.scope import Scope
from yinfeng.values import Dimension, Fact, Quantity, Renewal, Span, Told

_RENEWED = re.compile(r"腾退|更新|改造|征收|搬迁|盘活|低效|闲置|签约率|清退|收储")


def read_renewals(page: Page, scope: Scope, grid: Grid) -> Iterator[Fact]:
    """The blocks of a table that says that they are cleared or renewed."""
    if not grid.is_of("renewal") or grid.is_of("project"):
        return
    if not (_RENEWED.search(page.says(*grid.lead)) or _RENEWED.search(" ".join(grid.header))):
        return
    at = grid.fields("renewal")
    for row, cells in rows_of(page, grid, "renewal"):
        block = words_of(page, cells.get("block"))
        if block is None:
            continue
        quote, evidence = whole_row(page, row)
        yield Renewal(
            host=scope.host(row[0].start),
            quote=quote,
            evidence=evidence,
            block=block,
            area=figure_at(page, grid, row, at.get("area"), Dimension.AREA),
            enterprises=_count(page, cells.get("enterprises"), "家"),
            tenants=_count(page, cells.get("tenants"), "户"),
            signed_rate=figure_at(page, grid, row, at.get("signed_rate"), Dimension.RATIO)
            or _rate(page, cells.get("signed_rate")),
            signed_area=figure_at(page, grid, row, at.get("signed_area"), Dimension.AREA),
            before=parts_of(page, cells.get("before")),
            after=parts_of(page, cells.get("after")),
        )
        yield from other_figures(page, scope, grid, row, block, at)


def _count(page: Page, cell: Span | None, unit: str) -> Told[Quantity] | None:
    found = figure_of(page, (unit,), cell, Dimension.COUNT) if cell else None
    return page.told(found, cell, pattern="ledgers") if found and cell else None


def _rate(page: Page, cell: Span | None) -> Told[Quantity] | None:
    """A rate in a cell: 75%, or 75 under 签约率."""
    found = figure_of(page, ("%",), cell, Dimension.RATIO) if cell else None
    return page.told(found, cell, pattern="ledgers") if found and cell else None
