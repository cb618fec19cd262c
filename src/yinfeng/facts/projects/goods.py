"""What a project makes, its industry, and where it stands.

An explicit 主要生产 wins, then what follows a yearly capacity (年产汽车座椅600万套), then the goods
inside the name (钛材项目). A site that says no more than the host is left out.
"""

import re

from yinfeng.facts.page import Page
from yinfeng.facts.projects.edges import is_generic
from yinfeng.facts.projects.fields import ProjectFields
from yinfeng.facts.projects.regions import Region
from yinfeng.facts.projects.trade_names import without_trade_name
from yinfeng.facts.scope import Scope
from yinfeng.lexicon import words
from yinfeng.lexicon.bodies import region_heads
from yinfeng.lexicon.leading import led
from yinfeng.lexicon.trade_words import trade_groups
from yinfeng.values import Mention, Name, NameKind, Quantity, Span, Told

IN_NAME = "goods in the name"
"""The pattern of goods that only the name tells: another telling's own words go before them."""

_SAID = re.compile(
    r"(?:主要(?:从事|生产|产品(?:有|为|包括)?|经营|研发生产|研发、生产|研发|加工)|产品(?:主要)?(?:有|为|包括|[:：])|专业从事|专门生产|专业生产|主营(?:业务为|产品为)?|(?<=[司厂业园后内,，])生产(?=[^,，。;；\d]{2,16}[,，])|(?:(?<=[,，万亿房平米])|(?<=准备)|(?<=打算))做(?![了成好大强到出优精客细实]))"
    r"(?P<goods>[^,，。;；\n]{2,40}?)(?:等(?:系列)?(?:产品|业务|部件|零部件)?|的?(?:研发|生产|制造|加工|开发|设计|销售)[、与和及]?(?:研发|生产|制造|加工|开发|销售|服务)*(?:等)?(?:业务)?)?(?=[,，。;；\n]|$)"
)
# 1300条(套)智能货柜: the measure may have another beside it in brackets.
_AFTER_FIGURE = re.compile(
    r"(?:[(（][一-龥]{1,2}[)）])?(?:的)?(?P<goods>[^,，。;；、\d\n的等]{2,18}?)(?:等|的|项目|生产|建设|智能|产品|基地|[,，。;；、\n]|$)"
)
_BEFORE_FIGURE = re.compile(
    r"(?:年产(?![值出量])能?|年生产|年组装|每年可?生产|可年产|日产)(?:各类|各种|各式)?(?P<goods>[^,，。;；\d\n]{2,20}?)(?:等(?:各类|系列)?(?:设备|产品|部件|制品)?)?(?:约|近|超|达|共|能力)?$"
)
_YEARLY = ("年产", "日产")
_OF_PHASE = re.compile(r"[一二三首]期[^,，。;；]{0,16}$")
_SOLD = re.compile(
    r"(?:生产|产出|加工)的(?P<goods>[^,，。;；\d]{2,16}?)(?:等)?(?:产品)?(?:将|主要|全部|也将)?(?:定销|销往|销售|供应|直供|远销|出口|发往)"
)
_LEGAL = re.compile(r"(?:股份|集团)?(?:有限责任|有限)?(?:公司|集团)$|厂$")
_TRADE = re.compile("(?:" + "|".join(sorted(trade_groups(), key=len, reverse=True)) + ")$")
_NO_TRADE = re.compile(
    "科技|实业|发展|投资|控股|技术|工业|制造|集团|开发|国际|贸易|工程|器材|制品|电子|环境"
)
_MAKER = re.compile(
    r"(?:主要|专业|专门)?(?:从事|生产|主营)(?P<goods>[^,，。;；]{2,20}?)(?:的?(?:生产|研发|制造|加工|销售|经营)[、和]?)*的(?:企业)?$"
)
_INPUT = re.compile(
    r"(?:年可?加工|年可?处理|日处理)(?:各类|各种)?(?P<goods>[^,，。;；、\d\n]{2,16}?)(?:约|近|超|达|共|能力)?$"
)
_NOTE = re.compile(r"[(（](?P<industry>[^()（）\d]{2,10})[)）]")
_PLACE_END = re.compile(r"(?:镇|乡|街道|村|社区|园|园区|开发区|高新区|县|区|地块)$")
_INTEGRATED = re.compile(r"集(?P<what>[^,，。;；\n]{4,40}?)(?:等(?:功能)?)?(?:为|于)一体")
_ENDING = re.compile(led(rf"(?:{words.one_of('project_endings')})+$"))
_MEASURE = (
    "吨|台套|[套台件片只条个辆支双米羽头盒瓶箱块组根枚颗把张艘架]|平方米|立方米|千瓦|兆瓦|[GM]Wh?"
)
_OPENING = re.compile(
    rf"^(?:年(?:产|加工|处理)|日处理)[\d.,万亿千百]+(?:{_MEASURE})?(?:[(（][一-龥][)）])?|^(?:高端|高档|新型)(?=[一-龥]{4})"
    rf"|^[一-龥]{{2,8}}?[\d.]+[百千万亿]*(?:{_MEASURE})(?=[一-龥]{{2}})"
    rf"|^(?:[\d.]+[百千万]*|[百千万]+)(?:{_MEASURE})级?(?=[一-龥]{{2}})|^首[条个套台]|^(?:韩|台|日|德|美|港|外)资(?=[一-龥]{3})"
    r"|^(?:共同)?(?:开发|投资)(?=[一-龥]{4})"
)
_ANY_GOODS = frozenset(("设备", "产品", "成品", "部件", "零部件", "各类产品", "系列产品", "机器"))
_NO_GOODS = words.pattern("no_goods")
_PARK_END = re.compile(
    r"(?:园|城|港|谷|集聚区|集中区|大厦|大楼|街区|小镇|广场|综合体|产业基地|医院|学校|大桥|电站)(?:[一二三四]期)?(?:项目|工程|建设)?$"
)
_WORK_END = re.compile(rf"{words.one_of('works')}(?:项目|工程|建设)?$")
_IN_PARK = re.compile(
    r"(?P<site>[^,，。]{0,10}?(?:工业园|产业园|科技园|科创园|创业园|物流园|智造园|软件园|创新园|孵化园|园区|小镇|开发区|集中区))(?=[^,，。项一二三]{3})"
)
_INDUSTRIES = re.compile(led(rf"(?:{words.one_of('park_industries')}|智慧|绿色|装配式|文创|跨境)+"))
_SITE = re.compile(
    r"(?:位于|落户(?:于|在|到)?|选址(?:于|在)?|坐落(?:于|在)?|地处|落地(?:于|在)?|入驻|建设地点(?:为|位于|:|：)?|建在|布局(?:于|在)?|租赁|租用|租下|租的是|走进|在|于|进驻|走进了)[\s“]*(?:[一-龥]{1,4}[镇乡区县市])?$"
)
_HERE = re.compile(r"(?:内|里)(?:已经?)?(?:入驻|落户|引进)[^。;；]{0,40}$")
# 某某公司与某开发区|签订投资协议: it goes there.
_SIGNED_WITH = re.compile(r"[与和同]$")
_SIGNS = re.compile(
    r"(?:正式|成功)?(?:签[订署下][^,，。;；]{0,10}(?:投资|入园|入驻|项目)[^,，。;；]{0,6}(?:协议|合同)|达成[^,，。;；]{0,4}意向)"
)
_SITE_WORDS = re.compile(
    r"(?:选址(?:于|在)?|位于|落户|坐落于|建设地点[为:：]|项目地点[:：]|在)(?P<site>[^,，。;；、的在\n]{2,18}?(?:交叉口|地块|厂区|旧址|路口|片区|[东西南北]侧|辖区[东西南北]部|大道以?[东西南北]|路以?[东西南北]|小区|园区|集中区|工业园|产业园|号|站旁|旁|西北侧|东北侧|西南侧|东南侧))"
)
_RENTED = re.compile(r"(?:租赁|租用)(?P<site>[^,，。;；、\d\n]{2,14}(?:厂房|园区|大厦|产业园))")
_PLAIN_SITE = re.compile(
    r"(?:其中|现有|闲置|园区|镇里|标准化?|高标准|通用|的|新|老|旧)*(?:厂房|园区|楼|产业园|工业园|科技园|开发区|小区|高新区|经开区)?"
)
_SITES = (NameKind.PARK, NameKind.VILLAGE, NameKind.ZONE, NameKind.TOWN, NameKind.BUILDING)


def goods_of(page: Page, region: Region) -> ProjectFields:
    """The product and the industry of a project."""
    clean, one = page.text.clean, region.named
    found: ProjectFields = {}
    note = _NOTE.match(clean, one.span.end)
    if note and not _is_place(note["industry"]):
        found["industry"] = page.told(note["industry"], Span(*note.span("industry")))
    else:
        found |= _industry(page, region)
    said = _SAID.search(clean, one.span.end, region.whole.end) if one.group is None else None
    if said and not is_generic(said["goods"]) and not said["goods"].endswith("配套"):
        found["product"] = page.told(said["goods"], Span(*said.span("goods")))
    elif goods := _fuller(_told_goods(page, region), _in_name(page, region)):
        found["product"] = goods
    if goods := _of_input(page, region):
        found.setdefault("product", goods)
    return found


def _fuller(told: Told[str] | None, in_name: Told[str] | None) -> Told[str] | None:
    """The goods told of a capacity, unless they only say again the end of the name's (胶膜)."""
    if told is None or in_name is None:
        return told or in_name
    again = in_name.value.endswith(told.value) or told.value in _ANY_GOODS
    return in_name if again else told


def _is_place(note: str) -> bool:
    return _PLACE_END.search(note) is not None or note[:2] in region_heads()


def _industry(page: Page, region: Region) -> ProjectFields:
    one = region.named
    whole = _INTEGRATED.search(page.text.clean, region.own.start, region.whole.end)
    if whole and whole.end() <= one.span.start:
        return {"industry": page.told(whole["what"], Span(*whole.span("what")))}
    return industry_in_name(page, one.name, one.span)


def industry_in_name(page: Page, name: str, span: Span) -> ProjectFields:
    """The industry inside the name of a park or building: 轴承产业园三期 → 轴承."""
    match = _INDUSTRIES.search(name) if _PARK_END.search(name) else None
    if match and len(match.group()) > 1 and match.group() not in ("智慧", "绿色", "装配式", "跨境"):
        return {"industry": page.told(match.group(), span)}
    return {}


def _made(page: Page, region: Region) -> Told[str] | None:
    """The goods of a yearly capacity: 年产600万套汽车座椅滑轨, 年产汽车座椅600万套."""
    clean = page.text.clean
    for stretch in region.told:
        for mention in page.within(*stretch):
            if not isinstance(mention.value, Quantity):
                continue
            low = max(stretch.start, mention.span.start - 24)
            before = _BEFORE_FIGURE.search(clean, low, mention.span.start)
            if (
                before
                and not is_generic(before["goods"])
                and not _OF_PHASE.search(clean, low, mention.span.start)
            ):
                return page.told(before["goods"], Span(*before.span("goods")))
            if clean[mention.span.start - 2 : mention.span.start] in _YEARLY and not (
                _OF_PHASE.search(clean, low, mention.span.start)
            ):
                after = _AFTER_FIGURE.match(clean, mention.span.end, stretch.end)
                if after and not is_generic(after["goods"]):
                    return page.told(after["goods"], Span(*after.span("goods")))
    return None


def _of_firm(page: Page, region: Region) -> Told[str] | None:
    """What a firm that is itself the project makes, by its own name: 宏达|鞋材|厂."""
    one = region.named
    stem = _LEGAL.sub("", one.name)
    trade = _TRADE.search(stem)
    if trade and not _NO_TRADE.fullmatch(trade.group()):
        return page.told(trade.group(), one.span)
    if one.name.endswith("厂") and 4 <= len(stem) <= 8:
        return page.told(stem[2:], one.span)
    return None


def _of_input(page: Page, region: Region) -> Told[str] | None:
    """What is worked on, where nothing else is told: 年加工运动鞋120万双."""
    clean = page.text.clean
    for stretch in region.told:
        for mention in page.within(*stretch):
            low = max(stretch.start, mention.span.start - 24)
            if not isinstance(mention.value, Quantity):
                continue
            match = _INPUT.search(clean, low, mention.span.start)
            if match and not is_generic(match["goods"]):
                return page.told(match["goods"], Span(*match.span("goods")))
    return None


def _told_goods(page: Page, region: Region) -> Told[str] | None:
    found = _made(page, region) or _sold(page, region) or _led_by_goods(page, region)
    return found or (_of_input(page, region) if region.named.of_firm else None)


def _led_by_goods(page: Page, region: Region) -> Told[str] | None:
    """What a firm is said to make before its name: 从事高端数控刀具生产的锐特工具公司."""
    match = _MAKER.search(page.text.clean, region.context.start, region.named.span.start)
    if match and region.named.of_firm:
        return page.told(match["goods"], Span(*match.span("goods")))
    return None


def _sold(page: Page, region: Region) -> Told[str] | None:
    """What is said to be produced there: 大棚里种出的草莓直供苏州."""
    for stretch in region.told:
        match = _SOLD.search(page.text.clean, *stretch)
        if match:
            return page.told(match["goods"], Span(*match.span("goods")))
    return None


def _in_name(page: Page, region: Region) -> Told[str] | None:
    if region.named.of_firm:
        return _of_firm(page, region)
    if region.named.name.endswith("工程"):
        return None
    return goods_in_name(page, region.named.name, region.named.span)


def goods_in_name(page: Page, name: str, span: Span) -> Told[str] | None:
    """Goods named inside a project's own name: 钛材项目 → 钛材."""
    bare = _ENDING.sub("", _OPENING.sub("", name))
    if (
        len(bare) < 2
        or _NO_GOODS.search(name)
        or _PARK_END.search(name)
        or _WORK_END.search(name)
        or is_generic(bare)
    ):
        return None
    for word in ("公司", "集团", "厂"):
        bare = bare.removesuffix(word)
    bare = without_trade_name(page, bare.strip("“”"), span)
    return page.told(bare, span, pattern=IN_NAME) if len(bare) >= 2 else None


def site_of(page: Page, scope: Scope, region: Region) -> ProjectFields:
    """The park, village or place where a project stands, unless it is only the host."""
    clean, one = page.text.clean, region.named
    host = scope.host(one.span.start)
    note = _NOTE.match(clean, one.span.end)
    if note and _PLACE_END.search(note["industry"]) and not _is_host(note["industry"], host):
        return {"site": page.told(note["industry"], Span(*note.span("industry")))}
    inside = _IN_PARK.match(one.name)
    if inside and not _is_host(inside["site"], host):
        return {"site": page.told(inside["site"], one.span)}
    for mention in region.mentions(page):
        name = mention.value
        if not isinstance(name, Name) or name.kind not in _SITES or _is_host(name.text, host):
            continue
        if mention.span.meets(one.span) or _PLAIN_SITE.fullmatch(name.text):
            continue
        if _stands(page, region, mention):
            stands, name_told = _park_within(page, mention) or (mention.span, name.text)
            return {"site": page.told(name_told, stands)}
    villages = {
        m.value.text: m.span
        for m in region.mentions(page)
        if isinstance(m.value, Name)
        and m.value.kind is NameKind.VILLAGE
        and m.value.text.endswith("村")
        and m.value.text != host
    }
    if len(villages) == 1:
        return {"site": page.told(*villages.popitem())}
    for pattern in (_SITE_WORDS, _RENTED):
        match = pattern.search(clean, region.own.start, region.whole.end)
        if match and not _PLAIN_SITE.fullmatch(match["site"]):
            return {"site": page.told(match["site"], Span(*match.span("site")))}
    return {}


def _park_within(page: Page, zone: Mention) -> tuple[Span, str] | None:
    """The park named right behind its zone, which says more: 青禾开发区|天河工业园区."""
    end = zone.span.end
    for mention in page.within(end, end + 1):
        name = mention.value
        if isinstance(name, Name) and mention.span.start == end:
            return (mention.span, name.text) if name.text.endswith(("园", "园区")) else None
    return None


def _is_host(name: str, host: str) -> bool:
    return name == host or (bool(host) and (name in host or host.endswith(name)))


def _stands(page: Page, region: Region, mention: Mention) -> bool:
    clean = page.text.clean
    lead = clean[max(region.sentence.span.start, mention.span.start - 12) : mention.span.start]
    before = mention.span.end <= region.named.span.start
    if before and mention.span.start < region.own.start:
        gap = clean[mention.span.end : region.named.span.start]
        return (_SITE.search(lead) is not None and len(gap) < 50) or _HERE.match(gap) is not None
    if _SIGNED_WITH.search(lead) and _SIGNS.match(clean, mention.span.end):
        return True
    if before and _HERE.match(clean[mention.span.end : region.named.span.start]):
        return True
    return _SITE.search(lead) is not None
