"""Tables of blocks that are vacated and used anew: 地块名称, 面积, 涉及企业, 签约率, 拟用途."""

import re
from collections.abc import Iterator

from yinfeng.facts.ledgers.cells import whole_row
from yinfeng.facts.ledgers.grids import Grid
from yinfeng.facts.ledgers.rows import figure_at, named_rows, other_figures, parts_of, says_of
from yinfeng.facts.page import Page
from yinfeng.facts.scope import Scope
from yinfeng.values import Dimension, Fact, Renewal

_RENEWED = re.compile(r"腾退|更新|改造|征收|搬迁|盘活|低效|闲置|签约率|清退|收储")


def read_renewals(page: Page, scope: Scope, grid: Grid) -> Iterator[Fact]:
    """The blocks of a table that says that they are cleared or renewed."""
    if not grid.is_of("renewal") or grid.is_of("project"):
        return
    if not says_of(page, grid, _RENEWED):
        return
    at = grid.fields("renewal")
    for row, cells, block in named_rows(page, grid, "renewal", "block"):
        quote, evidence = whole_row(page, row)
        yield Renewal(
            host=scope.host(row[0].start),
            quote=quote,
            evidence=evidence,
            block=block,
            area=figure_at(page, grid, row, at.get("area"), Dimension.AREA),
            enterprises=figure_at(page, grid, row, at.get("enterprises"), Dimension.COUNT, "家"),
            tenants=figure_at(page, grid, row, at.get("tenants"), Dimension.COUNT, "户"),
            signed_rate=figure_at(page, grid, row, at.get("signed_rate"), Dimension.RATIO, "%"),
            signed_area=figure_at(page, grid, row, at.get("signed_area"), Dimension.AREA),
            before=parts_of(page, cells.get("before")),
            after=parts_of(page, cells.get("after")),
        )
        yield from other_figures(page, scope, grid, row, block, at)
