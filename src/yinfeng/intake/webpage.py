"""The pieces of a web page in reading order, and which of them are its article.

Walked without recursion, because damaged pages nest thousands of elements.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from yinfeng.intake.grid import Grid, Merge, one_line
from yinfeng.intake.limits import MAX_CELLS
from yinfeng.values import BlockKind

if TYPE_CHECKING:
    from lxml.etree import _Element

_UNSEEN = frozenset((
    "head", "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "embed",
    "select", "button", "input", "textarea", "video", "audio", "canvas", "map", "datalist",
    "dialog",
))  # fmt: skip
_ASIDE = frozenset(("nav", "footer", "aside", "menu"))
_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3",
    "h4", "h5", "h6", "header", "hr", "html", "li", "main", "menu", "nav", "ol", "p", "pre",
    "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "br",
))  # fmt: skip
_CONTAINERS = frozenset((
    "html", "body", "div", "section", "article", "main", "td", "tr", "table", "tbody", "center",
    "form", "font", "span",
))  # fmt: skip
_KINDS = {f"h{level}": BlockKind.HEADING for level in range(1, 7)}
_KINDS |= {"figcaption": BlockKind.CAPTION, "caption": BlockKind.CAPTION}
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SPACE = re.compile(r"(?<=[^\x00-\x7f])[ \t]*[\r\n][ \t\r\n]*(?=[^\x00-\x7f])")
_SPACES = re.compile(r"[ \t\r\n\xa0]+")
_SENTENCE = re.compile(r"[，。；！？、：]")
_NEARLY_ALL = 0.8
_MOST_SPAN = 100
_LONGEST_CELL = 400


@dataclass(frozen=True, slots=True)
class Piece:
    """A line or a table of a page, the element it stands in, and how much of it is links."""

    element: "_Element"
    words: str
    linked: int = 0
    kind: BlockKind = BlockKind.PARAGRAPH
    grid: Grid | None = None

    @property
    def weight(self) -> int:
        """How many characters of told text the piece holds; menus and link lists hold none."""
        is_told = self.grid is not None or _SENTENCE.search(self.words) or len(self.words) > 30
        return max(0, len(self.words) - 2 * self.linked) if is_told else 0


def pieces(root: "_Element") -> Iterator[Piece]:
    """The lines and tables of a page that a reader sees, in order."""
    from lxml import etree

    line = _Line()
    walk = etree.iterwalk(root, events=("start", "end"))
    tables = 0
    for event, element in walk:
        tag = element.tag
        if event == "end":
            if tag in _BLOCKS:
                yield from line.taken(element)
            line.linked_depth -= tag == "a"
            line.add(element.tail)
        elif not isinstance(tag, str) or tag in _UNSEEN or _is_hidden(element):
            walk.skip_subtree()
            line.linked_depth += tag == "a"
        elif tag == "table" and (grid := _data_table(element, f"表{tables + 1}")):
            yield from line.taken(element)
            walk.skip_subtree()
            tables += 1
            yield Piece(element, "\n".join(map("\t".join, grid.rows)), grid=grid)
        else:
            if tag in _BLOCKS:
                parent = element.getparent()
                yield from line.taken(element if parent is None else parent)
            line.linked_depth += tag == "a"
            line.add(element.text)


def article(root: "_Element", found: Sequence[Piece]) -> list[Piece]:
    """The pieces that make the article; all but menus where no element holds a text."""
    weights: dict[_Element, int] = {}
    aside = {e for tag in _ASIDE for top in root.iter(tag) for e in top.iter()}
    kept = [piece for piece in found if piece.element not in aside] or list(found)
    for piece in kept:
        weights[piece.element] = weights.get(piece.element, 0) + piece.weight
    for element in reversed(list(root.iter())):
        parent = element.getparent()
        if parent is not None and weights.get(element):
            weights[parent] = weights.get(parent, 0) + weights[element]
    main = _innermost(root, weights, {piece.element for piece in kept if piece.grid})
    inside = set(main.iter())
    within = [p for p in kept if p.element in inside and not _is_menu(p)]
    return within or kept


def _innermost(
    root: "_Element", weights: "dict[_Element, int]", tables: "set[_Element]"
) -> "_Element":
    main = root
    while True:
        whole = weights.get(main, 0)
        best = max(main.iterchildren(), key=lambda child: weights.get(child, 0), default=None)
        if best is None or not whole or weights.get(best, 0) < _NEARLY_ALL * whole:
            return main
        if best in tables:
            return main
        if best.tag not in _CONTAINERS or not any(c.tag in _BLOCKS for c in best.iterchildren()):
            return main
        main = best


def _is_menu(piece: Piece) -> bool:
    return piece.grid is None and piece.linked * 2 > len(piece.words) and piece.weight == 0


class _Line:
    """The words gathered since the last block began, and how many of them are links."""

    def __init__(self) -> None:
        self.linked_depth = 0
        self._words: list[str] = []
        self._linked = 0

    def add(self, words: str | None) -> None:
        """Go on with *words*."""
        if words:
            self._words.append(words)
            self._linked += len(words.strip()) if self.linked_depth > 0 else 0

    def taken(self, element: "_Element") -> Iterator[Piece]:
        """The piece that ends here, if any words were gathered."""
        words = _SPACES.sub(" ", _SPACE.sub("", "".join(self._words))).strip()
        linked, self._words, self._linked = self._linked, [], 0
        if words:
            yield Piece(element, words, linked, _KINDS.get(element.tag, BlockKind.PARAGRAPH))


def _is_hidden(element: "_Element") -> bool:
    # WeChat hides the article itself until its script has run.
    if element.get("id") == "js_content":
        return False
    if "hidden" in element.attrib or element.get("aria-hidden") == "true":
        return True
    return bool(_HIDDEN.search(element.get("style", "")))


def _data_table(table: "_Element", name: str) -> Grid | None:
    """The grid of a table that holds data; None for one that only lays out the page."""
    rows = list(table.iter("tr"))
    if len(rows) < 2 or next(table.iterdescendants("table"), None) is not None:
        return None
    grid = _grid(name, rows)
    if grid is None:
        return None
    wide = sum(1 for row in range(len(grid.rows)) if len(grid.filled(row)) > 1)
    longest = max((len(words) for row in grid.rows for words in row), default=0)
    linked = sum(len(words) for link in table.iter("a") for words in link.itertext())
    whole = sum(len(words) for row in grid.rows for words in row)
    if wide < 2 or longest > _LONGEST_CELL or linked * 2 > whole:
        return None
    return grid


def _grid(name: str, rows: "Sequence[_Element]") -> Grid | None:
    """The grid of table rows; None when spans make more cells than a table can have."""
    taken: dict[tuple[int, int], bool] = {}
    words: dict[tuple[int, int], str] = {}
    merges: list[Merge] = []
    for top, row in enumerate(rows):
        left = 0
        for cell in row.iterchildren("td", "th"):
            while taken.get((top, left)):
                left += 1
            down = min(_span(cell, "rowspan"), len(rows) - top)
            across = _span(cell, "colspan")
            if len(taken) + down * across > MAX_CELLS:
                return None
            words[top, left] = _cell_words(cell)
            if down > 1 or across > 1:
                merges.append(Merge(top, left, top + down - 1, left + across - 1))
            for at in range(top, top + down):
                for column in range(left, left + across):
                    taken[at, column] = True
            left += across
    width = 1 + max((column for _, column in taken), default=0)
    lines = tuple(tuple(words.get((row, c), "") for c in range(width)) for row in range(len(rows)))
    return Grid(name, lines, tuple(merges))


def _cell_words(cell: "_Element") -> str:
    return one_line(_SPACES.sub(" ", "".join(str(one) for one in cell.itertext())))


def _span(cell: "_Element", name: str) -> int:
    digits = cell.get(name, "1").strip()
    return max(1, min(int(digits[:6]), _MOST_SPAN)) if digits.isdecimal() else 1
