"""Who invests in a project: 由A公司投资建设, A公司投资3亿元的…, 拜访A公司,就…项目洽谈.

Investors are firms or institutes that invest, own the project, or are negotiated with about it.
A short name told on the same page stands for its full one; 公司 and 双方 for the firm told before.
"""

import re

from yinfeng.facts.page import Page, Sentence
from yinfeng.facts.projects.edges import is_generic
from yinfeng.facts.projects.owners import by_short_name
from yinfeng.facts.projects.regions import Region
from yinfeng.lexicon.bodies import region_heads
from yinfeng.values import Mention, Name, NameKind, Span

_INVESTS = re.compile(
    r"(?:[(（][^()（）]{1,8}[)）])?(?:拟|计划|将|共同|联合|合作|独资|全额|总|正式|此次|也|已)*"
    r"(?:在[^,，。;；]{2,12})?(?:投资(?!促进|协议|环境)|出资|斥资|投建|兴建|新上|新建|征地|摘得|竞得|拍得|受让|建设(?!单位)|合作开发|开发(?!区)|实施|扩建|打造|改建|租下|建起|办起|租赁|租用|流转)"
)
_BY = re.compile(
    r"(?:由|投资方(?:为|是|:|：)?|投资主体(?:为|是|:|：)?|投资商(?:为|是|:|：)?|投资单位(?:为|是|:|：)?|业主(?:单位)?(?:为|是|:|：)?|建设单位(?:为|是|:|：)?|企业名称[:：]|引进(?:了)?|项目负责人、)"
    r"[^,，。;；、\d]{0,6}$"
)
_TALKED = re.compile(
    r"(?:拜访|走访|参观|察看|考察|赴|到|前往|与|和|同|会见|对接|接待|拜会|来到|走进)(?:了)?[^,，。;；、]{0,10}$"
)
_TALKS = re.compile(
    r"洽谈|商谈|考察|对接|协调|座谈|磋商|签约|签订|签署|达成|跟踪|推进|谈|牵手|落户|交换意见|沟通|意向|了解[^,，。;；]{2,24}项目(?:选址|需求|情况)"
)
_WITH_OTHERS = re.compile(
    r"[、与和及][^,，。;；、]{2,24}?(?:共同|合作|联合)?(?:投资|出资|改建|建设(?!单位)|开发(?!区))"
)
_JOINER = re.compile(r"[、和与及]|以及")
_SIGNS = re.compile(r"签订|签约|签署|签下")
_IT_INVESTS = re.compile(
    r"(?:(?<![一-龥])|(?<=年))(?:它|其|他|她|这家企业|这家公司|该厂|该公司|该集团|该企业|公司|企业)(?:总|拟|计划|将|已|再|有意|准备)*(?:在[^,，。;；]{2,14}?)?(?:投资|投入|斥资|建设|新建|兴建)"
)
_IT_IS_SAID = re.compile(r"[\s“]*(?:据了解|据悉|据介绍|[他她其](?:厂|的厂|公司|们)|对方|人家)")
_BOTH = re.compile(r"双方(?:正式|现场|成功|当场)?(?:就|围绕|签订|签署|商定|签约)")
_VISITS = re.compile(r"[^,，。;；]{0,24}一行")
# 某某建材公司|就|装配式墙板项目与园区达成意向
_ABOUT = ("就", "围绕", "拟就", "将就")
_AMOUNT = re.compile(r"(?:的)?[\d.]+(?:多|余)?(?:千|百)?(?:万|亿)?(?:美|欧|日|港)?元(?:的)?")
_JOINED = re.compile(r"(?:、|和|与|及)$")
_INVESTORS = (NameKind.FIRM, NameKind.GROUP, NameKind.INSTITUTE)
_SHORT = (*_INVESTORS, NameKind.BRAND)
_OFFICES = re.compile(
    r"(?:中心|医院|污水处理厂|水厂|变电站|电厂|学校|小学|中学|幼儿园|卫生院|税务|银行|支行|法院|党校)$"
)
_MEANS = re.compile(r"(?:[一-龥]{0,4}(?:拟|计划|有意|准备|将))")


def investors_of(page: Page, region: Region) -> dict[str, Span]:
    """The investors of a project by name, with the words that name each."""
    investors = _named(page, region)
    if len(investors) > 1 and region.is_joined:
        own = {name: at for name, at in investors.items() if at.start >= region.own.start}
        investors = own if len(own) == 1 else {}
    return (
        investors or by_short_name(page, region) or _meant(page, region) or _namesake(page, region)
    )


def _named(page: Page, region: Region) -> dict[str, Span]:
    one, found, earlier = region.named, dict[str, Span](), dict[str, Span]()
    last = -1
    for mention in region.mentions(page):
        name = mention.value
        if not isinstance(name, Name) or not _may_invest(name) or mention.span.meets(one.span):
            continue
        joined = last >= 0 and _JOINER.fullmatch(page.says(last, mention.span.start)) is not None
        is_earlier = mention.span.end <= one.span.start and mention.span.start < region.own.start
        if is_earlier:
            says = _negotiates(page, region, mention)
        else:
            says = _puts_money(page, region, mention, joined)
        full = _full_name(page, name) if says else None
        if full is not None:
            (earlier if is_earlier else found).setdefault(full, mention.span)
            last = mention.span.end
    return found or earlier


def _may_invest(name: Name) -> bool:
    return name.kind in _SHORT and _OFFICES.search(name.text) is None


def _puts_money(page: Page, region: Region, mention: Mention, joined: bool) -> bool:
    clean, one = page.text.clean, region.named
    lead = clean[max(region.own.start, mention.span.start - 20) : mention.span.start]
    if mention.span.end <= one.span.start:
        gap = clean[mention.span.end : one.span.start]
        if not _AMOUNT.sub("", gap).strip("“ 的"):
            return True
        after = clean[one.span.end : region.shared.end][:30]
        if gap in _ABOUT and _TALKS.search(after):
            return True
        if _VISITS.match(gap) and _TALKS.search(gap + after):
            return True
        if _TALKED.search(lead) and _TALKS.search(gap + after):
            return True
    if _BY.search(lead) or _INVESTS.match(clean, mention.span.end):
        return True
    if _is_noted(clean, one.span, mention.span) or _heads(page, region, mention.span):
        return True
    if joined:
        return True
    return _WITH_OTHERS.match(clean, mention.span.end) is not None


def _is_noted(clean: str, name: Span, firm: Span) -> bool:
    """Whether the firm stands in brackets right behind the name: 立体车库项目(某某装备公司)."""
    return clean[name.end : firm.start] in ("(", "（") and clean[firm.end : firm.end + 1] in ")）"


def _heads(page: Page, region: Region, firm: Span) -> bool:
    """Whether the firm heads the line that tells of the project: 某某公司:总投资2亿元的…项目."""
    is_head = (
        page.says(region.sentence.span.start, firm.start).strip(" 0123456789.、()（）★◆●") == ""
    )
    return is_head and page.says(firm.end, firm.end + 1) in (":", "：")


def _negotiates(page: Page, region: Region, mention: Mention) -> bool:
    """Whether an earlier clause of the sentence talks with the body about the project."""
    clean = page.text.clean
    start = region.context.start
    lead = clean[max(start, mention.span.start - 20) : mention.span.start]
    gap = clean[mention.span.end : region.named.span.start]
    if "项目" in gap or len(gap) > 60:
        return False
    if _VISITS.match(gap) and _TALKS.search(gap + clean[region.named.span.end :][:30]):
        return True
    if _heads(page, region, mention.span):
        return True
    if _opens_clause(lead) and (region.named.of_thing or _SIGNS.search(gap)):
        return True
    if _TALKED.search(lead) or _JOINED.search(lead):
        return (
            _TALKS.search(gap + clean[region.named.span.end : region.shared.end][:30]) is not None
        )
    return _INVESTS.match(clean, mention.span.end) is not None


def _opens_clause(lead: str) -> bool:
    """Whether the body is the subject of a clause: …,晨曦服饰有限公司租下…办起“乡村车间”."""
    return (
        not lead
        or lead[-1] in ",，。;；:：\n"
        or lead.endswith(("日", "月", "年", "成立", "注册", "组建", "引进", "招引", "的"))
    )


def _meant(page: Page, region: Region) -> dict[str, Span]:
    """The firm that 公司投资3.2亿元的…, 双方就… mean: the last one told before in the paragraph."""
    clean, sentence = page.text.clean, region.sentence
    own = Span(max(sentence.span.start, region.own.start - 2), region.named.span.start)
    it = _IT_INVESTS.search(clean, *own)
    both = _BOTH.search(clean, region.context.start, region.named.span.start)
    both = both or _IT_IS_SAID.match(clean, sentence.span.start)
    if it is None and both is None:
        return {}
    low = it.start() if it else max(sentence.span.start, both.start() if both else 0)
    if it and (head := _heading_firm(page, sentence)):
        return head
    for told in (sentence, *page.before(sentence, 2)):
        firms = [m for m in told.names if m.span.end <= low and _is_investor(m)]
        if firms and (told.paragraph == sentence.paragraph or both):
            one = firms[-1 if it else 0]
            full = _full_name(page, one.value) if isinstance(one.value, Name) else None
            return {full: one.span} if full else {}
    return {}


def _heading_firm(page: Page, sentence: Sentence) -> dict[str, Span]:
    """The firm that heads the paragraph and is told of in it: 某某公司:去年落户,…公司投资6亿元."""
    for told in (sentence, *page.before(sentence, 2)):
        if told.paragraph != sentence.paragraph:
            break
        for mention in told.names[:1]:
            name = mention.value
            opens = mention.span.start == told.span.start
            is_headed = page.says(mention.span.end, mention.span.end + 1) in (":", "：")
            if opens and is_headed and _is_investor(mention) and isinstance(name, Name):
                return {name.text: mention.span}
    return {}


def _is_investor(mention: Mention) -> bool:
    return isinstance(mention.value, Name) and _may_invest(mention.value)


def _namesake(page: Page, region: Region) -> dict[str, Span]:
    """The one firm on the page whose trade name opens the project's: 恒邦氢能阀门项目."""
    one = region.named
    if one.of_firm:
        return {one.name: one.span} if _MEANS.match(page.text.clean, one.span.end) else {}
    head = _without_place(one.name)[:2]
    if is_generic(head) or not one.name.endswith("项目"):
        return {}
    firms = {
        m.value.text: m.span
        for m in page.firms_with(head)
        if isinstance(m.value, Name)
        and m.value.kind is not NameKind.INSTITUTE
        and 0 <= m.value.text.find(head) <= 4
        and len(m.value.text) >= 6
        and _OFFICES.search(m.value.text) is None
        and not m.span.meets(one.span)
    }
    return firms if len(firms) == 1 else {}


def _without_place(name: str) -> str:
    """A name without the region at its head: 安徽|圣典家具项目."""
    if name[2:3] in ("县", "市", "区") and len(name) > 6:
        return name[3:]
    return name[2:] if name[:2] in region_heads() and len(name) > 4 else name


def _full_name(page: Page, name: Name) -> str | None:
    """The firm's full name; for a short one the one full name on the page that holds it."""
    if name.kind is not NameKind.BRAND and len(name.text) > 4:
        return name.text
    longer = {
        m.value.text
        for m in page.firms_with(name.text[:2])
        if isinstance(m.value, Name)
        and name.text in m.value.text
        and len(m.value.text) > len(name.text) + 1
    }
    if not longer and len(name.text) >= 4:
        return name.text
    return longer.pop() if len(longer) == 1 else None
