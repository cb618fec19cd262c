"""PDF: the text layer page by page in reading order; scanned pages through the `ocr` extra.

Lines that come back on most pages at the same edge, and bare page numbers, are furniture. Tables
drawn with lines are kept as tables; one that goes on over a page is one table.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from ctypes import byref
from datetime import date
from itertools import groupby
from math import inf
from statistics import median
from typing import TYPE_CHECKING

from yinfeng.intake import ocr
from yinfeng.intake.format import Format, Found, Origin, Unreadable
from yinfeng.intake.grid import Grid
from yinfeng.intake.imprint import day_of_issue
from yinfeng.intake.limits import MAX_PAGES, MAX_SCANS
from yinfeng.intake.manuscript import Manuscript
from yinfeng.intake.paragraphs import paragraphs
from yinfeng.intake.reading_order import PageLine, Run, lines_of
from yinfeng.intake.ruled_tables import Rules, gone_on, items_of, rules_of
from yinfeng.intake.sheets import set_sheet
from yinfeng.values import BlockKind

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage  # type: ignore[import-untyped]

_PAGE_NUMBER = re.compile(r"[-—–·•.\s第]*\d{1,4}[-—–·•.\s页/]*(?:[共/]?\s*\d{1,4}\s*页?)?[-—–·\s]*")
_DIGITS = re.compile(r"\d+")
_HAN = re.compile(r"[\u3400-\u9fff]")
_NO_TITLE = re.compile(
    r"\.(?:docx?|wps|indd|qxd|cdr|pptx?)$|^(?:Microsoft|未命名|无标题|untitled)", re.I
)
_NEEDS_OCR = "扫描页没有文字层，需要安装文字识别组件才能读取"
_EDGE = 2
_LARGE_TYPE = 1.3
_SAME_TYPE = 0.95
_FEWEST_LETTERS = 4
_SLACK = 1.0

Item = PageLine | Grid
"""What stands on a page, one below the other: a line or a table."""


def _recognises(data: bytes, _origin: Origin) -> bool:
    return b"%PDF-" in data[:1024]


def _read(data: bytes, origin: Origin) -> Iterator[Found]:
    pdf = _opened(data)
    try:
        manuscript = Manuscript()
        pages = list(_pages(pdf, manuscript))
        if not any(pages):
            if manuscript.has_note(_NEEDS_OCR):
                raise Unreadable("needs-ocr", ocr.MISSING)
            raise Unreadable("empty", "PDF 里没有认出文字。请换一份更清楚的，或改传文字版。")
        published = _set_pages(manuscript, pages)
        properties = pdf.get_metadata_dict()
        title = " ".join(str(properties.get("Title", "")).split())
        is_title = _HAN.search(title) and not _NO_TITLE.search(title)
        # The day on which a file was made is not the day of the paper, so none is given.
        title = title if is_title else ""
        yield manuscript.document(origin, "application/pdf", title=title, published=published)
    finally:
        pdf.close()


def _opened(data: bytes) -> "PdfDocument":
    import pypdfium2

    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as failure:
        if "password" in str(failure).lower():
            says = "PDF 设了密码，无法读取。请取消密码后另存一份再导入。"
            raise Unreadable("encrypted", says) from failure
        says = "PDF 不完整或已损坏（可能没有下载完）。请重新获取后再导入。"
        raise Unreadable("truncated", says) from failure
    if len(pdf) > MAX_PAGES:
        pdf.close()
        raise Unreadable("too-large", "PDF 超过2000页，没有读取。请拆成几个文件再导入。")
    return pdf


def _pages(pdf: "PdfDocument", manuscript: Manuscript) -> Iterator[Sequence[Item]]:
    """The lines and tables of each page; pictures of text are read where the extra is there."""
    scans = 0
    for number in range(1, len(pdf) + 1):
        page = _page(pdf, number)
        if page is None:
            manuscript.note(f"第{number}页已损坏，没有读取")
            yield []
            continue
        rules = rules_of(page)
        runs = list(_runs(page, rules))
        if _is_readable(runs):
            yield items_of(runs, rules, f"第{number}页")
        elif not _has_picture(page):
            yield []
        else:
            scans += 1
            yield _scanned(page, number, scans, manuscript)
        page.close()
    if scans and not ocr.is_installed():
        manuscript.note(_NEEDS_OCR)


def _page(pdf: "PdfDocument", number: int) -> "PdfPage | None":
    import pypdfium2

    try:
        return pdf[number - 1]
    except pypdfium2.PdfiumError:
        return None


def _runs(page: "PdfPage", rules: Rules) -> Iterator[Run]:
    """The runs of a page, from its characters and their boxes; a rule between two parts them."""
    import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

    height = page.get_height()
    text = page.get_textpage()
    box = pdfium.FS_RECTF()
    letters: list[str] = []
    left = top = right = bottom = 0.0
    has_han = False
    for at in range(text.count_chars()):
        code = pdfium.FPDFText_GetUnicode(text, at)
        letter = _letter(code)
        if letter in "\r\n" or not pdfium.FPDFText_GetLooseCharBox(text, at, byref(box)):
            continue
        size = box.top - box.bottom
        begins = height - box.top
        is_next = -0.5 * size < box.left - right < size and abs(begins - top) < 0.5 * size
        is_next = is_next and not _is_parted(rules, right, box.left, begins + 0.5 * size)
        if letters and not is_next:
            yield Run(left, top, right, bottom, "".join(letters))
            letters = []
        if not letters:
            if letter == " ":
                continue
            left, top, bottom = box.left, begins, height - box.bottom
            has_han = False
        # Figures are set in other boxes than the words around them, whose size is the line's.
        if not has_han and _HAN.match(letter):
            top, bottom, has_han = begins, height - box.bottom, True
        letters.append(letter)
        right = box.right
    text.close()
    if letters:
        yield Run(left, top, right, bottom, "".join(letters))


def _is_parted(rules: Rules, right: float, left: float, y: float) -> bool:
    """Whether a rule stands between the end of a character and the beginning of the next."""
    return bool(rules.down) and rules.part(min(left, right) - _SLACK, max(left, right) + _SLACK, y)


def _letter(code: int) -> str:
    """The character of a code; half of a pair, a control or nothing is unreadable."""
    if 0xD800 <= code < 0xE000 or code > 0x10FFFF or (code < 32 and code not in (9, 10, 13)):
        return "\ufffd" if code not in (0, 2) else ""
    return " " if code in (9, 0xA0) else chr(code)


def _is_readable(runs: Sequence[Run]) -> bool:
    """Whether the text layer holds words and not the codes of an embedded font."""
    words = "".join(run.words for run in runs).replace(" ", "")
    strange = sum(letter == "\ufffd" or "\ue000" <= letter <= "\uf8ff" for letter in words)
    return len(words) >= _FEWEST_LETTERS and strange * 3 < len(words)


def _has_picture(page: "PdfPage") -> bool:
    import pypdfium2.raw as pdfium

    pictures = page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3)
    return next(iter(pictures), None) is not None


def _scanned(page: "PdfPage", number: int, scans: int, manuscript: Manuscript) -> list[PageLine]:
    if not ocr.is_installed():
        return []
    if scans > MAX_SCANS:
        manuscript.note(f"扫描页超过{MAX_SCANS}页，第{number}页起没有识别")
        return []
    manuscript.note(ocr.NOTE)
    scale = min(2.5, 4000 / max(page.get_width(), page.get_height(), 1))
    return lines_of(ocr.runs_in(page.render(scale=scale).to_pil()))


def _set_pages(manuscript: Manuscript, pages: Sequence[Sequence[Item]]) -> date | None:
    """Set the pages, a paragraph a line; the day that the head of a newspaper tells, if any."""
    lines = [[item for item in page if isinstance(item, PageLine)] for page in pages]
    sizes = [line.size for page in lines for line in page for _ in line.words]
    large = _LARGE_TYPE * median(sizes) if sizes else inf
    heads = _running_heads(lines)
    first = next(filter(None, lines), [])
    setter = _Setter(manuscript, large, max((line.size for line in first), default=0.0))
    published = None
    for number, (page, told) in enumerate(zip(pages, lines, strict=True), 1):
        published = published or day_of_issue(told[0].words if told else "")
        setter.page(number, page, {id(told[at]) for at in _furniture(told, heads, large)})
    setter.close()
    return published


class _Setter:
    """Sets the items of page after page; a table waits for what the next page adds to it."""

    def __init__(self, manuscript: Manuscript, large: float, title: float) -> None:
        self._manuscript, self._large, self._title = manuscript, large, title
        self._table: Grid | None = None

    def page(self, number: int, items: Sequence[Item], worn: set[int]) -> None:
        """Set one page; *worn* are its lines that are furniture."""
        for is_table, group in groupby(items, lambda item: isinstance(item, Grid)):
            stretch = list(group)
            if is_table:
                for item in stretch:
                    self._grow(item) if isinstance(item, Grid) else None
            else:
                self._lines(number, [one for one in stretch if isinstance(one, PageLine)], worn)

    def close(self) -> None:
        """Set the table that waits, if any."""
        if self._table is not None:
            set_sheet(self._manuscript, self._table)
            self._table = None

    def _grow(self, grid: Grid) -> None:
        whole = gone_on(self._table, grid) if self._table else None
        if whole is None:
            self.close()
        self._table = whole or grid

    def _lines(self, number: int, lines: Sequence[PageLine], worn: set[int]) -> None:
        if any(id(line) not in worn for line in lines):
            self.close()
        start = self._manuscript.length
        for is_furniture, group in groupby(lines, lambda line: id(line) in worn):
            for line in group if is_furniture else paragraphs(list(group)):
                self._line(line, is_furniture=is_furniture)
        if self._manuscript.length > start:
            self._manuscript.part(start, self._manuscript.length, f"第{number}页")

    def _line(self, line: PageLine, *, is_furniture: bool) -> None:
        kind = BlockKind.HEADING if line.size >= self._large else BlockKind.PARAGRAPH
        is_title = line.size >= _SAME_TYPE * self._title and not is_furniture
        if kind is BlockKind.HEADING and is_title:
            kind, self._title = BlockKind.TITLE, inf
        self._manuscript.line(line.words, BlockKind.FURNITURE if is_furniture else kind)


def _furniture(lines: Sequence[PageLine], heads: set[str], large: float) -> set[int]:
    """The lines from either edge inwards that are running heads or page numbers."""
    furniture = set()
    for inwards in (range(min(_EDGE, len(lines))), range(len(lines) - 1, 0, -1)[:_EDGE]):
        for at in inwards:
            words = lines[at].words
            is_head = _worn(words) in heads and lines[at].size < large
            if not is_head and not _PAGE_NUMBER.fullmatch(words):
                break
            furniture.add(at)
    return furniture


def _running_heads(pages: Sequence[Sequence[PageLine]]) -> set[str]:
    """The lines that stand at the edge of most pages, whatever numbers they hold."""
    if len(pages) < 2:
        return set()
    counts: Counter[str] = Counter()
    for lines in pages:
        edge = [*lines[:_EDGE], *lines[max(_EDGE, len(lines) - _EDGE) :]]
        counts.update({_worn(line.words) for line in edge})
    return {words for words, count in counts.items() if count >= max(2, len(pages) / 2)}


def _worn(words: str) -> str:
    return _DIGITS.sub("#", "".join(words.split()))


PDF = Format("PDF", _recognises, _read)
