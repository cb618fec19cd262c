"""The time of a column's figures: its heading's own (1-9月累计), else that of the table's title.

A goal without a time of its own (年度目标) is one of the whole year.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from yinfeng.facts.ledgers.cells import leaf_of
from yinfeng.facts.ledgers.grids import Grid
from yinfeng.facts.page import Page
from yinfeng.facts.reigns import is_day
from yinfeng.values import Grain, Mention, Period, Span, Told

_LONGEST_TITLE = 60
_TITLE_LINES = 4


def period_of(page: Page, grid: Grid, at: int, *, whole_year: bool = False) -> Told[Period] | None:
    """The period of the column at *at*, with the words that tell it; None where none is told."""
    own = _of_heading(page, grid, at)
    found = own or page.kept(("title", grid.lead), lambda: next(_of_title(page, grid), None))
    if found is None:
        return None
    period = found.value
    assert isinstance(period, Period)
    if whole_year and (day := period.start or period.end) is not None:
        start, end = date(day.year, 1, 1), date(day.year + 1, 1, 1)
        period = replace(period, start=start, end=end, grain=Grain.YEAR)
    return page.told(period, found.span, pattern="ledgers")


def _of_heading(page: Page, grid: Grid, at: int) -> Mention | None:
    leaf = leaf_of(grid.header[at])
    start = page.text.clean.rfind(leaf, *grid.lead) if leaf else -1
    return next(_periods(page, Span(start, start + len(leaf))), None) if start >= 0 else None


def _of_title(page: Page, grid: Grid) -> Iterator[Mention]:
    """The periods of the lines above the headings, nearest line first, up to the first sentence."""
    starts = [page.text.clean.rfind(leaf_of(one), *grid.lead) for one in grid.header if one]
    heads = min((start for start in starts if start >= 0), default=grid.lead.end)
    lines = [one for one in page.text.lines if grid.lead.start <= one.span.start < heads]
    for line in list(reversed(lines))[: _TITLE_LINES + 1]:
        end = min(line.span.end, heads)
        if end - line.span.start > _LONGEST_TITLE or "。" in page.says(line.span.start, end):
            return
        # The day under a signature is the paper's, not that of the figures below it.
        yield from (m for m in _periods(page, Span(line.span.start, end)) if not is_day(m))


def _periods(page: Page, span: Span) -> Iterator[Mention]:
    for mention in page.within(*span):
        if isinstance(mention.value, Period) and mention.value.is_resolved:
            yield mention
