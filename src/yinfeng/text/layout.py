"""Layout: what each line of a page is: 上一条:… is furniture, a short line over prose a heading.

What the format says (a heading style, a table row) goes before what the words look like.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from yinfeng.lexicon import furniture
from yinfeng.text.text import LineKind
from yinfeng.values import BlockKind

SHORT = 40
"""A line of up to so many characters may be a title, a heading or a caption."""

WIDE = 15
"""A line of so many characters may be a whole line of a column."""

NEXT = 3
"""So many lines below a column's first one show that it is prose."""

FOOT = 300
"""So many characters at most may follow the first line of a page's foot for all to be its foot."""

CELLS = 3
"""So many wide gaps or bars make a line a row of a table."""

STOPPED = 3
"""So many full stops show that a line is prose, however wide its gaps."""

_ROW = re.compile(r"([^\S\n]*)(\S[^\n]*)")
_HAN = re.compile(r"[\u3400-\u9fff]")
_GAPS = re.compile(r"\t+| {2,}|\u3000{2,}|\|")
_PICTURES = re.compile(
    r"(?:效果图|鸟瞰图?|俯瞰图?|航拍图?|全景图?|示意图|区位图|规划图|外景|实景图?"
    r"|资料图片?|资料照片|供图)$"
)
_CREDITS = re.compile(r"[\u4e00-\u9fff]{2,4} ?/? ?(?:摄|供图|图)$")
_HEAD = re.compile(
    r"[一二三四五六七八九十]{1,3}[、..]|[((][一二三四五六七八九十]{1,3}[))]"
    r"|第[一二三四五六七八九十]{1,3}[章节部编]|\d{1,2}[、..]\s?(?!\d)"
)
STOPS = re.compile(r"[。！？!?；;](?!$)|[。；;]$")
"""Punctuation that only prose has."""

_COMMAS = re.compile("[,，]")
_SHORT_KINDS = (LineKind.HEADING, LineKind.CAPTION, LineKind.FURNITURE)

_BLOCKS = {
    BlockKind.TITLE: LineKind.TITLE,
    BlockKind.HEADING: LineKind.HEADING,
    BlockKind.CAPTION: LineKind.CAPTION,
    BlockKind.TABLE: LineKind.TABLE,
    BlockKind.FURNITURE: LineKind.FURNITURE,
}


class Row(NamedTuple):
    """One line that is not blank, trimmed: where it stands, the breaks before it, what it is."""

    start: int
    end: int
    says: str
    gap: int
    is_indented: bool
    kind: LineKind
    is_told: bool = False


class Stretch(NamedTuple):
    """A stretch of words whose kind the format gives."""

    start: int
    end: int
    kind: BlockKind


def rows(words: str, stretches: Sequence[Stretch] = ()) -> list[Row]:
    """The lines of *words* that are not blank, each with its kind."""
    return _in_context(list(_bare(words, stretches)))


def _bare(words: str, stretches: Sequence[Stretch]) -> Iterator[Row]:
    last, at = 0, 0
    for match in _ROW.finditer(words):
        start = match.start(2)
        says = match[2].rstrip()
        while at < len(stretches) and stretches[at].end <= start:
            at += 1
        told = stretches[at].kind if at < len(stretches) and stretches[at].start <= start else None
        kind = _BLOCKS.get(told) if told else None
        gap = words.count("\n", last, start)
        is_told, is_indented = kind is not None, bool(match[1])
        end = start + len(says)
        yield Row(start, end, says, gap, is_indented, kind or _kind(says), is_told)
        last = start + len(says)


def _kind(says: str) -> LineKind:
    if len(says) <= furniture.LONGEST and furniture.kind_of(says):
        return LineKind.FURNITURE
    if "\t" in says or (("  " in says or "|" in says) and _is_row(says)):
        return LineKind.TABLE
    if not _HAN.search(says):
        return LineKind.FURNITURE
    if len(says) <= SHORT and says[-1] not in "。；;,，、:：" and not STOPS.search(says):
        return LineKind.CAPTION if _is_caption(says) else LineKind.HEADING
    return LineKind.PROSE


def _is_row(says: str) -> bool:
    """Whether gaps part a line into cells; prose whose breaks became gaps has stops."""
    gaps = len(_GAPS.findall(says))
    is_told = says.count("。") >= STOPPED and len(says) > WIDE * gaps
    return gaps >= CELLS and not is_told


def _is_caption(says: str) -> bool:
    bare = says.strip("()（）")
    if bare.startswith(("图为", "上图", "下图", "左图", "右图")) or _PICTURES.search(bare[-4:]):
        return True
    if bare.endswith("提供"):
        return "图" in bare or "片" in bare
    return says[-1] in "摄图)）" and bool(_CREDITS.search(bare))


def _in_context(found: list[Row]) -> list[Row]:
    found = _with_margins(found)
    usual = _usual_gap(found)
    for at, row in enumerate(found):
        stands_apart = at and row.gap >= max(3, 2 * usual) and not _runs_on(found, at)
        is_plain = row.kind is LineKind.HEADING and not row.is_told
        if is_plain and stands_apart and not _HEAD.match(row.says):
            found[at] = row._replace(kind=LineKind.CAPTION)
    if found and all(row.kind in _SHORT_KINDS and not row.is_told for row in found):
        found = [row._replace(kind=_alone(row)) for row in found]
    title = _title(found)
    if title is not None:
        found[title] = found[title]._replace(kind=LineKind.TITLE)
    return found


def _alone(row: Row) -> LineKind:
    """The kind of a short line on a page without prose: a note of a sentence or two is prose."""
    return LineKind.PROSE if len(_COMMAS.findall(row.says)) > 1 else row.kind


def _runs_on(found: Sequence[Row], at: int) -> bool:
    """Whether a line that stands apart from what is above it opens a paragraph of a column."""
    if len(found[at].says) < WIDE:
        return False
    paragraph = takewhile(lambda row: row.gap == 1, found[at + 1 : at + 1 + NEXT])
    return any(row.kind is LineKind.PROSE for row in paragraph)


def _title(found: Sequence[Row]) -> int | None:
    """The first short line before any prose, one of a few characters only if there is no other."""
    first = None
    for at, row in enumerate(found):
        if row.kind is LineKind.TITLE or row.kind is LineKind.PROSE:
            break
        is_short = row.kind is LineKind.HEADING or row.kind is LineKind.CAPTION
        if is_short and not row.is_told and not _HEAD.match(row.says):
            if len(row.says) >= 6:
                return at
            first = at if first is None else first
    return first


def _usual_gap(found: Sequence[Row]) -> int:
    gaps = sorted(row.gap for row in found[1:])
    return gaps[(len(gaps) - 1) // 2] if gaps else 1


def _with_margins(found: list[Row]) -> list[Row]:
    """The rows, those before a page's top and after its foot made furniture."""
    sorts = [furniture.kind_of(row.says) if row.kind is LineKind.FURNITURE else "" for row in found]
    head = next((at for at, sort in enumerate(sorts[:20]) if sort == "top"), 0)
    if all(row.kind is not LineKind.PROSE for row in found[:head]):
        found[:head] = [row._replace(kind=LineKind.FURNITURE) for row in found[:head]]
    foot = _foot(found, sorts)
    found[foot:] = [row._replace(kind=LineKind.FURNITURE) for row in found[foot:]]
    return found


def _foot(found: Sequence[Row], sorts: Sequence[str]) -> int:
    foot, after = len(found), 0
    for at in range(len(found) - 1, -1, -1):
        if sorts[at] == "foot":
            foot = at
        elif not sorts[at]:
            after += len(found[at].says)
        if after > FOOT:
            break
    return foot
