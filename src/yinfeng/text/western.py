"""Western text: Chinese read as Latin-1 or Windows-1252, as å››ç”²é•‡ or ËÄ¼×Õò for 四甲镇.

In UTF-8 three signs are a character, in GBK two. Pages are also kept with some signs worn off: the
no-break space became a space, control characters are gone. What fits is then chosen by its
neighbours, if it stands clear.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from yinfeng.lexicon import common_words
from yinfeng.lexicon.scripts import simple_forms
from yinfeng.text.agreement import agreed
from yinfeng.text.edits import Edit
from yinfeng.text.likelihood import Language

# How the bytes 80–FF look: as Windows-1252 shows them, or as the characters of Latin-1.
SHOWN = {chr(byte): byte for byte in range(0x80, 0x100)} | {
    sign: byte for byte in range(0x80, 0xA0) if (sign := bytes((byte,)).decode("cp1252", "ignore"))
}
_HIGH = re.escape("".join(SHOWN))
_TRAIL = re.escape("".join(sign for sign, byte in SHOWN.items() if byte < 0xC0))
_UTF8 = re.compile(
    rf"[\u00e3-\u00e9\u00ef][{_TRAIL}][{_TRAIL}]|[\u00c2-\u00c6\u00cb][{_TRAIL}]"
    rf"|\u00e2[{_TRAIL}][{_TRAIL}]"
    rf"|(?P<worn>[\u00e4-\u00e9](?: [{_TRAIL}]|[{_TRAIL}] |[{_TRAIL}](?![{_TRAIL} ])))"
)
_GBK = re.compile(rf"(?:[{_HIGH}][{_HIGH}@-~])+")
_GONE = (0x81, 0x8D, 0x8F, 0x90, 0x9D, 0xAD, 0xA0)
_AROUND, _COMMON = 5, -13.0
_LANGUAGE = Language()


class Spot(NamedTuple):
    """A stretch of signs, and the characters that it may be."""

    start: int
    end: int
    may_be: tuple[str, ...]


def read_as_utf8(words: str) -> list[Edit]:
    """The characters of *words* that were UTF-8, where at least one stands without wear."""
    spots = [spot for match in _UTF8.finditer(words) if (spot := _spot(match)).may_be]
    whole = [Edit(spot.start, spot.end, spot.may_be[0]) for spot in spots if len(spot.may_be) == 1]
    if len(whole) == len(spots) or not whole:
        return whole
    return list(_chosen(words, spots))


def _spot(match: re.Match[str]) -> Spot:
    if match["worn"]:
        return Spot(*match.span(), _worn(match[0]))
    character = bytes(SHOWN[sign] for sign in match[0]).decode("utf-8", "ignore")
    return Spot(*match.span(), (character,) if len(character) == 1 else ())


def _worn(signs: str) -> tuple[str, ...]:
    """The characters that signs may be of which one is gone or became a space."""
    if " " in signs:
        streams = [bytes(SHOWN.get(sign, 0xA0) for sign in signs)]
    else:
        lead, trail = SHOWN[signs[0]], SHOWN[signs[1]]
        streams = [
            bytes((lead, *pair)) for gone in _GONE for pair in ((gone, trail), (trail, gone))
        ]
    return tuple(c for stream in streams if len(c := stream.decode("utf-8", "ignore")) == 1)


def _chosen(words: str, spots: Sequence[Spot]) -> Iterator[Edit]:
    before = ""
    for at, spot in enumerate(spots):
        last = spots[at - 1].end if at else 0
        before = (before + words[last : spot.start])[-_AROUND:]
        said = spot.may_be[0]
        if len(spot.may_be) > 1:
            said = (
                _likeliest(spot, before, _behind(words, spots, at)) or words[spot.start : spot.end]
            )
        yield Edit(spot.start, spot.end, said, sure=len(said) == 1)
        before += said


def _likeliest(spot: Spot, before: str, behind: str) -> str | None:
    reach = _LANGUAGE.read(before)
    told = ((_LANGUAGE.read(one + behind, reach).score, one) for one in dict.fromkeys(spot.may_be))
    said = agreed(sorted(told, reverse=True))
    return said if said in spot.may_be else None


def _behind(words: str, spots: Sequence[Spot], at: int) -> str:
    """The characters just behind a spot that are certain."""
    said, end = "", spots[at].end
    for spot in spots[at + 1 : at + 1 + _AROUND]:
        said += words[end : spot.start]
        if len(spot.may_be) > 1:
            break
        said, end = said + spot.may_be[0], spot.end
    return said[:_AROUND]


def read_as_gbk(words: str) -> list[Edit]:
    """The pairs of signs of *words* that are characters in GBK."""
    return [edit for match in _GBK.finditer(words) for edit in _pairs(match)]


def _pairs(match: re.Match[str]) -> Iterator[Edit]:
    for at in range(match.start(), match.end(), 2):
        one, two = match.string[at], match.string[at + 1]
        stream = bytes((SHOWN[one], SHOWN.get(two, ord(two) & 0xFF)))
        character = stream.decode("gbk", "ignore")
        if len(character) == 1 and (two in SHOWN or is_common(character)):
            yield Edit(at, at + 2, character)


def is_common(character: str) -> bool:
    """Whether a character, or its simplified form, is a common one."""
    simple = simple_forms().get(character, character)
    return common_words.weights().get(simple, -99.0) > _COMMON
