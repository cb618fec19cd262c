"""Swallowed signs: what stood where a lost byte took one sign of ASCII with it, as 斗志?/p>.

Brackets and tags show by their other half. A digit is never guessed: where one may have stood,
a mark stays.
"""

import re

from yinfeng.lexicon.common_words import is_word

LOST = "?"

_TAG = re.compile(r"/?(?:p|br|div|span|td|tr|li|ul|strong|b|a|font|img|h\d)\b[^<>\n]{0,80}>")
_ENTITY = re.compile(r"#?\w{2,8};")
_MEASURES = frozenset(
    "个家年月日号万亿千百亩人名项次条批天户吨元公平米里时点届期位台套座幢栋村岁层处类所度成倍强"
)
_STOPS = frozenset("。！？!?；;")


def swallowed_sign(before: str, after: str, *, is_narrow: bool) -> str:
    """The sign between *before* and *after*: empty at a line's end, a mark if it may be a digit."""
    if not after or after[0] == "\n":
        return ""
    if _TAG.match(after):
        return "<"
    if _ENTITY.match(after):
        return "&"
    if _may_be_number(after):
        return LOST
    if before[-1:] in _STOPS:
        return ""
    return _mark_of_clause(before, after) if is_narrow else LOST


def _may_be_number(after: str) -> bool:
    if after[0].isdigit() or after[0] in ".%．％":
        return True
    return after[0] in _MEASURES and (after[0] in "月日年" or not is_word(after[:2]))


def _mark_of_clause(before: str, after: str) -> str:
    line = after.split("\n", 1)[0]
    if ")" in line and "(" not in line[: line.index(")")]:
        return "("
    if before.rfind("(") > before.rfind(")"):
        return ")"
    return ","
