"""The figures of a project: what is invested, sold, paid in tax, made, built and used.

投资12亿元 is planned investment, 完成投资 what is spent; bare money or land may lead into the name,
4000万欧元的…项目, 1500亩的晚熟柑橘基地. 年销售 goes before 年产值.
"""

import re

from yinfeng.facts.page import Page
from yinfeng.facts.projects.fields import FigureField, ProjectFields
from yinfeng.facts.projects.hosting import is_of_others, leaves_its_land, takes_in_others
from yinfeng.facts.projects.priced import apportioned
from yinfeng.facts.projects.regions import Region
from yinfeng.facts.projects.roles_of_figures import FigureRole, role_of
from yinfeng.values import Dimension, Mention, Quantity, Span

_FIELDS: dict[FigureRole, FigureField] = {
    FigureRole.INVESTMENT: "investment",
    FigureRole.SALES: "annual_sales",
    FigureRole.OUTPUT: "annual_sales",
    FigureRole.TAX: "annual_tax",
    FigureRole.LAND: "land",
    FigureRole.FLOOR: "floor_area",
    FigureRole.CAPACITY: "capacity",
}
_MADE_IN = (Dimension.MASS, Dimension.VOLUME, Dimension.ENERGY, Dimension.POWER)
_MANY = 1000
# The land and floor of a park are its own, not those of the project that builds it.
_HOSTED = ("land", "floor_area")
_CLAUSE = re.compile(r"[^,，。;；、(（]*$")
_OF_LAND = re.compile(
    r"(?:的)?(?:工业|建设)?(?:土地|用地|净地|林地|耕地|荒坡|荒地|坡地|地(?![块上方理]))"
)
_OF_PLANT = re.compile(r"(?:的)?(?:标准化?|现成的?)?(?:厂房|办公用房|办公楼)")
_TAKES_LAND = re.compile(r"(?:流转|租用|租赁|征用|利用|整理)[^,，。;；\d]{0,6}$")
_SIGNS = re.compile(r"签[订署约下]了?(?:总投资|投资额|总额|金额)?(?:约|近|超|达)?$")
_AGREEMENT = re.compile(r"的?(?:项目|招商)?(?:投资)?(?:合作)?(?:意向|框架)?(?:协议|合同)")
# 45亩的, 45亩建, 拿45亩地做, 要45亩用来上: the land that leads into what is built on it.
_LEADS_FROM_LAND = re.compile(r"$|的|(?:土?地|用地)?(?:用?来|用于|去)?[建做搞上办]")


def figures_of(page: Page, region: Region) -> ProjectFields:
    """The fields of a project that figures fill."""
    found: ProjectFields = {}
    is_output = False
    hosting = takes_in_others(region.named.name)
    unlanded = leaves_its_land(region.named.name)
    in_name = _capacity_in_name(page, region)
    if in_name is not None and isinstance(in_name.value, Quantity):
        found["capacity"] = page.told(in_name.value, in_name.span)
    for stretch in region.told:
        for mention in page.within(*stretch):
            if not isinstance(mention.value, Quantity):
                continue
            role = _role(page, region, stretch, mention)
            name = _FIELDS.get(role) if role else None
            if name is None or (unlanded and name in _HOSTED):
                continue
            if hosting and is_of_others(page, mention.span):
                continue
            if name not in found or (is_output and role is FigureRole.SALES):
                found[name] = page.told(mention.value, mention.span)
                if name == "annual_sales":
                    is_output = role is FigureRole.OUTPUT
    own = _apportioned(page, region) if region.count > 1 else None
    if own is not None and isinstance(own.value, Quantity):
        found["investment"] = page.told(own.value, own.span)
    signed = _signed_for(page, region) if "investment" not in found else None
    if signed is not None and isinstance(signed.value, Quantity):
        found["investment"] = page.told(signed.value, signed.span)
    before = _land_before(page, region) if "land" not in found else None
    if before is not None and isinstance(before.value, Quantity):
        found["land"] = page.told(before.value, before.span)
    return found


def _apportioned(page: Page, region: Region) -> Mention | None:
    """Its own of the sums that are told of all joined names in their order."""
    if "分别" not in region.sentence.says:
        return None
    for span in (Span(region.context.start, region.named.span.start), region.shared):
        if own := apportioned(page, *span, region.place, region.count):
            return own
    return None


def _signed_for(page: Page, region: Region) -> Mention | None:
    """The sum of the agreement that an earlier clause signs: 签订了500万元的投资协议,计划建设…."""
    for mention in page.within(region.context.start, region.own.start):
        value = mention.value
        if isinstance(value, Quantity) and value.unit.dimension is Dimension.MONEY:
            lead = page.says(max(region.context.start, mention.span.start - 6), mention.span.start)
            if _SIGNS.search(lead) and _AGREEMENT.match(page.text.clean, mention.span.end):
                return mention
    return None


def _land_before(page: Page, region: Region) -> Mention | None:
    """The land that an earlier clause takes for a base: 流转土地600亩,与某公司合作建设种养基地."""
    if not region.named.of_thing:
        return None
    for mention in page.within(region.context.start, region.own.start):
        value = mention.value
        if isinstance(value, Quantity) and value.unit.dimension is Dimension.AREA:
            lead = page.says(max(region.context.start, mention.span.start - 8), mention.span.start)
            if _TAKES_LAND.search(lead):
                return mention
    return None


def _capacity_in_name(page: Page, region: Region) -> Mention | None:
    """The capacity inside a name: 2万吨原酒酿造技改项目, 协岭绿能30万千瓦光伏项目."""
    one = region.named
    if not one.name.endswith("项目"):
        return None
    for mention in page.within(*one.span):
        value = mention.value
        if not isinstance(value, Quantity):
            continue
        is_many = value.unit.dimension is Dimension.COUNT and value.figure >= _MANY
        if value.unit.dimension in _MADE_IN or is_many:
            return mention
    return None


def _role(page: Page, region: Region, stretch: Span, mention: Mention) -> FigureRole | None:
    quantity = mention.value
    assert isinstance(quantity, Quantity)
    floor = max(stretch.start, mention.span.start - 26)
    if mention.span.start >= region.named.span.end:
        floor = max(floor, region.named.span.end)
    lead = page.says(floor, mention.span.start)
    match = _CLAUSE.search(lead)
    role = role_of(quantity, match.group() if match else lead)
    if role is None and quantity.unit.dimension not in (Dimension.MONEY, Dimension.AREA):
        # 年产压机、窑炉等设备150台套: the goods of a capacity may be several.
        role = role_of(quantity, lead[-30:]) if "、" in lead else None
    if role is None and mention.span.end <= region.named.span.start:
        return _leading_in(page, region, mention)
    if role is None and mention.span.start == region.named.span.end:
        return FigureRole.LAND if quantity.unit.dimension is Dimension.AREA else None
    if role is None and _OF_PLANT.match(page.text.clean, mention.span.end):
        return FigureRole.FLOOR if quantity.unit.dimension is Dimension.AREA else None
    if role is None and quantity.unit.dimension is Dimension.AREA:
        return FigureRole.LAND if _OF_LAND.match(page.text.clean, mention.span.end) else None
    return role


def _leading_in(page: Page, region: Region, mention: Mention) -> FigureRole | None:
    """The field of a bare figure that leads into the name: 2.2亿元毫米波雷达项目."""
    quantity = mention.value
    assert isinstance(quantity, Quantity)
    between = page.says(mention.span.end, region.named.span.start)
    if len(between) > 14 or re.search(r"[,，;；、]", between):
        return None
    if page.says(*mention.span).endswith(("以上", "以下")):
        return None
    if quantity.unit.dimension is Dimension.MONEY and (between in ("", "的") or between[0] == "的"):
        return FigureRole.INVESTMENT
    if quantity.unit.dimension is Dimension.AREA and _LEADS_FROM_LAND.match(between):
        return FigureRole.LAND
    return None
