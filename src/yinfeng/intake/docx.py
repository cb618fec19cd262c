"""Word: paragraphs, headings, tables, text boxes, notes, headers and footers of a .docx.

What a reviser deleted is left out and what was inserted is kept: the text as it would be printed.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from yinfeng.intake.format import Format, Found, Origin, Unreadable
from yinfeng.intake.grid import Grid, Merge, one_line
from yinfeng.intake.manuscript import Manuscript
from yinfeng.intake.office import Package, is_package
from yinfeng.intake.sheets import set_sheet
from yinfeng.values import BlockKind

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_PARAGRAPH, _TABLE, _CELL, _ROW = _W + "p", _W + "tbl", _W + "tc", _W + "tr"
_TEXT, _BOX = _W + "t", _W + "txbxContent"
_UNSEEN = frozenset(
    {_W + "del", _W + "moveFrom", _W + "instrText", _W + "pPr", _W + "rPr", _FALLBACK, _BOX}
)
_SIGNS = {
    _W + "tab": "\t",
    _W + "br": "\n",
    _W + "cr": "\n",
    _W + "noBreakHyphen": "-",
}
_HEADING = re.compile(r"(?:heading|标题)\s*\d", re.IGNORECASE)
_TITLE = re.compile(r"(?:title|标题)", re.IGNORECASE)
_MOST_COLUMNS = 200
_FURNITURE = {"header": "页眉", "footer": "页脚"}
_NOTES = {"footnotes": ("footnote", "脚注"), "endnotes": ("endnote", "尾注")}


def _recognises(data: bytes, _origin: Origin) -> bool:
    return is_package(data, "word/")


def _read(data: bytes, origin: Origin) -> Iterator[Found]:
    package = Package(data)
    main = package.main_part() or "word/document.xml"
    root = package.xml(main)
    body = root.find(_W + "body") if root is not None else None
    if body is None:
        raise Unreadable("damaged", "Word 文件里找不到正文。请用 Word 或 WPS 打开另存一份再导入。")
    writer = _Writer(_styles(package, main))
    relations = sorted(set(package.relations(main).values()))
    writer.furniture(package, relations, "header")
    writer.story(body)
    writer.footnotes(package, relations)
    writer.furniture(package, relations, "footer")
    yield writer.manuscript.document(
        origin,
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        title=writer.title or package.title(),
        saved=package.saved(),
    )


class _Writer:
    """Sets the stories of a Word file one after another, counting paragraphs and tables."""

    def __init__(self, styles: dict[str, BlockKind]) -> None:
        self.manuscript = Manuscript()
        self.title = ""
        self._styles = styles
        self._paragraphs = self._tables = 0

    def story(self, story: "_Element") -> None:
        """Set the paragraphs and tables of a story in order."""
        for block in _blocks(story):
            if block.tag == _TABLE:
                self._table(block)
            else:
                self._paragraph(block)

    def furniture(self, package: Package, relations: list[tuple[str, str]], kind: str) -> None:
        """Set each different header or footer once."""
        seen = set()
        for target in (target for name, target in relations if name == kind):
            root = package.sound(target)
            words = "\n".join(_lines(root)) if root is not None else ""
            if words.strip() and words not in seen:
                seen.add(words)
                self.manuscript.line(words, BlockKind.FURNITURE, _FURNITURE[kind])

    def footnotes(self, package: Package, relations: list[tuple[str, str]]) -> None:
        """Set footnotes and endnotes behind the body."""
        for name, target in relations:
            if name not in _NOTES:
                continue
            tag, place = _NOTES[name]
            root = package.sound(target)
            notes = root.iterchildren(_W + tag) if root is not None else iter(())
            own = (note for note in notes if not note.get(_W + "type"))
            for number, note in enumerate(own, 1):
                self.manuscript.line("\n".join(_lines(note)), place=f"{place}{number}")

    def _paragraph(self, paragraph: "_Element") -> None:
        words = _words(paragraph)
        if words.strip():
            self._paragraphs += 1
            kind = self._kind(paragraph)
            if kind is BlockKind.TITLE and not self.title:
                self.title = one_line(words)
            self.manuscript.line(words, kind, f"正文第{self._paragraphs}段")
        for box in _boxes(paragraph):
            self.story(box)

    def _table(self, table: "_Element") -> None:
        rows = [list(_cells(row)) for row in _rows(table)]
        if max(map(len, rows), default=0) == 1:
            # A frame around text is a table of one column; its paragraphs are set as such.
            for row in rows:
                for cell, _, _ in row:
                    self.story(cell)
            return
        self._tables += 1
        set_sheet(self.manuscript, _grid(f"表{self._tables}", rows))

    def _kind(self, paragraph: "_Element") -> BlockKind:
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        level = paragraph.find(f"{_W}pPr/{_W}outlineLvl")
        named = self._styles.get(style.get(_W + "val", "")) if style is not None else None
        if named is None and level is not None and level.get(_W + "val", "9") in "012345678":
            return BlockKind.HEADING
        return named or BlockKind.PARAGRAPH


def _styles(package: Package, main: str) -> dict[str, BlockKind]:
    """The styles that make a title or a heading, also those based on one that does."""
    targets = [target for kind, target in package.relations(main).values() if kind == "styles"]
    root = package.sound(targets[0]) if targets else None
    kinds: dict[str, BlockKind] = {}
    based: dict[str, str] = {}
    for style in root.iterchildren(_W + "style") if root is not None else ():
        key = style.get(_W + "styleId", "")
        kind = _kind_of_style(style)
        if kind:
            kinds[key] = kind
        base = style.find(_W + "basedOn")
        if base is not None:
            based[key] = base.get(_W + "val", "")
    for key in based:
        if key not in kinds and based[key] in kinds:
            kinds[key] = kinds[based[key]]
    return kinds


def _kind_of_style(style: "_Element") -> BlockKind | None:
    name = style.find(_W + "name")
    words = name.get(_W + "val", "") if name is not None else ""
    if _HEADING.match(words):
        return BlockKind.HEADING
    if _TITLE.fullmatch(words):
        return BlockKind.TITLE
    if words.lower() in ("caption", "题注"):
        return BlockKind.CAPTION
    level = style.find(f"{_W}pPr/{_W}outlineLvl")
    return BlockKind.HEADING if level is not None and level.get(_W + "val") != "9" else None


def _blocks(story: "_Element") -> "Iterator[_Element]":
    """The paragraphs and tables of a story, those inside content controls and insertions too."""
    for child in story.iterchildren():
        if child.tag in (_PARAGRAPH, _TABLE):
            yield child
        elif child.tag not in _UNSEEN and isinstance(child.tag, str) and child.tag != _ROW:
            yield from _blocks(child)


def _rows(table: "_Element") -> "Iterator[_Element]":
    for child in table.iterchildren():
        if child.tag == _ROW:
            if child.find(f"{_W}trPr/{_W}del") is None:
                yield child
        elif child.tag in (_W + "sdt", _W + "sdtContent", _W + "ins"):
            yield from _rows(child)


def _cells(row: "_Element") -> "Iterator[tuple[_Element, int, str]]":
    """Each cell of a row with the columns that it spans and how it is merged downwards."""
    for child in row.iterchildren():
        if child.tag == _CELL:
            span = child.find(f"{_W}tcPr/{_W}gridSpan")
            merge = child.find(f"{_W}tcPr/{_W}vMerge")
            down = merge.get(_W + "val", "continue") if merge is not None else ""
            yield child, _count(span.get(_W + "val", "1")) if span is not None else 1, down
        elif child.tag in (_W + "sdt", _W + "sdtContent"):
            yield from _cells(child)


def _count(digits: str) -> int:
    return max(1, min(int(digits), _MOST_COLUMNS)) if digits.isdecimal() else 1


def _grid(name: str, rows: "list[list[tuple[_Element, int, str]]]") -> Grid:
    lines: list[tuple[str, ...]] = []
    merges: list[Merge] = []
    open_merges: dict[int, Merge] = {}
    for at, row in enumerate(rows):
        line: list[str] = []
        still: dict[int, Merge] = {}
        for cell, span, down in row:
            left, above = len(line), open_merges.get(len(line))
            if down == "continue" and above:
                words, merge = "", Merge(above.top, left, at, above.right)
            else:
                words = one_line("\n".join(_lines(cell)))
                merge = Merge(at, left, at, left + span - 1)
            if down:
                still[left] = merge
            elif span > 1:
                merges.append(merge)
            line += [words, *[""] * (span - 1)]
        merges += [merge for left, merge in open_merges.items() if not _goes_on(merge, still, left)]
        open_merges = still
        lines.append(tuple(line))
    return Grid(name, tuple(lines), (*merges, *open_merges.values()))


def _goes_on(merge: Merge, still: dict[int, Merge], left: int) -> bool:
    return left in still and still[left].top == merge.top


def _lines(story: "_Element") -> Iterator[str]:
    """The words of every paragraph of a story, tables and boxes flattened."""
    for paragraph in story.iter(_PARAGRAPH):
        if next(paragraph.iterancestors(_FALLBACK), None) is None:
            yield _words(paragraph)


def _words(paragraph: "_Element") -> str:
    """The words of a paragraph as printed: nothing deleted, hidden or in a box of its own."""
    pieces: list[str] = []
    _gather(paragraph, pieces)
    return "".join(pieces)


def _gather(element: "_Element", pieces: list[str]) -> None:
    # XML deeper than 256 levels is refused by the parser, so this recursion is bounded.
    for child in element.iterchildren():
        if child.tag == _TEXT:
            pieces.append(child.text or "")
        elif child.tag in _SIGNS:
            pieces.append(_SIGNS[child.tag])
        elif child.tag not in _UNSEEN and not _is_hidden(child):
            _gather(child, pieces)


def _is_hidden(run: "_Element") -> bool:
    vanish = run.find(f"{_W}rPr/{_W}vanish")
    return vanish is not None and vanish.get(_W + "val", "true") not in ("0", "false")


def _boxes(paragraph: "_Element") -> "Iterator[_Element]":
    """The text boxes anchored in a paragraph, each once although Word writes it twice."""
    for box in paragraph.iter(_BOX):
        is_own = next(box.iterancestors(_PARAGRAPH), None) is paragraph
        if is_own and next(box.iterancestors(_FALLBACK), None) is None:
            yield box


DOCX = Format("Word 文档", _recognises, _read)
