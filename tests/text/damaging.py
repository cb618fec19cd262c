"""The damage maker: sound words as the web returned them once a tool had annotated their bytes.

The tool wrote a reading in brackets behind every occurrence of the two bytes of each character of
its list, without regard to where characters begin. Where the two bytes straddle two characters,
the bracket parts the second one: 談招商 → 談?wù)猩?…
"""

from collections.abc import Mapping
from enum import Enum


class Decoder(Enum):
    """What a page's decoder did with bytes that are no character."""

    SWALLOWS = "one mark for two bytes, so that the bracket is lost too"
    REPLACES = "one mark for one byte, so that the bracket stays"


def annotated(sound: str, notes: Mapping[str, str]) -> bytes:
    """The bytes of *sound* after the tool has run over them, character by character of its list."""
    stream = sound.encode("gbk", "replace")
    for character, reading in notes.items():
        pair = character.encode("gbk")
        stream = stream.replace(pair, pair + b"(" + reading.encode("gbk") + b")")
    return stream


def decoded(stream: bytes, decoder: Decoder = Decoder.SWALLOWS, mark: str = "?") -> str:
    """The bytes as a page's decoder shows them."""
    if decoder is Decoder.REPLACES:
        return stream.decode("gbk", "replace").replace("\ufffd", mark)
    shown, at = [], 0
    while at < len(stream):
        width = 1 if stream[at] < 0x80 else 2
        shown.append(stream[at : at + width].decode("gbk", "replace")[:1].replace("\ufffd", mark))
        at += width
    return "".join(shown)


def half_width(words: str) -> str:
    """The words with full-width letters, digits and signs made narrow, as many pages are kept."""
    return "".join(chr(ord(c) - 0xFEE0) if "\uff01" <= c <= "\uff5e" else c for c in words)


def damaged(
    sound: str,
    notes: Mapping[str, str],
    *,
    decoder: Decoder = Decoder.SWALLOWS,
    mark: str = "?",
    is_narrowed: bool = True,
) -> str:
    """*sound*, in traditional characters, as a reader of the page sees it."""
    shown = decoded(annotated(sound, notes), decoder, mark)
    return half_width(shown) if is_narrowed else shown
