"""Twisted text: Chinese in UTF-8 that was read as GBK, as 鍏ㄩ晣 for 全镇.

The bytes are read again, three to a character. Where GBK had no character a byte is missing; all
characters that fit are carried on, and one is chosen only if it stands clear of the others.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from yinfeng.lexicon import common_words
from yinfeng.text.agreement import UNKNOWN, agreed
from yinfeng.text.edits import Edit
from yinfeng.text.likelihood import START, SWALLOWED, Language, Reach
from yinfeng.text.streams import pairs, written
from yinfeng.text.swallowed import swallowed_sign

# What the first two bytes of Chinese in UTF-8 are to a reader of GBK. The half that today's
# Chinese does not use is enough to tell.
TELLS = frozenset(
    bytes((lead, trail)).decode("gbk", "ignore")
    for lead in range(0xE4, 0xEA)
    for trail in range(0x80, 0xA1)
) | frozenset("锛銆鈥")

MOST, WORDINGS = 24, 4
"""So many readings are carried on, so many wordings where the next character is only begun."""

CLEAR = 3.5
"""A reading must stand clearer than elsewhere, since only its likelihood speaks for it."""

ALLOWANCE = 60_000
"""So many ways, and one more a character, may be weighed for a page; the rest is left."""

LIKELY = 150
"""So many characters are thought of where two bytes of one are lost."""

BEHIND = 4
"""So many signs behind a loss help to judge it."""

LOST = "?\ufffd"
_LOST = re.compile(f"[{LOST}]")

_PAIR = re.compile(f"[{''.join(TELLS)}][^\x00-\x7f]{{0,3}}[{''.join(TELLS)}]")
_GENUINE, _COMMON = -8.0, -17.0
_LANGUAGE = Language()
_CONTINUES = range(0x80, 0xC0)
_LEADS = (0xE4, 0xE5, 0xE6, 0xE7, 0xE8, 0xE9, 0xEF, 0xE3, 0xE2)


class Way(NamedTuple):
    """One way of reading the bytes: its words, a character begun, a byte lost just before."""

    score: float
    words: str
    reach: Reach
    begun: bytes = b""
    lost: int | None = None
    is_quoting: bool = False

    @property
    def total(self) -> float:
        """How probable it is, as a natural logarithm."""
        return self.score + self.reach.score


def untwisted(words: str) -> Iterator[Edit]:
    """The twisted lines of *words*, read again."""
    left, at = ALLOWANCE + len(words), 0
    while left > 0 and (match := _PAIR.search(words, at)):
        start = words.rfind("\n", 0, match.start()) + 1
        at = end = words.find("\n", match.end()) % (len(words) + 1)
        edits, spent = _line(words, start, end)
        left -= spent
        yield from edits


def _line(words: str, start: int, end: int) -> tuple[list[Edit], int]:
    """The edits of one line, and how many ways were weighed."""
    ways, done, behind, spent = [Way(0.0, "", START)], start, 0, 0
    edits: list[Edit] = []
    for at in range(start, end):
        ways = _best(_after(ways, words[at], words[at + 1 : at + 2]))
        spent += len(ways)
        if at + 1 == end:
            ways = _best(_ended(way) for way in ways if not way.begun)
        if not ways:
            return [*edits, Edit(done, end, words[done:end], sure=False)], spent
        is_whole = not any(way.begun for way in ways)
        behind = 0 if words[at] in LOST else behind + 1
        if is_whole and (len(ways) == 1 or behind >= BEHIND or at + 1 == end):
            edits += _said(words, done, at + 1, ways)
            ways, done = [ways[0]._replace(score=0.0, words="")], at + 1
    return edits, spent


def _best(ways: Iterable[Way]) -> list[Way]:
    """The most probable ways, with all beginnings of a character behind one wording."""
    ranked = sorted(ways, key=lambda way: -way.total)
    if not (ranked and ranked[0].begun):
        return ranked[:MOST]
    wordings = set(list(dict.fromkeys(way.words for way in ranked))[:WORDINGS])
    return [way for way in ranked if way.words in wordings]


def _said(words: str, start: int, end: int, ways: Sequence[Way]) -> Iterator[Edit]:
    said = agreed([(way.total, way.words) for way in ways], clear=CLEAR)
    if said is None:
        yield Edit(start, end, words[start:end], sure=False)
        return
    filled = said
    while SWALLOWED in filled:
        before, _, after = filled.partition(SWALLOWED)
        filled = (
            before + swallowed_sign(before, after + words[end : end + 1], is_narrow=True) + after
        )
    filled = filled.replace(UNKNOWN, "?")
    if filled != words[start:end]:
        yield Edit(start, end, filled, sure=filled == said and not _LOST.search(words, start, end))


def _after(ways: Sequence[Way], shown: str, behind: str) -> Iterator[Way]:
    """The ways on which *ways* go with one more character of the page."""
    if shown in LOST and any(way.begun for way in ways):
        yield from _past_loss([way for way in ways if way.begun], shown, behind)
        ways = [way for way in ways if not way.begun]
    stream = b"\x80" if shown == "€" else written(shown)
    for way in ways:
        if way.lost is None or shown in LOST or _is_no_pair(way.lost, stream[:1]):
            yield from _read(way._replace(lost=None), shown, stream)


def _past_loss(ways: Sequence[Way], shown: str, behind: str) -> Iterator[Way]:
    is_swallowing = shown == "?"
    told = _best(longer for way in ways for longer in _lost(way, is_swallowing=is_swallowing))
    two = {way.begun for way in ways if len(way.begun) == 2}
    for way in told:
        if is_swallowing and two:
            yield from _two_lost(way, behind)
        else:
            yield way._replace(lost=None) if is_swallowing else way


def _is_no_pair(byte: int, following: bytes) -> bool:
    """Whether GBK has no character of two bytes; else neither would have been lost."""
    return byte == 0x80 or bytes((byte,)) + following not in pairs()


def _read(way: Way, shown: str, stream: bytes) -> Iterator[Way]:
    if not way.begun and (len(stream) != 2 or stream[0] not in _LEADS):
        yield _spoken(way, shown, 0.0 if len(stream) < 2 else _GENUINE)
        return
    ways: Iterable[Way] = [way]
    for byte in stream:
        ways = [longer for one in ways for longer in _extended(one, byte)]
    yield from ways


def _extended(way: Way, byte: int) -> Iterator[Way]:
    if not way.begun:
        if byte in _LEADS:
            yield way._replace(begun=bytes((byte,)))
        return
    if byte not in _CONTINUES:
        return
    begun = way.begun + bytes((byte,))
    if len(begun) < 3:
        yield way._replace(begun=begun)
        return
    character = begun.decode("utf-8", "ignore")
    if character:
        yield _spoken(way, character, 0.0)


def _lost(way: Way, *, is_swallowing: bool) -> Iterator[Way]:
    """The ways with one lost byte more, or with two of one character if a mark stands for two."""
    if len(way.begun) == 1 and not is_swallowing:
        begun = (way.begun + bytes((byte,)) for byte in _CONTINUES)
        yield from (way._replace(begun=two, lost=two[1]) for two in begun if two in _common())
        return
    for character in _common().get(way.begun, ())[:LIKELY]:
        whole = character.encode()
        if len(way.begun) == 2 or _is_no_pair(whole[1], whole[2:]):
            yield _spoken(way, character, 0.0)._replace(lost=whole[2])


def _two_lost(spoken: Way, behind: str) -> Iterator[Way]:
    """The last byte of a character lost with the sign or the byte that stood behind it."""
    assert spoken.lost is not None
    yield _spoken(spoken, SWALLOWED, 0.0)
    for lead in _LEADS:
        if _is_no_pair(spoken.lost, bytes((lead,))):
            yield spoken._replace(begun=bytes((lead,)), lost=None)
    if behind and not behind.isascii():
        yield spoken


@cache
def _common() -> Mapping[bytes, Sequence[str]]:
    """The signs and common characters by the first bytes that they have in UTF-8."""
    weights = common_words.weights()
    singles = [word for word, weight in weights.items() if len(word) == 1 and weight > _COMMON]
    found: dict[bytes, list[str]] = defaultdict(list)
    for character in (*_SIGNS, *sorted(singles, key=lambda single: -weights[single])):
        found[character.encode()[:1]].append(character)
        found[character.encode()[:2]].append(character)
    return dict(found)


_QUOTES, _UNPAIRED = "“”", -4.0
_SIGNS = "，。、；：！？（）“”‘’《》—…％"


def _spoken(way: Way, character: str, score: float) -> Way:
    reach = _LANGUAGE.after(way.reach, character)
    is_quoting = way.is_quoting
    if character in _QUOTES:
        score += 0.0 if is_quoting is (character == "”") else _UNPAIRED
        is_quoting = character == "“"
    return Way(way.score + score, way.words + character, reach, is_quoting=is_quoting)


def _ended(way: Way) -> Way:
    """A way at the end of its line, where a full stop stands and no comma does."""
    last = way.words.rstrip(SWALLOWED)[-1:]
    if last in "。！？":
        return way._replace(score=way.score - _UNPAIRED)
    return way._replace(score=way.score + _UNPAIRED) if last in "、，；：" else way
