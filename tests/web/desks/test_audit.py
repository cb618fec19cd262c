"""The audit desk: the trail with its filters, one event before and after, the check, incidents."""

import csv
import io
from datetime import date
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.web.conftest import Hire, browser_of
from tests.web.desks.leads.office import registered
from yinfeng.web.desks.audit.models import Incident
from yinfeng.web.desks.audit.words import called, thing
from yinfeng.web.lists.tampering import altered
from yinfeng.web.people.models import OrgUnit, Post, User
from yinfeng.web.people.rights import MAY
from yinfeng.web.people.roles import ADMINISTRATORS, Role
from yinfeng.web.shell import actions
from yinfeng.web.shell.events import record
from yinfeng.web.shell.models import Event
from yinfeng.web.work.worker import work_off

TODAY = date(2026, 6, 1)


@pytest.fixture
def audit(hire: Hire, town: OrgUnit) -> Client:
    """The browser of the town's audit administrator."""
    return browser_of(hire("aud", town, Role.AUDIT))


@pytest.fixture
def events(hire: Hire, county: OrgUnit, town: OrgUnit, other_town: OrgUnit) -> list[Event]:
    """A renaming and a new account in the town, a new account in the other town."""
    keeper = hire("sys", county, Role.SYSTEM)
    actions.rename_unit(town, by=keeper, name="云泽街道", today=TODAY, reason="撤镇设街")
    actions.add_user("lin", by=keeper, name="林平", unit=town)
    actions.add_user("he", by=keeper, name="何青", unit=other_town)
    return list(Event.objects.order_by("number"))


def _rows(client: Client, query: str = "") -> list[dict[str, Any]]:
    answer = client.get(f"/audit/export.csv?columns=label&columns=action&columns=request{query}")
    lines = b"".join(answer).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(lines)))


def test_the_trail_of_the_own_units_is_shown_with_words(audit: Client, events: list[Event]) -> None:
    page = audit.get("/audit/").content.decode()
    for words in ("云泽街道", "单位更名", "撤镇设街", "sys同志（sys）", "不少于400天"):
        assert words in page, words
    assert "何青" not in page


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("&action=people.add_user", ["林平"]),
        ("&kind=people.orgunit", ["云泽街道"]),
        ("&q=撤镇", ["云泽街道"]),
        ("&at_to=2020-01-01", []),
        ("&q=sys", ["云泽街道", "林平"]),
    ],
)
def test_events_are_found_by_who_what_when_and_which(
    audit: Client, events: list[Event], query: str, found: list[str]
) -> None:
    assert sorted(row["对象"] for row in _rows(audit, query)) == sorted(found)


def test_events_are_found_by_their_request(audit: Client, clerk: User) -> None:
    client = Client()
    answer = client.post("/sign-in", {"username": "clerk", "password": "Right-Words-1"})
    (row,) = _rows(audit, f"&q={answer['X-Request-ID']}")
    assert row["操作"] == "登录"


def test_the_export_of_the_trail_is_on_the_trail(audit: Client, events: list[Event]) -> None:
    _rows(audit)
    last = Event.objects.latest("number")
    assert (last.action, last.actor_name) == ("lists.export", "aud同志（aud）")


def test_one_event_shows_before_and_after(audit: Client, events: list[Event]) -> None:
    renamed = events[0]
    page = audit.get(f"/audit/events/{renamed.pk}").content.decode()
    assert '<td data-label="操作前">云泽镇</td>' in page
    assert "<strong>云泽街道</strong>" in page
    assert renamed.seal in page


def test_the_trail_of_another_town_is_not_there(audit: Client, events: list[Event]) -> None:
    theirs = events[-1]
    assert theirs.label == "何青"
    assert audit.get(f"/audit/events/{theirs.pk}").status_code == 404


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.AUDIT}))
def test_nobody_else_reads_the_trail(
    role: Role, hire: Hire, town: OrgUnit, events: list[Event]
) -> None:
    browser = browser_of(hire("other", town, role))
    assert browser.get("/audit/").status_code == 403
    assert browser.get(f"/audit/events/{events[0].pk}").status_code == 403
    assert browser.post("/audit/verify").status_code == 403
    assert browser.get("/audit/export.csv").status_code == 403


def test_a_button_checks_the_chain_and_the_check_is_on_the_trail(
    audit: Client, events: list[Event]
) -> None:
    says = audit.post("/audit/verify", follow=True).content.decode()
    assert f"事件链完整，共{len(events)}条" in says
    assert events[-1].seal in says
    told = Event.objects.latest("number")
    assert (told.action, told.after["faults"]) == ("audit.verify", [])


def test_tampering_is_named_on_the_page_and_by_the_nightly_check(
    audit: Client, events: list[Event]
) -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("DROP TRIGGER shell_event_keeps_UPDATE")
        else:
            cursor.execute("DROP TRIGGER shell_event_keeps ON shell_event")
        cursor.execute("UPDATE shell_event SET reason = '补写' WHERE number = 1")
    says = audit.post("/audit/verify", follow=True).content.decode()
    assert "第1条事件（people.rename_unit）的内容被改动过" in says
    from yinfeng.web.work.actions import enqueue

    enqueue("audit.verify", key="test")
    work_off()
    told = Event.objects.filter(action="audit.verify").latest("number")
    assert (told.actor, len(told.after["faults"])) == (None, 1)


def test_events_of_no_unit_are_seen_from_the_top_only(
    audit: Client, hire: Hire, county: OrgUnit, town: OrgUnit
) -> None:
    with transaction.atomic():
        event = record(None, "library.reread", town)
    top = browser_of(hire("top", county, Role.AUDIT))
    assert top.get(f"/audit/events/{event.pk}").status_code == 200
    assert audit.get(f"/audit/events/{event.pk}").status_code == 404


def test_an_incident_is_written_down_once_and_for_all(
    audit: Client, town: OrgUnit, other_town: OrgUnit
) -> None:
    told = {
        "unit": town.pk,
        "happened": "2026-05-30",
        "kind": "leak",
        "persons": "12",
        "says": "通讯录误发到外部群",
        "measures": "已撤回，逐人告知",
    }
    assert audit.post("/audit/incidents", {**told, "unit": other_town.pk}).status_code == 422
    assert audit.post("/audit/incidents", told).status_code == 302
    page = audit.get("/audit/incidents").content.decode()
    assert "通讯录误发到外部群" in page
    assert Event.objects.latest("number").action == "audit.note_incident"
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Incident.objects.update(says="没事")
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Incident.objects.all().delete()


def test_what_stands_in_the_trail_has_words(events: list[Event], audit: Client) -> None:
    assert called("people.rename_unit") == "单位更名"
    assert called("leads.lose") == "线索：登记流失"
    assert thing("people.user") == "用户"
    house = [one for one in MAY if MAY[one] <= ADMINISTRATORS and not one.endswith(".read")]
    doings = [one for one in house if one.startswith("audit.")]
    assert all("." not in called(one) for one in doings)


def test_the_number_of_queries_does_not_grow(
    audit: Client, hire: Hire, town: OrgUnit, events: list[Event]
) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            audit.get("/audit/")
        return len(asked)

    queries()
    few = queries()
    for number in range(8):
        user = hire(f"u{number}", town, Role.FIELD)
        actions.note_sign_in(user, address="10.0.0.1", way="ModelBackend", has_factor=False)
    assert Post.objects.count() > 8
    assert queries() == few


@pytest.mark.parametrize(
    ("tampering", "says"),
    [
        ("UPDATE leads_lead SET amount = '9亿元'", "投资额与最后一版不符"),
        ("UPDATE leads_lead SET removed_why = '无', version = version + 1", "与最后一版不符"),
    ],
)
def test_a_record_that_was_rewritten_past_the_software_is_named(
    clerk: User, town: OrgUnit, tampering: str, says: str
) -> None:
    registered(clerk, town)
    assert not list(altered())
    call_command("audit", "verify", stdout=io.StringIO())
    with connection.cursor() as cursor:
        cursor.execute(tampering)
    assert any(says in fault for fault in altered())
    with pytest.raises(CommandError, match="绕过系统"):
        call_command("audit", "verify")
