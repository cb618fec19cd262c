import hashlib
import io
import re
import zipfile
from importlib.resources import files
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from lxml import html as parser

from tests.reports.issue import issue
from yinfeng.reports.renderings.html import html
from yinfeng.reports.renderings.letterhead import daily_template
from yinfeng.reports.renderings.markdown import markdown
from yinfeng.reports.renderings.word import BadTemplate, word

TEMPLATE = daily_template()


def test_markdown_numbers_every_source_and_lists_it_once() -> None:
    says = markdown(issue())
    used = set(re.findall(r"(?<!\n)\[\^(\d+)\]", says))
    listed = re.findall(r"^\[\^(\d+)\]: ", says, re.M)
    assert used <= set(listed)
    assert listed == [str(n) for n in range(1, len(listed) + 1)]
    assert "投资1.2亿元" in says
    assert "120000000" not in says
    assert r"\<一期\>" in says
    rows = [line for line in says.splitlines() if line.startswith("| ")]
    # A bar inside the words of a paper must not open a new column.
    assert {len(re.findall(r"(?<!\\)\|", row)) for row in rows} == {5, 6, 7}


def test_html_opens_each_figure_to_its_words_and_loads_nothing() -> None:
    page = html(issue())
    tree: Any = parser.fromstring(page)
    figure = tree.xpath("//details[contains(summary, '投资1.2亿元')]")[0]
    assert figure.xpath(".//mark")[0].text == "1.2亿元"
    assert "总投资" in figure.xpath("./div")[0].text
    assert figure.xpath(".//cite")[0].text_content().startswith("《材料0》第1行")
    targets = {link.get("href")[1:] for link in tree.xpath("//a[@href]")}
    assert targets <= {node.get("id") for node in tree.xpath("//*[@id]")}
    assert not tree.xpath("//script | //link | //img | //iframe | //*[@src]")
    assert "http" not in page
    assert "@page { size: A4" in page
    assert "&lt;一期&gt;" in page


def test_word_holds_the_tables_and_a_numbered_annex() -> None:
    document = docx.Document(io.BytesIO(word(issue(), TEMPLATE)))
    texts = [paragraph.text for paragraph in document.paragraphs]
    assert texts[0] == "招商信息日报"
    assert "柳林镇\t2026年3月10日" in texts
    assert "一、新线索" in texts
    assert not any("{" in text for text in texts)
    first = document.tables[0]
    assert first.rows[0].cells[0].text == "级别"
    assert first.rows[1].cells[1].text.startswith("风电法兰项目[1]，投资方：远帆重工有限公司")
    assert any(text.startswith("[1] 《材料0》第1行：“远帆重工") for text in texts)
    assert "<一期>" in "".join(texts)


def test_word_sets_east_asian_fonts_and_keeps_table_heads() -> None:
    document = docx.Document(io.BytesIO(word(issue(), TEMPLATE)))
    fonts = {
        style.element.rPr.rFonts.get(qn("w:eastAsia"))
        for style in document.styles
        if style.name in ("报头", "表文", "正文")
    }
    assert fonts == {"方正小标宋简体", "仿宋_GB2312"}
    for table in document.tables:
        assert table.rows[0]._tr.get_or_add_trPr().find(qn("w:tblHeader")) is not None


def test_the_same_report_gives_the_same_bytes() -> None:
    one, other = word(issue(), TEMPLATE), word(issue(), TEMPLATE)
    assert hashlib.sha256(one).digest() == hashlib.sha256(other).digest()
    times = {entry.date_time for entry in zipfile.ZipFile(io.BytesIO(one)).infolist()}
    assert times == {(1980, 1, 1, 0, 0, 0)}
    assert markdown(issue()) == markdown(issue())
    assert html(issue()) == html(issue())


def test_an_empty_issue_can_be_rendered() -> None:
    empty = issue(with_papers=False)
    document = docx.Document(io.BytesIO(word(empty, TEMPLATE)))
    assert not document.tables
    assert "本期没有新线索。" in [p.text for p in document.paragraphs]
    assert "本期没有新线索。" in markdown(empty)
    assert "本期没有新线索。" in html(empty)


def test_an_office_replaces_the_template_by_its_own() -> None:
    own = docx.Document()
    own.add_paragraph("{{ office }}的日报：{{ summary }}")
    own.add_paragraph("{% for row in leads.front + leads.rest %}{{r row[1] }}{% endfor %}")
    written = io.BytesIO()
    own.save(written)
    document = docx.Document(io.BytesIO(word(issue(), written.getvalue())))
    assert document.paragraphs[0].text.startswith("柳林镇的日报：本期读入材料3份")
    assert "投资1.2亿元" in document.paragraphs[1].text


def _saying(says: str) -> bytes:
    own = docx.Document()
    own.add_paragraph(says)
    written = io.BytesIO()
    own.save(written)
    return written.getvalue()


@pytest.mark.parametrize(
    "template",
    [
        b"no zip",
        _saying("{{ office"),
        _saying("{% for %}"),
        _saying("{{ no_such_mark }}"),
        _saying("没有标记"),
        _saying("{{ office.__class__.__mro__ }}"),
    ],
)
def test_a_template_that_cannot_be_filled_is_refused(template: bytes) -> None:
    with pytest.raises(BadTemplate):
        word(issue(), template)


def test_the_shipped_template_is_the_one_that_is_made() -> None:
    shipped = files("yinfeng.reports") / "templates" / "daily.docx"
    made = zipfile.ZipFile(io.BytesIO(TEMPLATE))
    kept = zipfile.ZipFile(io.BytesIO(shipped.read_bytes()))
    assert made.namelist() == kept.namelist()
    assert all(made.read(name) == kept.read(name) for name in made.namelist())
