"""Markdown: headings, tables and paragraphs, the marks of emphasis and links left out."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from yinfeng.intake.format import Format, Found, Origin
from yinfeng.intake.grid import Grid
from yinfeng.intake.imprint import day_in
from yinfeng.intake.manuscript import Manuscript
from yinfeng.intake.plain import words_of
from yinfeng.intake.sheets import set_sheet
from yinfeng.values import BlockKind

_HEADING = re.compile(r"[ ]{0,3}(#{1,6})[ \t]+(.*?)[ \t#]*$")
_RULE = re.compile(r"\s*(?:[-*_]\s*){3,}$")
_FENCE = re.compile(r"\s*(?:```|~~~)")
_TABLE_RULE = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$")
_LEAD = re.compile(r"\s*(?:>\s?)*(?:[-*+]\s+(?:\[[ xX]\]\s+)?)?")
_LINK = re.compile(r"!?\[([^\[\]\n]{0,300})\]\((?:[^()\n]{0,1000})\)")
_EMPHASIS = re.compile(r"(\*{1,3}|_{2,3}|`{1,2}|~~)(?=\S)([^*_`~\n]{1,500})(?<=\S)\1")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!|>~-])")
_FIELD = re.compile(
    r"\s*(title|date|author|source|标题|日期|来源)\s*:\s*[\"']?(.*?)[\"']?\s*$", re.I
)


def _recognises(_data: bytes, origin: Origin) -> bool:
    return origin.ending in ("md", "markdown")


def _read(data: bytes, origin: Origin) -> Iterator[Found]:
    text, encoding, notes = words_of(data)
    manuscript = Manuscript()
    lines = text.splitlines()
    front = _front_matter(lines)
    _set_lines(manuscript, lines[front[0] :])
    for note in notes:
        manuscript.note(note)
    fields = front[1]
    yield manuscript.document(
        origin,
        "text/markdown",
        encoding=encoding,
        title=fields.get("title", fields.get("标题", "")),
        published=day_in(fields.get("date", fields.get("日期", ""))),
        publisher=fields.get("source", fields.get("来源", "")),
    )


def _front_matter(lines: Sequence[str]) -> tuple[int, dict[str, str]]:
    """How many lines the fields at the top take, and what they say."""
    if not lines or lines[0].strip() != "---" or "---" not in map(str.strip, lines[1:60]):
        return 0, {}
    inside = list(takewhile(lambda line: line.strip() != "---", lines[1:]))
    fields = (_FIELD.match(line) for line in inside)
    return len(inside) + 2, {found[1].lower(): found[2] for found in fields if found}


def _set_lines(manuscript: Manuscript, lines: Sequence[str]) -> None:
    at = tables = paragraph = 0
    kind = BlockKind.TITLE
    while at < len(lines):
        line = lines[at]
        if "|" in line and at + 1 < len(lines) and _TABLE_RULE.match(lines[at + 1]):
            rows = [line, *takewhile(lambda row: "|" in row, lines[at + 2 :])]
            tables += 1
            set_sheet(manuscript, Grid(f"表{tables}", tuple(map(_cells, rows))))
            at += len(rows) + 1
            continue
        at += 1
        if heading := _HEADING.match(line):
            manuscript.line(
                _unmarked(heading[2]), kind if len(heading[1]) == 1 else BlockKind.HEADING
            )
            kind = BlockKind.HEADING
        elif line.strip() and not _RULE.match(line) and not _FENCE.match(line):
            paragraph += 1
            words = _unmarked(_LEAD.sub("", line, count=1))
            manuscript.line(words, place=f"正文第{paragraph}段")


def _cells(row: str) -> tuple[str, ...]:
    cells = re.split(r"(?<!\\)\|", row.strip())
    cells = cells[1:] if not cells[0].strip() else cells
    cells = cells[:-1] if cells and not cells[-1].strip() else cells
    return tuple(_unmarked(cell).strip() for cell in cells)


def _unmarked(words: str) -> str:
    words = _LINK.sub(r"\1", words)
    for _ in range(2):
        words = _EMPHASIS.sub(r"\2", words)
    return _ESCAPE.sub(r"\1", words)


MARKDOWN = Format("Markdown", _recognises, _read)
