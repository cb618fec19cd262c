"""Towns whose names look like other words, by the table of towns: 大同镇, 毛集镇, 中山街道.

The edge of such a name cannot be told from the words themselves, so it counts only where something
parts it from what stands before: a sign, the district that it is in, or 在, 赴, 到.
"""

import re

from yinfeng.lexicon.towns import counties_of

_LONGEST = 7
_PARTED = re.compile(
    r"(?:[^一-龥]|^|在|赴|到|由|[与和对向从及]|走进|来自|位于|以来|今年|[近当]日|日前)$"
)
_SEATS = frozenset("市县区旗州盟")
# Words that tell what sort of town or street, or what is done there, though some town bears them.
_SORTS = frozenset({"中心", "中小", "小城", "民族", "重新", "地方", "城", "新", "古", "老", "旧"})
_DOINGS = frozenset(
    (
        *("建设", "发展", "创新", "创业", "合作", "联合", "服务", "招商", "先进", "友好", "文化"),
        *("平台", "资源", "工业", "化工", "市场", "园区", "开发区", "新区", "产业", "集体", "人民"),
    )
)


def is_listed(core: str) -> bool:
    """Whether the table of towns has one of the name: 七都街道, 金乡镇."""
    return any(counties_of(core + ending) for ending in ("镇", "街道", "乡"))


def stands_alone(clean: str, at: int) -> bool:
    """Whether the two signs before *at* are all that stands there, and name a town: ,中都|街道."""
    return not "一" <= clean[at - 3 : at - 2] <= "龥" and is_listed(clean[max(0, at - 2) : at])


def tabled_start(clean: str, at: int, ending: str) -> int:
    """Where the name of a town of the table begins that *ending* ends at *at*; -1 if none does."""
    for start in range(max(0, at - _LONGEST), at):
        core = clean[start:at]
        if core in _SORTS or not counties_of(core + ending):
            continue
        if clean[start - 1 : start] in _SEATS and start:
            return start
        if core not in _DOINGS and _PARTED.search(clean, max(0, start - 2), start):
            return start
    return -1
