"""The left edge of a body's name: walking back from its ending to where the name begins.

Chinese does not part words, so a name begins after a stop, or after a word of the trade that ends
before names (拜访, 由, 落户). Words that also stand inside names (投资, 服务) end only before a
region.
"""

from functools import lru_cache
from typing import NamedTuple

from yinfeng.lexicon import bodies as words
from yinfeng.lexicon.people import surnames

LIMIT = 40
_EDGES = words.edges()
_SOFT, _KEEPS = _EDGES.soft, _EDGES.keeps
_SOFT_HEADS = frozenset(word[0] for group in _SOFT.values() for word in group)
_LETTERS = frozenset(word for group in _EDGES.hard.values() for word in group if len(word) == 1)
_HARD = {
    last: tuple(word for word in group if len(word) > 1) for last, group in _EDGES.hard.items()
}
_DIGITS = frozenset("0123456789余多")
_COUNTED = {
    word: _DIGITS | _EDGES.numerals if word in _EDGES.counters else _DIGITS
    for word in _EDGES.measures
}
_REGIONS = words.region_heads()
_TOGETHER = ("联合", "会同", "协同")
_BEFORE_TOGETHER = ("公司", "集团", "合作社", "大学", "学院", "银行", "街道", "开发区", "研究院")
_COMPOUNDS = ("会", "社", "实验", "党委", "创新", "办公")
_ENDINGS = tuple(words.endings())
# What stands last before a name that begins there.
_LASTS = frozenset("同合").union(_HARD, _LETTERS, _COUNTED, _SOFT)
_OPENS = {")": "(", "）": "（"}
_NUMBERS = frozenset("一二三四五六七八九十0123456789")
_NO_BRACKET = frozenset("。,，、;；:：!！?？\n“”\"'《》")


class Edge(NamedTuple):
    """Where a name begins, and whether a word or a stop shows it."""

    start: int
    is_shown: bool


def left_edge(clean: str, end: int, floor: int, limit: int = LIMIT) -> Edge:
    """Where the name whose ending stands at *end* begins, not before *floor*."""
    lowest = max(floor, end - limit)
    at = end
    while at > lowest:
        last = clean[at - 1]
        if not "一" <= last <= "龥":
            back = _over(clean, at, lowest)
            if back == at:
                return Edge(at, True)
            at = back
            continue
        if last in _LASTS and _is_edge(clean, at, last):
            return Edge(at, True)
        at -= 1
    return Edge(at, at == floor)


def past_soft_words(clean: str, start: int, end: int) -> int:
    """Where a candidate begins once the verbs at its head are left out: 建设+华东智造园."""
    if clean[start : start + 1] not in _SOFT_HEADS or starts_region(clean, start):
        return start
    match = _EDGES.head.match(clean, start, end)
    return match.end() if match else start


def last_region(clean: str, start: int, end: int) -> int:
    """Where the last run of region names between two offsets begins; *start* if there is none."""
    for at in range(end - 2, start, -1):
        if starts_region(clean, at):
            while at > start and clean[at - 1] in "省市县区" and starts_region(clean, at - 3):
                at -= 3
            return max(at, start)
    return start


def starts_region(clean: str, at: int) -> bool:
    """Whether a province, prefecture or county begins at *at*."""
    return clean[at : at + 2] in _REGIONS or clean[at : at + 3] in _REGIONS


def _over(clean: str, at: int, lowest: int) -> int:
    """Step back over what a name may hold besides Chinese: a bracket, Latin letters, a dot."""
    last = clean[at - 1]
    if last in _OPENS:
        opening = clean.rfind(_OPENS[last], lowest, at - 1)
        inner = clean[opening + 1 : at - 1]
        if opening < 0 or len(inner) > 12 or _NUMBERS.issuperset(inner):
            return at
        return opening if _NO_BRACKET.isdisjoint(inner) else at
    if last.isascii() and last.isalpha():
        return at - 1
    if last.isascii() and last.isdigit():
        beside = clean[at - 2 : at - 1] + clean[at : at + 1]
        return at - 1 if any(c.isascii() and c.isalpha() for c in beside) else at
    if last not in "·•&-." or not 1 < at < len(clean):
        return at
    before, after = clean[at - 2], clean[at]
    is_joint = before.isalnum() and after.isalnum()
    is_latin = before.isascii() and after.isascii() and after.isalpha()
    return at - 1 if is_joint and (last in "·•" or is_latin) else at


# Names that end side by side are walked back over the same words.
@lru_cache(maxsize=256)
def _is_edge(clean: str, at: int, last: str) -> bool:
    if last in _HARD and clean.endswith(_HARD[last], 0, at):
        return True
    if last in _LETTERS and not _is_kept(clean, at - 1, last):
        return True
    if last in _COUNTED and clean[at - 2 : at - 1] in _COUNTED[last]:
        return True
    if last == "同" and clean.endswith(_BEFORE_TOGETHER, 0, at - 1):
        return True
    if last in "合同" and clean.endswith(_TOGETHER, 0, at) and clean.endswith(_ENDINGS, 0, at - 2):
        return not clean.startswith(_COMPOUNDS, at)
    return last in _SOFT and clean.endswith(_SOFT[last], 0, at) and starts_region(clean, at)


def _is_kept(clean: str, at: int, character: str) -> bool:
    return any(clean.startswith(word, at - off) for off, word in _KEEPS.get(character, ()))


_HOMEWARD = frozenset("故返回老还思同")


def is_homeland(core: str) -> bool:
    """Whether 家乡, 故乡 or 乡情 stand there: 感受家|乡, but not 周家|乡."""
    if core[-1:] == "家":
        return core[-2:-1] not in surnames().common
    return core[-1:] in _HOMEWARD or core[:1] == "乡"
