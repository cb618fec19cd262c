"""Minutes: the measures of official papers, every word of the meeting, an office's own template."""

import zipfile
from datetime import date
from io import BytesIO

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from yinfeng.reports.renderings.minutes import (
    Decided,
    Minutes,
    Part,
    minutes_document,
    numeral,
)
from yinfeng.reports.renderings.minutes_template import minutes_template
from yinfeng.reports.renderings.word import BadTemplate

DAY = date(2026, 3, 20)
SAID = Minutes(
    office="云泽镇人民政府",
    title="重大项目周例会纪要",
    number="〔2026〕第11期",
    day=DAY,
    place="镇政府二楼会议室",
    chair="方文石",
    recorder="沈某",
    present="方文石、李某某，招商办、资规所负责人",
    absent="",
    opening="2026年3月20日，方文石在镇政府二楼会议室主持召开重大项目周例会。",
    parts=(
        Part("上次议定事项", ("应完成4项，完成3项，完成率75%。",)),
        Part("没有内容的一节", ()),
        Part("红灯项目", ("精密轴承项目：<施工许可> & 滞后11个工作日。",)),
    ),
    decisions=(
        Decided("协调施工许可。", "资规所 王某", date(2026, 3, 27), "取得许可证"),
        Decided("完成场地平整", "云泽镇", date(2026, 4, 3)),
    ),
    words=("各单位要按时报送进度。",),
    issued=date(2026, 3, 23),
    to="各党委委员，镇各办、所",
)


def _lines(content: bytes) -> list[str]:
    return [one.text for one in Document(BytesIO(content)).paragraphs if one.text]


def test_the_page_has_the_measures_of_an_official_paper() -> None:
    document = Document(BytesIO(minutes_document(SAID)))
    page = document.sections[0]
    told = (page.page_width, page.page_height, page.top_margin, page.left_margin)
    assert [round(one.mm) for one in told if one is not None] == [210, 297, 37, 28]
    sides = [one.mm for one in (page.right_margin, page.bottom_margin) if one is not None]
    width, height = (round(whole - sum_) for whole, sum_ in zip((182, 260), sides, strict=True))
    assert (width, height) == (156, 225)
    grid = page._sectPr.find(qn("w:docGrid"))
    assert grid is not None
    pitch = int(str(grid.get(qn("w:linePitch")))) / 20
    assert int(Mm(height) / Pt(1) / pitch) == 22
    body = document.styles["纪要正文"].element.get_or_add_rPr()
    closer = body.find(qn("w:spacing"))
    assert closer is not None
    character = 16 + int(str(closer.get(qn("w:val")))) / 20
    assert int(Mm(width) / Pt(1) / character) == 28
    # A grid of cells narrower than the character is drawn with two of them by other programs.
    assert grid.get(qn("w:type")) == "lines"
    above = document.paragraphs[0].paragraph_format.space_before
    assert above is not None
    assert round(above.mm) == 35
    assert page.footer.paragraphs[0].text == "—  —"
    assert page.even_page_footer.paragraphs[0].alignment == 0


def test_the_minutes_say_everything_in_order() -> None:
    assert _lines(minutes_document(SAID)) == [
        "云泽镇人民政府会议纪要",
        "〔2026〕第11期",
        "云泽镇人民政府\t2026年3月20日",
        "重大项目周例会纪要",
        "2026年3月20日，方文石在镇政府二楼会议室主持召开重大项目周例会。",
        "一、上次议定事项",
        "应完成4项，完成3项，完成率75%。",
        "二、红灯项目",
        "精密轴承项目：<施工许可> & 滞后11个工作日。",
        "三、议定事项",
        "1. 协调施工许可。责任单位（人）：资规所 王某；2026年3月27日前完成，完成标准：取得许可证。",
        "2. 完成场地平整。责任单位（人）：云泽镇；2026年4月3日前完成。",
        "四、会议要求",
        "各单位要按时报送进度。",
        "出席：方文石、李某某，招商办、资规所负责人",
        "记录：沈某",
        "\u3000分送：各党委委员，镇各办、所。",
        "\u3000云泽镇人民政府\t2026年3月23日印发",
    ]


def test_the_same_meeting_gives_the_same_bytes() -> None:
    assert minutes_document(SAID) == minutes_document(SAID)


def test_fonts_that_a_machine_lacks_have_a_second_name() -> None:
    with zipfile.ZipFile(BytesIO(minutes_document(SAID))) as package:
        table = package.read("word/fontTable.xml").decode()
    assert '<w:font w:name="方正小标宋简体"><w:altName w:val="宋体"/>' in table


def test_an_office_lays_its_own_template_in_its_place() -> None:
    own = Document()
    own.add_paragraph("{{ office }}　{{ number }}　{{ day }}")
    kept = BytesIO()
    own.save(kept)
    assert _lines(minutes_document(SAID, kept.getvalue())) == [
        "云泽镇人民政府　〔2026〕第11期　2026年3月20日"
    ]
    with pytest.raises(BadTemplate):
        minutes_document(SAID, b"no word file")
    assert minutes_template() == minutes_template()


def test_headings_are_counted_on_past_ten() -> None:
    assert [numeral(at) for at in (0, 9, 10, 18, 19, 20)] == [
        "一",
        "十",
        "十一",
        "十九",
        "二十",
        "二十一",
    ]
