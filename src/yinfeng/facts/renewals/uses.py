"""What a block was used for before, and what it becomes.

以印染、喷水织机为主 tells what was; 腾退后重点布局智能传感, 改造为…产业园, 净地将用于建设邻里中心
what comes. A market that names its trade (老汽修市场) was of it where nothing else is said; a works
that does may have been let to anybody since.
"""

import re

from yinfeng.facts.page import Page
from yinfeng.facts.renewals.figures import Region
from yinfeng.lexicon import words
from yinfeng.lexicon.leading import led
from yinfeng.values import Name, NameKind, Span, Told

_LIST = r"(?P<list>[^,，。;；\n\d“”]{2,40}?)"
_BEFORE = re.compile(
    rf"(?:涉及{_LIST}(?:等)?(?:行业|产业|领域|业态))"
    rf"|(?:以(?P<by>[^,，。;；\n\d“”]{{2,40}}?)(?:等)?(?:行业|产业|企业)?为主(?!导|攻|要))"
    r"|(?:(?:多为|主要为|主要从事|多从事|从事|大多是|多是|聚集着|聚集了|集聚了|集聚着|分布着)(?P<kinds>[^,，。;；\n\d“”]{2,40}?)(?:等)?(?:行业|产业|企业|小?作坊|加工|生产|为主|扎堆|(?=[,，。;；\n])))"
    r"|(?:(?:以前|过去|曾经?|原先|从前|先前|此前|原来)(?:是|为|以|聚集着?)(?P<once>[^,，。;；\n\d“”]{2,30}?)(?:扎堆|集聚|聚集|集中|云集|企业|作坊|为主|等))"
    r"|(?:沦为(?P<fallen>[^,，。;；\n\d“”]{2,24}?)(?=[,，。;；\n]|的))"
    r"|(?:曾(?:承担|用于|作为)(?P<used>[^,，。;；\n\d“”]{2,16}?)(?:功能|任务|之用|(?=[,，。;；\n])))"
)
_USERS = r"(?:租户|商户|企业|作坊|小厂|加工点|厂家|店铺|商家|工厂|厂|承租户)"
# Who was on the land, counted: 原有造船、修船等企业19家, 挤着137家电镀、抛光小作坊.
_COUNTED = re.compile(
    r"(?:原有|曾有|现有|聚集了?|集聚了?|分布着?|挤着|挤了|入驻了?|住着|有)着?"
    rf"(?P<behind>[一-龥、]{{2,30}}?)(?:等)?(?:各类|散小|零散|传统|小微|低小散|小|老|旧)*{_USERS}(?:约|近|共)?\d"
    rf"|\d(?:余|多)?家(?P<ahead>[一-龥、]{{2,24}}?)(?:等)?(?:各类|散小|零散|小微|低小散|小)*{_USERS}"
    r"|租给了?(?:几|多|若干|数|\d+(?:余|多)?)家(?P<let>[一-龥、]{2,16}?)(?:商|户|公司|企业|作坊)(?=[,，。;；])"
)
_NEWCOMERS = re.compile(r"吸引|引进|引来|招引|新增|孵化|培育")
_NO_KIND = re.compile(
    r"^(?:规上|规下|低效|中小|小微|各类|传统|工业|上下游|配套|散乱污|“?低散乱”?|落后|亿元|重点|入驻|租赁|用地|违建|外来|本地|相关|困难|骨干|龙头|实体|高新技术|科技型|签约|搬迁|承租|小|大|老|该|原)+$|的|签|了"
)
_FIRMS_OF = re.compile(
    rf"家(?:小|大小|低散乱|“低散乱”)*(?P<kind>{words.one_of('old_trades')})(?:小?企业|厂|小厂|作坊|加工点)"
)
_OLD_TRADE = re.compile(
    rf"(?P<kind>{words.one_of('old_trades')})(?:[总一二三四]|第[一二三四])?(?:厂|老?旧?工业(?:园区|园|区块|区|点)|市场)"
)
_NO_TRADE = re.compile(r"新|科技")
_THEN = (
    r"(?:腾退后|改造后|更新后|收回后|拆除后|收储后|完成后|建成后|腾空后|盘活后|未来|今后|日后|将来|将(?!军)|计划|拟|规划|下一步|如今|现在|现已|已经?|目前"
    r"|原址|腾出的?(?:土地|空间|用地)|净地|正|准备|可|再|重点|全面|统一|整体)"
)
_INTO = (
    r"(?:改造(?:提升)?(?:成为|成|为)|改建(?:成为|成|为)|改扩建为|打造(?:成为|成|为)|建设(?:成为|成|为)|建成(?:为)?|变身(?:成为|成|为)?|摇身(?:一变)?(?:变)?成(?:为|了)?|转型(?:成|为)|蝶变(?:成|为)?|升级(?:成|为)"
    r"|蜕变(?:成|为)|变(?:成|为)(?:了)?|作为|成为|成了|用(?:于|来)(?:建设|发展|布局)?|(?:联手|联合|共同|携手)打造|定位(?:于|为)|用作|改(?:成|为)|盘活为|转(?:为|做))"
)
_AIM = (
    r"(?:重点布局|布局|规划建设|配套建设|建设|新建|打造|兴建|引进|导入|植入|发展|聚焦|主攻|重点发展"
    r"|瞄准|培育|承接|建起|引入)"
)
_AFTER = re.compile(
    led(
        rf"(?:{_INTO}|{_THEN}[^,，。;；\n]{{0,14}}?{_AIM}|(?<=[,，并]){_AIM}|同时(?:配套)?{_AIM})(?:了|起|出)?(?P<list>[^,，。;；\n]{{2,70}})"
    )
)
_WHOLE = re.compile(r"集(?P<list>[^,，。;；\n]{4,60}?)(?:等(?:功能)?)?(?:为|于)一体")
_BY_MAIN = re.compile(r"^以(?P<list>[^,，。;；\n]{2,50}?)(?:等)?(?:为主|为核心|为特色|为主导)")
_MADE_OF_IT = re.compile(r"(?:旧址|厂房|整体)*(?:改造|改建|改扩建|提升改造)(?:而成|而来|而建)")
_PARK = re.compile(r"(?:园|城|谷|小镇|中心|基地|大厦)$")
_OF_THE_PARK = re.compile(
    r"[,，](?:[^,，。]{0,24}[,，])?(?:主攻|重点发展|重点招引|聚焦|瞄准|主要发展)"
)
_CARRIERS = (NameKind.PARK, NameKind.BUILDING)
_TAIL = re.compile(
    r"(?:等(?:[^、]{0,10})?|两大|三大|四大|五大|[一二三四五六七八九十两\d]大|主导)?(?:产业)?(?:项目|为主|工作|功能|领域)?$"
)
_HEAD = re.compile(
    r"^(?:一个|一座|一处|一批|集|以|成|为|了|新的|新(?!能源|材料|型|一代|兴)|占地[^的]{1,10}的|\d[\d.]*万?(?:平方米|亩)的?|[一-龥]{0,8}(?:有成长潜力)的|高标准的|相关|各类)+"
)
_NO_USE = re.compile(
    r"公司|集团|合作|战役|任务|抓手|重点|契机|突破|样板|目标|环境|方案|氛围|队伍|机制|办法|速度|开胃菜|(?:发展|生产|用地|承载)空间|社会资本|资本|样子|征收|力度|工作|攻坚|签约|协议|经济$|优势|新高地|典范|标杆|资金|政策|补偿|进度|\d"
)


def uses_of(
    page: Page, region: Region
) -> tuple[Told[tuple[str, ...]] | None, Told[tuple[str, ...]] | None]:
    """What the region says that the block was for, and what it will be or already is for."""
    after = _after(page, region)
    return _before(page, region, after), after


def _after(page: Page, region: Region) -> Told[tuple[str, ...]] | None:
    clean = page.text.clean
    items: list[str] = []
    spans: list[Span] = []
    made = _MADE_OF_IT.match(clean, region.block.span.end)
    if made and (carrier := _carrier_before(page, region)):
        return page.told((page.says(*carrier),), carrier)
    at = region.block.span.end
    while match := _AFTER.search(clean, at, region.end):
        inner = _WHOLE.search(clean, match.start("list") - 1, match.end()) or _BY_MAIN.match(
            match["list"]
        )
        offset = match.start("list") if inner and inner.re is _BY_MAIN else 0
        start, end = match.span("list")
        if inner:
            start, end = inner.start("list") + offset, inner.end("list") + offset
        found = [item for item in _items(clean[start:end]) if item not in items]
        if found and len(spans) < 3:
            items += found
            spans.append(Span(start, end))
        at = match.end()
        if found and _PARK.search(found[-1]) and _OF_THE_PARK.match(clean, at, region.end):
            break
    if not items:
        return None
    return page.told(tuple(items), *spans)


def _carrier_before(page: Page, region: Region) -> Span | None:
    """The park named before the block that it was made of: 数字产业园,利用老粮库改造而成."""
    names = [
        mention.span
        for mention in page.within(region.block.sentence.span.start, region.block.span.start)
        if isinstance(mention.value, Name) and mention.value.kind in _CARRIERS
    ]
    return names[-1] if names else None


def _before(
    page: Page, region: Region, after: Told[tuple[str, ...]] | None
) -> Told[tuple[str, ...]] | None:
    clean = page.text.clean
    becomes = min((page.clean_start(e) for e in after.evidence), default=-1) if after else -1
    items: list[str] = []
    spans: list[Span] = []
    for match in _BEFORE.finditer(clean, region.start, region.end):
        group = str(match.lastgroup)
        span = Span(*match.span(group))
        if becomes >= 0 and span.end >= becomes:
            break
        found = [item for item in _items(match[group]) if item not in items and len(item) <= 8]
        if found:
            items += found
            spans.append(span)
    if not items:
        return _by_name(page, region, becomes if becomes >= 0 else region.end)
    return page.told(tuple(items), *spans)


def _by_name(page: Page, region: Region, limit: int) -> Told[tuple[str, ...]] | None:
    """The trade of the firms that are counted, or of the works that the block is named after."""
    kind = _FIRMS_OF.search(page.text.clean, region.start, region.end)
    if kind is None:
        counted = _counted(page, region, limit)
        if counted is not None:
            return counted
        # A works says by its name what it made, not what its land was used for of late.
        kind = _OLD_TRADE.search(page.text.clean, *region.block.span)
        if kind is None or "厂" in region.block.name or _NO_TRADE.search(region.block.name):
            return None
    return page.told((kind["kind"],), Span(*kind.span("kind")))


def _counted(page: Page, region: Region, limit: int) -> Told[tuple[str, ...]] | None:
    """The trades of those on the land, where they are counted: 原有造船、修船等企业19家."""
    for match in _COUNTED.finditer(page.text.clean, region.block.span.end, limit):
        assert match.lastgroup is not None
        if _NEWCOMERS.search(page.says(match.start() - 20, match.start())):
            continue
        items = [one for one in _items(match[match.lastgroup]) if not _NO_KIND.search(one)]
        if items and all(len(one) <= 6 for one in items):
            return page.told(tuple(items), Span(*match.span(match.lastgroup)))
    return None


def _items(says: str) -> list[str]:
    parts = re.split(r"、|以及|和(?![谐平美])|与|及", says.strip(" “”"))
    found: list[str] = []
    for part in parts:
        item = _TAIL.sub("", _HEAD.sub("", part.strip(" “”‘’")))
        item = item.split("的")[-1] if len(item) > 8 and "的" in item else item
        if 2 <= len(item) <= 20 and not _NO_USE.search(item):
            found.append(item.replace("“", "").replace("”", ""))
    return found
