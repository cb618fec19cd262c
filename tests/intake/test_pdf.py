"""PDF files."""

import io
from collections.abc import Sequence
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


_HEAD = ("序号", "项目名称", "投资方", "总投资")
_PLACES = (60, 110, 290, 430, 520)


def _ruled(paper: Paper, top: float, rows: Sequence[Sequence[str]], *, boxes: bool = False) -> None:
    """Rows with their borders drawn: lines through, or a box around each cell."""
    for at, row in enumerate(rows):
        y = top - 20 * at
        for left, right, words in zip(_PLACES, _PLACES[1:], row, strict=False):
            paper.write(left + 1, y - 14, words, 9)
            if boxes:
                paper.canvas.rect(left, y - 20, right - left, 20)
    if not boxes:
        for at in range(len(rows) + 1):
            paper.canvas.line(_PLACES[0], top - 20 * at, _PLACES[-1], top - 20 * at)
        for place in _PLACES:
            paper.canvas.line(place, top, place, top - 20 * len(rows))


@pytest.mark.parametrize("boxes", [False, True])
def test_a_table_drawn_with_lines_is_a_table(boxes: bool) -> None:
    paper = Paper()
    paper.write(60, 780, "青溪镇重点项目清单")
    rows = (
        _HEAD,
        ("1", "年产三万吨新型改性塑料粒子", "江州远翔新材料有限公司", "12000"),
        ("2", "冷链物流园", "", "8000"),
    )
    _ruled(paper, 760, rows, boxes=boxes)
    paper.write(60, 640, "下一步，全镇将加快推进。")
    found = document(paper.saved(), "清单.pdf")
    (table,) = found.tables
    assert table.header == _HEAD
    told = [tuple(found.source[cell.start : cell.end] for cell in row) for row in table.rows]
    assert told == [tuple(row) for row in rows[1:]]
    assert found.source.index("清单") < found.source.index("改性") < found.source.index("下一步")
    assert found.place(found.source.index("冷链")) == "第1页表1!B3"
    assert lies_inside(found)


def test_a_table_goes_on_over_a_page_and_its_head_is_told_once() -> None:
    paper = Paper()
    for page in (1, 2):
        _ruled(paper, 780, (_HEAD, (str(page), f"第{page}期厂房", "江州远翔公司", "9000")))
        paper.write(300, 30, f"- {page} -")
        paper.canvas.showPage()
    found = document(paper.saved(), "清单.pdf")
    (table,) = found.tables
    names = [found.source[row[1].start : row[1].end] for row in table.rows]
    assert names == ["第1期厂房", "第2期厂房"]


def test_cells_without_a_rule_between_them_are_one() -> None:
    paper = Paper()
    canvas = paper.canvas
    for left, top, words in ((70, 766, "企业"), (150, 776, "投资（万元）"), (122, 754, "协议")):
        paper.write(left, top, words, 9)
    paper.write(202, 754, "到位", 9)
    for at, words in enumerate(("远翔公司", "9000", "6000")):
        paper.write((62, 122, 202)[at], 730, words, 9)
    for y, left in ((790, 60), (770, 120), (745, 60), (720, 60)):
        canvas.line(left, y, 280, y)
    for x, top in ((60, 790), (120, 790), (200, 770), (280, 790)):
        canvas.line(x, top, x, 720)
    (table,) = document(paper.saved(), "表.pdf").tables
    assert table.header == ("企业", "投资（万元）/协议", "投资（万元）/到位")


def test_a_frame_around_articles_is_no_table() -> None:
    paper = Paper()
    paper.column(65, 770, FIRST * 4, 15)
    paper.column(245, 770, SECOND * 4, 15)
    for place in (60, 240, 420):
        paper.canvas.line(place, 790, place, 400)
    for y in (790, 600, 400):
        paper.canvas.line(60, y, 420, y)
    found = document(paper.saved(), "报.pdf")
    assert not found.tables
    assert FIRST * 4 in found.source.replace("\n", "")
