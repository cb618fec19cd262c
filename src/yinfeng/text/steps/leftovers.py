"""Leftovers of a web page: 斗志。</p>, 海门&nbsp;经济, zero-width and control characters.

A tag that closed a paragraph leaves a line break where it stood in the middle of a line.
"""

import html
import re
from collections.abc import Iterator, Sequence

from yinfeng.text.edits import Edit
from yinfeng.text.step import Step

_UNSEEN = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff"
_LEFT = re.compile(
    r"(?P<tag></?(?P<name>p|br|div|span|td|tr|th|table|tbody|ul|ol|li|h[1-6]|strong|b|i|em|u|a|img"
    r"|font|o:p|section|center|sup|sub)(?:\s[^<>\n]{0,300})?/?>)"
    r"|&(?:amp;){0,3}(?P<entity>#\d{1,6}|#[xX][0-9a-fA-F]{1,5}|[a-zA-Z]{2,8});|(?P<space>&nbsp)\b"
    r"|(?P<comment><!--[^\n]{0,300}?-->)"
    r"|(?P<break>\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029])"
    rf"|(?P<unseen>[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f{_UNSEEN}]+)"
)
_BLOCKS = frozenset({"p", "br", "div", "td", "tr", "table", "ul", "ol", "li", "section"})


def mend(words: str) -> Sequence[Edit]:
    """What a page's making left in *words*, taken out or read as what it stands for."""
    return [edit for match in _LEFT.finditer(words) for edit in _edit(match)]


def _edit(match: re.Match[str]) -> Iterator[Edit]:
    stands = _stands_for(match)
    if stands != match[0]:
        yield Edit(*match.span(), stands)


def _stands_for(match: re.Match[str]) -> str:
    if match["break"]:
        after = match.string[match.end() : match.end() + 1]
        return "" if match["break"] == "\r" and after == "\n" else "\n"
    if match["entity"]:
        return _character(match)
    if match["space"]:
        return " "
    if match["tag"] and match["name"] in _BLOCKS:
        return "\n" if _is_inside_line(match) else ""
    return ""


def _character(match: re.Match[str]) -> str:
    told = html.unescape(f"&{match['entity']};")
    if told in ("\xa0", "\u3000"):
        return " "
    return told if len(told) == 1 and (told.isprintable() or told == "\n") else match[0]


def _is_inside_line(match: re.Match[str]) -> bool:
    before = match.string[: match.start()][-1:]
    after = match.string[match.end() : match.end() + 1]
    return before not in ("", "\n") and after not in ("", "\n", "\r", "<")


STEP = Step(
    "leftover",
    frozenset("<&\r\x0b\x0c\x85\u2028\u2029\u00ad\u034f\u061c\u180e\ufeff")
    | frozenset(map(chr, (*range(0, 9), *range(14, 32), *range(0x7F, 0xA0))))
    | frozenset(map(chr, (*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x206A))))
    | frozenset(map(chr, range(0xFE00, 0xFE10))),
    mend,
)
