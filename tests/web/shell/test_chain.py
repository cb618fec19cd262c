"""The chain of events: written with its action, refused to change, and any tampering is found."""

from collections.abc import Callable
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction

from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.shell.events import chain_end, faults, record
from yinfeng.web.shell.models import Event, Head
from yinfeng.web.shell.refusals import Refused


@pytest.fixture
def chain(clerk: User, town: OrgUnit) -> list[Event]:
    """Five events of the clerk."""
    return [record(clerk, "library.decide", town, unit=town, step=step) for step in range(5)]


def _as_the_owner_of_the_database(statement: str) -> None:
    """What somebody can do who may take the guards of the table away."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("DROP TRIGGER IF EXISTS shell_event_keeps_UPDATE")
            cursor.execute("DROP TRIGGER IF EXISTS shell_event_keeps_DELETE")
        else:
            cursor.execute("DROP TRIGGER IF EXISTS shell_event_keeps ON shell_event")
        cursor.execute(statement)


def test_an_empty_chain_holds(db: None) -> None:
    assert not list(faults())


def test_a_chain_holds_and_tells_its_end(chain: list[Event]) -> None:
    assert not list(faults())
    assert chain_end() == (chain[-1].number, chain[-1].seal)
    told = StringIO()
    call_command("audit", "verify", stdout=told)
    assert "事件链完整，共5条" in told.getvalue()
    assert chain[-1].seal in told.getvalue()


@pytest.mark.parametrize(
    ("tampering", "says"),
    [
        ("UPDATE shell_event SET reason = '补写' WHERE number = 3", "第3条事件（library.decide）"),
        ("UPDATE shell_event SET actor_name = '别人' WHERE number = 5", "内容被改动过"),
        ("DELETE FROM shell_event WHERE number = 2", "第2条至第2条事件缺失"),
        ("DELETE FROM shell_event WHERE number = 5", "末尾的事件被删过"),
        ("DELETE FROM shell_event", "末尾的事件被删过"),
        ("UPDATE shell_event SET number = 9 - number WHERE number IN (4, 5)", "内容被改动过"),
        ("UPDATE shell_head SET count = 4", "链尾的封印被改动过"),
        ("DELETE FROM shell_head", "链尾的封印被改动过"),
    ],
)
def test_tampering_is_found(chain: list[Event], tampering: str, says: str) -> None:
    if "9 - number" in tampering:
        # Two rows change places by way of a third number: the column is unique.
        _as_the_owner_of_the_database("UPDATE shell_event SET number = 99 WHERE number = 4")
        _as_the_owner_of_the_database("UPDATE shell_event SET number = 4 WHERE number = 5")
        tampering = "UPDATE shell_event SET number = 5 WHERE number = 99"
    _as_the_owner_of_the_database(tampering)
    assert any(says in fault for fault in faults())
    with pytest.raises(CommandError, match="事件链不完整"):
        call_command("audit", "verify")


def test_a_chain_made_anew_without_the_key_does_not_hold(
    chain: list[Event], settings: object
) -> None:
    settings.AUDIT_KEY = "another"  # type: ignore[attr-defined]
    assert len(list(faults())) == 6


def test_a_seal_that_was_written_down_is_looked_for(chain: list[Event]) -> None:
    assert not list(faults(since=chain[1].seal))
    assert "抄存的封印不在链上" in next(faults(since="0" * 64))


@pytest.mark.parametrize(
    "change",
    [
        lambda event: Event.objects.filter(pk=event.pk).update(reason="改"),
        lambda event: Event.objects.filter(pk=event.pk).delete(),
        lambda event: event.delete(),
        lambda event: event.save(),
    ],
    ids=["update", "delete", "delete one", "save"],
)
def test_the_database_refuses_to_change_an_event(
    chain: list[Event], change: Callable[[Event], object]
) -> None:
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        change(chain[0])


def test_what_needs_a_reason_is_refused_without_one(clerk: User, town: OrgUnit) -> None:
    with pytest.raises(Refused, match="理由"):
        record(clerk, "library.correct", town, reason="  ")
    assert Head.objects.get().count == 0


def test_an_event_goes_with_its_action(clerk: User, town: OrgUnit) -> None:
    with transaction.atomic():
        record(clerk, "library.decide", town)
        transaction.set_rollback(True)
    assert not Event.objects.exists()
    assert not list(faults())
