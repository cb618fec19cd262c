"""The template of minutes (会议纪要) in the form of official papers, GB/T 9704-2012.

A4, 37 mm above and 28 mm at the binding, a type area of 156 × 225 mm with 22 lines of 28
characters of 三号仿宋; the mark in red 小标宋, a red line, page numbers outside in dashes. The
house makes the template from nothing; an office replaces it by its own, the marks in braces stay.
"""

import zipfile
from collections.abc import Sequence
from datetime import datetime
from io import BytesIO

from docx import Document
from docx.document import Document as Word
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

_MADE = datetime(2026, 1, 1)
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
_RED = RGBColor(0xFF, 0x00, 0x00)
# 225 mm in 22 lines, 156 mm in 28 characters; a 三号 character alone would be 16 points wide. Each
# is drawn in by a quarter of a point: a grid of cells narrower than the character takes two of
# them for one in other programs than Word.
_LINE_TWIPS = 579
_PITCH = Pt(28.95)
_CLOSER = "-5"
_WIDE = 15.75
_INDENT = Pt(2 * _WIDE)
# 出席：and what stands in its further lines, under the first name.
_LABEL = 3
_BODY = 16
_STYLES = {
    "纪要标志": ("方正小标宋简体", 38, False),
    "纪要编号": ("仿宋_GB2312", 16, False),
    "纪要标题": ("方正小标宋简体", 22, False),
    "纪要正文": ("仿宋_GB2312", 16, False),
    "纪要一级": ("黑体", 16, False),
    "纪要二级": ("楷体_GB2312", 16, False),
    "纪要版记": ("仿宋_GB2312", 14, False),
}
_INSTEAD = {
    "方正小标宋简体": "宋体",
    "仿宋_GB2312": "仿宋",
    "楷体_GB2312": "楷体",
    "黑体": "SimHei",
}


def minutes_template() -> bytes:
    """The bytes of the house's template."""
    document = Document()
    _set_page(document)
    for name, (font, size, bold) in _STYLES.items():
        _add_style(document, name, font, size, bold=bold)
    _head(document)
    _body(document)
    _foot(document)
    return _sealed(document)


def _set_page(document: Word) -> None:
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.top_margin, page.left_margin = Mm(37), Mm(28)
    page.bottom_margin, page.right_margin = Mm(35), Mm(26)
    page.footer_distance = Mm(25)
    grid = page._sectPr.find(qn("w:docGrid"))
    if grid is None:
        grid = OxmlElement("w:docGrid")
        page._sectPr.append(grid)
    for key, value in (
        ("type", "lines"),
        ("linePitch", str(_LINE_TWIPS)),
    ):
        grid.set(qn(f"w:{key}"), value)
    document.settings.odd_and_even_pages_header_footer = True
    _page_number(page.footer.paragraphs[0], WD_ALIGN_PARAGRAPH.RIGHT)
    _page_number(page.even_page_footer.paragraphs[0], WD_ALIGN_PARAGRAPH.LEFT)
    core = document.core_properties
    core.author = core.last_modified_by = "引凤"
    core.title, core.comments = "会议纪要", ""
    core.created = core.modified = _MADE


def _page_number(paragraph: Paragraph, side: WD_ALIGN_PARAGRAPH) -> None:
    """A number between dashes, one character from the outer edge."""
    paragraph.alignment = side
    edge = Pt(14)
    paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = edge
    paragraph.add_run("— ")
    field = paragraph.add_run()
    for kind, says in (("begin", ""), ("", "PAGE"), ("end", "")):
        mark = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark.text = says
        field._r.append(mark)
    paragraph.add_run(" —")
    for run in paragraph.runs:
        run.font.size, run.font.name = Pt(14), "宋体"
        run._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), "宋体")


def _add_style(document: Word, name: str, font: str, size: float, *, bold: bool) -> None:
    style = document.styles.add_style(name, 1)
    assert isinstance(style, ParagraphStyle)
    style.font.size, style.font.bold = Pt(size), bold
    style.font.name = "Times New Roman"
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    fonts.set(qn("w:eastAsia"), font)
    form = style.paragraph_format
    form.space_before = form.space_after = Pt(0)
    form.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    form.line_spacing = max(_PITCH, Pt(round(size * 1.35)))
    if size == _BODY:
        closer = OxmlElement("w:spacing")
        closer.set(qn("w:val"), _CLOSER)
        style.element.get_or_add_rPr().find(qn("w:sz")).addprevious(closer)
    if name in ("纪要正文", "纪要一级", "纪要二级"):
        form.first_line_indent = _INDENT
        form.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY


def _head(document: Word) -> None:
    mark = document.add_paragraph("{{ office }}会议纪要", "纪要标志")
    mark.alignment = WD_ALIGN_PARAGRAPH.CENTER
    mark.runs[0].font.color.rgb = _RED
    mark.paragraph_format.space_before = Mm(35)
    number = document.add_paragraph("{{ number }}", "纪要编号")
    number.alignment = WD_ALIGN_PARAGRAPH.CENTER
    number.paragraph_format.space_before = Pt(14)
    line = document.add_paragraph("{{ office }}\t{{ day }}", "纪要编号")
    line.paragraph_format.tab_stops.add_tab_stop(Mm(156), 2)
    _rule(line, "bottom", "FF0000", 18)
    title = document.add_paragraph("{{ title }}", "纪要标题")
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.paragraph_format.space_before = title.paragraph_format.space_after = Pt(29)


def _body(document: Word) -> None:
    document.add_paragraph("{{ opening }}", "纪要正文")
    _each(document, "part", "parts")
    document.add_paragraph("{{ part.number }}、{{ part.title }}", "纪要一级")
    _each(document, "line", "part.lines")
    document.add_paragraph("{{ line }}", "纪要正文")
    _end(document)
    _end(document)
    document.add_paragraph("{%p if decisions %}", "纪要正文")
    document.add_paragraph("{{ decisions_number }}、议定事项", "纪要一级")
    _each(document, "one", "decisions")
    says = "{{ one.number }}. {{ one.says }}。责任单位（人）：{{ one.owner }}；{{ one.due }}"
    document.add_paragraph(says, "纪要正文")
    _end(document)
    document.add_paragraph("{%p endif %}", "纪要正文")
    document.add_paragraph("{%p if words %}", "纪要正文")
    document.add_paragraph("{{ words_number }}、会议要求", "纪要一级")
    _each(document, "line", "words")
    document.add_paragraph("{{ line }}", "纪要正文")
    _end(document)
    document.add_paragraph("{%p endif %}", "纪要正文")
    for at, (label, key) in enumerate(
        (("出席", "present"), ("请假", "absent"), ("记录", "recorder"))
    ):
        document.add_paragraph(f"{{%p if {key} %}}", "纪要正文")
        line = document.add_paragraph("", "纪要正文")
        form = line.paragraph_format
        form.left_indent, form.first_line_indent = Pt((2 + _LABEL) * _WIDE), Pt(-_LABEL * _WIDE)
        form.space_before = Pt(0) if at else _PITCH
        head = line.add_run(f"{label}：")
        head._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), "黑体")
        line.add_run(f"{{{{ {key} }}}}")
        document.add_paragraph("{%p endif %}", "纪要正文")


def _foot(document: Word) -> None:
    document.add_paragraph("{%p if to %}", "纪要版记")
    # The lines are as wide as the type area; the words stand in by one character.
    to = document.add_paragraph("\u3000分送：{{ to }}。", "纪要版记")
    to.paragraph_format.space_before = Pt(29)
    _rule(to, "top", "000000", 8)
    document.add_paragraph("{%p endif %}", "纪要版记")
    issued = document.add_paragraph("\u3000{{ office }}\t{{ issued }}印发", "纪要版记")
    issued.paragraph_format.tab_stops.add_tab_stop(Mm(151), 2)
    _rule(issued, "top", "000000", 6)
    _rule(issued, "bottom", "000000", 8)


def _each(document: Word, name: str, rows: str) -> None:
    document.add_paragraph(f"{{%p for {name} in {rows} %}}", "纪要正文")


def _end(document: Word) -> None:
    document.add_paragraph("{%p endfor %}", "纪要正文")


def _rule(paragraph: Paragraph, side: str, colour: str, width: int) -> None:
    form = paragraph._p.get_or_add_pPr()
    borders = form.find(qn("w:pBdr"))
    if borders is None:
        borders = OxmlElement("w:pBdr")
        later = ("shd", "tabs", "suppressAutoHyphens", "spacing", "ind", "jc")
        after = [one for one in form if one.tag in {qn(f"w:{name}") for name in later}]
        form.insert(form.index(after[0]) if after else len(form), borders)
    line = OxmlElement(f"w:{side}")
    for key, value in (("val", "single"), ("sz", str(width)), ("space", "4"), ("color", colour)):
        line.set(qn(f"w:{key}"), value)
    borders.append(line)


def _sealed(document: Word) -> bytes:
    written, sealed = BytesIO(), BytesIO()
    document.save(written)
    with zipfile.ZipFile(written) as old, zipfile.ZipFile(sealed, "w") as new:
        for name in _in_order(old.namelist()):
            data = old.read(name)
            entry = zipfile.ZipInfo(name, _LONG_AGO)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, _with_fonts(data) if name == "word/fontTable.xml" else data)
    return sealed.getvalue()


def _in_order(names: Sequence[str]) -> list[str]:
    # Readers that sniff the type look for the list of content types in front.
    return sorted(names, key=lambda name: (name[0] != "[", name))


def _with_fonts(table: bytes) -> bytes:
    fonts = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{other}"/></w:font>'
        for name, other in _INSTEAD.items()
    )
    return table.replace(b"</w:fonts>", fonts.encode() + b"</w:fonts>")
