"""What an enterprise lacked, as the telling of its case says it.

A need is told by what is short (流动资金紧张), lacking (缺少周转资金), stuck (卡在消防验收环节),
in the way (因订单激增) or solved (解决用电难题). Failing all these, it is the clause of a trouble
(厂门口的断头路堵了五年) that stands before a helper's doing.
"""

import re
from collections.abc import Iterable

from yinfeng.facts.page import Page
from yinfeng.facts.services.openings import Case
from yinfeng.lexicon import words
from yinfeng.lexicon.leading import led
from yinfeng.values import Quantity, Span

_NEEDS, _PRESSES = words.one_of("needs"), words.one_of("presses")
_TAIL = r"的?(?:困难|难题|问题|困境|瓶颈|压力|不便|窘境|诉求|需求|情况)"
_LACK = re.compile(
    led(
        rf"(?<!不){words.one_of('lacks')}(?:了|着|过|部分|大量|一些|一定|较大|严重|一时|一个|的|有|到)*"
        rf"(?P<need>[^,，。;；\n“”]{{2,22}}?)(?={_TAIL}|而|却|[,，。;；\n“”]|影响|导致|$)"
    )
)
_SHORT_OF = re.compile(
    rf"(?P<need>[^,，。;；、:：\n“”的因]{{0,10}}?{_NEEDS}[^,，。;；\n的]{{0,6}}?{_PRESSES})"
)
_WANTS = re.compile(
    led(
        r"(?P<need>没有?(?:钱|资金|人手|场地|地方|厂房|抵押物)(?!问题)[^,，。;；\n]{0,10}|(?:扩建|扩产|新建)?(?<!容)缺(?!口|项|陷|点|席|少|乏|失|位|一不可|额|憾|环)[^,，。;；\n]{1,12})"
    )
)
_STUCK = re.compile(
    r"(?:卡在|卡壳在|倒在|难在)了?(?P<need>[^,，。;；\n]{2,14}?)"
    r"(?:上|环节|这一?关|关口|门槛|(?=[,，。;；\n]))"
)
_CANNOT = re.compile(
    led(
        r"(?P<need>(?:贷不到|招不到|招不来|办不了|办不成|办不出|留不住|找不到|拿不到|跟不上|借不到|批不下)[^,，。;；\n的]{0,6}"
        r"|(?:无法|难以|迟迟(?:未能|没能|不能|没有|未|没))[^,，。;；\n的]{2,12})"
    )
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
    r"(?:需(?!求|用地)要?|想要?|希望|打算|提前(?!介入|服务|对接|谋划|完成|\d)|准备)(?!落户|合作|投资|签约|来|到)(?:一笔|一批|一处|有)?"
    r"(?P<need>[^,，。;；\n的]{2,12}?)(?=的?(?:需求|问题)|[,，。;；\n])"
)
_DIRECT = re.compile(
    r"(?:协调|成功|及时|顺利|一次性|联系|对接|送去|送上|就近|量身)*"
    r"(?:解决|办理|办好|办|申报|申请|争取|落实|协调|找到|找|招引|引进|招聘|代办|补办|拿到|拿|追回|化解|送去|对接|破解|打通|完成|取得|获得)"
    r"(?:了|好|到|下)?(?P<need>[^,，。;；\n“”\d]{2,14}?)(?=\d|[,，。;；\n“”]|的?(?:问题|难题|困难|需求)|等)"
)
_SOLVES = re.compile(r"(?:解决|破解|化解)了?$")
_LACKED = re.compile(
    rf"的?(?P<need>[^,，。;；、\d]{{0,8}}?{_NEEDS}[^,，。;；、\d的]{{0,6}}?)"
    r"(?=\d|[,，。;；、]|的?(?:难题|问题|困难|需求))"
)
_HIRED = re.compile(r"(?P<need>招工|用工|招聘)")
_PRESSING = (_LACK, _SHORT_OF, _WANTS, _CANNOT, _STUCK)
_OTHERWISE = (_CAUSE, _SOLVED, _TROUBLE, _WISHED)
_AGREED = re.compile(r"签[订约署]|摘牌|在谈|洽谈|正在办理")
# Without its sign a pattern finds nothing, and it begins no further before it than this.
_SIGNS = ((_SHORT_OF, words.pattern("presses")), (_TROUBLE, words.pattern("troubles")))
_LEAD = 60
_VAGUE = re.compile(
    r"^(?:[俺我咱]们的?|提出的?|反映的?|的?一[个些]|的|发展|企业|生产|经营|实际|各类|各种|具体|诸多|一些|很多|后顾|燃眉|这个?|这一|自身|急难愁盼|以上|上述|该|相关|有关|存在的?|各种|建设过程中存在|急难|共性|一批|系列|历史遗留|资本市场)*(?:困难|难题|问题|困境|需求)?[和与及、]?$"
)
_CLAUSE = re.compile(r"[^,，。;；\n]+")


def need_of(page: Page, case: Case, end: int) -> Span | None:
    """What was lacking: told behind the enterprise, else before it, else by what was solved."""
    own = case.span
    ways: tuple[tuple[tuple[re.Pattern[str], ...], int], ...]
    if case.is_helped:
        direct = _solved_of(page, case, end) or wanted(page, own.end, end)
        if direct:
            return direct
        ways = (((_SOLVED,), own.end), (_PRESSING, case.start), (_OTHERWISE, own.end))
    else:
        ways = ((_PRESSING, own.end), (_PRESSING, case.start), (_OTHERWISE, own.end))
    for patterns, start in ways:
        found = _first(page, case, patterns, start, end)
        if found is None and patterns is _OTHERWISE and not _is_project(page, case, end):
            found = _first(page, case, (_DONE,), start, end)
        if found:
            return found
    return _last_way(page, case, end)


def _is_project(page: Page, case: Case, end: int) -> bool:
    """Whether a firm goes about papers and land of its own project, with nobody's help told."""
    return not case.is_helped and _AGREED.search(page.text.clean, case.start, end) is not None


def _solved_of(page: Page, case: Case, end: int) -> Span | None:
    """What of an enterprise was solved: 解决某某公司用地指标28亩."""
    if not _SOLVES.search(page.says(max(case.start, case.span.start - 3), case.span.start)):
        return None
    told = _LACKED.match(page.text.clean, case.span.end, end)
    return Span(*told.span("need")) if told else None


def wanted(page: Page, start: int, end: int) -> Span | None:
    """What the words right behind the helped one say was done for it: 帮助…申报技改补贴."""
    direct = _DIRECT.match(page.text.clean, start, end)
    return Span(*direct.span("need")) if direct and not _VAGUE.match(direct["need"]) else None


def _last_way(page: Page, case: Case, end: int) -> Span | None:
    if not case.is_helped:
        ways = _OTHERWISE if _is_project(page, case, end) else (_ABOUT, *_OTHERWISE)
        return _first(page, case, ways, case.start, end)
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
            said = page.says(*span)
            if not _VAGUE.match(said) and not _EASED.search(said):
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


_MET = re.compile(r"[^,，。;；]{0,10}?(?:遇到|碰到|面临|遭遇|存在|碰上|遇上)了?")


def _bare(page: Page, case: Case, span: Span) -> Span:
    start, end = span
    if start < case.span.end < end - 1:
        start = case.span.end
    for mention in page.within(start, end):
        if mention.span.end < end - 1 and not isinstance(mention.value, Quantity):
            name = page.says(*mention.span)
            start = mention.span.end if name.endswith(("公司", "厂", "集团", "月", "年")) else start
    met = _MET.match(page.text.clean, start, end)
    start = met.end() if met and end - met.end() >= 3 else start
    head = _HEAD.match(page.text.clean, start, end)
    if head and end - head.end() >= 2:
        start = head.end()
    return Span(start, end)


# 切实帮助企业解决困难和问题 names no trouble.
_EASED = re.compile(
    r"(?:帮助?|协助|协调|为)[^,，]{0,6}?(?:解决|排忧|纾困)[^,，]{0,6}?(?:困难|难题|问题)"
)
_ILLS = words.pattern("ills")
_HELPED = re.compile(words.one_of("helps") + "|" + words.one_of("favours"))
_NO_TROUBLE = re.compile(
    r"一直|长期|多年来|近年来|是一家|成立于|占地|总投资|主要|专业|表示|介绍|开心|高兴|不断|不仅|不少|不再|不愁"
)


def trouble_of(page: Page, case: Case, end: int) -> Span | None:
    """The first clause behind the enterprise that tells of a trouble, before anyone helps."""
    clean = page.text.clean
    start = case.span.end
    for match in _CLAUSE.finditer(clean, start, end):
        says = match.group()
        is_ill = _ILLS.search(says) and not _NO_TROUBLE.search(says)
        if is_ill and not _EASED.search(says):
            span = _bare(page, case, Span(*match.span()))
            return span if 3 <= span.end - span.start <= 30 else None
        if match.start() > start and _HELPED.search(says):
            return None
    return None
