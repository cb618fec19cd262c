"""Short names of firms known by their trade alone: 维晟光学, 蓝湘照明, told without a legal form.

A word of a trade ends the name, two to four characters that are no common word begin it, and
neither side runs on into another word: 拜访蓝湘照明、… is a name, 智能照明 and 照明产业 are none.
"""

import re
from collections.abc import Iterator, Sequence

from ahocorasick_rs import AhoCorasick, MatchKind

from yinfeng.lexicon import bodies as words
from yinfeng.lexicon import trade_words
from yinfeng.lexicon.common_words import weights
from yinfeng.lexicon.people import surnames
from yinfeng.lexicon.words import listed
from yinfeng.mentions.body_candidates import Candidate, uncovered
from yinfeng.mentions.body_edges import left_edge, past_soft_words, starts_region
from yinfeng.values import NameKind

_LARGE = listed("trades_at_large")
_TRADES = sorted(
    word
    for word in {*trade_words.trade_groups(), *listed("short_trades")}
    if len(word) > 1 and word.isalpha() and word not in _LARGE
)
_KNOWN = frozenset(_TRADES) | _LARGE
_FIND = AhoCorasick(_TRADES, matchkind=MatchKind.LeftmostLongest)
_STOPS = frozenset(
    ",，。;；、与和同及等总董副签共就在将已拟是的因”)）(（ \n"
    "成建自也还又从向进正今去把被让原曾先参受获想接遇捐出为"
)
_VERBS = listed("after_short_names")
# 恒锐光电张总 is somebody; 总投资 and 总部 are none.
_TOTALS = frozenset("投部产量体额面计建公工")
_LONGEST = 7
_SHORTEST = 2
_COMMON = -11.2
_NO_HEAD = re.compile(
    r"[绕的了在是为由与和及以各其这那做谈就才把被让使向到从或也还又都并等年月日占有无万亿个家名第几多]"
    r"|^[一二三四五六七八九十两百千]|[省市县区镇村]$|余劳$|^(?:加装|安装|新装|剩余)"
)
_HALVES = re.compile("[\ud800-\udfff]")


def traded(clean: str, found: Sequence[Candidate]) -> list[Candidate]:
    """The short names in *clean* that none of the bodies found covers."""
    return uncovered(_named(clean), found)


def _named(clean: str) -> Iterator[Candidate]:
    floor = 0
    for at, end in _trades(clean):
        if not _ends(clean, end):
            continue
        edge = left_edge(clean, at, max(floor, at - _LONGEST), _LONGEST)
        start = past_soft_words(clean, edge.start, at)
        if edge.is_shown and _is_trade_name(clean[start:at]):
            yield Candidate(start, end, NameKind.BRAND, end)
            floor = end


def _ends(clean: str, end: int) -> bool:
    """Whether no word runs on behind *end*: a mark, a verb of firms, or somebody's 张总."""
    following = clean[end : end + 3]
    return (
        not following
        or following[0] in _STOPS
        or following[:2] in _VERBS
        or (
            following[1:2] == "总"
            and following[2:] not in _TOTALS
            and following[0] in surnames().common
        )
    )


def _trades(clean: str) -> Iterator[tuple[int, int]]:
    words_only = _HALVES.sub("�", clean) if not clean.isascii() else clean
    return ((at, end) for _, at, end in _FIND.find_matches_as_indexes(words_only))


def _is_trade_name(head: str) -> bool:
    """Whether what stands before a trade is a name of its own, with its region or without."""
    for length in (3, 2):
        if starts_region(head, 0) and head[:length] in words.region_heads():
            head = head[length:].lstrip("省市县区") or head
            break
    if not _SHORTEST <= len(head) <= 4 or _NO_HEAD.search(head):
        return False
    first = head[:2]
    if first in _KNOWN or head in _KNOWN or not all("一" <= c <= "龥" for c in head):
        return False
    match = words.common_words().match(head)
    if match is not None and match.end() >= 2:
        return False
    return weights().get(first, -99.0) <= _COMMON or first in listed("name_heads")
