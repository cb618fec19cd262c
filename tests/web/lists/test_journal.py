"""The journal: notes with severity on one record or many, counted in the list and in the head."""

from datetime import datetime, timedelta

import pytest
from django.db import DatabaseError, transaction
from django.template import Context, Template
from django.test import Client, RequestFactory
from django.utils import timezone

from tests.web.conftest import browser_of
from tests.web.lists.conftest import THEN
from tests.web.lists.test_page import says
from tests.web.lists.things.models import Place
from yinfeng.web.lists.actions import note
from yinfeng.web.lists.models import Note
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.shell.models import Event

HTMX = {"HX-Request": "true"}
SAID = {"severity": "grave", "says": "围墙有裂缝，须先加固"}


def _noted(places: list[Place], clerk: User, town: OrgUnit, at: datetime, severity: str) -> None:
    note(places, by=clerk, unit=town, severity=severity, says="已告知", now=at)


def test_one_note_stands_on_many_records_and_is_counted_in_the_list(
    as_clerk: Client, places: list[Place]
) -> None:
    rows = {"row": [places[0].pk, places[2].pk]}
    form = as_clerk.post("/places/note", rows).content.decode()
    assert "记在2条记录上" in form
    page = as_clerk.post("/places/note", {**rows, **SAID}, follow=True).content.decode()
    assert "已记在2条记录上。" in page
    assert page.count("警示1</span>") == 2
    assert Note.objects.get().places.count() == 2
    event = Event.objects.get(action="lists.note")
    assert event.after["keys"] == [places[0].pk, places[2].pk]


def test_the_gravest_stands_first_and_each_is_counted(
    as_clerk: Client, places: list[Place], clerk: User, town: OrgUnit
) -> None:
    for severity in ("plain", "warning", "warning", "grave"):
        _noted(places[:1], clerk, town, THEN, severity)
    page = says(as_clerk, "/places/")
    assert page.index("警示1</span>") < page.index("提醒2</span>") < page.index("记录1</span>")


def test_the_past_counts_what_was_noted_by_then(
    as_clerk: Client, places: list[Place], clerk: User, town: OrgUnit
) -> None:
    _noted(places[:1], clerk, town, THEN + timedelta(days=3), "grave")
    assert "警示1" not in says(as_clerk, "/places/?as_of=2026-03-02")
    assert "警示1" in says(as_clerk, "/places/?as_of=2026-03-05")


def test_a_note_on_one_record_answers_with_its_journal(
    as_clerk: Client, places: list[Place]
) -> None:
    address = f"/places/notes/{places[0].pk}"
    part = as_clerk.post(address, SAID, headers=HTMX).content.decode()
    assert part.startswith("<section")
    assert "围墙有裂缝" in part
    empty = as_clerk.post(address, {"severity": "grave", "says": ""}, headers=HTMX)
    assert empty.status_code == 422
    assert "请写明要记的内容。" in empty.content.decode()
    assert as_clerk.post(address, SAID).status_code == 302
    assert Note.objects.count() == 2


def test_the_viewer_writes_none_and_another_office_finds_nothing(
    places: list[Place], viewer: User, neighbour: User
) -> None:
    address = f"/places/notes/{places[0].pk}"
    assert browser_of(viewer).post(address, SAID).status_code == 403
    assert browser_of(neighbour).post(address, SAID).status_code == 404
    assert not Note.objects.exists()


def test_a_page_shows_the_counts_in_its_head_and_the_notes(
    places: list[Place], clerk: User, viewer: User, town: OrgUnit
) -> None:
    _noted(places[:1], clerk, town, timezone.now(), "warning")
    words = '{% load journal %}{% journal_head place %}{% journal place "places:index" %}'
    for user, may_write in ((clerk, True), (viewer, False)):
        request = RequestFactory().get("/")
        request.user = user
        shown = Template(words).render(Context({"place": places[0], "request": request}))
        assert '<span class="tag note-warning">提醒1</span>' in shown
        assert "已告知" in shown
        assert ("<form" in shown) is may_write


def test_the_database_refuses_to_change_a_note(
    places: list[Place], clerk: User, town: OrgUnit
) -> None:
    _noted(places[:1], clerk, town, THEN, "grave")
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Note.objects.update(says="别的")
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Note.objects.get().places.all().delete()
