"""Who has moved into a carrier: the names of a list, or the firm that is told to be in it.

已招引芯谱半导体、海瓴机器人等企业入驻 lists tenants behind the name; 宏达鞋材厂落户镇工业小区 tells
one before it; 走进东部工业集中区,江苏盛途车桥有限公司… finds it there.
"""

import re
from collections.abc import Iterator

from yinfeng.facts.carriers.tellings import Region, type_of
from yinfeng.facts.page import Page
from yinfeng.lexicon.common_words import is_word
from yinfeng.values import Mention, Name, NameKind, Span, TermKind, Told

_LIST = re.compile(
    r"(?:入驻|进驻|集聚(?!区)|聚集|汇聚|吸引|落户|引进|招引|拥有|包括|其中有|现有|已有|(?:预租|出租|租|交付|交)给|有|如)(?:了|着|的)?"
    r"(?P<list>[^。;；\n]{2,160}?)(?:等[^、。;；\n]{0,16}|入驻|落户|进驻|集聚|[。;；\n]|$)"
)
_MOVED_IN = re.compile(r"(?:租|付|交)给|入驻|进驻|集聚|聚集|落户|汇聚|企业|机构|新锐")
_OF_FIRMS = re.compile(
    r"等[0-9]*(?:余|多)?家?[一-龥]{0,8}(?:企业|公司|机构|单位|新锐)?(?:相继|陆续|先后|已|成功)*(?:入驻|落户|进驻)?"
)
_ARE = re.compile(r"(?:入园|入驻|落户|进驻|集聚)(?:的)?企业[^,，。;；]{0,6}[,，]?$")
_NO_FIRM = re.compile(
    r"[0-9的]|^(?:机械|纺织|化工|食品|电子|建材|服装|物流|五金|家具|医药|新材料)$|行业|产业|类|领域|研发|生产|销售|制造业|服务业|功能|项目|人才|团队|活动|中心$|平台$"
)
_INTO = re.compile(
    r"(?:落户|入驻|进驻|搬入|搬进|搬迁至|租用|租赁|对接到|迁入|位于)[^,，。;；]{0,6}$"
)
_WITHIN = re.compile(r"(?:在|走进|来到|步入|位于|坐落于)[^,，。;；]{0,8}$")
_PROJECT = re.compile(
    r"项目[^。;；]{0,12}(?:落户|入驻|租用|租赁|位于)[^,，。;；]{0,6}$|租[用赁][^,，。;；]{0,6}$"
)
_LIST_BEFORE = re.compile(
    r"(?P<list>[^,，。;；\n]{4,100}?)等(?:首批|第一批)?(?:\d+(?:余|多)?家)?[一-龥]{0,8}?(?:企业|公司|机构)"
    r"[^,，。;；]{0,8}?(?:入驻|落户|进驻|集聚|投产|安家|试产)"
)
# 皖北制动、科捷线束、东羽密封件都在里面: a list of names without 等 that has moved in.
_ALL_IN = re.compile(
    r"(?:^|[,，。;；:：“])(?P<list>[^,，。;；\n:：]{2,12}(?:、[^,，。;；\n:：、]{2,12}?)+)(?:等一?批?[一-龥]{0,6}(?:企业|公司|机构)|等[一-龥和]{2,8})?"
    r"(?:都|均|全|已经?|也|先后|相继|陆续|正式|成功)*(?:在里面|在园内|在园里|在此|入驻|落户|进驻|安家|搬了?进)"
)
# 主要产品有银杏保健品、银杏饮料等; 存在设施不完善、用地低效等问题.
_NO_LIST = re.compile(r"产品|问题|短板|存在")
# 建成后招引|光电等企业入驻: what leads into the first of a list.
_LED = re.compile(
    r"^(?:(?:建成|投用|投产|改造|完工)后|将|可|已|先后|重点|主要"
    r"|招引|引进|引入|吸引|集聚|[了的着“ ])*"
)
_BESIDE = 12
_FIRMS = (NameKind.FIRM, NameKind.GROUP, NameKind.BRAND)
_KINDS = (*_FIRMS, NameKind.INSTITUTE)


def tenants_of(page: Page, region: Region) -> Told[tuple[str, ...]] | None:
    """The tenants that a telling names."""
    spans = _listed(page, region) or _moved(page, region)
    if not spans:
        return None
    return page.told(tuple(dict.fromkeys(page.says(*span) for span in spans)), *spans)


def _listed(page: Page, region: Region) -> list[Span]:
    if type_of(region.name) == "station":
        return []
    for match in _LIST.finditer(page.text.clean, region.span.end, region.end):
        whole = match.group()
        lead = page.says(max(region.span.end, match.start() - 14), match.start())
        is_list_of_firms = _ARE.search(lead) is not None and whole[:2] in ("包括", "其中", "有")
        if not _MOVED_IN.search(whole) and not is_list_of_firms:
            continue
        if _NO_LIST.search(whole):
            continue
        names = [m for m in page.within(*match.span("list")) if _is_tenant(m, match.end("list"))]
        of_firms = is_list_of_firms or _OF_FIRMS.search(whole)
        items = _firms(page, match) if of_firms else []
        spans = items if len(items) > len(names) else [m.span for m in names]
        if spans:
            return spans
    for match in _before(page, region):
        names = [m for m in page.within(*match.span("list")) if _is_tenant(m, match.end("list"))]
        items = _firms(page, match)
        spans = items if len(items) > len(names) else [m.span for m in names]
        if spans:
            return spans
    return []


def _before(page: Page, region: Region) -> Iterator[re.Match[str]]:
    """Lists that stand before the word of moving in."""
    clean, start, end = page.text.clean, region.span.end, region.end
    yield from _LIST_BEFORE.finditer(clean, start, end)
    if "、" in clean[start:end]:
        yield from _ALL_IN.finditer(clean, start, end)


def _is_tenant(mention: Mention, end: int) -> bool:
    name = mention.value
    return isinstance(name, Name) and name.kind in _KINDS and mention.span.end <= end


def _firms(page: Page, match: re.Match[str]) -> list[Span]:
    """The items of 卓越软件、猎户星云等60余家企业入驻; kinds of trade (机械、纺织) are no firms."""
    spans: list[Span] = []
    at = match.start("list")
    for item in re.split(r"、|以及|和(?!平|美|谐|信)", match["list"]):
        start = page.text.clean.index(item, at)
        at = start + len(item)
        lead = len(item) - len(_LED.sub("", item, count=1))
        span = Span(start + lead, at)
        is_short = len(item.strip()) == 2 and not is_word(item.strip())
        if (
            (is_short or 3 <= len(item.strip()) <= 24)
            and not _NO_FIRM.search(item)
            and not _is_trade(page, span)
        ):
            spans.append(span)
    return spans if len(spans) >= 2 or match["list"].count("、") == 0 else []


def _is_trade(page: Page, span: Span) -> bool:
    """Whether an item is nothing but an industry: 光伏支架 of 落户风电叶片、光伏支架等企业."""
    return any(
        getattr(mention.value, "kind", None) is TermKind.INDUSTRY
        and mention.span.start <= span.start
        for mention in page.within(span.start, span.end)
    )


def _moved(page: Page, region: Region) -> list[Span]:
    """The firms told before the name to have moved in, or behind it to be there."""
    sentence, span = region.sentence, region.span
    lead = page.says(max(sentence.span.start, span.start - 12), span.start)
    told = page.says(max(sentence.span.start, span.start - 40), span.start)
    if _INTO.search(lead) and not _PROJECT.search(told) and (before := _firms_before(page, region)):
        return before
    after = page.says(span.end, span.end + 1)
    there = [m.span for m in page.within(span.end, span.end + 2) if _is_firm(m)]
    if after == "的" and there and there[0].start == span.end + 1:
        return there[:1]
    if _WITHIN.search(lead) and after and after in ",，的":
        limit = min(sentence.span.end, span.end + _BESIDE) if after == "的" else sentence.span.end
        behind = [m.span for m in page.within(span.end, limit) if _is_firm(m)]
        return behind[:1]
    return []


def _firms_before(page: Page, region: Region) -> list[Span]:
    """The firm nearest before 落户, with those that stand in one list with it."""
    before = [m.span for m in page.within(region.start, region.span.start) if _is_firm(m)]
    kept: list[Span] = []
    for span in reversed(before):
        if kept and "、" not in page.says(span.end, kept[-1].start):
            break
        kept.append(span)
    return kept[::-1]


def _is_firm(mention: Mention) -> bool:
    return isinstance(mention.value, Name) and mention.value.kind in _FIRMS
