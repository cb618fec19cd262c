"""The industries of a carrier: those that it is said to be for, and those inside its own name.

以智能家电、新型显示为主导产业 wins over a vague word of the name (智造, 科创), which counts only
where nothing else is told; an industry proper (新能源装备产业园) always counts.
"""

import re
from collections.abc import Iterator

from yinfeng.facts.carriers.tellings import Region, type_of
from yinfeng.facts.page import Page
from yinfeng.lexicon import words
from yinfeng.lexicon.leading import led
from yinfeng.values import Span, Term, TermKind

_LIST = r"(?P<list>(?:[^,，。;；\n(（]|[(（][^()（）\n]{1,16}[)）]){2,60}?)"
_MAIN = re.compile(
    rf"(?:以|围绕|聚焦(?:于)?|主攻|主导产业(?:为|是|有|包括|[:：])|重点(?:发展|布局|招引|引进|培育)|主要(?:发展|承接|布局|集聚|引进)|形成了?|发展|布局|定位(?:于|为)?|培育|打造|瞄准|专注于?|侧重)"
    rf"{_LIST}(?:等)?"
    r"(?:为主导产业|为主导|为主攻方向|为主的?|为特色|为核心|为重点|[一二三四五六两\d]?大?(?:主导|特色|支柱|新兴|优势|重点)?产业(?!园)|产业集群|产业体系|产业链|领域|行业|业态|方向)"
)
_PLAINLY = re.compile(
    r"(?:主攻|主导产业(?:为|是|有|包括|[:：])|重点(?:发展|布局|招引|引进|培育)|主要(?:发展|承接|布局|集聚|引进)|聚焦(?:于)?)"
    rf"{_LIST}(?:等|(?:[一二三四五六两\d]大)?(?:主导|特色)?产业|类?企业|项目|(?=[,，。;；\n]|$))"
)
_CROWD = re.compile(
    rf"(?:一批|一大批|众多|多家|\d+(?:余|多)?家){_LIST}类?企业(?:已经?|相继|陆续|先后|在此)*(?:入驻|落户|集聚|进驻|聚集)"
)
_GATHERED = re.compile(
    rf"(?:落户|集聚|汇聚|聚集|吸引|入驻|引进|招引)(?:了|着)?{_LIST}等(?:[^,，。;；\d]{{0,6}})?(?:企业|项目)"
)
_GROWN = re.compile(
    rf"(?:^|[,，]){_LIST}(?:[一二三四五六两\d]大)?(?:主导|特色)?产业(?:初具规模|集聚|成势|加速集聚|蓬勃|初步形成|集群)"
)
_NAMED = re.compile(
    led(
        rf"(?P<industry>{words.one_of('park_industries')}{{1,4}}?)"
        r"(?:特色|科技|创新|产业|示范|国际|现代|智慧|高新|小微|企业|技术|博览|检测|研究|加工|展示|交易|制造|合作|生态|工业|联合|中试|公共|成果转化|时尚|直播|共享)*(?:产业)?"
        r"(?:园|城|基地|小镇|港|谷|湾|院|大厦|中心|孵化器|平台|实验室|集聚区)"
    )
)
_HOST_END = re.compile(r"(?:镇|乡|街道|[县区市]|新区|新城|开发区|高新区|经开区)$")
_CORE = re.compile(
    r"(?:镇|乡|街道|[县区市])?(?:高端|现代|特色|先进|绿色|新型|智能)*(?P<core>[一-龥]{2,6}?)(?:特色)?(?:产业园区?|产业基地|产业城)"
)
_NO_CORE = re.compile(
    r"科技|科创|创新|创业|孵化|企业|小微|综合|循环|返乡|双创|现代|特色|飞地|合作|共建|人才|大学|智造|未来|总部|工业|高新|国际|数字|数智|智慧|示范|农业$|[东南西北中]|一期|二期|家|新区|城|[桥村镇乡街庄湖山岭河溪浦塘坝岛泾浜港湾](?:$|村)"
)
_PARKS = words.pattern("park_industries")
_VAGUE = words.pattern("vague_industries")
_COUNT = re.compile(r"(?:[一二三四五六七八九两\d]+大|主导|特色|支柱|新兴|优势|重点)*(?:产业)?$")
_NOTE = re.compile(r"[(（][^()（）]*[)）]")
_NO_INDUSTRY = re.compile(
    r"[0-9的了]|项目|企业|优势|园区|目标|思路|机制|服务业?链|品质|质量|为抓手|契机|创建|建设|打造|推进|规模|空间|平台$|中心$|厂房|引领|品牌|招商|生活|政策|“|高地|基地|样板|发展$|园$|城$"
)


def industries_in(
    page: Page, region: Region, host: str, *, is_vague_too: bool
) -> tuple[tuple[str, Span], ...]:
    """The industry inside the carrier's own name, where it has one."""
    match = _NAMED.search(region.name)
    if match is None:
        return _by_term(page, region) or _behind_host(page, region, host)
    industry = match["industry"]
    if "检验检测" in industry or (_VAGUE.fullmatch(industry) and not is_vague_too):
        return ()
    start = page.text.clean.find(industry, *region.span)
    span = region.span if start < 0 else Span(start, start + len(industry))
    return ((industry, span),)


def _by_term(page: Page, region: Region) -> tuple[tuple[str, Span], ...]:
    """The industry that the dictionary knows inside the name of a park: 微电子产业园."""
    if type_of(region.name) != "park":
        return ()
    for mention in page.within(*region.span):
        value = mention.value
        if isinstance(value, Term) and value.kind is TermKind.INDUSTRY:
            said = page.says(*mention.span)
            if mention.span.end < region.span.end and said in region.name:
                return ((said, mention.span),)
    return ()


def _behind_host(page: Page, region: Region, host: str) -> tuple[tuple[str, Span], ...]:
    """What stands between the town and 产业园 in a park's name: 云溪|高端|流体控制|产业园."""
    stem = _HOST_END.sub("", host)
    if len(stem) < 2 or not region.name.startswith(stem):
        return ()
    match = _CORE.fullmatch(region.name[len(stem) :])
    if match is None or _NO_CORE.search(match["core"]):
        return ()
    start = page.text.clean.find(match["core"], *region.span)
    span = region.span if start < 0 else Span(start, start + len(match["core"]))
    return ((match["core"], span),)


def industries_of(page: Page, region: Region) -> tuple[tuple[str, Span], ...]:
    """The industries that the telling gives its carrier, each with its words."""
    if type_of(region.name) == "station":
        return ()
    return tuple(dict.fromkeys(_listed(page, region)))


def _listed(page: Page, region: Region) -> Iterator[tuple[str, Span]]:
    clean = page.text.clean
    for pattern in (_MAIN, _PLAINLY, _GATHERED, _GROWN, _CROWD):
        for match in pattern.finditer(clean, region.span.end, region.end):
            items = list(_items(match))
            known = [one for one in items if _is_known(page, one[1])]
            # A list of goods with one known industry is a list of industries.
            if known and len(known) * 3 >= len(items):
                yield from items
                break


def _items(match: re.Match[str]) -> Iterator[tuple[str, Span]]:
    at = match.start("list")
    bare = _NOTE.sub(lambda note: " " * len(note[0]), match["list"])
    for part in re.split(r"([、]|以及|[和与及](?!.{0,1}$))", bare):
        says = _COUNT.sub("", part.strip(" “”"))
        start = at + part.find(says)
        at += len(part)
        if 2 <= len(says) <= 12 and not _NO_INDUSTRY.search(says):
            yield says, Span(start, start + len(says))


def _is_known(page: Page, span: Span) -> bool:
    """Whether the item begins with an industry; a firm's short name begins with its trade name."""
    if _PARKS.match(page.text.clean, *span):
        return True
    return any(
        isinstance(mention.value, Term) and mention.value.kind is TermKind.INDUSTRY
        for mention in page.within(span.start, span.start + 1)
    )
