"""The export: the rows, columns and order of the page, with proofs, and a sheet that says what."""

import csv
from datetime import datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

from django.http import FileResponse, HttpResponse
from django.test import Client
from openpyxl import Workbook, load_workbook

from tests.web.conftest import browser_of
from tests.web.lists.conftest import Make
from tests.web.lists.things.models import Place
from yinfeng.web.people.models import User
from yinfeng.web.shell.models import Event


def _book(answer: Any) -> Workbook:
    assert isinstance(answer, FileResponse)
    return load_workbook(BytesIO(b"".join(answer.streaming_content)))  # type: ignore[arg-type]


def _about(book: Workbook) -> dict[object, object]:
    return {line[0].value: line[1].value for line in book["说明"].iter_rows()}


def _lines(answer: Any) -> list[list[str]]:
    assert not isinstance(answer, HttpResponse)
    words = b"".join(answer.streaming_content).decode("utf-8-sig")
    return list(csv.reader(words.splitlines()))


def test_the_workbook_holds_what_the_page_shows(as_clerk: Client, places: list[Place]) -> None:
    asks = "state=empty&state=open&sort=-area&columns=name&columns=area&columns=changed"
    book = _book(as_clerk.get(f"/places/export.xlsx?{asks}"))
    rows = list(book["场地"].iter_rows(values_only=True))
    assert rows[0] == ("名称", "面积（亩）", "最后修改")
    assert rows[1] == ("北门空地", 1200, datetime(2026, 3, 2, 9, 30))
    assert rows[2] == ("河东仓库", 12.5, datetime(2026, 3, 2, 9, 30))
    assert len(rows) == 3
    about = _about(book)
    assert about["筛选：状况"] == "闲置、在用"
    assert about["行数"] == "2"
    assert about["导出人"] == "云泽镇 clerk同志"
    assert about["截至"] == "导出时"


def test_a_figure_opens_the_words_that_prove_it(as_clerk: Client, places: list[Place]) -> None:
    book = _book(as_clerk.get("/places/export.xlsx?columns=name&columns=area&sort=name&q=仓库"))
    cell = book["场地"]["B2"]
    assert cell.value == 12.5
    assert cell.hyperlink is not None
    assert cell.hyperlink.location == "'依据'!A2"
    proof = [cell.value for cell in book["依据"][2]]
    assert proof == ["第2行 河东仓库", "面积", "12.5", "面积12.50亩", "场地清单.txt"]


def test_csv_is_the_same_with_the_proof_beside_its_figure(
    as_clerk: Client, places: list[Place]
) -> None:
    lines = _lines(as_clerk.get("/places/export.csv?columns=name&columns=area&sort=name"))
    assert lines[0] == ["名称", "面积（亩）", "面积依据"]
    assert ["河东仓库", "12.5", "“面积12.50亩”（场地清单.txt）"] in lines
    assert ["老粮站", "", ""] in lines


def test_words_that_look_like_a_formula_stay_words(as_clerk: Client, make: Make) -> None:
    make("F1", name="=HYPERLINK(1)", area=Decimal("-3"))
    lines = _lines(as_clerk.get("/places/export.csv?columns=name&columns=area"))
    assert lines[1][:2] == ["'=HYPERLINK(1)", "-3"]
    sheet = _book(as_clerk.get("/places/export.xlsx?columns=name&columns=area"))["场地"]
    assert (sheet["A2"].value, sheet["A2"].data_type) == ("=HYPERLINK(1)", "s")


def test_the_export_of_a_past_day_says_the_day(as_clerk: Client, places: list[Place]) -> None:
    book = _book(as_clerk.get("/places/export.xlsx?as_of=2026-03-02"))
    assert book["场地"].max_row == 4
    assert _about(book)["截至"] == "2026-03-02"


def test_who_takes_a_list_away_is_on_the_trail(
    as_clerk: Client, neighbour: User, places: list[Place]
) -> None:
    assert len(_lines(as_clerk.get("/places/export.csv?q=仓库"))) == 2
    event = Event.objects.get(action="lists.export")
    assert event.after["rows"] == 1
    assert event.after["asked"] == {"filters": "关键字：仓库", "as_of": ""}
    assert len(_lines(browser_of(neighbour).get("/places/export.csv"))) == 1


def test_an_unreadable_question_exports_nothing(as_clerk: Client, places: list[Place]) -> None:
    answer = as_clerk.get("/places/export.xlsx?area_to=x", follow=True)
    assert "请改正后再导出" in answer.content.decode()
    assert as_clerk.get("/places/export.pdf").status_code == 404
