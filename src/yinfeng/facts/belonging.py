"""Whose a figure is that stands inside the telling of a project or a park: theirs, not the town's.

高端面料项目…新上喷水织机800台,年可带动就业400人 says 800台 and 400人 of the project: its name
is their subject, no period of the paragraph holds for them, and until it produces they are only
planned. 白领食堂日均供餐1200份 is of the canteen. 全镇 and 累计 turn back to the town.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from yinfeng.facts.page import Page
from yinfeng.values import (
    Carrier,
    Evidence,
    Fact,
    Indicator,
    Project,
    Quantity,
    Renewal,
    Span,
    Status,
    Told,
)

_OF_ALL = re.compile(
    r"全(?:镇|区|县|街道|市|乡|村)|我(?:镇|区|县|街道|们)|该(?:镇|区|县|街道)|累计|同比|上半年|全年"
)
_OF_TOWN = re.compile(r"(?:全|我|该)(?:镇|区|县|街道|市|乡|村)|我们|[。;；]\s*[二三四五六七八九]是")
# 街道抽调32名干部。已签约51家: what the town did in another sentence leaves the block its figure.
_TOWN_ACTS = re.compile(r"[,，。;；](?:镇|街道|开发区|高新区|管委会)(?=[一-龥])[^。\n]*$")
# 打造云溪金融港,盘活闲置楼宇8万平方米: behind a park that is only named the town's deeds go on.
_TOWN_GOES_ON = re.compile(
    r"等(?:\d|[两三四五六七八九十])|[”]?(?:建设)?[,，](?:[盘新]活|引进亿|新签约|新开工|力争|确保|完成(?:固定|工业|财政|规上)|培育|净增|实现(?:地区|工业|财政|生产)|生产总值|地区生产|固定资产)"
)
_REAL = re.compile(
    r"已|目前|完成|累计|到位|投产后的?第?一?年|[仅只](?:用|需)|仅|正[在分]|去年|现有|现已|实现"
)
# 截止目前,该县为某项目举办推介13次: what was done so far for a project that does not run yet.
_SO_FAR = re.compile(r"截[止至](?:目前|今)[^。;；\n]*$")
# 累计盘活低效用地69.5亩 adds up what several blocks gave.
_OF_MANY = ("累计", "共盘活", "共腾退", "先后")
# A项目、B项目等正式签约,占已建厂房的60%; …B项目4家企业: what follows a list is of all of it.
_AFTER_LIST = re.compile(r"等|\d+(?:余|多)?[家个]")
_IN_LIST = frozenset("、和及与")
_LEAD = 30
_LED_IN = re.compile(
    r"[在于到向对与和同、给为从由把将让带及或赴]$|入驻|落户|参观|走访|考察|租[用赁下]|选址|位于|进驻|落地|紧邻|毗邻"
)
_WORKS = ("项目", "工程")
_RUNNING = frozenset(("completed", "producing", "full_capacity"))
_AFTER_PROJECT = 90
# A table says itself whose its figures are, and of what time.
_OF_A_TABLE = "ledgers"
_AFTER_NAME = 40


class _Telling(NamedTuple):
    """Where a project or carrier is told of, in the restored text, and which it is."""

    start: int
    end: int
    owner: Project | Carrier | Renewal


def settled(page: Page, facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """The facts, each figure inside a telling given to the project or carrier told of."""
    ends = [sentence.span.end for sentence in page.sentences]
    tellings = sorted(_tellings(page, facts, ends), key=lambda telling: telling[:2])
    if not tellings:
        return tuple(facts)
    starts = [telling.start for telling in tellings]
    return tuple(
        _given(page, fact, tellings, starts) if isinstance(fact, Indicator) else fact
        for fact in facts
    )


def _tellings(page: Page, facts: Sequence[Fact], ends: Sequence[int]) -> Iterator[_Telling]:
    projects = {f.name.value for f in facts if isinstance(f, Project) and f.name is not None}
    for fact in facts:
        if isinstance(fact, Project) and fact.name is not None:
            yield _of_project(page, fact, fact.name.evidence[0], ends)
        elif isinstance(fact, Carrier | Renewal) and (name := _name_of(fact)) is not None:
            told = _where(page, name.evidence[0])
            before = page.says(max(0, told.start - 2), told.start)
            after = page.says(told.end, told.end + 2)
            if _LED_IN.search(before) is None and after not in _WORKS:
                at = bisect_right(ends, told.end)
                last = _paragraph_end(page, ends, at) if at < len(ends) else told.end
                is_built = name.value in projects
                if _TOWN_GOES_ON.match(page.text.clean, told.end) and _is_bare(fact):
                    continue
                if isinstance(fact, Carrier) and _is_only_named(fact, after, is_built=is_built):
                    last = _sentence_end(ends, told.end, told.end)
                yield _Telling(told.start, last, fact)


def _is_only_named(carrier: Carrier, after: str, *, is_built: bool) -> bool:
    """Whether a park of which nothing is told stands in a list (打造门窗产业园、农业示范区) or is
    itself a project among others (投资630万元的供销商城,…)."""
    return (is_built or after[:1] in ("、", "和", "及")) and _is_bare(carrier)


def _is_bare(fact: Carrier | Renewal) -> bool:
    """Whether a park is named and nothing more is told of it."""
    if not isinstance(fact, Carrier):
        return False
    return not any((fact.area, fact.built_area, fact.tenants, fact.site))


def _where(page: Page, evidence: Evidence) -> Span:
    """Where evidence stands in the restored text: damage in the source parts no words there."""
    return page.text.clean_span(evidence.start, evidence.end)


def _of_project(page: Page, fact: Project, proof: Evidence, ends: Sequence[int]) -> _Telling:
    """What tells of a project: its own words and a little more, or only the clauses behind it."""
    name, own = _where(page, proof), _where(page, fact.evidence)
    if _AFTER_LIST.match(page.text.clean, name.end) and (
        page.says(name.start - 1, name.start) in _IN_LIST
    ):
        return _Telling(name.start, name.end, fact)
    if not _is_described(fact):
        told = max(own.end, name.end)
        last = _sentence_end(ends, told - 1, told)
        return _Telling(name.start, max(own.end, min(last, name.end + _AFTER_NAME)), fact)
    last = _sentence_end(ends, max(own.end - 1, name.start), own.end)
    end = max(own.end, min(last, own.end + _AFTER_PROJECT))
    return _Telling(min(name.start, own.start), end, fact)


def _name_of(fact: Carrier | Renewal) -> Told[str] | None:
    return fact.name if isinstance(fact, Carrier) else fact.block


def _paragraph_end(page: Page, ends: Sequence[int], at: int) -> int:
    """Where the paragraph of the sentence numbered *at* ends."""
    return ends[page.paragraph_ends[page.sentences[at].paragraph]]


def _sentence_end(ends: Sequence[int], offset: int, otherwise: int) -> int:
    at = bisect_right(ends, offset)
    return ends[at] if at < len(ends) else otherwise


def _is_described(project: Project) -> bool:
    figures = (project.investment, project.land, project.capacity, project.annual_sales)
    return any(figures) or project.annual_tax is not None or project.floor_area is not None


def _given(
    page: Page, fact: Indicator, tellings: Sequence[_Telling], starts: Sequence[int]
) -> Indicator:
    told = fact.value or fact.yoy
    if told is None or told.pattern == _OF_A_TABLE:
        return fact
    at, end = _where(page, told.evidence[0])
    near = bisect_right(starts, at) - 1
    if near < 0 or tellings[near].end < end:
        return fact
    telling = tellings[near]
    between = page.says(telling.start, at)
    if not isinstance(telling.owner, Project):
        return _of_carrier(fact, telling.owner, between)
    assert telling.owner.name is not None
    bare = _without_owner(fact.name, telling.owner.name.value)
    elsewhere = "项目" in (bare.value if bare else "") or _OF_ALL.search(between)
    if bare == fact.name and elsewhere:
        return fact
    changed = replace(fact, subject=telling.owner.name, period=None, name=bare)
    if _SO_FAR.search(page.text.clean, max(0, telling.start - _LEAD), at):
        return changed
    return replace(changed, value=_planned(fact, telling.owner))


def _without_owner(name: Told[str] | None, owner: str) -> Told[str] | None:
    """The figure's name without the end of its project's: 酿造技改项目|累计完成投资."""
    if name is None:
        return None
    for size in range(min(len(owner), len(name.value) - 2), 1, -1):
        if name.value.startswith(owner[-size:]):
            return replace(name, value=name.value[size:])
    return name


def _of_carrier(fact: Indicator, carrier: Carrier | Renewal, between: str) -> Indicator:
    """The figure as the carrier's or block's, unless its words name another subject."""
    if fact.subject is None or fact.subject.value != fact.host:
        return fact
    if _OF_TOWN.search(between) or _TOWN_ACTS.search(between):
        return fact
    if isinstance(carrier, Renewal) and fact.name and fact.name.value.startswith(_OF_MANY):
        return fact
    return replace(fact, subject=_name_of(carrier))


def _planned(fact: Indicator, project: Project) -> Told[Quantity] | None:
    """The figure, only planned while the project does not produce."""
    value = fact.value
    if value is None or value.status is not Status.DONE or _REAL.search(fact.quote):
        return value
    if fact.name is not None and _REAL.search(fact.name.value):
        return value
    running = project.stage is not None and project.stage.value in _RUNNING
    return value if running else replace(value, status=Status.PLANNED)
