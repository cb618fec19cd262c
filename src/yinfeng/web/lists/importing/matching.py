"""Which row is the head of a sheet, and which of its columns is which field: a guess to correct."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Sequence

from rapidfuzz.fuzz import ratio

from yinfeng.web.lists.slots import Slot

_HEADS_WITHIN = 12
_ASIDE = re.compile(r"[（(\[【].*?[)）\]】]|[*＊:：\s]")
_LIKE = 80
_SAME, _CALLED, _INSIDE = 300, 280, 200
# What a head ends with says what sort of thing stands below it: 线索日期 is a day, no 线索.
_SORT = re.compile(
    "(?:日期|年度|月份|来源|编号|代码|文号|序号|电话|手机|邮箱|联系人|负责人|经办人|牵头人|领导|职务"
    "|备注|说明|类型|类别|性质|方式|级别|阶段|状态|进展|地址|地点|位置|单位|部门|乡镇|内容|简介|概况"
    "|规模|数量|个数|人数|金额|面积|税收|产值|比例|链接|附件)$"
)
# Figures may be told with their measure: 总投资金额 is 总投资, 用地面积 is 用地需求.
_MEASURES = {
    "金额": re.compile("投资|额|金|款|收入|销售|税|费|价|产值"),
    "面积": re.compile("地|房|亩|面积"),
}


def head_of(rows: Sequence[Sequence[str]], slots: Iterable[Slot]) -> int:
    """The number of the row, from nought, that names the most fields; of equals the lower one."""
    called = {plain(name) for slot in slots for name in (slot.label, *slot.also_called)}

    def named(row: Sequence[str]) -> int:
        return len({plain(cell) for cell in row if cell} & called)

    near = rows[:_HEADS_WITHIN]
    best = max(range(len(near)), key=lambda at: (named(near[at]), at))
    if named(near[best]):
        return best
    # No field is called as here: the first row that fills most of its width names the columns.
    return next((at for at, row in enumerate(near) if sum(map(bool, row)) * 2 > len(row)), 0)


def guessed(heads: Sequence[str], slots: Collection[Slot]) -> dict[str, str]:
    """The field of each column, by the number of the column; each field once, the surest first."""
    scored = sorted(
        (
            (_likeness(head, slot), -at, slot.name)
            for at, head in enumerate(heads)
            for slot in slots
        ),
        reverse=True,
    )
    found: dict[str, str] = {}
    for score, at, name in scored:
        if score >= _LIKE and str(-at) not in found and name not in found.values():
            found[str(-at)] = name
    return found


def plain(head: str) -> str:
    """A head without its unit, remarks and spaces: 总投资（万元） is 总投资."""
    words = _ASIDE.sub("", unicodedata.normalize("NFKC", head)).lower()
    # 开工时间 of one office is 开工日期 of the next.
    return f"{words.removesuffix('时间')}日期" if words.endswith("时间") else words


def _likeness(head: str, slot: Slot) -> float:
    words = plain(head)
    if not words:
        return 0
    label, *others = [plain(name) for name in (slot.label, *slot.also_called)]
    if words == label:
        return _SAME
    if words in others:
        return _CALLED
    if not _is_of_sort(words, (label, *others)):
        return 0
    inside = [
        name for name in (label, *others) if len(name) > 1 and (name in words or words in name)
    ]
    if inside and len(words) > 1:
        return _INSIDE + max(ratio(words, name) for name in inside) / 2
    return max(ratio(words, name) for name in (label, *others))


def _is_of_sort(words: str, names: Collection[str]) -> bool:
    """Whether a head may name the field, by what its last word says that stands below it."""
    found = _SORT.search(words)
    if found is None or any(words in name or name.endswith(found[0]) for name in names):
        return True
    measure = _MEASURES.get(found[0])
    return measure is not None and any(measure.search(name) for name in names)
