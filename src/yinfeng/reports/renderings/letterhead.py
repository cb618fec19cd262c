"""The template that the house ships for the daily report, made from nothing, as bytes.

An office replaces it by its own .docx (`--template`): the marks in braces stay, the looks change.
Fonts are those of official papers, with a second name for machines that lack them.
"""

import zipfile
from collections.abc import Sequence
from datetime import datetime
from io import BytesIO

from docx import Document
from docx.document import Document as Word
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

_SEAL = RGBColor(0xC0, 0x1E, 0x1E)
_TEXT_WIDTH = 176
# The sections of the first page; those after them stand in the annex only.
_FRONT = 5
_MADE = datetime(2026, 1, 1)
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
# Name in the file, size, whether bold; the machine's own face stands in where it is missing.
_STYLES = {
    "报头": ("方正小标宋简体", 24, False),
    "报头行": ("楷体_GB2312", 12, False),
    "正文": ("仿宋_GB2312", 11.5, False),
    "标题一": ("黑体", 12.5, False),
    "表头": ("黑体", 9, False),
    "表文": ("仿宋_GB2312", 9, False),
    "注": ("楷体_GB2312", 8.5, False),
    "出处": ("仿宋_GB2312", 9, False),
}
_INSTEAD = {
    "方正小标宋简体": "宋体",
    "仿宋_GB2312": "仿宋",
    "楷体_GB2312": "楷体",
    "黑体": "SimHei",
}
Columns = tuple[str, Sequence[str], Sequence[int]]

_SECTIONS: tuple[Columns, ...] = (
    ("leads", ("级别", "线索", "分级理由", "请示与时限"), (12, 31, 25, 32)),
    ("moves", ("日期", "事项", "对象", "情况"), (20, 14, 27, 39)),
    ("figures", ("单位或对象", "指标", "数值", "同比", "时期", "性质"), (22, 26, 18, 13, 13, 8)),
    ("due", ("日期", "对象", "事项", "状态"), (19, 31, 34, 16)),
    ("questions", ("事项", "对象", "情况", "需要"), (16, 27, 32, 25)),
    ("works", ("单位", "项目", "情况"), (22, 38, 40)),
    ("papers", ("材料", "标题", "发布", "事实", "修复与问题"), (21, 30, 20, 7, 22)),
)


def daily_template() -> bytes:
    """The bytes of the template."""
    return template_of("招商信息日报", _SECTIONS, _FRONT, "{{ day }}")


def template_of(title: str, sections: Sequence[Columns], front: int, dated: str) -> bytes:
    """A template of these sections, each its key, its columns and their widths in hundredths.

    The first *front* of them stand on the main page; *dated* is what the head says on the right.
    """
    document = Document()
    _set_page(document, title)
    for name, (font, size, bold) in _STYLES.items():
        _add_style(document, name, font, size, bold=bold)
    _head(document, dated)
    for key, columns, widths in sections[:front]:
        _section(document, key, columns, widths)
    _annex(document, sections)
    return _sealed(document)


def _set_page(document: Word, title: str) -> None:
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = Mm(17)
    page.top_margin, page.bottom_margin = Mm(14), Mm(13)
    page.footer_distance = Mm(8)
    _page_number(page.footer.paragraphs[0])
    core = document.core_properties
    core.author = core.last_modified_by = "引凤"
    core.title, core.comments = title, ""
    core.created = core.modified = _MADE


def _page_number(paragraph: Paragraph) -> None:
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = paragraph.add_run()
    run.font.size = Pt(9)
    for kind, says in (("begin", ""), ("", "PAGE"), ("end", "")):
        if kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark = OxmlElement("w:instrText")
            mark.text = says
        run._r.append(mark)


def _add_style(document: Word, name: str, font: str, size: float, *, bold: bool) -> None:
    style = document.styles.add_style(name, 1)
    assert isinstance(style, ParagraphStyle)
    style.font.size, style.font.bold = Pt(size), bold
    style.font.name = "Times New Roman"
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    fonts.set(qn("w:eastAsia"), font)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "zh-CN")
    language.set(qn("w:eastAsia"), "zh-CN")
    style.element.get_or_add_rPr().append(language)
    style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(0)
    # A fixed height, because fonts that stand in for official ones are taller.
    style.paragraph_format.line_spacing = Pt(round(size * 1.3, 1))


def _head(document: Word, dated: str) -> None:
    title = document.add_paragraph("{{ title }}", "报头")
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.runs[0].font.color.rgb = _SEAL
    line = document.add_paragraph(f"{{{{ office }}}}\t{dated}", "报头行")
    line.paragraph_format.tab_stops.add_tab_stop(Mm(_TEXT_WIDTH), 2)
    line.paragraph_format.space_before = Pt(6)
    _underline(line)
    summary = document.add_paragraph("{{ summary }}", "正文")
    summary.paragraph_format.first_line_indent = Pt(24)
    summary.paragraph_format.space_before = Pt(6)


def _underline(paragraph: Paragraph) -> None:
    borders = OxmlElement("w:pBdr")
    bottom = OxmlElement("w:bottom")
    for key, value in (("val", "single"), ("sz", "12"), ("space", "3"), ("color", "C01E1E")):
        bottom.set(qn(f"w:{key}"), value)
    borders.append(bottom)
    paragraph._p.get_or_add_pPr().append(borders)


def _section(document: Word, key: str, columns: Sequence[str], widths: Sequence[int]) -> None:
    _heading(document, f"{{{{ {key}.number }}}}、{{{{ {key}.title }}}}")
    _only_if(document, f"{key}.empty", f"{{{{ {key}.empty }}}}", "注")
    document.add_paragraph(f"{{%p if {key}.front %}}", "注")
    _table(document, f"{key}.front", columns, widths)
    document.add_paragraph("{%p endif %}", "注")
    _only_if(document, f"{key}.more", f"其余{{{{ {key}.more }}}}项见附表。", "注")


def _heading(document: Word, says: str) -> None:
    heading = document.add_paragraph(says, "标题一")
    heading.paragraph_format.space_before, heading.paragraph_format.space_after = Pt(6), Pt(2)
    heading.paragraph_format.keep_with_next = True


def _only_if(document: Word, condition: str, says: str, style: str) -> None:
    document.add_paragraph(f"{{%p if {condition} %}}", style)
    document.add_paragraph(says, style)
    document.add_paragraph("{%p endif %}", style)


def _table(document: Word, rows: str, columns: Sequence[str], widths: Sequence[int]) -> None:
    table = document.add_table(4, len(columns), "Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    _set_margins(table)
    for at, (says, width) in enumerate(zip(columns, widths, strict=True)):
        table.columns[at].width = Mm(_TEXT_WIDTH * width / 100)
        for row in table.rows:
            row.cells[at].width = Mm(_TEXT_WIDTH * width / 100)
        _put(table.cell(0, at), says, "表头")
        _put(table.cell(2, at), f"{{{{r row[{at}] }}}}", "表文")
    _put(table.cell(1, 0), f"{{%tr for row in {rows} %}}", "表文")
    _put(table.cell(3, 0), "{%tr endfor %}", "表文")
    _repeat_head(table)


def _set_margins(table: Table) -> None:
    margins = OxmlElement("w:tblCellMar")
    for side, twips in (("top", 20), ("left", 70), ("bottom", 20), ("right", 70)):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), str(twips))
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    table._tbl.tblPr.append(margins)


def _put(cell: _Cell, says: str, style: str) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.style = style
    paragraph.add_run(says)


def _repeat_head(table: Table) -> None:
    head = table.rows[0]._tr.get_or_add_trPr()
    head.append(OxmlElement("w:tblHeader"))
    for row in table.rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    for cell in table.rows[0].cells:
        shade = OxmlElement("w:shd")
        for key, value in (("val", "clear"), ("color", "auto"), ("fill", "F3F4F6")):
            shade.set(qn(f"w:{key}"), value)
        cell._tc.get_or_add_tcPr().append(shade)


def _annex(document: Word, sections: Sequence[Columns]) -> None:
    document.add_paragraph("", "注").add_run().add_break(WD_BREAK.PAGE)
    for key, columns, widths in sections:
        document.add_paragraph(f"{{%p if {key}.rest %}}", "注")
        _heading(document, f"附表　{{{{ {key}.title }}}}")
        _table(document, f"{key}.rest", columns, widths)
        _only_if(document, f"{key}.note", f"{{{{ {key}.note }}}}", "注")
        document.add_paragraph("{%p endif %}", "注")
    _heading(document, "出处")
    document.add_paragraph("{%p for source in sources %}", "出处")
    says = "[{{ source.number }}] {{ source.citation }}：“{{ source.quote }}”"
    says += "{% if source.restored %}（复原：{{ source.restored }}）{% endif %}"
    document.add_paragraph(says, "出处")
    document.add_paragraph("{%p endfor %}", "出处")
    document.add_paragraph("{%p for line in foot %}", "注")
    document.add_paragraph("{{ line }}", "注")
    document.add_paragraph("{%p endfor %}", "注")


def _sealed(document: Word) -> bytes:
    written, sealed = BytesIO(), BytesIO()
    document.save(written)
    with zipfile.ZipFile(written) as old, zipfile.ZipFile(sealed, "w") as new:
        for name in sorted(old.namelist(), key=lambda name: (name[0] != "[", name)):
            data = old.read(name)
            entry = zipfile.ZipInfo(name, _LONG_AGO)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, _with_fonts(data) if name == "word/fontTable.xml" else data)
    return sealed.getvalue()


def _with_fonts(table: bytes) -> bytes:
    fonts = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{other}"/></w:font>'
        for name, other in _INSTEAD.items()
    )
    return table.replace(b"</w:fonts>", fonts.encode() + b"</w:fonts>")
