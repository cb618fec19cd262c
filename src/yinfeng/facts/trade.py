"""Whether a document is of this trade: a town, zone or park telling of its own ledger.

A recipe, a match report or an essay on the national economy has figures and projects too; it
yields nothing, because no office could put them in its ledger.
"""

import re
from collections import Counter

from yinfeng.facts.page import Page
from yinfeng.lexicon import words
from yinfeng.text import LineKind
from yinfeng.values import Name, NameKind

_TRADE = re.compile(words.one_of("trade"))
_LOCAL = (NameKind.TOWN, NameKind.ZONE, NameKind.VILLAGE, NameKind.PARK)
_OWN = re.compile(
    r"(?:全|我|该|本)(?:镇|街道|乡|县|区|园区|开发区)|管委会|(?:镇|街道|乡)(?:党|政)|招商"
)
_ENOUGH = 4.0


def is_of_the_trade(page: Page) -> bool:
    """Whether the page tells of a body that brings enterprises in, in enough words of the trade."""
    says = "".join(page.text.says(line.span) for line in page.text.lines if _is_told(line.kind))
    if not says:
        return bool(page.text.document.tables)
    words_of_trade = Counter(_TRADE.findall(says))
    different, told = len(words_of_trade), sum(words_of_trade.values())
    local = sum(1 for m in page.mentions if isinstance(m.value, Name) and m.value.kind in _LOCAL)
    own = len(_OWN.findall(says))
    if not local and own < 2:
        return False
    weight = different + min(told, 3 * different) * 0.5
    return weight >= _ENOUGH and (local + own) * 600 >= min(len(says), 6000) * 0.5


def _is_told(kind: LineKind) -> bool:
    return kind is not LineKind.FURNITURE
