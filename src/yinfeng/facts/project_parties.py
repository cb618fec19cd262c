"""The parties of a project: who invests in it, where they come from, whom it will supply.

Investors are full names of firms or institutes that invest, own the project, or are negotiated with
about it: 由A公司投资建设, A公司投资3亿元的…, 拜访A公司,就…项目洽谈. A short name told on the same page
stands for its full one.
"""

import re
from typing import Any

from yinfeng.facts.page import Page
from yinfeng.facts.project_edges import is_generic, name_start
from yinfeng.facts.project_regions import Region
from yinfeng.lexicon import project_words
from yinfeng.lexicon.bodies import region_heads
from yinfeng.lexicon.trade_words import trade_groups
from yinfeng.values import Mention, Name, NameKind, Span, Term

_INVESTS = re.compile(
    r"(?:[(（][^()（）]{1,8}[)）])?(?:拟|计划|将|共同|联合|合作|独资|全额|总|正式|此次|也|已)*"
    r"(?:在[^,，。;；]{2,12})?(?:投资(?!促进|协议|环境)|出资|斥资|投建|兴建|新上|新建|征地|建设(?!单位)|合作开发|开发(?!区)|实施|扩建|打造|改建|租下|建起|办起|租赁|租用|流转)"
)
_BY = re.compile(
    r"(?:由|投资方(?:为|是|:|：)?|投资主体(?:为|是|:|：)?|投资商(?:为|是|:|：)?|投资单位(?:为|是|:|：)?|业主(?:单位)?(?:为|是|:|：)?|建设单位(?:为|是|:|：)?|企业名称[:：]|引进(?:了)?|项目负责人、)"
    r"[^,，。;；、\d]{0,6}$"
)
_TALKED = re.compile(
    r"(?:拜访|走访|参观|察看|考察|赴|到|前往|与|和|同|会见|对接|接待|拜会|来到|走进)(?:了)?[^,，。;；、]{0,10}$"
)
_TALKS = re.compile(
    r"洽谈|商谈|考察|对接|协调|座谈|磋商|签约|签订|签署|达成|跟踪|推进|谈|牵手|落户|交换意见|沟通|意向"
)
_WITH_OTHERS = re.compile(
    r"[、与和及][^,，。;；、]{2,24}?(?:共同|合作|联合)?(?:投资|出资|改建|建设(?!单位)|开发(?!区))"
)
_OF_MONEY = re.compile(
    r"(?:在[^,，。;；]{2,8})?(?:又|再|还|也|已|将|拟|就|计划|正|共|一次性|[一二]期)*(?:把)?"
    r"(?:追加|总投资|投资|斥资|出资|拿出|投入)[^,，。;；]{0,30}"
    r"(?:[,，](?:用于)?(?:新建|建设|兴建|实施|改造|改建|扩建|上马|新上))?$"
)
_BY_SHORT = re.compile(
    r"由(?:本土|本地|当地)?(?:企业|公司)?(?P<who>[一-龥]{3,8}?)(?:独资|全资)?(?:投资|承接|出资|兴建|建设|实施)"
)
_NO_FIRM = re.compile(
    r"[镇县区市乡村街道里中上下内外前后年月日个家项级型类性化大小多新]$|[0-9]|的|政府|管委会|领导|书记|镇长|部门|客商|企业家|公司$|企业$|集团公司$|园区|项目|工程"
    r"|亿元|万元|规模|体量|最|首|第|步|之|先生|女士|老乡|我|本|该|其|全|同期|目前|近日"
)
_LIKE_A_FIRM = re.compile(
    "(?:"
    + "|".join(sorted(trade_groups(), key=len, reverse=True))
    + "|新材|瑞能|重机|纺机|特材|重科|智造|科)$"
)
_NO_OWNERS = (
    NameKind.PERSON,
    NameKind.TOWN,
    NameKind.GOVERNMENT,
    NameKind.ZONE,
    NameKind.VILLAGE,
    NameKind.PARK,
    NameKind.BANK,
)
_JOINER = re.compile(r"[、和与及]|以及")
_SIGNS = re.compile(r"签订|签约|签署|签下")
_IT_INVESTS = re.compile(
    r"(?:(?<![一-龥])|(?<=年))(?:它|其|他|她|这家企业|这家公司|该厂|该公司|该集团|该企业|公司|企业)(?:总|拟|计划|将|已|再)?(?:投资|投入|斥资)"
)
_IT_IS_SAID = re.compile(r"[\s　“]*(?:据了解|据悉|据介绍|他|她|其|对方|人家)")
_BOTH = re.compile(r"双方(?:就|围绕|签订|签署|商定)")
_VISITS = re.compile(r"[^,，。;；]{0,24}一行")
_AMOUNT = re.compile(r"(?:的)?[\d.]+(?:多|余)?(?:千|百)?(?:万|亿)?(?:美|欧|日|港)?元(?:的)?")
_JOINED = re.compile(r"(?:、|和|与|及)$")
_INVESTORS = (NameKind.FIRM, NameKind.GROUP, NameKind.INSTITUTE)
_SHORT = (*_INVESTORS, NameKind.BRAND)
_OFFICES = re.compile(
    r"(?:中心|医院|污水处理厂|水厂|变电站|电厂|学校|小学|中学|幼儿园|卫生院|税务|银行|支行|法院|党校)$"
)
_COUNTRY = project_words.one_of("countries")
_ORIGIN = re.compile(
    rf"(?P<origin>[一-龥]{{2,4}}?)(?:籍|市)?(?:客商|商人|老板|投资者|投资商|乡贤|乡友|企业家)(?:独资|[一-龥]{{2,3}})?(?:拟|计划)?(?:投资|出资|兴办|创办|领办|新上|企业|独资)"
    rf"|(?:外资|外商|侨资|港资|来自)[(（]?(?P<from>{_COUNTRY})[)）]?"
    rf"|(?P<country>{_COUNTRY})(?:的)?(?:企业|公司独资|独资|客商|财团|资本)"
)
_COUNTRY_FIRST = re.compile(_COUNTRY)
_CUSTOMERS = re.compile(
    r"(?:(?:主要)?(?:配套)?客户(?:主要)?(?:有|包括|为|是|:|：)|(?:发往|销往|供应(?!链)|供货给|配套给|定销给|供应给))(?P<to>[^,，。;；\n]{2,40}?)(?:等[^,，。;；\n]{0,8})?(?=[,，。;；\n]|$)"
    r"|(?<!成)为(?P<for>[^,，。;；\n]{2,36}?)(?:等[^,，。;；\n]{0,10}?)?(?:提供)?配套(?=[,，。;；\n]|$)"
)
_FUNDED = {
    "台资企业": "台湾",
    "台商": "台湾",
    "港资企业": "香港",
    "日资企业": "日本",
    "韩资企业": "韩国",
    "德资企业": "德国",
    "美资企业": "美国",
}
_NOT_CUSTOMERS = re.compile(
    r"市场|地区|海外|国外|全国|周边|企业$|各地|产业|行业|国家|上海$|东南亚|欧美"
)
_MEANS = re.compile(r"(?:[一-龥]{0,4}(?:拟|计划|有意|准备|将))")
_SPLIT = re.compile(r"[、和与及]")


def parties_of(page: Page, region: Region) -> dict[str, Any]:
    """The investors, origin and customers that a region tells of."""
    found: dict[str, Any] = {}
    investors = _investors(page, region)
    if len(investors) > 1 and region.is_joined:
        own = {name: at for name, at in investors.items() if at.start >= region.own.start}
        investors = own if len(own) == 1 else {}
    investors = investors or _by_short_name(page, region)
    investors = investors or _meant(page, region) or _namesake(page, region)
    if investors:
        found["investors"] = page.told(tuple(investors), *investors.values())
    found |= _origin(page, region)
    found |= _customers(page, region)
    return found


def _investors(page: Page, region: Region) -> dict[str, Span]:
    one, found, earlier = region.named, dict[str, Span](), dict[str, Span]()
    last = -1
    for mention in region.mentions(page):
        name = mention.value
        if not isinstance(name, Name) or name.kind not in _SHORT or mention.span.meets(one.span):
            continue
        joined = last >= 0 and _JOINER.fullmatch(page.says(last, mention.span.start)) is not None
        if _OFFICES.search(name.text):
            continue
        is_earlier = mention.span.end <= one.span.start and mention.span.start < region.own.start
        if is_earlier:
            says = _negotiates(page, region, mention)
        else:
            says = _puts_money(page, region, mention, joined)
        full = full_name(page, name) if says else None
        if full is not None:
            (earlier if is_earlier else found).setdefault(full, mention.span)
            last = mention.span.end
    return found or earlier


def _by_short_name(page: Page, region: Region) -> dict[str, Span]:
    """A firm told only by its short name: 恒译生物又追加投资7000万元, 川岷重机的刀盘生产线."""
    clean, one = page.text.clean, region.named
    end = _before_money(clean, region.own.start, one.span.start)
    start = name_start(clean, region.own.start, end)
    if _is_short_name(page, Span(start, end)) and _leads_in(clean, end, one.span.start, one.name):
        return {clean[start:end]: Span(start, end)}
    stretch = Span(
        one.span.end, region.shared.end if region.own.end > one.span.end else one.span.end
    )
    by = _BY_SHORT.search(clean, *stretch)
    if by and _is_short_name(page, Span(*by.span("who"))):
        return {by["who"]: Span(*by.span("who"))}
    return {}


def _before_money(clean: str, low: int, end: int) -> int:
    """Where the words before 投资3亿元的 end, or those before a bare 的."""
    money = _OF_MONEY.search(clean, low, end)
    if money:
        return money.start()
    while end > low and clean[end - 1] in "的“":
        end -= 1
    return end


def _leads_in(clean: str, end: int, start: int, name: str) -> bool:
    """Whether what stands before a name owns it: by 的, by money, or by what it makes a year."""
    between = clean[end:start]
    return bool(between.strip("“")) or name.startswith("年产") or name[:1].isdigit()


def _is_short_name(page: Page, span: Span) -> bool:
    """Whether the words may be a firm's short name: no place, office, time or common word."""
    says = page.says(*span)
    if not 3 <= len(says) <= 9 or _NO_FIRM.search(says) or is_generic(says):
        return False
    if not _LIKE_A_FIRM.search(says) and page.text.clean.count(says) < 2:
        return False
    return not any(
        m.span.meets(span) and (type(m.value) is not Name or m.value.kind in _NO_OWNERS)
        for m in (*page.mentions_around(span.end), *page.within(span.start, span.end))
        if type(m.value) is not Term
    )


def _meant(page: Page, region: Region) -> dict[str, Span]:
    """The firm that 公司投资3.2亿元的…, 双方就… mean: the last one told before in the paragraph."""
    clean, sentence = page.text.clean, region.sentence
    own = Span(max(sentence.span.start, region.own.start - 2), region.named.span.start)
    meant = _IT_INVESTS.search(clean, *own)
    both = _BOTH.search(clean, sentence.span.start, region.named.span.start)
    both = both or _IT_IS_SAID.match(clean, sentence.span.start)
    if meant is None and both is None:
        return {}
    low = meant.start() if meant else sentence.span.start
    for told in (sentence, *page.before(sentence, 2)):
        firms = [
            m
            for m in told.names
            if isinstance(m.value, Name) and m.value.kind in _SHORT and m.span.end <= low
        ]
        firms = [m for m in firms if not _OFFICES.search(m.value.text)]  # type: ignore[union-attr]
        if firms and (told.paragraph == sentence.paragraph or both):
            name = firms[-1 if meant else 0].value
            assert isinstance(name, Name)
            full = full_name(page, name)
            return {full: firms[-1 if meant else 0].span} if full else {}
    return {}


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
        for m in page.mentions
        if isinstance(m.value, Name)
        and m.value.kind in (NameKind.FIRM, NameKind.GROUP)
        and 0 <= m.value.text.find(head) <= 4
        and len(m.value.text) >= 6
        and not m.span.meets(one.span)
    }
    return firms if len(firms) == 1 else {}


def _without_place(name: str) -> str:
    """A name without the region at its head: 安徽|圣典家具项目."""
    return name[2:] if name[:2] in region_heads() and len(name) > 4 else name


def _puts_money(page: Page, region: Region, mention: Mention, joined: bool) -> bool:
    clean, one = page.text.clean, region.named
    lead = clean[max(region.own.start, mention.span.start - 20) : mention.span.start]
    if mention.span.end <= one.span.start:
        gap = clean[mention.span.end : one.span.start]
        if not _AMOUNT.sub("", gap).strip("“ 的"):
            return True
        after = clean[one.span.end : region.shared.end][:30]
        if _TALKED.search(lead) and _TALKS.search(gap + after):
            return True
    if _BY.search(lead) or _INVESTS.match(clean, mention.span.end):
        return True
    if joined:
        return True
    return _WITH_OTHERS.match(clean, mention.span.end) is not None


def _negotiates(page: Page, region: Region, mention: Mention) -> bool:
    """Whether an earlier clause of the sentence talks with the body about the project."""
    clean = page.text.clean
    start = region.sentence.span.start
    lead = clean[max(start, mention.span.start - 20) : mention.span.start]
    gap = clean[mention.span.end : region.named.span.start]
    if "项目" in gap or len(gap) > 60:
        return False
    if _VISITS.match(gap) and _TALKS.search(gap + clean[region.named.span.end :][:30]):
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


def full_name(page: Page, name: Name) -> str | None:
    """The firm's full name; for a short one the one full name on the page that holds it."""
    if name.kind is not NameKind.BRAND and len(name.text) > 4:
        return name.text
    longer = {
        m.value.text
        for m in page.mentions
        if isinstance(m.value, Name)
        and m.value.kind in _INVESTORS
        and name.text in m.value.text
        and len(m.value.text) > len(name.text) + 1
    }
    if not longer and len(name.text) >= 4:
        return name.text
    return longer.pop() if len(longer) == 1 else None


def origin_in(page: Page, span: Span) -> dict[str, Any]:
    """Where a stretch says that the investor comes from: 绍兴客商投资, 外资(香港)."""
    match = _ORIGIN.search(page.text.clean, *span)
    if match is None:
        return {}
    group = next(key for key in ("origin", "from", "country") if match[key])
    return {"origin": page.told(match[group], Span(*match.span(group)))}


def _origin(page: Page, region: Region) -> dict[str, Any]:
    for stretch in region.told:
        if found := origin_in(page, stretch):
            return found
        for word, origin in _FUNDED.items():
            at = page.text.clean.find(word, *stretch)
            if at >= 0:
                return {"origin": page.told(origin, Span(at, at + len(word)))}
    country = _COUNTRY_FIRST.match(region.named.name)
    if country:
        start = region.named.span.start
        return {"origin": page.told(country.group(), Span(start, start + len(country.group())))}
    return {}


def _is_no_customer(part: str) -> bool:
    is_place = len(part) <= 3 and (part in region_heads() or part[:2] in region_heads())
    return is_place or len(part) > 14 or _NOT_CUSTOMERS.search(part) is not None


def _customers(page: Page, region: Region) -> dict[str, Any]:
    if region.named.group is not None:
        return {}
    match = _CUSTOMERS.search(page.text.clean, region.named.span.end, region.whole.end)
    if not match:
        return {}
    group = "to" if match["to"] else "for"
    who = tuple(part.strip() for part in _SPLIT.split(match[group]) if len(part.strip()) > 1)
    if not who or any(_is_no_customer(part) for part in who):
        return {}
    return {"customers": page.told(who, Span(*match.span(group)))}
