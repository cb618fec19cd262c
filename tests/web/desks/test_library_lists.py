"""The lists of the library: papers and figures, filtered, exported with proof, as of a past day."""

from datetime import datetime
from io import BytesIO
from typing import Any

import pytest
from django.http import FileResponse
from django.test import Client
from django.utils import timezone
from openpyxl import load_workbook

from tests.web.conftest import browser_of
from tests.web.papers import NAME, PAPER, naming_otherwise
from yinfeng.web.people.models import User
from yinfeng.web.store.actions import decide, read_again, take_in
from yinfeng.web.store.models import Decision, Document, Entry, Upload

TITLE = NAME.removesuffix(".txt")
ACCEPT, REJECT = Decision.Verdict.ACCEPT, Decision.Verdict.REJECT


@pytest.fixture
def document(clerk: User) -> Document:
    """A paper of the town."""
    take_in(PAPER, NAME, by=clerk)
    return Document.objects.get()


def _says(browser: Client, address: str) -> str:
    return browser.get(address).content.decode().split('<div id="list">')[1]


def _book(answer: Any) -> Any:
    assert isinstance(answer, FileResponse)
    return load_workbook(BytesIO(b"".join(answer.streaming_content)))  # type: ignore[arg-type]


def test_figures_are_listed_with_their_words_and_open_to_them(
    as_clerk: Client, document: Document
) -> None:
    page = _says(as_clerk, "/library/figures/?kind=indicator&q=56.58")
    entry = Entry.objects.get(fact__kind="indicator", field="value", quote__contains="56.58")
    assert "56.58亿元" in page
    assert f"/library/facts/{entry.fact_id}" in page
    assert "待核实" in page
    assert "3.2亿元" not in page


def test_what_people_said_stands_beside_the_figure_also_when_it_is_read_again(
    as_clerk: Client, clerk: User, head: User, document: Document
) -> None:
    entry = Entry.objects.get(fact__kind="indicator", field="value", quote__contains="56.58")
    decide(entry, by=clerk, verdict=REJECT)
    address = "/library/figures/?field=value&kind=indicator&q=56.58"
    assert '<span class="tag bad">不采用</span>' in _says(as_clerk, address)
    read_again(document.upload, by=head, reader=naming_otherwise, engine="99.0")
    page = _says(as_clerk, address)
    assert page.count("<tr data-row") == 1
    assert '<span class="tag bad">不采用</span>' in page


def test_a_figure_is_exported_with_its_quote(as_clerk: Client, document: Document) -> None:
    address = "/library/figures/export.xlsx?kind=indicator&q=56.58&columns=field&columns=value"
    book = _book(as_clerk.get(address))
    proofs = [[cell.value for cell in row] for row in book["依据"].iter_rows(min_row=2)]
    assert any("56.58亿元" in str(line[3]) and line[4] == TITLE for line in proofs)


def test_another_office_sees_no_figures(document: Document, neighbour: User) -> None:
    assert "还没有读出任何数" in _says(browser_of(neighbour), "/library/figures/")


def test_papers_are_filtered_by_what_their_reading_says(
    as_clerk: Client, document: Document
) -> None:
    assert TITLE in _says(as_clerk, "/library/?told_from=1&sort=-told")
    assert "没有符合条件的记录" in _says(as_clerk, "/library/?told_from=5000")


def test_a_paper_of_a_past_day_shows_the_reading_of_then(
    as_clerk: Client, head: User, document: Document
) -> None:
    then = timezone.make_aware(datetime(2026, 3, 2, 9))
    Upload.objects.update(at=then)
    assert "那一天还没有记录" in _says(as_clerk, "/library/?as_of=2026-03-01")
    page = _says(as_clerk, "/library/?as_of=2026-03-02")
    assert TITLE in page
    assert "只供查看" in page
    # The reading itself is of today, so what it told was not known then.
    assert 'class="number" data-label="事实"></td>' in page
    assert "没有" not in _says(as_clerk, "/library/figures/")[:200]
    assert "那一天还没有记录" in _says(as_clerk, "/library/figures/?as_of=2026-03-02")


def test_the_number_of_queries_of_figures_does_not_grow(
    as_clerk: Client, clerk: User, document: Document, django_assert_max_num_queries: Any
) -> None:
    for entry in Entry.objects.all()[:5]:
        decide(entry, by=clerk, verdict=ACCEPT)
    for number in range(6):
        take_in(PAPER + b"\n" * (number + 1), f"{number}.txt", by=clerk)
    as_clerk.get("/library/figures/")
    with django_assert_max_num_queries(13):
        as_clerk.get("/library/figures/")
