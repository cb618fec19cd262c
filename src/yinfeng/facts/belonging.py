"""Whose a figure is that stands inside the telling of a project: the project's, not the town's.

高端面料项目…新上喷水织机800台,年可带动就业400人 says 800台 and 400人 of the project: its name
is their subject, no period of the paragraph holds for them, and until it produces they are only planned.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from yinfeng.facts.page import Page
from yinfeng.values import Fact, Indicator, Project, Quantity, Status, Told

_OF_ALL = re.compile(
    r"全(?:镇|区|县|街道|市|乡|村)|我(?:镇|区|县|街道|们)|该(?:镇|区|县|街道)|累计|同比|上半年|全年"
)
_REAL = re.compile(r"已|目前|完成|累计|投产后的?第?一?年|[仅只](?:用|需)|仅|只用|正[在分]|去年|现有|现已|实现")
_RUNNING = frozenset(("completed", "producing", "full_capacity"))


class _Telling(NamedTuple):
    """Where a project is told of, in the source, and the project."""

    start: int
    end: int
    project: Project


def settled(page: Page, facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """The facts, each figure inside a project's telling given to the project."""
    tellings = sorted(_tellings(page, facts), key=lambda telling: telling[:2])
    starts = [telling.start for telling in tellings]
    if not tellings:
        return tuple(facts)
    return tuple(
        _given(page, fact, tellings, starts) if isinstance(fact, Indicator) else fact
        for fact in facts
    )


def _tellings(page: Page, facts: Sequence[Fact]) -> Iterator[_Telling]:
    ends = [page.text.evidence(s.span).end for s in page.sentences]
    for fact in facts:
        if not isinstance(fact, Project) or fact.name is None or not _is_described(fact):
            continue
        own = fact.evidence
        start = fact.name.evidence[0].start
        at = bisect_right(ends, max(own.end - 1, start))
        last = ends[at] if at < len(ends) else own.end
        yield _Telling(min(start, own.start), max(own.end, min(last, own.end + 90)), fact)


def _is_described(project: Project) -> bool:
    figures = (project.investment, project.land, project.capacity, project.annual_sales)
    return any(figures) or project.annual_tax is not None or project.floor_area is not None


def _given(
    page: Page, fact: Indicator, tellings: Sequence[_Telling], starts: Sequence[int]
) -> Indicator:
    told = fact.value or fact.yoy
    if told is None:
        return fact
    at = told.evidence[0].start
    near = bisect_right(starts, at) - 1
    if (
        near < 0
        or tellings[near].end < told.evidence[0].end
        or "项目" in (fact.name.value if fact.name else "")
    ):
        return fact
    telling = tellings[near]
    if _OF_ALL.search(page.text.document.source, telling.start, at):
        return fact
    assert telling.project.name is not None
    changed = replace(fact, subject=telling.project.name, period=None)
    return replace(changed, value=_planned(fact, telling.project))


def _planned(fact: Indicator, project: Project) -> Told[Quantity] | None:
    """The figure, only planned while the project does not produce."""
    value = fact.value
    if value is None or value.status is not Status.DONE or _REAL.search(fact.quote):
        return value
    running = project.stage is not None and project.stage.value in _RUNNING
    return value if running else replace(value, status=Status.PLANNED)
