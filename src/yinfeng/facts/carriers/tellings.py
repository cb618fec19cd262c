"""One telling of a carrier, and what sort of carrier its name says that it is."""

import re
from dataclasses import dataclass

from yinfeng.facts.page import Sentence
from yinfeng.values import Span

_STATIONS = (
    *("联络站", "服务站", "工作站", "招商站", "联络处"),
    *("办事处", "驿站", "联络点", "服务点", "办事站", "代表处"),
)
_BUILDINGS = (
    *(
        "会展中心",
        "国际中心",
        "商务中心",
        "金融中心",
        "交易中心",
        "博览中心",
        "厂房",
        "大厦",
        "大楼",
    ),
    *("楼宇", "广场", "商务楼", "综合楼", "科技楼", "总部楼", "双子楼", "双子塔", "写字楼"),
)
_PLATFORM = re.compile(
    r"(?:孵化器|平台|众创空间|创客空间|研究院|研究所|加速器|实验室|会客厅|工坊"
    r"|(?:服务|繁育|育种|资源|质检|计量|创新|创业|孵化|研究|检测|检验|技术|展示|双创|两创|众创|展销|研发|指挥|数据|人才|企业|交流|协同|实训|物流|集散|配送|转化|合作|加工|园区)[一-龥]{0,2}中心)"
    r"(?:[(（][^()（）]{1,8}[)）])?$"
)
_BASES = ("基地", "示范带", "示范区", "示范片", "农场", "种植园")


@dataclass(frozen=True, slots=True)
class Region:
    """One telling of a carrier: where its name stands, and the stretch that tells of it."""

    span: Span
    name: str
    sentence: Sentence
    start: int
    end: int
    previous: Span | None = None
    around: Span | None = None


def type_of(name: str) -> str:
    """The sort of a carrier by how its name ends; what ends in none of them is a park."""
    if name.endswith(_STATIONS):
        return "station"
    if name.endswith(_BUILDINGS):
        return "building"
    if _PLATFORM.search(name):
        return "platform"
    if name.endswith("中心"):
        return "building"
    return "base" if name.endswith(_BASES) else "park"
