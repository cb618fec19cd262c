"""Word files."""

import datetime

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tests.intake.made import (
    document,
    lies_inside,
    part_of,
    placed,
    rows,
    said,
    saved_word,
    with_parts,
    word,
)
from yinfeng.values import BlockKind

BOX = (
    '<w:r {0} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
    '<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><w:txbxContent><w:p><w:r>'
    "<w:t>框里有5个项目</w:t></w:r></w:p></w:txbxContent></w:drawing></mc:Choice><mc:Fallback>"
    "<w:pict><w:txbxContent><w:p><w:r><w:t>框里有5个项目</w:t></w:r></w:p></w:txbxContent>"
    "</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)


def _report() -> "docx.document.Document":
    made = docx.Document()
    made.add_heading("青溪镇招商周报", 0)
    made.add_heading("一、签约情况", 1)
    made.add_paragraph("本周签约项目5个。")
    made.add_paragraph("")
    made.add_paragraph("总投资15.5亿元。")
    return made


def test_headings_paragraphs_and_their_places() -> None:
    found = document(saved_word(_report()), "周报.docx")
    assert found.source == "青溪镇招商周报\n一、签约情况\n本周签约项目5个。\n总投资15.5亿元。\n"
    assert found.title == "青溪镇招商周报"
    assert said(found, BlockKind.HEADING) == ["一、签约情况"]
    assert found.place(found.source.index("15.5")) == "正文第4段"


def test_title_and_day_come_from_the_properties_with_a_remark() -> None:
    made = docx.Document()
    made.add_paragraph("签约5个")
    made.core_properties.title = "周报第5期"
    made.core_properties.modified = datetime.datetime(2024, 3, 5)
    found = document(saved_word(made), "周报.docx")
    assert found.title == "周报第5期"
    assert found.published == datetime.date(2024, 3, 5)
    assert any("文件属性" in note for note in found.notes)


def test_a_table_keeps_its_cells_and_stands_in_the_source() -> None:
    made = _report()
    table = made.add_table(rows=4, cols=4)
    lines = (
        ("序号", "项目", "投资", ""),
        ("", "", "总投资\n（万元）", "固定资产"),
        ("1", "齿轮", "500", "300"),
        ("2", "电池", "", "100"),
    )
    for row, line in enumerate(lines):
        for column, words in enumerate(line):
            table.cell(row, column).text = words
    table.cell(0, 2).merge(table.cell(0, 3))
    table.cell(0, 0).merge(table.cell(1, 0))
    table.cell(0, 1).merge(table.cell(1, 1))
    table.cell(2, 2).merge(table.cell(3, 2))
    found = document(saved_word(made), "周报.docx")
    assert found.tables[0].header == ("序号", "项目", "投资/总投资（万元）", "投资/固定资产")
    assert rows(found, found.tables[0]) == [
        ["1", "齿轮", "500", "300"],
        ["2", "电池", "500", "100"],
    ]
    assert "1\t齿轮\t500\t300\n" in found.source
    assert placed(found)["表1!B3"] == "齿轮"
    assert lies_inside(found)


def test_heads_and_feet_are_furniture() -> None:
    made = _report()
    made.sections[0].header.paragraphs[0].text = "内部资料"
    made.sections[0].footer.paragraphs[0].text = "青溪镇印"
    found = document(saved_word(made), "周报.docx")
    assert said(found, BlockKind.FURNITURE) == ["内部资料", "青溪镇印"]


def test_deleted_words_are_left_out_and_inserted_ones_kept() -> None:
    made = docx.Document()
    paragraph = made.add_paragraph("签约")
    changes = (
        f"<w:del {nsdecls('w')}><w:r><w:delText>5个</w:delText></w:r></w:del>",
        f"<w:ins {nsdecls('w')}><w:r><w:t>7个</w:t></w:r></w:ins>",
        f"<w:r {nsdecls('w')}><w:rPr><w:vanish/></w:rPr><w:t>不可见</w:t></w:r>",
    )
    for change in changes:
        paragraph._p.append(parse_xml(change))
    assert document(saved_word(made), "改.docx").source == "签约7个\n"


def test_a_text_box_is_read_once() -> None:
    made = docx.Document()
    made.add_paragraph("正文")._p.append(parse_xml(BOX.format(nsdecls("w"))))
    assert document(saved_word(made), "框.docx").source == "正文\n框里有5个项目\n"


def test_footnotes_follow_the_body() -> None:
    plain = word("正文有注。")
    relations = part_of(plain, "word/_rels/document.xml.rels").replace(
        b"</Relationships>",
        b'<Relationship Id="n1" Target="footnotes.xml" Type="http://schemas.openxmlformats.org/'
        b'officeDocument/2006/relationships/footnotes"/></Relationships>',
    )
    notes = (
        f'<w:footnotes {nsdecls("w")}><w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
        '<w:footnote w:id="1"><w:p><w:r><w:t>按2018年价格计算。</w:t></w:r></w:p></w:footnote>'
        "</w:footnotes>"
    )
    data = with_parts(
        plain, {"word/_rels/document.xml.rels": relations, "word/footnotes.xml": notes.encode()}
    )
    found = document(data, "注.docx")
    assert found.source == "正文有注。\n按2018年价格计算。\n"
    assert placed(found)["脚注1"] == "按2018年价格计算。"


def test_a_frame_of_one_cell_is_text_and_no_table() -> None:
    made = docx.Document()
    made.add_table(rows=1, cols=1).cell(0, 0).text = "框中文字，签约5个。"
    found = document(saved_word(made), "框.docx")
    assert found.tables == ()
    assert found.source == "框中文字，签约5个。\n"


@pytest.mark.parametrize(
    "told",
    ["2024年3月5日　来源：青溪镇党政办", "编制日期：2024-03-05", "（2024年3月5日）", "2024.3.5"],
)
def test_a_day_that_the_words_give_comes_before_the_day_of_saving(told: str) -> None:
    made = docx.Document()
    for says in ("青溪镇招商周报", told, "会议时间：2023年1月2日，签约5个"):
        made.add_paragraph(says)
    made.core_properties.modified = datetime.datetime(2026, 9, 1)
    found = document(saved_word(made), "周报.docx")
    assert found.published == datetime.date(2024, 3, 5)
    assert not found.notes
