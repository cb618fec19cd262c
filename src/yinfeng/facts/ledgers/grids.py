"""Tables as stretches of clean text, whether the format gives them or someone typed them.

A typed table has its columns parted by tabs, bars or spaces, and a heading that knows at least two
columns of a ledger: 序号  项目名称  建设单位  总投资  形象进度, with 单位:亿元、亩 above it.
What a table is of, and for what time, its title tells or the words of a heading.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from yinfeng.facts.ledgers.briefs import Brief, briefs
from yinfeng.facts.page import Page
from yinfeng.lexicon import columns
from yinfeng.text import Line
from yinfeng.values import Span

_CELL = re.compile(r"[^\s|](?:[^\t|\n　 ]| (?![ \n]))*")
_UNITS_ABOVE = re.compile(r"(?:^|[\s(（|。;；])单位[:：]\s*(?P<units>[一-龥㎡、，,/%]{1,14})")
_WORD = re.compile(r"[^\s|]+")
_TITLE = re.compile(r"项目|清单|名单|一览|台账")
_SAYS = re.compile(r"[0-9](?:万|亿|百|千)*(?:元|亩|美元)|公司|[:：]")
_NUMBERS = re.compile(r"序号|编号|^No|^#")
_NUMBER = re.compile(r"\s*[\d一二三四五六七八九十(（]")
_HEADED = re.compile(r"项目|指标|企业")
_SECTION = 20
# Title, captions and headings stand between a table's first row and what is above it.
_ABOVE = 600
_GAP = re.compile(r"[\t|　 ](?:(?<! )|(?<=  ))")


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its headings, the units said above it, its rows of spans; empty cells are empty.

    *above* is the line that says what its rows are: 二季度签约项目清单; *lead* is all that stands
    between the table before and the first row, title and headings.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[Span, ...], ...]
    units: tuple[str, ...] = ()
    above: Span | None = None
    lead: Span = field(default_factory=lambda: Span(0, 0))

    def is_of(self, kind: str) -> bool:
        """Whether its headings are those of a table of that *kind*."""
        return columns.is_headed(kind, self.header)

    def fields(self, kind: str) -> dict[str, int]:
        """The columns that a *kind* of record knows, by field; the first of a field wins."""
        found = columns.fields_of(kind, self.header)
        if kind == "project" and "name" not in found and {"investors", "investment"} <= set(found):
            found["name"] = found["investors"]
        return found


def grids(page: Page) -> Iterator[Grid]:
    """The tables of a page: those of its format, else those typed into its text."""
    tables = page.text.document.tables
    before = 0
    for table in tables:
        rows = tuple(
            tuple(page.text.clean_span(cell.start, cell.end) for cell in row) for row in table.rows
        )
        top = min((cell.start for cell in rows[0]), default=before) if rows else before
        lead = Span(max(before, top - _ABOVE), top)
        units = _units_above(page.says(*lead)) or _units_above(table.name)
        yield Grid(table.header, rows, units, lead=lead)
        before = max((cell.end for row in rows for cell in row), default=before)
    if not tables:
        yield from _typed_once(page)
    yield from _told_once(page)


def row_spans(page: Page) -> Iterator[Span]:
    """Where the rows of typed tables stand: they are no sentences."""
    for grid in () if page.text.document.tables else _typed_once(page):
        for row in grid.rows:
            yield Span(row[0].start, row[-1].end)
    for grid in _told_once(page):
        yield from grid.rows[0]


def _typed_once(page: Page) -> tuple[Grid, ...]:
    return page.kept("typed tables", lambda: tuple(_typed(page)))


def _told_once(page: Page) -> tuple[Grid, ...]:
    """What is told line by line under labels, as tables of one row."""
    return page.kept("told by labels", lambda: tuple(map(_by_labels, briefs(page))))


def _by_labels(brief: Brief) -> Grid:
    return Grid(brief.labels, (brief.says,), lead=Span(brief.says[0].start, brief.says[0].start))


def _typed(page: Page) -> Iterator[Grid]:
    table = _Typed()
    for line in page.text.lines:
        cells = table.cells(page, line)
        says = page.text.says(line.span)
        if table.takes(cells):
            table.rows.append(cells)
            continue
        if table.rows or table.header:
            if table.rows:
                yield table.grid()
            table.rows = []
            if len(cells) <= 2 and len(says) <= _SECTION and _TITLE.search(says):
                table.above = line.span
                continue
            table.above = None
        table.units = _units_above(says) or table.units
        table.head(page, line, says)
        if not table.header and _TITLE.search(says):
            table.above = line.span
    if table.rows:
        yield table.grid()


@dataclass
class _Typed:
    """A typed table as it is read: its heading so far, how its cells are parted, its rows."""

    header: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    above: Span | None = None
    rows: list[tuple[Span, ...]] = field(default_factory=list)
    cell: re.Pattern[str] = _CELL
    end: int = 0
    is_tabbed: bool = False

    def cells(self, page: Page, line: Line) -> tuple[Span, ...]:
        """The cells of a line; where single tabs part the headings, empty ones keep their place."""
        found = _cells(page, line, self.cell)
        if not self.is_tabbed or len(found) < 2 or "\t" not in page.text.says(line.span):
            return found
        parts = tuple(_between_tabs(page, line.span))
        if len(parts) < len(self.header) and _NUMBERS.match(self.header[0]):
            is_numbered = _NUMBER.match(page.text.says(parts[0]))
            parts = parts if is_numbered else (Span(line.span.start, line.span.start), *parts)
        short = len(self.header) - len(parts)
        return (*parts, *(Span(line.span.end, line.span.end),) * short) if short >= 0 else found

    def takes(self, cells: tuple[Span, ...]) -> bool:
        """Whether a line has as many cells as the heading, two fewer at most."""
        return bool(self.header) and max(2, len(self.header) - 2) <= len(cells) <= len(self.header)

    def head(self, page: Page, line: Line, says: str) -> None:
        """Take a line as the heading, if it is one."""
        self.cell = _CELL
        self.header = _header(page, _cells(page, line, _CELL))
        self.is_tabbed = bool(self.header) and says.count("\t") == len(self.header) - 1
        if not self.header and _may_head(says):
            self.header = _header(page, _cells(page, line, _WORD))
            self.cell = _WORD if self.header else _CELL

    def grid(self) -> Grid:
        """The table read so far."""
        top = self.rows[0][0].start
        lead = Span(max(self.end, top - _ABOVE), top)
        self.end = self.rows[-1][-1].end
        return Grid(self.header, tuple(self.rows), self.units, self.above, lead)


def _between_tabs(page: Page, span: Span) -> Iterator[Span]:
    """The stretches between the tabs of a line, blank edges left out, empty ones kept."""
    start = span.start
    for words in page.text.says(span).split("\t"):
        left = start + len(words) - len(words.lstrip())
        yield Span(min(left, start + len(words.rstrip())), start + len(words.rstrip()))
        start += len(words) + 1


def _may_head(says: str) -> bool:
    """Whether a line of words parted by single spaces may be the heading of a table."""
    return len(says) < 120 and says.count(" ") >= 3 and _HEADED.search(says) is not None


def _cells(page: Page, line: Line, cell: re.Pattern[str]) -> tuple[Span, ...]:
    says = page.text.says(line.span)
    if len(says) > 400 or (cell is _CELL and not _GAP.search(says)):
        return ()
    return tuple(Span(*match.span()) for match in cell.finditer(page.text.clean, *line.span))


def _header(page: Page, cells: tuple[Span, ...]) -> tuple[str, ...]:
    if len(cells) < 3:
        return ()
    headings = tuple(page.text.says(cell) for cell in cells)
    if any(len(heading) > 20 or _SAYS.search(heading) for heading in headings):
        return ()
    return headings if any(columns.is_headed(kind, headings) for kind in columns.KINDS) else ()


def _units_above(says: str) -> tuple[str, ...]:
    match = next(iter(list(_UNITS_ABOVE.finditer(says))[-1:]), None) if "单位" in says else None
    return tuple(re.split(r"[、，,]", match["units"])) if match else ()
