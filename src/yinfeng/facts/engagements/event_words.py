"""What the words around an event tell besides who was there: its day, place and project.

A place is told after 赴, 到, 前往 or 在 as a run of regions and towns (上海、深圳,
上海市闵行区梅陇镇); where a firm's name begins with a region, the region is no place.
"""

import re
from collections.abc import Sequence
from datetime import timedelta

from yinfeng.facts.page import Page, Sentence
from yinfeng.facts.scope import Scope
from yinfeng.lexicon.bodies import region_heads
from yinfeng.lexicon.held_runs import held
from yinfeng.lexicon.leading import led
from yinfeng.values import Grain, Mention, Name, NameKind, Period, Span

_DATED = (Grain.DAY, Grain.TENDAYS, Grain.MONTH)
_SPANNED = (*_DATED, Grain.YEAR, Grain.SPAN, Grain.QUARTER, Grain.HALF)
_PLACES = frozenset({NameKind.PLACE, NameKind.TOWN, NameKind.VILLAGE})
_LONGEST_TRIP = 45
_NEAR = re.compile(r"邻[县市镇区]|外地|周边县市")
_JOINT = re.compile(r"[、和及与]")
_CITY = re.compile(
    r"[一-龥]{2,4}?(?=[,，、]|等地|两地|三地|考察|拜访|拜会|洽谈|招商|对接|参观|学习|举行|举办)"
)
_SEATS = frozenset("镇乡村道区县")
_NO_CITY = re.compile(
    r"开展|上门|进行|专程|实地|举办|组织|对接|[的了相有等地两]|公司|企业|园|村|客商|市场"
    r"|考察|招商|拜访|学习|洽谈"
)
_GOES_ON = (
    *(
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
    ),
    *("会后", "会前", "会见", "大会", "签约现场", "推介会上", "对接会上", "签约仪式"),
)
_OPENED = re.compile(r"举行|召开|举办|启幕|开幕|签约仪式|揭牌|大会")
_AT_EVENT = re.compile(r"仪式|会上|活动现场|现场签约|在这里|在此")
_TIME_OF_DAY = re.compile(
    r"\s*[“]?(?:上午|下午|中午|晚上|傍晚|当晚|一早|赶早|清早|早上|次日|翌日|第二天|随后|接着)"
)
_LATELY = re.compile(r"\s*(?:[一-龥]{2,8}讯[^,，。]{0,20}?)?(?:近日|日前|前不久|不久前)")
_NEXT_DAY = re.compile(r"\s*[“]?(?:次日|翌日|第二天)")
_DATE_LINE = 24
_BACK = 12
_SHOWN = re.compile(r"推介了?|参观了?|考察了?|察看了?|走访了?|介绍了?")
_VERBS = (
    "协调|洽谈|推进|对接|考察|敲定了?|围绕|关于|商谈|跟进|推动|签约|签订|共同|进一步|详细|共建|建设|新建|兴建"
    "|推介了?|拟投资[^项]{2,12}?兴建|加快|促使|促成|新上"
)
_PROJECT = re.compile(
    led(
        held(rf"(?:{_VERBS}|就|谈(?!判)|的|(?<=[,，]))+", "verbs")
        + r"(?P<name>[一-龥A-Za-z0-9“”（）()·-]{2,24}?(?:项目|基地|产业园|生产线))"
        r"(?!工作|建设情况|信息|合作$|数|个|\d|负责|办|部|方|组|推进会|签约|集中)"
    )
)
_NO_NAME = re.compile(
    r"^[我全该各]|^(?:踢好|牵牢|抓好|做好|打好|进企)|深化|参观|了解|[察查]看|走访|[该其](?:企业|公司|厂|项目)"
)
_LAST_VERB = re.compile(rf".*(?:{_VERBS}|谈|就)(?=[一-龥A-Za-z0-9“]{{3}})")
_COMMON_PROJECT = re.compile(
    led(
        rf"(?:[该本此各两多几个大点们并对看好更]|{_VERBS}|落实|再次|强化|加大|听取|重大|重点|招商|引资|合作|投资|产业|建设|相关"
        rf"|有意向|意向|在谈|签约|落地|具体"
        r"|优质|\d+年度?|第?[一二三四]季度|上半年|下半年|年度|亿元以上|超亿元|进一步|做好|抓好"
        r"|全镇|全区|街道|园区|成熟|储备|拟建|在建|新|好)*(?:项目|基地|产业园|生产线)"
    )
)


def day_of(page: Page, scope: Scope, sentence: Sentence, offset: int) -> Mention | None:
    """The day, month or year that the event at *offset* is told for, if it is known."""
    own = [m for m in sentence.periods if _is_known(m, _DATED) or _is_trip(m)]
    before = [m for m in own if m.span.start <= offset]
    days = [m for m in own if is_day(m)]
    if before or days:
        return _finest(before) if before else days[0]
    if sentence.says.lstrip().startswith(_GOES_ON) or _AT_EVENT.search(sentence.says):
        for earlier in page.before(sentence, _BACK):
            told = [m for m in earlier.periods if is_day(m)]
            is_near = sentence.paragraph - earlier.paragraph <= 2 or _OPENED.search(earlier.says)
            if told and is_near:
                return told[-1]
    dated = day_above(page, sentence)
    if dated is not None:
        return dated
    if _LATELY.match(sentence.says):
        return None
    inherited = scope.period(sentence, offset)
    return inherited if inherited and _is_known(inherited, _SPANNED) else None


def day_above(page: Page, sentence: Sentence) -> Mention | None:
    """The day of the line of a diary that a sentence stands under, or that its 次日 follows."""
    is_later = _TIME_OF_DAY.match(sentence.says) is not None
    for earlier in page.before(sentence, 8):
        told = [m for m in earlier.periods if is_day(m)]
        if not told:
            continue
        is_line = len(earlier.says.strip()) <= _DATE_LINE and earlier.paragraph < sentence.paragraph
        is_line = is_line and not page.says(earlier.span.start, told[0].span.start).strip()
        if not is_line and not (is_later and sentence.paragraph - earlier.paragraph <= 1):
            return None
        return _next(told[-1]) if _NEXT_DAY.match(sentence.says) else told[-1]
    return None


def _next(day: Mention) -> Mention:
    """The day after one that is told."""
    period = day.value
    if not isinstance(period, Period) or period.start is None or period.end is None:
        return day
    step = timedelta(days=1)
    return Mention(day.span, Period(period.end, period.end + step, Grain.DAY))


def day_end(sentence: Sentence) -> int:
    """Where the first day that a sentence tells ends; its start if it tells none."""
    return next((m.span.end for m in sentence.periods if is_day(m)), sentence.span.start)


def first_day(period: Period) -> Period:
    """The day that an event of several days begins on; other times as they are."""
    if period.grain is not Grain.SPAN or period.start is None or not _is_short(period):
        return period
    return Period(period.start, period.start + timedelta(days=1), Grain.DAY)


def is_day(mention: Mention) -> bool:
    """Whether a mention tells one known day, or the few days of a trip."""
    period = mention.value
    if not isinstance(period, Period) or period.start is None:
        return False
    return not period.recurs if period.grain is Grain.DAY else _is_trip(mention)


def tells_a_day(sentence: Sentence) -> bool:
    """Whether a sentence tells a day, be it one whose year nothing tells: 11月2日."""
    return any(isinstance(m.value, Period) and m.value.grain is Grain.DAY for m in sentence.periods)


def _is_trip(mention: Mention) -> bool:
    period = mention.value
    return isinstance(period, Period) and period.grain is Grain.SPAN and _is_short(period)


def _is_short(period: Period) -> bool:
    if period.start is None or period.end is None:
        return False
    return period.end - period.start <= timedelta(days=_LONGEST_TRIP)


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
    clean, last = page.text.clean, _place_end(page, at, end)
    if last == at:
        return None
    while (joint := _JOINT.match(clean, last, end)) is not None:
        further = _place_end(page, joint.end(), end)
        if further == joint.end():
            further = _with_city(page, at, further, end)
        if further == joint.end():
            break
        last = further
    return Span(at, last)


def _place_end(page: Page, at: int, end: int) -> int:
    """The end of the regions and towns told one after another from *at*; *at* if there is none."""
    near = _NEAR.match(page.text.clean, at, end)
    last = near.end() if near else at
    while True:
        here = [m for m in page.within(last, last + 1) if isinstance(m.value, Name)]
        places = [m for m in here if isinstance(m.value, Name) and m.value.kind in _PLACES]
        longest = max((m.span.end for m in here), default=last)
        place = max((m.span.end for m in places), default=last)
        if place == last or place < longest or place > end:
            break
        last = place
    return _with_city(page, at, last, end) if last > at else _town_of_region(page, at)


def _town_of_region(page: Page, at: int) -> int:
    """The end of a town that a region's name right at *at* leads into: 中山+小榄镇."""
    for mention in page.within(at + 2, at + 5):
        is_town = isinstance(mention.value, Name) and mention.value.kind is NameKind.TOWN
        if is_town and page.says(at, mention.span.start) in region_heads():
            return mention.span.end
    return at


def _with_city(page: Page, at: int, last: int, end: int) -> int:
    """Take in a city abroad that no list knows: 日本名古屋."""
    if last == at or page.says(last - 1, last) in _SEATS:
        return last
    city = _CITY.match(page.text.clean, last, end)
    if city is None or _NO_CITY.search(city[0]) or page.within(last, city.end()):
        return last
    return city.end()


def project_in(page: Page, start: int, end: int) -> tuple[str, Span] | None:
    """The project that the words between two offsets say the event is about."""
    for match in _PROJECT.finditer(page.text.clean, start, end):
        begin, stop = match.span("name")
        verb = _LAST_VERB.match(match["name"])
        begin += verb.end() if verb else 0
        name = page.says(begin, stop).strip("“”")
        if name.endswith("产业园") and _SHOWN.search(page.says(max(0, begin - 4), begin)):
            continue
        if _NO_NAME.search(name):
            continue
        if len(name) > 3 and not _COMMON_PROJECT.fullmatch(name):
            return name, Span(begin, stop)
    return None
