"""How far a project has come, and when: from its own words, its list's lead, or the page's ceremony.

The stage of a list (新开工项目5个:…) or of a heading (已竣工项目2个) holds for its items; a page that tells of
one ceremony (集中签约仪式, 3月28日) gives its stage and day to the projects that it then lists.
"""

import re
from datetime import date, timedelta
from typing import Any

from yinfeng.facts.page import Page, Sentence
from yinfeng.facts.project_regions import Region
from yinfeng.facts.stages import ORDER, is_reached, stage_between
from yinfeng.lexicon import project_words
from yinfeng.text import LineKind
from yinfeng.values import Grain, Mention, Period, Span, Term, TermKind, Told

_UNDER_WAY = project_words.pattern("under_way")
_ENTRY = re.compile(r"[\s　]*+(?:[(（]?[0-9０-９]{1,3}[)）.．、]|[①-⑳◎●★■▲◆·•※☆○▶☞➤])")
_LEADS_LIST = re.compile(r"项目|名单|如下|[:：]$")
_LIST_OF = re.compile(
    r"(?:签约|开工|在建|竣工|投产|在谈|洽谈|储备|跟踪|完工|续建|落地|推进)[^,，。;；:：]{0,6}(?:项目|工程)(?:进展|情况|清单|[（(\d:：]|$)"
)
_LIST_LEAD = re.compile(r"[^,，。;；:：]{0,12}(?:项目|工程)[^,，。;；:：]{0,6}[:：]")
_CEREMONY = re.compile(
    r"(?:集中)?(?P<what>签约|开工|奠基|竣工|投产|开园)(?:仪式|活动|现场|大会)|集中(?P<all>签约|开工|竣工|投产)"
)
_TALKED_OF = frozenset(("visited", "negotiating", "finalising"))
_THEN = re.compile(
    r"[\s　]*(?:洽谈会上|推介会上|其间|期间|当天|当日|会上|仪式上|现场|活动中|活动现场|会议期间|座谈会上|分会场|主会场|双方)"
)
_SIGNS = {
    key: project_words.pattern(f"sign_{key}")
    for key in (
        "negotiating",
        "finalising",
        "signed",
        "registered",
        "land",
        "started",
        "topped_out",
        "producing",
        "lost",
    )
}
# 签订意向书 is a word of signing, but only a negotiation.
_WEAKER = {"negotiating": ("signed",), "finalising": ("signed",)}
_PRODUCES = re.compile(r"(?<!预计)(?<!可)(?:年产|年加工|实现产值|年产值|生产|年实现)(?!后)")
_TO_COME = re.compile(r"预计|计划|拟|将|可实现|达产后|投产后|装修")
_WANTS = re.compile(
    r"[^,，。;；:：]{0,10}(?:力争|确保|争取|目标是|(?<![主重首必需])要(?![素件求]))"
)
_VAGUE = re.compile(r"年[内初底末]$")
_HOLDS = re.compile(r"举行|举办|召开|隆重")
_HELD = {
    "签约": "signed",
    "开工": "started",
    "奠基": "started",
    "竣工": "completed",
    "投产": "producing",
    "开园": "producing",
}
_DAYS = (Grain.DAY, Grain.TENDAYS, Grain.MONTH, Grain.YEAR)


def stage_of(page: Page, region: Region, today: date | None) -> dict[str, Any]:
    """The furthest stage that is told of a project, with its day; none of a day still to come."""
    found = _stage_and_day(page, region)
    day = found.get("stage_date")
    if day is not None and today is not None and day.value.start > today:
        return {}
    return found


def _stage_and_day(page: Page, region: Region) -> dict[str, Any]:
    told = _own_stage(page, region)
    if told is None and region.named.entry:
        told = _heading_stage(page, region.sentence)
    if told is None:
        told = _list_stage(page, region)
    if told is None and _is_at_work(page, region):
        return {"stage": page.told("producing", region.named.span)}
    if told is None:
        return _ceremony(page, region)
    mention, key = told
    found: dict[str, Any] = {"stage": page.told(key, mention.span)}
    day = _day(page, region, mention, key)
    if day is not None:
        found["stage_date"] = day
    elif (held := _ceremony(page, region)) and held["stage"].value == key:
        found["stage_date"] = held["stage_date"]
    return found


def _noted(page: Page, region: Region) -> tuple[Mention, str] | None:
    """The stage that stands in brackets behind one of several names: A项目(已签约)、B项目(在谈)."""
    one = region.named
    return _furthest(page, Span(one.span.end, region.own.end), one.span.end)


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
    own = len(spans)
    if one.group is None and not one.entry and region.context.start < start:
        spans.append(Span(region.context.start, start))
    if _WANTS.match(region.sentence.says) and "已" not in region.sentence.says:
        return None
    if region.is_joined and (noted := _noted(page, region)):
        return noted
    for at, span in enumerate(spans):
        if at >= own and best is not None:
            break
        told = _furthest(page, span, one.span.end)
        if told and (best is None or ORDER.index(told[1]) > ORDER.index(best[1])):
            best = told
    if best is None or ORDER.index(best[1]) < ORDER.index("started"):
        return _under_way(page, tuple(spans[:own])) or best
    return best


def stage_in(page: Page, span: Span) -> dict[str, Any]:
    """The stage that a cell of a ledger tells, with its day: 9月26日开工,正在进行桩基施工."""
    told = _furthest(page, span)
    if told is None or ORDER.index(told[1]) < ORDER.index("started"):
        told = _under_way(page, (span,)) or told
    if told is None:
        return {}
    found: dict[str, Any] = {"stage": page.told(told[1], told[0].span)}
    day = _last_day(page, span.start, told[0].span.start)
    return found | ({"stage_date": day} if day else {})


def _under_way(page: Page, spans: tuple[Span, ...]) -> tuple[Mention, str] | None:
    """Work that goes on where no stage is named: 正在安装设备."""
    for span in spans:
        match = _UNDER_WAY.search(page.text.clean, *span)
        if match and is_reached(page, Span(*match.span())):
            told = Term("started", TermKind.STAGE, match.group())
            return Mention(Span(*match.span()), told), "started"
    return None


def _furthest(page: Page, span: Span, after: int = 0) -> tuple[Mention, str] | None:
    """The furthest stage told in a stretch, by its words or by a sign."""
    best = stage_between(page, *span, after)
    for key, pattern in _SIGNS.items():
        match = pattern.search(page.text.clean, *span)
        if match is None or not (key == "lost" or is_reached(page, Span(*match.span()))):
            continue
        if (
            best is None
            or best[1] in _WEAKER.get(key, ())
            or ORDER.index(key) > ORDER.index(best[1])
        ):
            best = Mention(Span(*match.span()), Term(key, TermKind.STAGE, match.group())), key
    return best


def _heading_stage(page: Page, sentence: Sentence) -> tuple[Mention, str] | None:
    """The stage of the list that an entry stands in: 部分签约项目如下:, 2、在建项目3个."""
    for previous in page.before(sentence, 16):
        terms = [m for m in previous.mentions if _is_stage(m)]
        is_heading = previous.line.kind in (LineKind.HEADING, LineKind.TITLE)
        if _ENTRY.match(previous.says) and not _LIST_OF.search(previous.says[:20]):
            continue
        if not is_heading and not _LEADS_LIST.search(previous.says):
            continue
        if previous.line.kind is LineKind.PROSE and len(previous.says) > 40:
            return None
        return (terms[-1], terms[-1].value.key) if terms else None  # type: ignore[union-attr]
    return None


def _list_stage(page: Page, region: Region) -> tuple[Mention, str] | None:
    """The stage of the list that runs on over ; in one line: 签约项目:A,…;B,…."""
    clean, sentence = page.text.clean, region.sentence
    for previous in page.before(sentence, 8):
        if previous.paragraph != sentence.paragraph or clean[sentence.span.start - 1] not in ";；":
            return None
        match = _LIST_LEAD.search(previous.says)
        if match:
            start = previous.span.start
            terms = page.within(start + match.start(), start + match.end())
            told = [m for m in terms if _is_stage(m)]
            return (told[-1], told[-1].value.key) if told else None  # type: ignore[union-attr]
        sentence = previous
    return None


def _is_stage(mention: Mention) -> bool:
    return isinstance(mention.value, Term) and mention.value.kind is TermKind.STAGE


def _day(page: Page, region: Region, stage: Mention, key: str) -> Told[Period] | None:
    """The last day told before a stage in its sentence, else that of the sentence it goes on from."""
    if isinstance(stage.value, Term) and stage.value.key != key:
        return None
    low = max(region.sentence.span.start, stage.span.start - 70)
    if stage.span.start > region.sentence.span.end:
        low = max(region.sentence.span.end, stage.span.start - 40)
    elif (
        region.named.group is None
        and region.own.start > low
        and stage.span.start > region.own.start
    ):
        near = _last_day(page, region.own.start, stage.span.start)
        if near is not None:
            return near
    near = _last_day(page, low, stage.span.start)
    if near is not None or ORDER.index(key) > ORDER.index("signed"):
        return near
    sentence = region.sentence
    then = _THEN.match(page.text.clean, sentence.span.start) is not None
    if then or key in _TALKED_OF:
        for previous in page.before(sentence, 3):
            if previous.paragraph != sentence.paragraph and not then:
                break
            first = _first_day(page, previous)
            if first is not None:
                return first
    return None


def _last_day(page: Page, start: int, end: int) -> Told[Period] | None:
    for mention in reversed(page.within(start, end)):
        value = mention.value
        if not isinstance(value, Period) or value.start is None:
            continue
        if page.says(*mention.span).startswith("后年"):
            continue
        if value.grain in _DAYS and not _VAGUE.match(page.says(*mention.span)):
            return page.told(value, mention.span)
        if _is_trip(value):
            return page.told(_first_of(value), mention.span)
    return None


def _is_trip(value: Period) -> bool:
    """Whether a time is a few days together: 5月6日至8日."""
    return (
        value.start is not None
        and value.end is not None
        and timedelta(1) < value.end - value.start <= timedelta(10)
        and value.grain is Grain.SPAN
    )


def _first_of(value: Period) -> Period:
    if value.grain is Grain.DAY or value.start is None:
        return value
    return Period(value.start, value.start + timedelta(1), Grain.DAY)


def _first_day(page: Page, sentence: Sentence) -> Told[Period] | None:
    for mention in sentence.periods:
        value = mention.value
        if not isinstance(value, Period) or value.start is None:
            continue
        if value.grain is Grain.DAY or _is_trip(value):
            return page.told(_first_of(value), mention.span)
    return None


def _ceremony(page: Page, region: Region) -> dict[str, Any]:
    """The stage and day of the ceremony that the page, or the paragraph, tells of."""
    titled = False
    for sentence in page.sentences[:12]:
        match = _CEREMONY.search(sentence.says)
        if match is None:
            continue
        if sentence.line.kind in (LineKind.TITLE, LineKind.HEADING):
            titled = True
        elif titled or _HOLDS.search(sentence.says):
            if sentence.span.end > region.named.span.start and sentence is not region.sentence:
                return {}
            if not titled and sentence.paragraph != region.sentence.paragraph:
                return {}
            day = _first_day(page, sentence)
            if day is not None:
                start = sentence.span.start
                span = Span(start + match.start(), start + match.end())
                key = _HELD[match["what"] or match["all"]]
                return {"stage": page.told(key, span), "stage_date": day}
    return {}
