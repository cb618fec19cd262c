"""What people decide is kept row by row and outlives every later reading."""

from collections.abc import Iterator

import pytest
from django.core.exceptions import PermissionDenied

from tests.web.papers import NAME, PAPER, decoding_otherwise, finding_no_projects, naming_otherwise
from yinfeng.identity.decisions import Ruling, rulings
from yinfeng.identity.naming import EntityKind, Naming
from yinfeng.reading import Reading as Read
from yinfeng.reading import read
from yinfeng.values import Problem as Unread
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.shell.events import faults
from yinfeng.web.shell.models import Event
from yinfeng.web.shell.refusals import Refused
from yinfeng.web.store.actions import (
    Reader,
    accept_all,
    decide,
    decide_identity,
    read_again,
    take_in,
)
from yinfeng.web.store.identities import decisions_of
from yinfeng.web.store.models import Decision, Document, Entry, Fact, Problem, Reading
from yinfeng.web.store.standing import Standing, standings

Verdict = Decision.Verdict
LATER: list[Reader] = [finding_no_projects, naming_otherwise, decoding_otherwise]


@pytest.fixture
def document(clerk: User) -> Document:
    """A paper that was taken in."""
    take_in(PAPER, NAME, by=clerk)
    return Document.objects.get()


def _entry(kind: str, field: str) -> Entry:
    return Entry.objects.get(
        fact__kind=kind, field=field, fact__reading=Document.objects.get().current
    )


def _standings() -> tuple[dict[int, Standing], tuple[Decision, ...]]:
    document = Document.objects.get()
    entries = Entry.objects.filter(fact__reading=document.current).select_related("fact")
    decisions = document.decisions.select_related("entry__fact").order_by("pk")
    return standings(entries, decisions)


def _standing(kind: str, field: str) -> Standing:
    return _standings()[0][_entry(kind, field).pk]


def test_a_figure_is_accepted_rejected_and_taken_back(document: Document, clerk: User) -> None:
    entry = _entry("indicator", "value")
    assert _standing("indicator", "value").verdict == ""
    decide(entry, by=clerk, verdict=Verdict.ACCEPT)
    assert _standing("indicator", "value").value == entry.value
    decide(entry, by=clerk, verdict=Verdict.REJECT, why="口径不对")
    assert _standing("indicator", "value").value is None
    decide(entry, by=clerk, verdict=Verdict.WITHDRAW)
    assert _standing("indicator", "value").decision is None
    assert Decision.objects.count() == 3
    assert [e.before["verdict"] for e in Event.objects.filter(action="library.decide")] == [
        "",
        "accept",
        "reject",
    ]


def test_a_correction_needs_a_reason_and_keeps_the_readers_answer(
    document: Document, clerk: User
) -> None:
    entry = _entry("project", "name")
    with pytest.raises(Refused, match="理由"):
        decide(entry, by=clerk, verdict=Verdict.CORRECT, value="精密轴承项目")
    with pytest.raises(Refused, match="更正后"):
        decide(entry, by=clerk, verdict=Verdict.CORRECT, why="按备案名称")
    decide(entry, by=clerk, verdict=Verdict.CORRECT, value="精密轴承项目", why="按备案名称")
    standing = _standing("project", "name")
    assert (standing.value, standing.entry.value) == ("精密轴承项目", "高精度轴承项目")
    assert Decision.objects.count() == 1


def test_a_whole_fact_is_accepted_but_not_what_was_rejected(
    document: Document, clerk: User
) -> None:
    entry = _entry("project", "land")
    decide(entry, by=clerk, verdict=Verdict.REJECT)
    fact = Fact.objects.get(kind="project")
    assert accept_all(fact, by=clerk) == fact.entries.count() - 1
    assert _standing("project", "land").verdict == "reject"
    assert _standing("project", "investment").verdict == "accept"
    with pytest.raises(Refused, match="都已核实"):
        accept_all(fact, by=clerk)


@pytest.mark.parametrize("later", LATER, ids=lambda reader: reader.__name__)
def test_reading_again_keeps_every_decision(document: Document, head: User, later: Reader) -> None:
    accepted = [_entry("indicator", field) for field in ("value", "yoy", "period")]
    for entry in accepted:
        decide(entry, by=head, verdict=Verdict.ACCEPT)
    decide(_entry("role", "title"), by=head, verdict=Verdict.REJECT)
    corrected = _entry("engagement", "place")
    decide(corrected, by=head, verdict=Verdict.CORRECT, value="苏州市", why="写全")
    before = list(Decision.objects.values())

    receipt = read_again(document.upload, by=head, reader=later, engine="99.0")

    assert receipt.documents == 1
    assert list(Decision.objects.values()) == before
    assert Document.objects.get().current == Reading.objects.get(engine="99.0")
    for entry in accepted:
        standing = _standing("indicator", entry.field)
        assert (standing.verdict, standing.value) == ("accept", entry.value)
        assert standing.entry.pk != entry.pk
    assert _standing("role", "title").verdict == "reject"
    assert _standing("engagement", "place").value == "苏州市"
    assert not _standings()[1]
    assert not list(faults())


def test_a_decision_whose_words_are_no_longer_found_is_kept_and_told(
    document: Document, head: User
) -> None:
    decide(_entry("project", "investment"), by=head, verdict=Verdict.ACCEPT)
    read_again(document.upload, by=head, reader=finding_no_projects, engine="99.0")
    _, lost = _standings()
    assert [(d.entry.fact.kind, d.entry.quote) for d in lost] == [("project", "3.2亿元")]


def test_a_newer_reading_does_not_overrule_what_was_accepted(
    document: Document, head: User
) -> None:
    decide(_entry("indicator", "name"), by=head, verdict=Verdict.ACCEPT)
    read_again(document.upload, by=head, reader=naming_otherwise, engine="99.0")
    standing = _standing("indicator", "name")
    assert standing.value == "规模以上工业产值"
    assert standing.entry.value == "规上工业总产值"
    assert standing.is_contested


def test_a_decision_on_the_newer_reading_follows_the_older_one(
    document: Document, head: User
) -> None:
    decide(_entry("indicator", "value"), by=head, verdict=Verdict.ACCEPT)
    read_again(document.upload, by=head, reader=decoding_otherwise, engine="99.0")
    decide(_entry("indicator", "value"), by=head, verdict=Verdict.REJECT)
    assert _standing("indicator", "value").verdict == "reject"
    assert not _standings()[1]


def test_reading_again_with_the_same_version_adds_nothing(document: Document, head: User) -> None:
    events = Event.objects.count()
    receipt = read_again(document.upload, by=head)
    assert (receipt.documents, receipt.known) == (0, 1)
    assert (Reading.objects.count(), Event.objects.count()) == (1, events)


def test_a_newer_reader_may_open_what_the_older_could_not(clerk: User, head: User) -> None:
    receipt = take_in(b"", "空.txt", by=clerk)

    def able(content: bytes, name: str) -> Iterator[Read | Unread]:
        return read(PAPER, name)

    read_again(receipt.upload, by=head, reader=able, engine="99.0")
    assert Document.objects.get().current is not None
    assert not Problem.objects.visible_to(clerk).standing().exists()


def test_a_page_that_shows_an_older_reading_is_told_so(document: Document, head: User) -> None:
    entry = _entry("indicator", "value")
    read_again(document.upload, by=head, reader=naming_otherwise, engine="99.0")
    with pytest.raises(Refused, match="刷新"):
        decide(entry, by=head, verdict=Verdict.ACCEPT)


def test_who_may_not_decide_decides_nothing(
    document: Document, viewer: User, neighbour: User, clerk: User
) -> None:
    for person in (viewer, neighbour):
        with pytest.raises(PermissionDenied):
            decide(_entry("indicator", "value"), by=person, verdict=Verdict.ACCEPT)
    with pytest.raises(PermissionDenied):
        read_again(document.upload, by=clerk)
    assert not Decision.objects.exists()


def test_identity_is_decided_undone_and_given_to_the_engine(clerk: User, town: OrgUnit) -> None:
    left = Naming(EntityKind.ENTERPRISE, "恒锐机械", "云泽镇")
    right = Naming(EntityKind.ENTERPRISE, "苏州恒锐精密机械有限公司", "云泽镇")
    decide_identity(left, right, by=clerk, unit=town, ruling=Ruling.SAME, why="营业执照")
    (decided,) = rulings(decisions_of(town)).values()
    assert (decided.ruling, decided.by) == (Ruling.SAME, "clerk")
    decide_identity(right, left, by=clerk, unit=town, ruling=Ruling.OPEN, why="认错了")
    (decided,) = rulings(decisions_of(town)).values()
    assert decided.ruling is Ruling.OPEN
    with pytest.raises(Refused, match="理由"):
        decide_identity(left, right, by=clerk, unit=town, ruling=Ruling.SAME, why="")
    place = Naming(EntityKind.PLACE, "恒锐", "云泽镇")
    with pytest.raises(Refused, match="不是同一类"):
        decide_identity(left, place, by=clerk, unit=town, ruling=Ruling.SAME, why="同名")
