"""The figures of a block: its area, its firms and tenants, what is signed, and as of when.

The rate of those who signed and the area signed stand apart and are never turned into one another.
"""

import re
from dataclasses import dataclass

from yinfeng.facts.page import Page
from yinfeng.facts.renewals.blocks import Block
from yinfeng.values import Dimension, Mention, Period, Quantity, Span, Told

_RATE = re.compile(
    r"(?:签约率|签约完成率|腾退率|签订率|签约比例|完成签约|签约(?:企业|户数|户)?(?:占|达))[^,，。;；]{0,10}$"
)
_RATE_BEHIND = re.compile(
    r"^(?:的)?(?:企业|业主|租户|户)?[^,，。;；]{0,4}(?:签约|签订|完成签约|同意)"
)
_SIGNED = re.compile(
    r"(?:签约(?:腾退)?(?:土地|用地)?面积|签约土地|已签约|完成签约|累计签约|签约)[^,，。;；]{0,6}$"
)
_AREA = re.compile(
    r"(?:占地(?:面积)?|总面积|面积|总规划|规划|用地|涉及(?:土地|面积|用地)?|总占地|共|总量|总用地|(?:改造|征迁|征收|更新|整治|拆迁)范围|有|达|土地|用地|厂区|地块|区块|片区|留下|腾出)"
    r"[^,，。;；\d]{0,6}$"
)
_NOT_AREA = re.compile(
    r"拆除|拆迁面积|把|让|建筑|厂房|建成|清零|已腾退|累计腾退|完成|供地|新建|绿化|每亩|亩均|可建|整治|释放|首期|项目[^,，]{0,6}用地"
)
_AT_ONCE = re.compile(
    r"^(?:的)?(?:建设用地|工业用地|存量土地|存量用地|土地|用地|低效|净地|厂区|老?厂房|地块|区块|园区|上)"
)
_FIRMS = re.compile(
    r"^(?:的|用地|各类|小|大小|工业|规下|低效|原有|权属|产权|五金|小微|低散乱|“低散乱”|(?:[一-龥]{2,4}、)+[一-龥]{2,4}?小?|[一-龥]{0,6}?)"
    r"{0,3}(?:企业(?:主体)?|业主|主体|厂家|工厂|作坊|厂(?!房)|小厂|单位)(?!租)"
)
_FIRMS_BEFORE = re.compile(r"(?:企业|业主|产权人|权属单位)(?:共|有|达|多达|约|近)*$")
_NOT_FIRMS = re.compile(
    r"包括|其中|帮助|服务|走访|包联|联系|惠及|为|签约|签下|完成|整治|关停|搬迁|吸引|集聚|孵化|引来|引进|入驻|新增|招引|落户|清退|腾退|已[^,，]{0,4}$"
)
_NEWCOMERS = re.compile(r"^[^,，。;；]{0,10}(?:搬了?进|搬入|入驻|落户|进驻|签约)")
_TENANTS = re.compile(
    r"^(?:的)?(?:厂房|小微|个体|转租)?(?:承租(?:户|企业|人)|租(?:赁)?(?:户|企业|客)|租赁户|商户|经营户|租户)"
)
_TENANTS_BEFORE = re.compile(
    r"(?:租户|承租户|租赁户|商户|经营户|承租企业)(?:共|有|达|多达|约|近|高达)*$"
)
_WANTED = re.compile(r"(?:力争|确保|目标|争取|要求|计划)[^。;；]{0,26}$|月底前[^,，。;；]{0,16}$")
_BY = re.compile(r"(?:截至|截止|到|至|目前|现在)[^,，。;；]{0,6}$")
_LISTED = 1200
_ENTRY = re.compile(r"\s*(?:[■●◆▶★△▲◇◎○【]|[(（]?[\d一二三四五六七八九十]{1,2}[)）.、])")
_COUNTS_BLOCKS = re.compile(
    r"[^。;；\n]{0,16}?[\d一二三四五六七八九十两]+个[^,，。;；\d]{0,8}?(?:片区|单元|区块|地块|工业区|厂区|城中村)"
)
_PROJECT = re.compile(r"项目[^,，。;；]{0,24}(?:在|落户|于|选址)[^,，。;；]{0,6}$")


@dataclass(frozen=True, slots=True)
class Region:
    """One block and the stretch that tells of it."""

    block: Block
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures that a region tells of its block."""

    area: Told[Quantity] | None = None
    enterprises: Told[Quantity] | None = None
    tenants: Told[Quantity] | None = None
    signed_rate: Told[Quantity] | None = None
    signed_area: Told[Quantity] | None = None
    as_of: Told[Period] | None = None


def figures_of(page: Page, region: Region) -> Figures:
    """Each figure's first telling in the region."""
    found: dict[str, Told[Quantity]] = {}
    as_of: Told[Period] | None = None
    for mention in page.within(region.start, region.end):
        quantity = mention.value
        if not isinstance(quantity, Quantity):
            continue
        name = _field(page, mention, quantity, region)
        if name and name not in found:
            found[name] = page.told(quantity, mention.span)
            if name.startswith("signed") and as_of is None:
                as_of = _as_of(page, region, mention)
    signed = found.get("signed_rate") or found.get("signed_area")
    if signed is not None and as_of is None:
        proof = signed.evidence[0]
        as_of = _as_of_all(page, region, page.text.clean_span(proof.start, proof.end).start)
    return Figures(
        found.get("area"),
        found.get("enterprises"),
        found.get("tenants"),
        found.get("signed_rate"),
        found.get("signed_area"),
        as_of,
    )


def _field(page: Page, mention: Mention, quantity: Quantity, region: Region) -> str:
    lead = page.says(max(region.start, mention.span.start - 18), mention.span.start)
    lead = re.split(r"[,，。;；\n]", lead)[-1]
    tail = page.says(mention.span.end, mention.span.end + 14)
    dimension = quantity.unit.dimension
    if mention.span.end <= region.block.span.start and dimension is not Dimension.AREA:
        return ""
    if dimension is Dimension.RATIO and _WANTED.search(
        page.says(max(region.start, mention.span.start - 30), mention.span.start)
    ):
        return ""
    if dimension is Dimension.RATIO:
        return "signed_rate" if _RATE.search(lead) or _RATE_BEHIND.match(tail) else ""
    if dimension is Dimension.AREA:
        return _area(page, mention, region, lead, tail)
    if dimension is not Dimension.COUNT or quantity.unit.name not in ("家", "户", "个"):
        return ""
    if _TENANTS.match(tail) or _TENANTS_BEFORE.search(lead):
        return "tenants"
    if _NOT_FIRMS.search(lead):
        return ""
    if _NEWCOMERS.match(tail):
        return ""
    return "enterprises" if _FIRMS.match(tail) or _FIRMS_BEFORE.search(lead) else ""


def _area(page: Page, mention: Mention, region: Region, lead: str, tail: str) -> str:
    block = region.block.span
    if mention.span.end <= block.start:
        between = page.says(mention.span.end, block.start)
        return "area" if between in ("的", "", "的原", "的“") and not _NOT_AREA.search(lead) else ""
    if _SIGNED.search(lead):
        return "signed_area"
    if _NOT_AREA.search(lead):
        return ""
    if _PROJECT.search(page.says(region.block.sentence.span.start, block.start)):
        return ""
    joined = mention.span.start - block.end <= 2 and bool(_AT_ONCE.match(tail))
    return "area" if joined or _AREA.search(lead) or _AT_ONCE.match(tail) else ""


def _as_of(page: Page, region: Region, mention: Mention) -> Told[Period] | None:
    """The day or month up to which the signing is counted: 截至8月底, 到9月30日."""
    floor = max(region.start, mention.span.start - 60)
    for time in reversed(page.within(floor, mention.span.start)):
        if isinstance(time.value, Period) and time.value.end is not None:
            lead = page.says(max(region.start, time.span.start - 8), time.span.start)
            said = page.says(*time.span)
            if _BY.search(lead) or said.startswith(("截至", "截止", "到", "至", "目前", "昨")):
                return page.told(time.value, time.span)
    return None


def _as_of_all(page: Page, region: Region, at: int) -> Told[Period] | None:
    """The day up to which a page counts the blocks that it lists: 截至7月31日,6个片区….

    An entry that tells a time of its own before what is signed at *at* takes none from above.
    """
    own = any(isinstance(one.value, Period) for one in page.within(region.start, at))
    if own or _ENTRY.match(region.block.sentence.says) is None:
        return None
    floor = max(0, region.start - _LISTED)
    for time in reversed(page.within(floor, region.start)):
        if isinstance(time.value, Period) and time.value.end is not None:
            lead = page.says(max(floor, time.span.start - 2), time.span.start)
            counts = _COUNTS_BLOCKS.match(page.says(time.span.end, time.span.end + 40))
            is_so_far = (lead + page.says(*time.span))[:4]
            if counts and ("截至" in is_so_far or "截止" in is_so_far):
                return page.told(time.value, time.span)
    return None


def spans_of(figures: Figures, page: Page) -> list[Span]:
    """Where the figures stand in the restored text."""
    told = (
        figures.area,
        figures.enterprises,
        figures.tenants,
        figures.signed_rate,
        figures.signed_area,
        figures.as_of,
    )
    return [
        page.text.clean_span(evidence.start, evidence.end)
        for one in told
        if one is not None
        for evidence in one.evidence
    ]
