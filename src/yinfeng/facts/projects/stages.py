"""How far a project has come, and when, by its own words or by those of its list.

安装设备 is work under way though it names no stage; 签订意向书 is signed, but only negotiates.
"""

import re
from datetime import date

from yinfeng.facts.page import Page
from yinfeng.facts.projects.days import day_of, last_day
from yinfeng.facts.projects.fields import ProjectFields
from yinfeng.facts.projects.hosting import is_of_others, takes_in_others
from yinfeng.facts.projects.list_stages import ceremony, heading_stage, list_stage
from yinfeng.facts.projects.regions import Region
from yinfeng.facts.projects.signings import signed_before
from yinfeng.facts.stages import NOWHERE, ORDER, is_reached, nearest_stage, stage_between
from yinfeng.lexicon import words
from yinfeng.lexicon.leading import led
from yinfeng.values import Mention, Span, Term, TermKind

_UNDER_WAY = words.pattern("under_way")
_SIGNED = (
    "negotiating",
    "finalising",
    "signed",
    "registered",
    "land",
    "started",
    "topped_out",
    "completed",
    "producing",
    "lost",
)
_SIGNS = re.compile(led("|".join(rf"(?P<{key}>{words.one_of(f'sign_{key}')})" for key in _SIGNED)))
_WEAKER = {"negotiating": ("signed",), "finalising": ("signed",)}
_PRODUCES = re.compile(r"(?<!预计)(?<!可)(?:年产|年加工|实现产值|年产值|生产|年实现)(?!后)")
_TO_COME = re.compile(r"预计|计划|拟|将|可实现|达产后|投产后|装修")
_MOST = 400
# 新开工项目9个,其中10亿元以上项目2个,分别是A、B: what was counted first holds for them too.
_OF_THESE = re.compile(r"\s*(?:其中|包括|分别)")
_WANTS = re.compile(
    r"[^,，。;；:：]{0,10}(?:力争|确保|争取|目标是|(?<![主重首必需])要(?:加快|推动|抓|紧盯|全力|实现|完成))"
)


def stage_of(page: Page, region: Region, today: date | None) -> ProjectFields:
    """The furthest stage that is told of a project, with its day; none of a day still to come."""
    found = _stage_and_day(page, region)
    day = found.get("stage_date")
    start = day.value.start if day is not None else None
    if start is not None and today is not None and start > today:
        return ceremony(page, region)
    return found


def _stage_and_day(page: Page, region: Region) -> ProjectFields:
    told = _own_stage(page, region)
    if told is None and region.named.entry:
        told = heading_stage(page, region.sentence)
    if told is None:
        told = list_stage(page, region)
    if told is not None and told[1] == "signed" and _is_of_guests(page, region, told[0]):
        return {}
    if told is None and _is_at_work(page, region):
        return {"stage": page.told("producing", region.named.span)}
    if told is None:
        return signed_before(page, region) or ceremony(page, region)
    mention, key = told
    found: ProjectFields = {"stage": page.told(key, mention.span)}
    day = day_of(page, region, mention, key)
    if day is not None:
        found["stage_date"] = day
    elif (held := ceremony(page, region)) and held["stage"].value == key:
        found["stage_date"] = held["stage_date"]
    return found


def _is_of_guests(page: Page, region: Region, stage: Mention) -> bool:
    """Whether a park's guests have signed, not the park: 已与6家企业签订入园协议."""
    return takes_in_others(region.named.name) and is_of_others(page, stage.span)


def _noted(page: Page, region: Region) -> tuple[Mention, str] | None:
    """The stage that stands in brackets behind one of several names: A项目(已签约)、B项目(在谈)."""
    one = region.named
    return _furthest(page, Span(one.span.end, region.own.end), one.span)


def _is_at_work(page: Page, region: Region) -> bool:
    """Whether a firm that is the project is said to make things, with nothing left to come."""
    says = page.says(*region.whole)
    return (
        region.named.of_firm
        and _PRODUCES.search(says) is not None
        and _TO_COME.search(says) is None
    )


def _own_stage(page: Page, region: Region) -> tuple[Mention, str] | None:
    one = region.named
    start = region.own.start if one.group is None else min(one.group, region.own.start)
    best: tuple[Mention, str] | None = None
    last = max(region.own.end, region.shared.end)
    spans = [Span(start, last), *region.more]
    if region.is_joined:
        spans = [Span(start, region.own.end), region.shared, *region.more]
    says = page.says(region.sentence.span.start, last)[:_MOST]
    if _WANTS.match(says) and "已" not in says:
        return None
    if region.is_joined and (noted := _noted(page, region)):
        return noted
    for span in spans:
        told = _furthest(page, span, one.span)
        if told and (best is None or ORDER.index(told[1]) > ORDER.index(best[1])):
            best = told
    if best is None or ORDER.index(best[1]) < ORDER.index("started"):
        best = _under_way(page, tuple(spans)) or best
    is_alone = one.group is None or _OF_THESE.match(page.text.clean, one.group) is not None
    if best is None and is_alone and not one.entry and region.context.start < start:
        best = _before(page, Span(region.context.start, start))
    return best


def _before(page: Page, context: Span) -> tuple[Mention, str] | None:
    """The stage that an earlier clause of the sentence tells: 双方签订协议,总投资…项目落户."""
    told, signed = nearest_stage(page, *context), _furthest(page, context)
    if told is None or signed is None:
        return signed
    return signed if signed[0].span.start > told[0].span.start else told


def stage_in(page: Page, span: Span) -> ProjectFields:
    """The stage that a cell of a ledger tells, with its day: 9月26日开工,正在进行桩基施工."""
    told = _furthest(page, span)
    if told is None or ORDER.index(told[1]) < ORDER.index("started"):
        told = _under_way(page, (span,)) or told
    if told is None:
        return {}
    found: ProjectFields = {"stage": page.told(told[1], told[0].span)}
    day = last_day(page, span.start, told[0].span.start)
    return found | ({"stage_date": day} if day else {})


def _under_way(page: Page, spans: tuple[Span, ...]) -> tuple[Mention, str] | None:
    """Work that goes on where no stage is named: 正在安装设备."""
    for span in spans:
        match = _UNDER_WAY.search(page.text.clean, *span)
        if match and is_reached(page, Span(*match.span())):
            told = Term("started", TermKind.STAGE, match.group())
            return Mention(Span(*match.span()), told), "started"
    return None


def _furthest(page: Page, span: Span, name: Span = NOWHERE) -> tuple[Mention, str] | None:
    """The furthest stage told in a stretch, by its words or by a sign."""
    best = stage_between(page, *span, name)
    for match in _SIGNS.finditer(page.text.clean, *span):
        key, words = str(match.lastgroup), Span(*match.span())
        if key != "lost" and not is_reached(page, words, name):
            continue
        weaker = best is None or best[1] in _WEAKER.get(key, ())
        if weaker or (best is not None and ORDER.index(key) > ORDER.index(best[1])):
            best = Mention(words, Term(key, TermKind.STAGE, match.group())), key
    return best
