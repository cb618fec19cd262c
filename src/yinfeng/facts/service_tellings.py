"""What the telling of a case says: what was lacking, how much was given, what came of it.

A need is told by what is short (流动资金紧张), lacking (缺少周转资金), in the way
(因消防验收卡壳) or solved (解决用电难题). What came of it are the closing clauses behind the
last effort.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from yinfeng.facts.page import Page, Sentence
from yinfeng.facts.service_cases import Case
from yinfeng.lexicon import words
from yinfeng.values import Dimension, Mention, Quantity, Span

_NEEDS, _PRESSES = words.one_of("needs"), words.one_of("presses")
_TAIL = r"的?(?:困难|难题|问题|困境|瓶颈|压力|不便|窘境|诉求|需求|情况)"
_LACK = re.compile(
    rf"(?<!不){words.one_of('lacks')}(?:了|着|过|部分|大量|一些|一定|较大|严重|一时|一个|的|有|到)*"
    rf"(?P<need>[^,，。;；\n“”]{{2,22}}?)(?={_TAIL}|而|却|[,，。;；\n“”]|影响|导致|$)"
)
_SHORT_OF = re.compile(
    rf"(?P<need>[^,，。;；、:：\n“”的因]{{0,10}}?{_NEEDS}[^,，。;；\n的]{{0,6}}?{_PRESSES})"
)
_WANTS = re.compile(r"(?P<need>(?:扩建|扩产|新建)?缺(?!口|陷|点|席|少|乏)[^,，。;；\n]{1,12})")
_CANNOT = re.compile(
    r"(?P<need>(?:贷不到|招不到|招不来|留不住|找不到|拿不到|跟不上|借不到|批不下)[^,，。;；\n的]{0,6}"
    r"|(?:无法|难以|迟迟(?:未能|没能|不能|没有|未|没))[^,，。;；\n的]{2,12})"
)
_CAUSE = re.compile(
    r"(?<![原起])(?:因为?|由于|受)(?!此|地制宜|为)(?P<need>[^,，。;；\n]{2,24}?)"
    r"(?=卡壳|受阻|影响|导致|而|无法|迟迟|一度|不能|未能|等问题|等因素|困扰|制约|[,，。;；\n])"
)
_SOLVED = re.compile(
    r"(?:解决|破解|化解|缓解|打通|消除|疏通|攻克|满足|保障)(?:了|好|掉)?(?:(?:企业|其|公司|该公司|项目|员工)的?)?"
    r"(?P<need>[^,，。;；\n“”]{2,18}?)"
    r"(?=的?(?:难题|问题|困难|瓶颈|堵点|痛点|难点|梗阻|需求|矛盾|之忧|之困|烦恼|后顾之忧))"
)
_DONE = re.compile(
    r"(?:办理|申报|申请|补办|代办|办好|落实|争取|对接|拿到|取得|完善|引进|招聘|招录|储备|寻找|找到)(?:了|好|到)?"
    r"(?P<need>[^,，。;；\n“”\d]{0,12}?(?:手续|证|许可|验收|备案|审批|贷款|资质|环评|补贴|厂房|用地|订单|认证|土地|人才|工人|技工|人员|博士|硕士|资金|场地|仓库))"
)
_ABOUT = re.compile(
    r"(?:针对|对于|得知|了解到|发现|反映)[^,，。;；\n]{0,24}?(?:反映|提出)?的?"
    r"(?P<need>[^,，。;；\n的]{2,20}?)(?:的?(?:问题|情况|难题|诉求|实际|困难|需求)|后?(?=[,，]))"
)
_TROUBLE = re.compile(
    rf"(?P<need>[^,，。;；\n的“”]{{0,14}}?{words.one_of('troubles')}[^,，。;；\n的“”、]{{0,6}})"
)
_WISHED = re.compile(
    r"(?:需要?|想要?|希望|打算|提前|准备)(?:一笔|一批|一处|有)?"
    r"(?P<need>[^,，。;；\n的]{2,12}?)(?=的?(?:需求|问题)|[,，。;；\n])"
)
_DIRECT = re.compile(
    r"(?:协调|成功|及时|顺利|一次性|联系|对接|送去|送上|就近|量身)*"
    r"(?:解决|办理|办好|办|申报|申请|争取|落实|协调|找到|找|招引|引进|招聘|代办|补办|拿到|拿|追回|化解|送去|对接|破解|打通|完成|取得|获得)"
    r"(?:了|好|到|下)?(?P<need>[^,，。;；\n“”\d]{2,14}?)(?=\d|[,，。;；\n“”]|的?(?:问题|难题|困难|需求)|等)"
)
_HIRED = re.compile(r"(?P<need>招工|用工|招聘)")
_PRESSING = (_LACK, _SHORT_OF, _WANTS, _CANNOT)
_OTHERWISE = (_CAUSE, _SOLVED, _TROUBLE, _WISHED, _DONE)
# Without its sign a pattern finds nothing, and it begins no further before it than this.
_SIGNS = ((_SHORT_OF, words.pattern("presses")), (_TROUBLE, words.pattern("troubles")))
_LEAD = 60
_VAGUE = re.compile(
    r"^(?:的|发展|企业|生产|经营|实际|各类|各种|具体|诸多|一些|很多|后顾|燃眉|这个?|这一|自身|急难愁盼|以上|上述|该|相关|有关|存在的?|各种|建设过程中存在|急难|共性|一批|系列|历史遗留|资本市场)*(?:困难|难题|问题|困境|需求)?$"
)
_GIVEN = re.compile(
    r"(?:放贷|放款|贷款|授信|融资|信贷|[’”]贷|贷[’”]|资金|补贴|补助|奖补|奖励|批了?|续贷|稳住了?|担保|减免|兑现|发放|拨付|垫付|减税|退税|保函|应急转贷|额度)"
    r"[^,，。;；\d]{0,10}$"
)
_GIVEN_AFTER = re.compile(
    r"^(?:的)?[^,，。;；\d]{0,10}(?:贷款|授信|信贷|资金支持|融资|资金|贷[’”]|额度|补贴|奖补)"
)
_RESULT, _GIFT = words.pattern("outcomes"), words.pattern("givings")
_EFFORT, _HELPS = words.pattern("efforts"), words.pattern("helps")
_CLAUSE = re.compile(r"[^,，。;；\n]+")
_TOWARDS = re.compile(
    r"^[\s“”]*(?:并|最终|成功|还|又|目前|随后|很快|现在|如今)*(?:帮助|协助|助力|使|让|令|确保|保障)"
    r"(?P<who>[^,，。;；]*?)(?P<said>.*)$",
    re.DOTALL,
)
_STILL = re.compile(
    r"[\s“]*(?:目前|如今|现在|最终|不到|仅用|仅|短短|随后|很快|不久|经过|在[^,，。]{1,12}(?:下|后)|第二天|当天|次日|\d+(?:天|个月|月\d+日)|"
    r"[一两三四五六七八九十半]个?(?:天|周|月)|公司|企业|该公司|该企业|为此|对此|得知|了解|针对|镇|街道|园区|管委会|服务|今年[^,，。]{2,10}(?:公司|厂|企业))"
)
_AT_LARGE = re.compile(
    r"[\s“]*(?:像|这样|类似|据统计|近年来|截至|一直以来|为了|下一步|这只是|这是|同时|此外|像这|今年以来|去年以来|下阶段|接下来)|共(?:走访|解决|收集|帮助|服务)|累计"
)
_FOR_IT = re.compile(
    r"(?:为|帮助?|助|协助|支持|给)(?:其|该?企业|该?公司|他们)(?!家|解决[^,，。]{0,6}\d)"
    r"|在[^,，。;；\n]{1,10}(?:的)?(?:协调|帮助|牵线|支持|扶持|帮扶|服务|推动)下"
)
_ASKED = re.compile(r"(?:请|要求|安排|由)[^,，。;；]{2,10}?(?:协调|解决|帮助|对接|跟进|落实)")
_MOST = 6


@dataclass(frozen=True, slots=True)
class Telling:
    """A case read: the stretch that tells of it and the stretches of its fields."""

    case: Case
    end: int
    need: Span | None
    amount: Mention | None
    outcome: Span | None


def told(page: Page, case: Case) -> Telling | None:
    """What a case tells, if it tells of help at all."""
    end = _end(page, case)
    if not _HELPS.search(page.text.clean, case.start, end):
        return None
    for_it = _FOR_IT.search(page.text.clean, case.span.end, end)
    if for_it and not case.is_helped:
        case = replace(case, is_helped=True)
    need = _need(page, case, end)
    if need is None and for_it:
        need = _wanted(page, for_it.end(), end)
    amount = _amount(page, case, end)
    if need is None and (amount is None or not case.is_helped):
        return None
    if case.is_loose and need is not None and need.start > _sentence_end(page, case):
        return None
    outcome = _outcome(page, case, end, need)
    if amount is None and outcome is None and not case.is_helped:
        asked = _ASKED.search(page.text.clean, case.span.end, end)
        return Telling(case, end, need, None, None) if asked else None
    return Telling(case, end, need, amount, outcome)


def _sentence_end(page: Page, case: Case) -> int:
    return next(s.span.end for s in page.sentences if case.span.start < s.span.end)


def _sentences(page: Page, case: Case) -> list[Sentence]:
    return [s for s in page.sentences if s.span.start < case.end and case.start < s.span.end]


def _end(page: Page, case: Case) -> int:
    """Where the telling ends: with the sentence of what came of it, and those that go on."""
    end, is_out = case.end, False
    for at, sentence in enumerate(_sentences(page, case)):
        start, stop = max(sentence.span.start, case.start), min(sentence.span.end, case.end)
        goes_on = _STILL.match(sentence.says) or case.who[:4] in sentence.says
        if at and (at > _MOST or _AT_LARGE.match(sentence.says) or (is_out and not goes_on)):
            break
        said = page.says(start, stop)
        is_last = is_out
        helps = _HELPS.search(said) is not None
        is_out = is_out or (helps and bool(_RESULT.search(said) or _GIFT.search(said)))
        if is_last and not _RESULT.search(said):
            break
        end = stop
        if is_last:
            break
    return end


def _need(page: Page, case: Case, end: int) -> Span | None:
    """What was lacking: told behind the enterprise, else before it, else by what was solved."""
    own = case.span
    ways: tuple[tuple[tuple[re.Pattern[str], ...], int], ...]
    if case.is_helped:
        direct = _wanted(page, own.end, end)
        if direct:
            return direct
        ways = (((_SOLVED,), own.end), (_PRESSING, case.start), (_OTHERWISE, own.end))
    else:
        ways = ((_PRESSING, own.end), (_PRESSING, case.start), (_OTHERWISE, own.end))
    for patterns, start in ways:
        found = _first(page, case, patterns, start, end)
        if found:
            return found
    return _last_way(page, case, end)


def _wanted(page: Page, start: int, end: int) -> Span | None:
    direct = _DIRECT.match(page.text.clean, start, end)
    return Span(*direct.span("need")) if direct and not _VAGUE.match(direct["need"]) else None


def _last_way(page: Page, case: Case, end: int) -> Span | None:
    if not case.is_helped:
        return _first(page, case, (_ABOUT, *_OTHERWISE), case.start, end)
    hired = _HIRED.search(page.text.clean, max(0, case.start - 60), end)
    return Span(*hired.span("need")) if hired else None


def _first(
    page: Page, case: Case, patterns: Iterable[re.Pattern[str]], start: int, end: int
) -> Span | None:
    """The need that is told first by any of the patterns."""
    found: list[Span] = []
    for pattern in patterns:
        for match in pattern.finditer(page.text.clean, _opening(page, pattern, start, end), end):
            span = _bare(page, case, Span(*match.span("need")))
            if not _VAGUE.match(page.says(*span)):
                found.append(span)
                break
    return min(found, default=None)


def _opening(page: Page, pattern: re.Pattern[str], start: int, end: int) -> int:
    """Where the pattern may first find something: a little before the first of its signs."""
    for signed, sign in _SIGNS:
        if signed is pattern:
            match = sign.search(page.text.clean, start, end)
            return max(start, match.start() - _LEAD) if match else end
    return start


_HEAD = re.compile(
    r"(?:、|原有|目前|当前|项目(?:开工|投产|建设)?后|由于|但|且|又|却|一度|正|等|急需|新上|一直|因为?|受|订单[^,，。]{0,4}(?:增加|激增|饱满)|企业|公司|该|的|就)+"
)


def _bare(page: Page, case: Case, span: Span) -> Span:
    start, end = span
    if start < case.span.end < end - 1:
        start = case.span.end
    for mention in page.within(start, end):
        if mention.span.end < end - 1 and not isinstance(mention.value, Quantity):
            name = page.says(*mention.span)
            start = mention.span.end if name.endswith(("公司", "厂", "集团", "月", "年")) else start
    head = _HEAD.match(page.text.clean, start, end)
    if head and end - head.end() >= 2:
        start = head.end()
    return Span(start, end)


def _amount(page: Page, case: Case, end: int) -> Mention | None:
    """The first sum of money that is lent or granted."""
    for mention in page.within(case.start, end):
        quantity = mention.value
        if not isinstance(quantity, Quantity) or quantity.unit.dimension is not Dimension.MONEY:
            continue
        lead = page.says(max(case.start, mention.span.start - 18), mention.span.start)
        tail = page.says(mention.span.end, mention.span.end + 14)
        if _GIVEN.search(lead) or _GIVEN_AFTER.match(tail):
            return mention
    return None


def _outcome(page: Page, case: Case, end: int, need: Span | None) -> Span | None:
    """The closing clauses: from the first result behind the last effort to the sentence's end."""
    clean = page.text.clean
    floor = need.end if need else case.start
    solved = need is not None and _SOLVES.search(clean[need.start - 8 : need.start])
    if need and need.end > case.span.end and (case.is_helped or solved):
        floor = case.span.start if case.is_helped else case.span.end
    spans = [Span(*m.span()) for m in _CLAUSE.finditer(clean, floor, end)]
    marks = [_mark(page.says(*span)) for span in spans]
    last = max((at for at, mark in enumerate(marks) if mark == "result"), default=-1)
    if last < 0:
        last = max((at for at, mark in enumerate(marks) if mark == "gift"), default=-1)
        if last < 0:
            return None
    first = last
    while first and marks[first - 1] == "result":
        first -= 1
    stop = last
    while stop + 1 < len(spans) and clean[spans[stop].end] in ",，":
        stop += 1
    return _stripped(page, case, Span(spans[first].start, spans[stop].end))


def _mark(says: str) -> str:
    if _RESULT.search(says):
        return "result"
    if _GIFT.search(says):
        return "gift"
    return "effort" if _EFFORT.search(says) else ""


_SOLVES = re.compile(r"(?:解决|化解|破解|缓解|打通)(?:了|好)?[^,，。;；]{0,4}$")
_OFFERED = re.compile(r"(?:帮助|协助|助力|支持|指导|为|给|帮|向|对|使|让)$")
_AGENT = re.compile(
    r"^(?:帮助|协助|助力|支持|指导|使|让|为|帮|给|确保|保障)(?:了)?(?:其|该?企业|该?公司|它)?(?:成功|顺利)?"
)


def _stripped(page: Page, case: Case, span: Span) -> Span:
    """The outcome without who was helped at its head: 帮助企业按期交付 → 按期交付."""
    clean = page.text.clean
    start, end = span
    if start <= case.span.start and case.span.end < end:
        lead = page.says(start, case.span.start)
        if not lead or _OFFERED.search(lead):
            start = case.span.end
    head = _AGENT.match(clean[start : start + 14])
    if head and head.group() not in ("为", "给"):
        start += head.end()
    while start < end and clean[start] in " “”\n　":
        start += 1
    return Span(start, end)
