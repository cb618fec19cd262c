"""Names of firms and institutes: region, trade name, trade, form, as in 嘉兴市光泰照明有限公司.

A word that could be a region stays with the trade name when nothing else would be left to name the
firm: 上海电气 is not a 电气 of Shanghai, 大同齿轮 not a 齿轮 of the city 大同.
"""

import re

from yinfeng.identity.naming import EntityKind, ending_kind, kind_of
from yinfeng.identity.parts import Parts
from yinfeng.lexicon.bodies import endings, region_heads
from yinfeng.lexicon.trade_words import branches, forms, trade_groups
from yinfeng.values import NameKind

_BRACKETS = re.compile(r"\(([^()]*)\)")
_LEVEL = re.compile(r"(?:省|市|县|区|自治区|特别行政区|镇|乡|街道)")
_LONGEST = 10


def parts(name: str) -> Parts:
    """The parts of a firm's name, given plain."""
    words, local, other = _without_brackets(name)
    words, branch = _without_branch(words)
    words, form = _without_form(words)
    regions, words = _without_regions(words)
    core, trades = _without_trades(words)
    if local:
        regions = (*regions, local)
    return Parts(core, words, trades, regions, local, form, branch, other)


def _without_brackets(name: str) -> tuple[str, str, str]:
    local = other = ""
    for content in _BRACKETS.findall(name):
        if content in region_heads() or content.rstrip("省市县区") in region_heads():
            local = content.rstrip("省市县区") if len(content) > 2 else content
        elif name.endswith(forms()) and 2 <= len(content) <= 3 and content != "集团":
            local = content
        elif kind_of(content) is EntityKind.PLACE:
            other = content
    return _BRACKETS.sub("", name), local, other


def _without_branch(words: str) -> tuple[str, str]:
    for end in branches():
        if words.endswith(end) and len(words) - len(end) >= 4:
            stem = words[: -len(end)]
            for size in (4, 3, 2):
                if len(stem) - size >= 2 and stem[-size:] in region_heads():
                    return stem[:-size], stem[-size:] + end
            return stem, end
    return words, ""


def _without_form(words: str) -> tuple[str, str]:
    for form in forms():
        if words.endswith(form) and len(words) - len(form) >= 2:
            return words[: -len(form)], form
    if ending_kind(words) in (NameKind.INSTITUTE, NameKind.BANK):
        for start in range(2, len(words)):
            if words[start:] in endings():
                return words[:start], words[start:]
    return words, ""


def _without_regions(words: str) -> tuple[tuple[str, ...], str]:
    regions: list[str] = []
    while True:
        size = next((n for n in (4, 3, 2) if words[:n] in region_heads()), 0)
        level = _LEVEL.match(words, size) if size else None
        rest = words[level.end() if level else size :]
        # What is left must still name the firm: at least two characters that are no trade.
        if not size or len(rest) < 2 or rest in trade_groups():
            return tuple(regions), words
        regions.append(words[:size])
        words = rest


def _without_trades(words: str) -> tuple[str, tuple[str, ...]]:
    trades: list[str] = []
    groups = trade_groups()
    while True:
        for size in range(min(_LONGEST, len(words) - 2), 1, -1):
            group = groups.get(words[-size:])
            if group:
                trades.append(group)
                words = words[:-size]
                break
        else:
            return words, tuple(reversed(trades))
