"""What a figure near a project or a park says of it: 总投资10亿元, 占地150亩, 年产8000万条.

One closed list of leads (the words right before a figure), decided in order; a figure that no lead
names has no role here. 完成投资 is money spent so far, 利税 is not tax, 固定资产投资 is a part.
"""

import re
from enum import StrEnum

from yinfeng.values import Dimension, Quantity

_LOOSE = (
    r"(?:总额|额度?|规模|收入|金额?|能力|面积)?"
    r"(?:预计|约为|大约|约|可?实现|可?达到|可达|将达|将|达|为|是|超过|超|近|逾|不少于|不低于|可|至|共|合计|了|[:：\s])*$"
)


class FigureRole(StrEnum):
    """The field of a record that a figure fills."""

    INVESTMENT = "investment"
    PART = "part"
    SALES = "annual_sales"
    OUTPUT = "annual_output"
    TAX = "annual_tax"
    LAND = "land"
    FLOOR = "floor_area"
    CAPACITY = "capacity"


_MONEY = (
    (
        FigureRole.PART,
        r"(?:固定资产|设备|土建|基础设施|工业|配套|装修)类?(?:投资|投入|购置费?|资金|费用)",
    ),
    (
        FigureRole.PART,
        r"(?:完成|已|累计|实际|到位|[首一二三]期|前期|先期|后期|今年|当年|本年|年度|全年|亩均|其中)"
        r"(?:计划|实际|累计|已|拟)*(?:完成|到位|固定资产|工业)*总?(?:投资|投入|资金|出资|外资|内资)",
    ),
    (
        FigureRole.PART,
        r"亩均(?:年)?(?:应税)?(?:税收|纳税|税|产值|产出|销售)",
    ),
    (
        FigureRole.PART,
        r"(?:补助|奖励|补贴|贷款|授信|融资|注册资本|注册资金|流动资金|出口|创汇|增收|利润|首笔|租金|捐资|捐赠)[^,，。;；]{0,6}",
    ),
    (
        FigureRole.PART,
        r"(?:季度|半年|[0-9一二三四五六七八九十]月|截至[^,，。;；]{0,8})[^,，。;；]{0,8}(?:产值|销售|营收|营业收入|税收|纳税|税)",
    ),
    (
        FigureRole.SALES,
        r"(?:销售收入|营业收入|销售额|年销售|营收|主营业务收入|应税销售|开票销售|销售|年(?:应税)?开票)",
    ),
    (FigureRole.OUTPUT, r"(?:产值|年产出|产出)"),
    (FigureRole.PART, r"(?:利税|税利)"),
    (FigureRole.TAX, r"(?:税收|纳税|税金|缴税|税额|上缴税|创税|贡献税|入库税|税)"),
    (
        FigureRole.INVESTMENT,
        r"(?:投资(?:建设|兴建)?|(?:再|共|总|拟|准备|打算|要|想)投|(?<![一-龥])投(?=$)|追加|拿出|砸下|投入|斥资|出资|增资|合同资金|资金|概算|造价|总造价|总预算)",
    ),
)
_AREA = (
    (FigureRole.PART, r"(?:收回|腾出|盘活|闲置|清理|复垦)[^,，。;；、\d]{0,8}"),
    (
        FigureRole.FLOOR,
        r"(?:建筑面积|建筑总面积|总建面|建面|厂房|车间|用房|办公面积|经营面积|楼宇|楼层|租赁|(?<!出)租用?)[^,，。;；、\d]{0,12}",
    ),
    (
        FigureRole.LAND,
        r"(?:占地面积|占地|用地面积|用地|征地|供地|新增用地|需地|拿地|土地|流转|需求|规划面积|种植面积|占用|地块)[^,，。;；、\d]{0,6}",
    ),
)
_LEADS = {
    Dimension.MONEY: tuple((role, re.compile(lead + _LOOSE)) for role, lead in _MONEY),
    Dimension.AREA: tuple((role, re.compile(lead + _LOOSE)) for role, lead in _AREA),
}
_CAPACITY = re.compile(
    r"(?:年产能?|年生产|年可?加工|年可?处理|日产|日处理(?:能力)?|日供[水餐气热]|设计年产能?|产能|年(?:出栏|养殖|存栏|饲养|孵化|种植)|年回收|年组装|年吞吐|年装机|年检测(?:能力)?|年屠宰|年储|装机(?:容量|规模)?|每年可?生产|可年产|年制造|年封装|年封测|年出(?!口|栏)|年灌装|年印染|年织造|年发电|年供应|总装机|处理能力|储存能力|库容|仓容|生产能力|吞吐能力)"
    r"[^,，。;；\d]{0,20}$"
)
_NO_CAPACITY = frozenset((Dimension.MONEY, Dimension.AREA, Dimension.RATIO, Dimension.RATE))
# 年产8英寸硅片240万片: so short a length is the size of the goods.
_LONG = 100
_YEARLY = re.compile(r"年产(?:能)?[^,，。;；、\d]{0,20}$")
# 要80亩地 is land, 需要2000平冷库 is room.
_WANTED = re.compile(r"(?:想要|需要|要|拿下?|看[中上])" + _LOOSE)
_AREA_FLOOR = re.compile(r"建[^,，。;；]{0,6}$")


def role_of(quantity: Quantity, lead: str) -> FigureRole | None:
    """The field that the words before a figure give it, or None."""
    dimension = quantity.unit.dimension
    if dimension is Dimension.AREA and _YEARLY.search(lead):
        return FigureRole.CAPACITY
    for role, pattern in _LEADS.get(dimension, ()):
        if pattern.search(lead):
            return role
    if dimension is Dimension.AREA and quantity.unit.name == "m2":
        is_floor = _AREA_FLOOR.search(lead) or _WANTED.search(lead)
        return FigureRole.FLOOR if is_floor else None
    if quantity.unit.name == "mu":
        return FigureRole.LAND if _WANTED.search(lead) else None
    is_size = dimension is Dimension.LENGTH and quantity.figure < _LONG
    if dimension not in _NO_CAPACITY and not is_size:
        return FigureRole.CAPACITY if _CAPACITY.search(lead) else None
    return None
