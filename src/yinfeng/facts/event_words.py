"""What the words around an event tell besides who was there: its day, place and project.

A place is told after 赴, 到, 前往 or 在 as a run of regions (上海、深圳, 上海市闵行区梅陇镇); where
a firm's name begins with a region, the region is no place.
"""

import re
from collections.abc import Sequence
from datetime import timedelta

from yinfeng.facts.offices import body_kind, is_body
from yinfeng.facts.page import Page, Sentence
from yinfeng.facts.scope import Scope
from yinfeng.lexicon import bodies as body_words
from yinfeng.values import Grain, Mention, NameKind, Period, Span

_DATED = (Grain.DAY, Grain.TENDAYS, Grain.MONTH)
_SPANNED = (*_DATED, Grain.YEAR, Grain.SPAN, Grain.QUARTER, Grain.HALF)
_HEADS = body_words.one_of(body_words.region_heads())
_REGION = re.compile(rf"(?:{_HEADS}(?:省|市|县|区|州|自治区|特别行政区)?+)++")
_SEATED = re.compile(r"(?:[一-龥]{2,6}?(?:省|市|区|县|镇|乡|街道|村)(?![级里委民])){1,4}")
_LONGEST_TRIP = 45
_NEAR = re.compile(r"邻县|邻市|邻镇|外地|周边县市")
_JOINT = re.compile(r"[、和及与]")
_GOES_ON = (
    "活动",
    "会上",
    "仪式",
    "会议",
    "期间",
    "座谈",
    "当天",
    "当日",
    "随后",
    "双方",
    "考察",
    "现场",
)
_PROJECT = re.compile(
    r"(?:协调|洽谈|就|推进|对接|考察|谈|敲定了?|围绕|关于|商谈|跟进|推动|的)"
    r"(?P<name>[一-龥A-Za-z0-9“”（）()·]{2,20}?项目)(?!工作|建设情况|信息|合作$)"
)
_COMMON_PROJECT = re.compile(
    r"(?:[该本此各两多几个重大点商引资合作投产业建设相有意向在谈签约落地具体优质好]|亿元以上|超亿元|进一步)*项目"
)


def day_of(page: Page, scope: Scope, sentence: Sentence, offset: int) -> Mention | None:
    """The day, month or year that the event at *offset* is told for, if it is known."""
    own = [m for m in sentence.periods if _is_known(m, _DATED) or _is_trip(m)]
    before = [m for m in own if m.span.start < offset]
    if own:
        return _finest(before or own)
    if sentence.says.lstrip().startswith(_GOES_ON):
        for earlier in page.before(sentence, 2):
            days = [m for m in earlier.periods if _is_known(m, (Grain.DAY,))]
            if days and earlier.paragraph == sentence.paragraph:
                return days[-1]
    inherited = scope.period(sentence, offset)
    return inherited if inherited and _is_known(inherited, _SPANNED) else None


def first_day(period: Period) -> Period:
    """The day that an event of several days begins on; other times as they are."""
    if period.grain is not Grain.SPAN or period.start is None or not _is_short(period):
        return period
    return Period(period.start, period.start + timedelta(days=1), Grain.DAY)


def _is_trip(mention: Mention) -> bool:
    period = mention.value
    return isinstance(period, Period) and period.grain is Grain.SPAN and _is_short(period)


def _is_short(period: Period) -> bool:
    if period.start is None or period.end is None:
        return False
    return period.end - period.start <= timedelta(days=_LONGEST_TRIP)


def is_day(mention: Mention) -> bool:
    """Whether a mention tells one known day."""
    return _is_known(mention, (Grain.DAY,)) or _is_trip(mention)


def _finest(told: Sequence[Mention]) -> Mention:
    return next((m for m in told if is_day(m)), told[-1])


def _is_known(mention: Mention, grains: Sequence[Grain]) -> bool:
    period = mention.value
    return (
        isinstance(period, Period)
        and period.start is not None
        and not period.recurs
        and period.grain in grains
    )


def place_at(page: Page, at: int, end: int) -> Span | None:
    """The run of places that begins at *at*."""
    start, clean = at, page.text.clean
    last = _place_end(page, at, end)
    if last is None:
        return None
    while (joint := _JOINT.match(clean, last, end)) is not None:
        further = _place_end(page, joint.end(), end)
        if further is None:
            break
        last = further
    return Span(start, last)


def _place_end(page: Page, at: int, end: int) -> int | None:
    clean = page.text.clean
    named = [m for m in page.within(at, min(at + 14, end)) if _is_closed(m)]
    limit = min([end, *(m.span.start for m in named)])
    near = _NEAR.match(clean, at, end)
    region = _REGION.match(clean, near.end() if near else at, end)
    if region and any(m.span.start <= region.start() < m.span.end for m in named):
        return near.end() if near else None
    start = region.end() if region else near.end() if near else at
    seated = _SEATED.match(clean, start, limit)
    if seated:
        return seated.end()
    return start if region or near else None


def _is_closed(mention: Mention) -> bool:
    """Whether a body's name hides the place that it begins with: a firm's, not a town's."""
    return is_body(mention) and body_kind(mention) not in (NameKind.TOWN, NameKind.VILLAGE)


def project_in(page: Page, start: int, end: int) -> tuple[str, Span] | None:
    """The project that the words between two offsets say the event is about."""
    for match in _PROJECT.finditer(page.text.clean, start, end):
        name = match["name"].strip("“”")
        if not _COMMON_PROJECT.fullmatch(name):
            return name, Span(*match.span("name"))
    return None
