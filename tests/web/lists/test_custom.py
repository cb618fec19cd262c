"""Fields that an office adds: shown, filtered, sorted, exported, imported, changed, ended."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import transaction
from django.test import Client

from tests.web.conftest import browser_of
from tests.web.lists.conftest import THEN, Make
from tests.web.lists.test_export import _lines as lines
from tests.web.lists.test_import import confirm, send, workbook
from tests.web.lists.test_page import names, says
from tests.web.lists.things.listings import PLACES
from tests.web.lists.things.models import Place
from yinfeng.web.lists import keeping
from yinfeng.web.lists.actions import add_field
from yinfeng.web.lists.models import CustomField
from yinfeng.web.people.models import OrgUnit, User

Kind = CustomField.Kind


@pytest.fixture
def fields(head: User) -> dict[str, CustomField]:
    """A field of each kind, added by the head of the office."""
    told: list[tuple[str, str, dict[str, Any]]] = [
        ("权属", Kind.WORDS, {}),
        ("租金", Kind.NUMBER, {"measure": "元"}),
        ("到期", Kind.DAY, {}),
        ("等级", Kind.CHOICE, {"choices": ["甲", "乙"]}),
        ("临街", Kind.FLAG, {}),
    ]
    return {
        label: add_field(PLACES, label, by=head, kind=kind, **more) for label, kind, more in told
    }


@pytest.fixture
def filled(places: list[Place], fields: dict[str, CustomField], clerk: User) -> None:
    """Two of the three places with these fields filled."""
    values: list[dict[str, object]] = [
        {"权属": "村集体", "租金": 1200.5, "到期": "2026-06-30", "等级": "甲", "临街": True},
        {"权属": "国有", "租金": 800, "到期": "2027-01-01", "等级": "乙", "临街": False},
    ]
    for place, told in zip(places, values, strict=False):
        custom = {fields[label].key: value for label, value in told.items()}
        with transaction.atomic():
            keeping.change(place, by=clerk, custom=custom, at=THEN)


def _address(fields: dict[str, CustomField], *asks: tuple[str, str, str]) -> str:
    query = "&".join(f"{fields[label].key}{end}={value}" for label, end, value in asks)
    return f"/places/?{query}"


def test_the_head_adds_a_field_and_the_clerk_does_not(
    as_clerk: Client, head: User, places: list[Place]
) -> None:
    sent = {"label": "权属", "kind": "words"}
    assert as_clerk.post("/places/fields/add", sent).status_code == 403
    browser = browser_of(head)
    page = browser.post("/places/fields/add", sent, follow=True).content.decode()
    assert "已增加字段“权属”" in page
    again = browser.post("/places/fields/add", sent)
    assert again.status_code == 422
    assert "已有名为“权属”的列" in again.content.decode()
    one = browser.post("/places/fields/add", {"label": "等级", "kind": "choice", "choices": "甲"})
    assert "至少要有两个不同的选项" in one.content.decode()
    assert "权属" in says(as_clerk, "/places/")


@pytest.mark.parametrize(
    ("ask", "found"),
    [
        (("权属", "", "集体"), ["河东仓库"]),
        (("租金", "_from", "1000"), ["河东仓库"]),
        (("租金", "_to", "1200.5"), ["河东仓库", "北门空地"]),
        (("到期", "_to", "2026-12-31"), ["河东仓库"]),
        (("等级", "", "乙"), ["北门空地"]),
        (("临街", "", "yes"), ["河东仓库"]),
        (("临街", "", "no"), ["北门空地", "老粮站"]),
    ],
)
def test_a_field_filters_today_and_as_of_a_past_day(
    as_clerk: Client,
    filled: None,
    fields: dict[str, CustomField],
    ask: tuple[str, str, str],
    found: list[str],
) -> None:
    address = _address(fields, ask)
    assert names(says(as_clerk, address)) == found
    assert names(says(as_clerk, f"{address}&as_of=2026-03-02")) == found


def test_a_field_sorts_and_is_exported(
    as_clerk: Client, filled: None, fields: dict[str, CustomField]
) -> None:
    rent, due = fields["租金"].key, fields["到期"].key
    address = f"/places/?sort={rent}&{rent}_from=0"
    assert names(says(as_clerk, address)) == ["北门空地", "河东仓库"]
    asks = f"columns=name&columns={rent}&columns={due}&sort=-{rent}&{rent}_from=1"
    assert lines(as_clerk.get(f"/places/export.csv?{asks}")) == [
        ["名称", "租金（元）", "到期"],
        ["河东仓库", "1200.5", "2026-06-30"],
        ["北门空地", "800", "2027-01-01"],
    ]


def test_a_sheet_fills_the_fields(
    as_clerk: Client, town: OrgUnit, fields: dict[str, CustomField], make: Make
) -> None:
    make("C1", custom={fields["权属"].key: "村集体"})
    heads = ["编号", "名称", "租金（元）", "到期", "等级", "临街"]
    rows: list[list[object]] = [
        ["C1", "东坝", "1,300.25元", date(2026, 5, 1), "甲", "是"],
        ["C2", "西坝", 5, None, "丙", None],
    ]
    page = send(as_clerk, town, workbook(rows, heads))
    assert "请填其中之一：甲、乙" in page
    confirm(as_clerk, leaves_bad="on")
    custom = Place.objects.get(number="C1").custom
    by_label = {label: custom.get(field.key) for label, field in fields.items()}
    assert by_label == {
        "权属": "村集体",
        "租金": 1300.25,
        "到期": "2026-05-01",
        "等级": "甲",
        "临街": True,
    }


def test_many_rows_are_given_a_field_at_once(
    as_clerk: Client, places: list[Place], fields: dict[str, CustomField]
) -> None:
    key = fields["等级"].key
    rows = [place.pk for place in places]
    sent = {"row": rows, "step": "preview", f"set_{key}": "on", key: "乙"}
    page = as_clerk.post("/places/bulk", sent).content.decode()
    assert "等级：<ins>乙</ins>" in page
    carried = page.split('name="rows" value="')[1].split('"')[0]
    as_clerk.post("/places/bulk", {**sent, "step": "do", "rows": carried})
    assert [place.custom[key] for place in Place.objects.all()] == ["乙"] * 3


def test_a_field_is_seen_in_its_unit_and_not_next_door(
    fields: dict[str, CustomField], neighbour: User
) -> None:
    assert "权属" not in says(browser_of(neighbour), "/places/")


def test_an_ended_field_leaves_the_lists_and_stays_in_the_records(
    head: User, filled: None, fields: dict[str, CustomField]
) -> None:
    browser, field = browser_of(head), fields["租金"]
    unsaid = browser.post(f"/places/fields/{field.pk}/end", follow=True).content.decode()
    assert "请写明停用的理由。" in unsaid
    browser.post(f"/places/fields/{field.pk}/end", {"reason": "不再收租"}, follow=True)
    assert "租金" not in says(browser, "/places/")
    assert Place.objects.get(number="A1").custom[field.key] == 1200.5
    assert Decimal(str(Place.objects.get(number="A2").custom[field.key])) == 800
