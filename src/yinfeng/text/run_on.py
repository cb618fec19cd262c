"""Run-on sections: headings and paragraphs of a report that a copy of it set on one line.

…工作报告一、2021年工作回顾2021年是…。(二)项目建设加快。… becomes a title, a heading and paragraphs
again, so that the year, the host and the mood of a section hold for it alone. No word moves.
"""

import re
from collections.abc import Iterator, Sequence

from yinfeng.text.text import Line, LineKind
from yinfeng.values import Span

LONG = 150
"""Prose of so many characters may be a page whose breaks were lost."""

_TITLE = 40
_NUMERAL = "[一二三四五六七八九十]{1,2}"
_MARK = re.compile(
    rf"(?:(?<=[。！？!?”])|(?<=\s))\s{{0,4}}(?P<part>[(（]{_NUMERAL}[)）])|(?<=[。；;：:])\s{{3,8}}(?P<gap>(?=\S))"
    rf"|(?:(?<=^)|(?<=[。！？!?”\s])|(?<=报告|总结|计划|规划|思路|要点|情况|打算|公报|材料))\s{{0,4}}(?P<chapter>{_NUMERAL}、)"
)
_HEADING = re.compile(
    rf"{_NUMERAL}、(?:(?:20\d\d|二[〇零○][^年]{{2}})\s?年\s?(?:度|[上下]半年)?|去年|今年|过去[^,，。;；]{{1,4}}年|[上下]半年|[本上]届)?"
    r"[^,，。;；:：\d]{0,10}?(?:工作的?(?:总结|回顾|情况|打算|计划|思路|安排|重点|任务|目标)|(?:情况|工作|发展)?回顾|主要成效|完成情况|运行情况"
    r"|目标任务|预期目标|总体要求|指导思想|下一步打算|存在的?(?:主要)?问题)(?![的是为:：,，。])"
)


def parted(words: str, lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, long prose parted before each numbered section that begins inside it."""
    is_titled = any(line.kind is LineKind.TITLE for line in lines)
    for line in lines:
        start, end = line.span
        if line.kind is not LineKind.PROSE or end - start < LONG:
            yield line
            continue
        for span, kind in _parts(words, start, end):
            if kind is LineKind.TITLE:
                kind = LineKind.HEADING if is_titled else kind
                is_titled = True
            yield Line(span, kind)


def _parts(words: str, start: int, end: int) -> Iterator[tuple[Span, LineKind]]:
    at = start
    for match in _MARK.finditer(words, start, end):
        first = match.start(match.lastgroup or 0)
        heading = _HEADING.match(words, first, end) if match["chapter"] else None
        if first > start and (not match["chapter"] or heading or words[first - 1] in "。！？!?”"):
            yield from _before(words, at, first, opens=at == start)
            at = first
        if heading and heading.end() < end:
            yield _trimmed(words, at, heading.end()), LineKind.HEADING
            at = heading.end()
    if words[at:end].strip():
        yield _trimmed(words, at, end), LineKind.PROSE


def _before(words: str, start: int, end: int, *, opens: bool) -> Iterator[tuple[Span, LineKind]]:
    """What stands before a section: the page's title where it opens the line and has no stop."""
    says = words[start:end].strip()
    if says:
        is_title = opens and len(says) <= _TITLE and not re.search(r"[,，。;；:：]", says)
        yield _trimmed(words, start, end), LineKind.TITLE if is_title else LineKind.PROSE


def _trimmed(words: str, start: int, end: int) -> Span:
    says = words[start:end]
    return Span(start + len(says) - len(says.lstrip()), start + len(says.rstrip()))
