"""What the telling of a case says: how far it runs, how much was given, what came of it.

What came of it are the closing clauses behind the last effort: 开通绿色通道,5天完成送电.
"""

import re
from dataclasses import dataclass, replace

from yinfeng.facts.page import Page
from yinfeng.facts.services.cases import GOES_ON
from yinfeng.facts.services.needs import need_of, trouble_of, wanted
from yinfeng.facts.services.openings import Case
from yinfeng.lexicon import words
from yinfeng.values import Dimension, Mention, Quantity, Span

_GIVEN = re.compile(
    r"(?:追回|投入|筹了|筹集|筹措|出资|垫资|首贷|转贷|放贷|放款|贷款|授信|融资|信贷|[’”]贷|贷[’”]|资金|补贴|补助|奖补|奖励|批了?|续贷|稳住了?|担保|减免|兑现|发放|拨付|垫付|减税|退税|保函|应急转贷|额度)"
    r"[^,，。;；\d]{0,10}$"
)
_GIVEN_AFTER = re.compile(
    r"^(?:的)?[^,，。;；\d]{0,10}(?:贷款|授信|信贷|资金支持|融资|资金|贷[’”]|额度|补贴|奖补)"
)
_NOT_OUT = re.compile(
    r"(?:原定|计划|拟)[^,，。;；]{0,4}(?:开工|投产|启用|复工)|没能|未能|一直没|一直未|迟迟[没未]|至今[没未]"
)
_RESULT, _GIFT = words.pattern("outcomes"), words.pattern("givings")
_EFFORT, _HELPS = words.pattern("efforts"), words.pattern("helps")
_FAVOURS = words.pattern("favours")
_OFFICE = words.pattern("office_ends")
_CLAUSE = re.compile(r"[^,，。;；…\n]+")
# Who spoke the words before it: ”某某公司总经理说.
_SPOKEN = re.compile(r"[\s”]*[^,，。;；]*(?:说|介绍|表示|坦言|感慨|感叹)道?[:：]?$")
_STILL = re.compile(
    r"[\s“]*(?:积极|主动|及时|目前|如今|现在|最终|不到|仅用|仅|短短|随后|很快|不久|经过|在[^,，。]{1,12}(?:下|后)|第二天|当天|次日|\d+(?:天|个月|月\d+日)|"
    r"[一两三四五六七八九十半]个?(?:天|周|月)|公司|企业|该公司|该企业|为此|对此|得知|了解|针对|镇|街道|园区|管委会|服务|今年[^,，。]{1,10}[,，]?(?:公司|厂|企业))"
)
_AT_LARGE = re.compile(
    r"[\s“]*(?:像|这样|类似|据统计|近年来|截至|一直以来|为了|下一步|这只是|这是|同时|此外|像这|今年以来|去年以来|下阶段|接下来)|总投资|追加投资|增资|共(?:走访|解决|收集|帮助|服务)|累计"
)
_FOR_IT = re.compile(
    r"(?:为|帮助?|助|协助|支持|给)(?:其|该?企业|该?公司|他们)(?!家|解决[^,，。]{0,6}\d)"
    r"|在[^,，。;；\n]{1,10}(?:的)?(?:协调|帮助|牵线|支持|扶持|帮扶|服务|推动)下"
)
_ASKED = re.compile(r"(?:请|要求|安排|由)[^,，。;；]{2,10}?(?:协调|解决|帮助|对接|跟进|落实)")
_PAID = re.compile(
    r"[^,，。;；\n]{0,8}?(?:领到|拿到|获得|收到|享受到?|获)了?[^,，。;；\n\d]{0,16}"
    r"(?:奖励|补贴|补助|奖补|退税|贴息|返还|减免)"
)
_FINED = re.compile(
    r"责令|处罚|罚款|查处|立案|查封|行政拘留|曝光|约谈(?!施工|业主|房东|供应商)|前身|收回土地|收储"
)
# Help of which only the doing is told, not what was lacking: 为某药业开通绿色通道.
_OPENED = re.compile(r"绿色通道|全程(?:代办|帮办|陪同)|代办|帮办|容缺")
_MANY = re.compile(r"等(?:问题|难题|困难)\d+[个件项条]")
_MET = re.compile(r"(?:遇到|碰到|面临|遭遇|存在|碰上|遇上)了?$")
# 介绍了|企业情况和融资困难 asks nobody for help yet.
_TELLS = re.compile(r"(?:分别|逐一|依次|先后)(?:作了?|进行了?)?(?:介绍|汇报|交流)")
_MOST = 6


@dataclass(frozen=True, slots=True)
class Telling:
    """A case read: the stretch that tells of it and the stretches of its fields.

    It is sure where the words of need say that something was lacking; else a helper must be told.
    """

    case: Case
    end: int
    need: Span | None
    amount: Mention | None
    outcome: Span | None
    is_sure: bool = True


def told(page: Page, case: Case) -> Telling | None:
    """What a case tells, if it tells of help at all."""
    end = case.span.start if case.is_speaker and _is_whole(page, case) else _end(page, case)
    if _MANY.search(page.text.clean, case.span.end, end):
        return None
    helps = _HELPS.search(page.text.clean, case.start, end) is not None
    favoured = helps or _FAVOURS.search(page.text.clean, case.start, end)
    if not favoured or _FINED.search(page.text.clean, case.start, end):
        return None
    for_it = _FOR_IT.search(page.text.clean, case.span.end, end)
    paid = _PAID.match(page.text.clean, case.span.end, end)
    if (for_it or paid) and not case.is_helped:
        case = replace(case, is_helped=True)
    need = need_of(page, case, end)
    if need is None and for_it:
        need = wanted(page, for_it.end(), end)
    amount = _amount(page, case, end)
    is_told = need is not None or (amount is not None and case.is_helped)
    is_sure = is_told and (helps or paid is not None)
    if not is_told:
        need = trouble_of(page, case, end)
        opened = case.is_helped and _OPENED.search(page.text.clean, case.start, end)
        if need is None and not opened:
            return None
    if need is not None and _is_only_talked_of(page, case, need):
        return None
    if case.is_loose and need is not None and need.start > _loose_end(page, case):
        return None
    outcome = _outcome(page, case, end, need)
    if outcome is None and amount is None and need is not None:
        outcome = _last_doing(page, need, end)
        is_sure = is_sure and outcome is None
    if amount is None and outcome is None and not case.is_helped:
        asked = _ASKED.search(page.text.clean, case.span.end, end)
        return Telling(case, end, need, None, None) if asked and is_sure else None
    return Telling(case, end, need, amount, outcome, is_sure)


def _is_whole(page: Page, case: Case) -> bool:
    """Whether the words of a speaker tell both the help and what came of it."""
    said = page.says(case.start, case.span.start)
    return _is_help(said) and _RESULT.search(said) is not None


def _is_only_talked_of(page: Page, case: Case, need: Span) -> bool:
    """Whether the firm itself only told of what it lacks: 分别介绍了融资需求和困难."""
    start = max(page.text.clean.rfind(mark, case.start, need.start) for mark in ",，。;；\n")
    return _TELLS.search(page.says(max(start, case.start), need.start)) is not None


def _loose_end(page: Page, case: Case) -> int:
    """Where the sentence of a loosely named enterprise ends, or one that takes it up (原来,…)."""
    own = page.sentences_between(case.span.start, case.span.end)[0]
    following = next(iter(page.after(own)), None)
    takes_up = following is not None and GOES_ON.match(following.says)
    return following.span.end if following is not None and takes_up else own.span.end


def _end(page: Page, case: Case) -> int:
    """Where the telling ends: with the sentence of what came of it, and those that go on."""
    end, is_out = case.end, False
    for at, sentence in enumerate(page.sentences_between(case.start, case.end)):
        start, stop = max(sentence.span.start, case.start), min(sentence.span.end, case.end)
        goes_on = _STILL.match(sentence.says) or case.who[:4] in sentence.says
        if at and (at > _MOST or _AT_LARGE.match(sentence.says) or (is_out and not goes_on)):
            break
        said = _without_passing_on(page.says(start, stop))
        is_last = is_out
        is_out = is_out or (_is_help(said) and bool(_RESULT.search(said) or _GIFT.search(said)))
        if is_last and not (_RESULT.search(said) or _GIFT.search(said)):
            break
        end = stop
        if is_last:
            break
    return end


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
    solved = need is not None and _SOLVES.search(clean[max(0, need.start - 18) : need.start])
    met = need is not None and _MET.search(clean, max(0, need.start - 8), need.start) is not None
    if need and need.end > case.span.end and (case.is_helped or solved) and not met:
        floor = case.span.start if case.is_helped else case.span.end
    spans = [
        Span(*m.span()) for m in _CLAUSE.finditer(clean, floor, end) if not _SPOKEN.match(m.group())
    ]
    marks = [_mark(page.says(*span)) for span in spans]
    last = max((at for at, mark in enumerate(marks) if mark == "result"), default=-1)
    if last < 0:
        last = max((at for at, mark in enumerate(marks) if mark == "gift"), default=-1)
        if last < 0:
            return None
    first = last
    while first and marks[first - 1] == "result":
        first -= 1
    while first < last and _is_doing(page.says(*spans[first])):
        first += 1
    stop = last
    while stop + 1 < len(spans) and clean[spans[stop].end] in ",，":
        stop += 1
    return _stripped(page, case, Span(spans[first].start, spans[stop].end))


def _is_help(says: str) -> bool:
    return _HELPS.search(says) is not None or _FAVOURS.search(says) is not None


def _is_doing(says: str) -> bool:
    """Whether a clause tells first what a helper did: 住建局靠前指导, 开通绿色通道."""
    effort = _EFFORT.search(says)
    return (effort is not None and effort.start() <= 4) or _OFFICE.search(says) is not None


def _last_doing(page: Page, need: Span, end: int) -> Span | None:
    """The last clause behind what was lacking, where somebody is told to help before or in it."""
    clauses = [Span(*m.span()) for m in _CLAUSE.finditer(page.text.clean, need.end, end)]
    clauses = [c for c in clauses if c.start > need.end and not _SPOKEN.match(page.says(*c))]
    helping = next((at for at, c in enumerate(clauses) if _is_help(page.says(*c))), -1)
    if helping < 0 or _NOT_YET.search(page.says(clauses[helping].start, end)):
        return None
    return clauses[-1]


_WISHED = re.compile(r"希望|期盼|盼望|盼着|恳请|渴望|呼吁|尽快复|早日复")
_NOT_YET = re.compile(
    r"期盼|盼望|要求|将|力争|计划|下一步|希望|表示|尽快|争取在|确保|必须|强调|指出|建议|目标"
    r"|拟|签约|洽谈|现正|投资约|正在"
)


def _mark(says: str) -> str:
    if _without_passing_on(says) != says or _WISHED.search(says):
        return "effort"
    if _RESULT.search(says) and not _NOT_OUT.search(says):
        return "result"
    if _GIFT.search(says):
        return "gift"
    return "effort" if _EFFORT.search(says) else ""


# The word of a need is only passed on: 当天就把需求报到区金融办.
_PASSED_ON = re.compile(
    r"[^,，。;；\n]{0,8}?[把将](?:这一|该|企业|公司)*(?:的)?(?:需求|情况|问题|诉求|困难|难题)(?!解决)[^,，。;；\n]{0,6}?"
    r"(?:报|转|反映|提交|上报|反馈|交办)[^,，。;；\n]{0,14}"
)


def _without_passing_on(says: str) -> str:
    """The words without those by which a need is only passed on."""
    return _PASSED_ON.sub("", says) if "把" in says or "将" in says else says


_SOLVES = re.compile(r"(?:解决|化解|破解|缓解|打通)(?:了|好)?[^,，。;；]{0,14}$")
_OFFERED = re.compile(r"(?:帮助|协助|助力|支持|指导|为|给|帮|向|对|使|让)$")
_AGENT = re.compile(
    r"^(?:还|并|又|也)?(?:帮助|协助|助力|支持|指导|使|让|为|帮|给|确保|保障)(?:了)?(?:其|该?企业|该?公司|它)?(?:成功|顺利)?"
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
    while start < end and clean[start] in " “”\n　还并又":
        start += 1
    return Span(start, end)
