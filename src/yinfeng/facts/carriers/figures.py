"""The two areas of a carrier: the land that it takes, and what is built or opened up of it.

规划面积3860亩 and 占地46亩 are land; 建筑面积5.2万平方米, 已开发480亩 and 12万平方米厂房 are
built. What a project inside the park takes (项目占地165亩) is neither.
"""

import re

from yinfeng.facts.carriers.tellings import Region
from yinfeng.facts.page import Page
from yinfeng.values import Dimension, Mention, Quantity, Told

_BUILT = re.compile(
    r"(?:建成(?!后)(?:区)?(?:面积)?|建筑(?:总)?面积|建设(?:总)?面积|总建面|建面|投用|已建|已开发|开发|厂房|研发楼|办公用房|办公楼|楼宇|建有|载体|交付)"
    r"[^,，。;；\d]{0,10}$"
)
_BUILT_BEHIND = re.compile(
    r"^(?:的)?[^,，。;；、\d]{0,6}(?:厂房|办公用房|办公楼|用房|载体|楼宇|建筑|研发楼|孵化空间|场地)"
)
_LAND = re.compile(
    r"(?:规划|占地|面积|用地|总规划|总占地|区域|范围|首期|一期|启动区|核心区|园区|共|拓展区|起步区|扩大到|增加到|扩展到|达到?)"
    r"[^,，。;；\d]{0,8}$"
)
_PART = re.compile(
    r"(?:[二三四]期|由(?=\d)|从(?=\d)|其中|首批|每年|新增|拆除|流转|盘活|绿化|停车|清表|征地|供地|拿地)[^,，。;；\d]{0,8}$|[由从]$"
)
_OTHERS = re.compile(r"项目|投资主体|公司(?!投资|建设)|产值|工地|车间|企业租")
# 园区把占地90亩的旧厂房出让给企业: what the park gives away is not all that it has.
_GIVES = re.compile(r"[把将](?=占地|闲置|[^,，。;；]{0,4}(?:地块|厂房|土地))[^。;；]*$")
# What only says what the carrier is and who made it: 是全镇承接项目的主平台, 由某公司开发.
_ITS_NATURE = re.compile(
    r"^(?:一期|首期|项目)?(?:是|作为|系)[^,，。;；]{2,40}?(?:平台|载体|阵地|园区|基地|园|区|之一|窗口)(?=[,，])"
    r"|由[^,，。;；]{2,60}?(?:公司|集团|企业|部门|学院|大学)[^,，。;；]{0,4}?(?:开发|打造|承建|运营|共建|共同|联合|改造|兴建|出资|建设|投资)[^,，。;；]{0,12}(?=[,，。])"
    r"|(?:^|[,，。;；])(?:该|本)?项目(?=总?(?:占地|用地|规划|建筑))"
)
# 某某园项目…。项目位于镇北部,…占地118亩: where the name itself ends in 项目, that is the carrier.
_THE_PROJECT = re.compile(
    r"(?<=[。;；])(?:该|本)?项目(?=(?:位于|坐落|地处|东|南|西|北|总|占地|用地|规划|建筑))"
)
# 甲园、乙园,每个园区规划面积3000亩: of as many carriers as the sentence named before.
_EACH = re.compile(
    r"(?:每[个座片]|各)(?:产业|特色|专业|科技)?(?:园区?|基地|片区|小区)(?!内|里)[^,，。;；\d]{0,12}$"
    r"|[两二三四五六]大?[个座片]?(?:产业|特色|专业|科技)?(?:园区?|基地|片区|小区)"
    r"[^,，。;；\d]{0,8}(?:均|都|各)(?:为|达|约|超|近|在|是|占地|规划)?[^,，。;；\d]{0,6}$"
)
# 两个园区总面积3000亩 is the land of both together, and that of neither.
_TOGETHER = re.compile(
    r"[两二三四五六]大?[个座片]?(?:产业|特色|专业|科技)?(?:园区?|基地|片区|小区)[^,，。;；\d]{0,6}(?:总|共|合计)"
)
# 今年新建标准厂房3万平方米 is what one year adds, and a figure of its own.
_NEW_SPACE = re.compile(r"(?:新建|再建|在建|新开工|续建|新增)[^,，。;；\d]{0,8}$")
_OWN = re.compile(r"(?:园区|该园|基地|总规划|总占地|总面积|小区|大厦)[^,，。;；]{0,10}$")
_GUEST = re.compile(
    r"(?:项目[^。;；]{0,24}(?:位于|在|进驻)|(?:项目[^。;；]{0,24}|^(?:已|正式|将|成功)*)(?:落户|选址|入驻|落地))"
    r"[^,，。;；]{0,10}$"
)
_ITSELF = re.compile(r"的[^,，。;；]{0,8}?(?:园区|产业园|大厦|孵化器)")
_LET = re.compile(r"(?:租用|租赁|承租|租下)[^。;；]{0,24}$")
_PHASE = re.compile(r"(?:一期|首期)[^,，。;；\d]{0,4}$")
_WHOLE = re.compile(
    r"(?:项目|工程)?[,，]?(?:总占地|总规划|总用地|总面积|规划总)[^,，。;；\d]{0,6}\d"
)
_SPARSE = ("building", "platform", "station")
_BUILDS = re.compile(
    r"的?(?:闲置|低效|存量|净)?(?:建设)?(?:土地|用地|地块)?[,，]?(?:将|拟|计划|准备|主要)*"
    r"(?:(?:用于|用来)(?:规划)?|规划)(?:建设|打造|新建|建成|兴建|布局)[“‘]?|[“‘]"
)
# 面积最大,约6500亩
_LARGEST = re.compile(r"面积(?:最[大小]|居首)[,，](?:约|达|为|有)?$")
_JOINS = ("的", "", "的“", "“", "、")


def areas_of(
    page: Page, region: Region, kind: str
) -> tuple[Told[Quantity] | None, Told[Quantity] | None]:
    """The land and the built area that a telling gives its carrier."""
    found: dict[str, Told[Quantity]] = {}
    replaceable: set[str] = set()
    for mention in page.within(region.start, region.end):
        quantity = mention.value
        if isinstance(quantity, Quantity) and quantity.unit.dimension is Dimension.AREA:
            name = _field(page, region, mention, kind)
            is_better = name in replaceable and _is_own(page, region, mention)
            if name and (name not in found or is_better):
                found[name] = page.told(quantity, mention.span)
                if not _is_own(page, region, mention):
                    replaceable.add(name)
    if "land" not in found and (each := _of_each(page, region)) is not None:
        found["land"] = each
    return found.get("land"), found.get("built")


def _of_each(page: Page, region: Region) -> Told[Quantity] | None:
    """The land that the sentence gives to each of the carriers that it named before."""
    if region.end >= region.sentence.span.end:
        return None
    for mention in page.within(region.end, region.sentence.span.end):
        quantity = mention.value
        if not isinstance(quantity, Quantity) or quantity.unit.dimension is not Dimension.AREA:
            continue
        lead = re.split(r"[,，。;；\n]", page.says(region.end, mention.span.start))[-1]
        if _EACH.search(lead) and _LAND.search(lead) and not _BUILT.search(lead):
            return page.told(quantity, mention.span)
    return None


def _is_own(page: Page, region: Region, mention: Mention) -> bool:
    """Whether the words say that the figure is of the whole: 园区面积将达到1600亩."""
    lead = page.says(max(region.start, mention.span.start - 16), mention.span.start)
    return _OWN.search(re.split(r"[,，。;；\n]", lead)[-1]) is not None


def _is_told_whole(page: Page, region: Region) -> bool:
    """Whether the page tells the land of the whole park besides that of a phase."""
    clean, at = page.text.clean, page.text.clean.find(region.name)
    while at >= 0:
        at += len(region.name)
        if _WHOLE.match(clean, at):
            return True
        at = clean.find(region.name, at)
    return False


def _given_to(page: Page, region: Region, mention: Mention) -> str:
    """What a figure before the name is that goes to build it: 其中120亩用于建设…产业园."""
    if not _BUILDS.fullmatch(page.says(mention.span.end, region.span.start)):
        return ""
    assert isinstance(mention.value, Quantity)
    return "built" if mention.value.unit.name == "m2" else "land"


def _field(page: Page, region: Region, mention: Mention, kind: str) -> str:
    is_ahead = mention.span.end <= region.span.start
    if is_ahead and page.says(mention.span.end, region.span.start) not in _JOINS:
        return _given_to(page, region, mention)
    lead = page.says(max(region.start, mention.span.start - 16), mention.span.start)
    lead = re.split(r"[,，。;；、\n]", lead)[-1]
    if not is_ahead:
        between = page.says(region.span.end, mention.span.start)
        guest = _GUEST.search(page.says(region.start, region.span.start))
        plain = _ITS_NATURE.sub("", between)
        plain = _THE_PROJECT.sub("", plain) if plain.startswith("项目") else plain
        others = _OTHERS.search(plain[2:]) or _GIVES.search(plain)
        if (guest or others) and not _OWN.search(lead):
            return ""
        # The name itself leads where the figure stands right behind it: 金龙标准化厂房12000平方米.
        lead = lead if mention.span.start - region.span.end > 12 else between[-16:]
        lead = re.split(r"[,，。;；、\n]", lead)[-1]
    tail = page.says(mention.span.end, mention.span.end + 14)
    told = _BUILT_BEHIND.match(tail) or _ITSELF.match(tail)
    if not is_ahead and tail.startswith("的") and not told:
        return ""
    if not is_ahead and _NEW_SPACE.search(lead) and _BUILT_BEHIND.match(tail):
        return ""
    if not is_ahead and _BUILT_BEHIND.match(tail):
        return "" if _LET.search(page.says(region.start, mention.span.start)[-40:]) else "built"
    if (
        _PART.search(lead)
        or _NEW_SPACE.search(lead)
        or _TOGETHER.search(lead)
        or _LET.search(page.says(region.start, mention.span.start)[-40:])
    ):
        return ""
    if _BUILT.search(lead):
        return "built"
    whole_lead = page.says(max(region.start, mention.span.start - 12), mention.span.start)
    if not (_LAND.search(lead) or _LARGEST.search(whole_lead)):
        return ""
    assert isinstance(mention.value, Quantity)
    is_metres = mention.value.unit.name == "m2"
    if _PHASE.search(lead) and (is_metres or _is_told_whole(page, region)):
        return ""
    is_floor = kind in _SPARSE and mention.value.unit.name == "m2" and "占地" not in lead
    return "built" if is_floor else "land"
