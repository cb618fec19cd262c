"""Mojibake: bytes read in the wrong code: å››ç”²é•‡, ËÄ¼×Õò and 鍥涚敳闀 are all 四甲镇.

Each stretch is turned back into its bytes and read again; it counts only if it then is Chinese.
Characters that were lost on the way (锟斤拷) cannot come back and are marked.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from yinfeng.lexicon import common_words
from yinfeng.lexicon.scripts import simple_forms
from yinfeng.text.edits import Edit
from yinfeng.text.step import Step

ENOUGH = 3
"""So many characters of a page must read as Chinese before any is taken for mojibake."""

# How the bytes 80–9F look: as Windows-1252 shows them, or as the control characters of Latin-1.
_SHOWN = {bytes((byte,)).decode("cp1252", "ignore"): byte for byte in range(0x80, 0xA0)} | {
    chr(byte): byte for byte in range(0x80, 0x100)
}
_SHOWN.pop("", None)
_HIGH = re.escape("".join(_SHOWN))
_TRAIL = re.escape("".join(sign for sign, byte in _SHOWN.items() if byte < 0xC0))
_UTF8 = re.compile(
    rf"[\u00e3-\u00e9\u00ef][{_TRAIL}][{_TRAIL}]|[\u00c2-\u00c6\u00cb][{_TRAIL}]|\u00e2[{_TRAIL}][{_TRAIL}]"
)
_GBK = re.compile(rf"(?:[{_HIGH}][{_HIGH}@-~])+")
_LOST = re.compile("(?:锟斤拷?|斤拷|锟(?=[斤锟])|\ufffd)+|(?:ï¿½)+")

# What the first two bytes of Chinese in UTF-8 are to a reader of GBK. The half that today's
# Chinese does not use is enough to tell.
_TWISTED = frozenset(
    bytes((lead, trail)).decode("gbk", "ignore")
    for lead in (0xE4, 0xE5, 0xE6, 0xE7, 0xE8, 0xE9)
    for trail in range(0x80, 0xA1)
) | frozenset("锛銆鈥")
_TWISTED_PAIR = re.compile(f"(?:[{''.join(_TWISTED)}][^\x00-\x7f]?){{2}}")
_TWISTED_RUN = re.compile(r"[^\x00-\x7f]{2,}")
_SEQUENCE = re.compile(
    rb"(?:[\xe4-\xe9][\x80-\xbf]{2}|\xef\xbc[\x80-\xbf]|\xe3\x80[\x80-\xbf]|\xe2\x80[\x90-\xbf])+"
)


def mend(words: str) -> Sequence[Edit]:
    """The characters of *words* that were read in the wrong code, read in the right one."""
    found = _western(words) or _twisted(words)
    lost = (Edit(*m.span(), m[0], sure=False) for m in _LOST.finditer(words))
    return _apart([*found, *lost])


def _apart(edits: Iterable[Edit]) -> list[Edit]:
    kept: list[Edit] = []
    for edit in sorted(edits):
        if not kept or edit.start >= kept[-1].end:
            kept.append(edit)
    return kept


def _western(words: str) -> list[Edit]:
    """Chinese that was read as Latin-1 or Windows-1252, character by character."""
    utf8 = [edit for match in _UTF8.finditer(words) for edit in _reread(match, "utf-8")]
    if _is_chinese("".join(edit.words for edit in utf8)):
        return utf8
    gbk = [edit for match in _GBK.finditer(words) for edit in _pairs(match)]
    return gbk if _is_chinese("".join(edit.words for edit in gbk)) else []


def _reread(match: re.Match[str], code: str) -> Iterator[Edit]:
    stream = bytes(_SHOWN[sign] for sign in match[0])
    character = stream.decode(code, "ignore")
    if len(character) == 1:
        yield Edit(*match.span(), character)


def _pairs(match: re.Match[str]) -> Iterator[Edit]:
    for at in range(match.start(), match.end(), 2):
        one, two = match.string[at], match.string[at + 1]
        stream = bytes((_SHOWN[one], _SHOWN.get(two, ord(two) & 0xFF)))
        character = stream.decode("gbk", "ignore")
        if len(character) == 1 and (two in _SHOWN or _is_common(character)):
            yield Edit(at, at + 2, character)


def _is_common(character: str) -> bool:
    return common_words.weights().get(simple_forms().get(character, character), -99.0) > -13.0


def _is_chinese(says: str) -> bool:
    """Whether most of what was read are common characters, signs, or mojibake once more."""
    common = sum(map(_is_common, says))
    signs = sum(sign in "，。、；：！？（）“”‘’《》—…·％" or sign in _SHOWN for sign in says)
    return (
        len(says) >= ENOUGH
        and (common >= ENOUGH or signs >= ENOUGH)
        and (5 * (common + signs) >= 4 * len(says))
    )


def _twisted(words: str) -> list[Edit]:
    """Chinese in UTF-8 that was read as GBK: three characters are two."""
    if not _TWISTED_PAIR.search(words):
        return []
    found = [edit for match in _TWISTED_RUN.finditer(words) for edit in _untwisted(match)]
    return found if _is_chinese("".join(edit.words for edit in found)) else []


def _untwisted(match: re.Match[str]) -> Iterator[Edit]:
    if _TWISTED.isdisjoint(match[0]):
        return
    stream = match[0].encode("gb18030", "replace")
    if len(stream) != 2 * len(match[0]):
        return
    for sequence in _SEQUENCE.finditer(stream):
        start, end = sequence.start() + sequence.start() % 2, sequence.end() - sequence.end() % 2
        if (start - sequence.start()) % 3 == 0 and end - start >= 6:
            whole = (end - start) // 6 * 6
            says = stream[start : start + whole].decode("utf-8", "ignore")
            offset = match.start() + start // 2
            yield Edit(offset, offset + whole // 2, says)


_LEADS = frozenset(map(chr, range(0xC2, 0xF8))) - frozenset("×÷")

STEP = Step("mojibake", _LEADS | _TWISTED | {"\ufffd", "锟"}, mend)
