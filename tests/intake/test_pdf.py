"""PDF files."""

import io
from itertools import pairwise

import pytest
from PIL import Image, ImageDraw
from reportlab.lib.utils import ImageReader

from tests.intake.made import Paper, document, lies_inside, opened, said
from yinfeng.intake import ocr
from yinfeng.values import BlockKind, Document, Problem

FIRST = "青溪镇今年以来签约项目五个，总投资十五亿元，其中工业项目三个，镇党委书记带队外出招商，"
SECOND = "云山街道推进老旧园区更新改造，腾退低效用地三百亩，引进科技企业十八家，实现税收同比增长。"
THIRD = "临江开发区举行集中开工仪式，共有九个项目开工，涵盖新材料、医药、电子等领域，年产值可观。"


@pytest.fixture(scope="module")
def newspaper() -> Document:
    paper = Paper()
    for page in (1, 2):
        paper.write(60, 810, f"青溪日报 2021年1月20日 第{page}版", 9)
        paper.write(150, 770, f"砥砺奋进正当时之{page}", 24)
        paper.column(60, 740, FIRST * 2, 15)
        paper.column(230, 740, SECOND * 2, 15)
        paper.column(400, 733, THIRD * 2, 15)
        paper.write(60, 560, "横跨两栏的第二条新闻标题在这里", 20)
        paper.column(60, 530, SECOND * 2, 15)
        paper.column(230, 530, THIRD * 2, 15)
        paper.column(60, 300, FIRST * page, 46)
        lines = (
            ("序号", "项目名称", "总投资（万元）"),
            (f"{page}", f"{'齿轮电池'[page * 2 - 2 : page * 2]}制造项目", "12000"),
        )
        for top, line in zip((200, 184), lines, strict=True):
            for left, words in zip((60, 120, 300), line, strict=True):
                paper.write(left, top, words)
        paper.write(300, 30, f"- {page} -")
        paper.canvas.showPage()
    return document(paper.saved(), "报.pdf")


def test_columns_are_read_one_after_another(newspaper: Document) -> None:
    joined = newspaper.source.split("- 1 -")[0].replace("\n", "")
    order = (FIRST * 2, SECOND * 2, "横跨两栏", SECOND * 2, THIRD * 2, FIRST, "序号\t项目名称\t")
    places = []
    at = 0
    for words in order:
        at = joined.index(words, at)
        places.append(at)
        at += len(words)
    assert all(one < other for one, other in pairwise(places))


def test_each_page_is_a_part(newspaper: Document) -> None:
    assert [part.place for part in newspaper.parts] == ["第1页", "第2页"]
    assert newspaper.place(newspaper.source.rindex("电池")) == "第2页"
    assert lies_inside(newspaper)


def test_running_heads_and_page_numbers_are_furniture(newspaper: Document) -> None:
    assert said(newspaper, BlockKind.FURNITURE) == [
        "青溪日报 2021年1月20日 第1版",
        "- 1 -",
        "青溪日报 2021年1月20日 第2版",
        "- 2 -",
    ]


def test_large_type_makes_headings(newspaper: Document) -> None:
    assert newspaper.title == "砥砺奋进正当时之1"
    assert said(newspaper, BlockKind.HEADING)[0] == "横跨两栏的第二条新闻标题在这里"


def test_rows_of_a_table_stay_rows() -> None:
    paper = Paper()
    lines = [("序号", "企业名称", "税收")]
    lines += [(str(n), f"青溪第{n}机械有限公司", str(n * 100)) for n in range(1, 9)]
    for row, line in enumerate(lines):
        for left, words in zip((60, 130, 330), line, strict=True):
            paper.write(left, 700 - 16 * row, words)
    found = document(paper.saved(), "表.pdf")
    assert found.source.splitlines()[3] == "3\t青溪第3机械有限公司\t300"


def test_an_ordinary_page_keeps_its_words_in_paragraphs() -> None:
    paper = Paper()
    paper.write(200, 780, "关于项目推进情况的通报", 18)
    paper.column(80, 740, FIRST + SECOND, 42)
    found = document(paper.saved(), "通报.pdf")
    assert found.source.startswith("关于项目推进情况的通报\n" + FIRST + SECOND + "\n")
    assert found.title == "关于项目推进情况的通报"
    assert found.published is None


def _scan() -> bytes:
    picture = Image.new("RGB", (400, 200), "white")
    ImageDraw.Draw(picture).text((20, 20), "INVEST 2024", fill="black", font_size=40)
    paper = Paper()
    paper.canvas.drawImage(ImageReader(picture), 50, 400)
    return paper.saved()


def _picture() -> bytes:
    file = io.BytesIO()
    picture = Image.new("RGB", (500, 120), "white")
    ImageDraw.Draw(picture).text((20, 20), "INVEST 2024", fill="black", font_size=56)
    picture.save(file, "PNG")
    return file.getvalue()


@pytest.mark.parametrize(("data", "name"), [(_scan(), "扫描.pdf"), (_picture(), "照片.png")])
def test_without_the_extra_a_scan_says_what_to_install(
    data: bytes, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "rapidocr", None)
    (found,) = opened(data, name)
    assert isinstance(found, Problem)
    assert found.code == "needs-ocr"
    assert "yinfeng[ocr]" in found.says


def test_with_the_extra_a_photograph_is_read() -> None:
    (found,) = opened(_picture(), "照片.png")
    if not ocr.is_installed():
        assert isinstance(found, Problem)
        return
    assert isinstance(found, Document)
    assert "2024" in found.source
    assert ocr.NOTE in found.notes


def test_a_picture_of_too_many_points_is_refused() -> None:
    file = io.BytesIO()
    Image.new("1", (20_000, 5_000)).save(file, "PNG")
    (found,) = opened(file.getvalue(), "大.png")
    assert isinstance(found, Problem)
    assert found.code in ("too-large", "needs-ocr")
