"""The quality page: what people decided of each figure, by kind, field and pattern."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.web.conftest import browser_of
from tests.web.papers import NAME, PAPER, decoding_otherwise, naming_otherwise
from yinfeng.web.desks.library.actions import read_through
from yinfeng.web.desks.library.quality import quality_of
from yinfeng.web.people.models import User
from yinfeng.web.store import actions
from yinfeng.web.store.actions import Reader
from yinfeng.web.store.models import Decision, Document, Entry, Upload

pytestmark = pytest.mark.django_db
Verdict = Decision.Verdict


@pytest.fixture
def entries(clerk: User) -> list[Entry]:
    """The figures of a paper, of which nobody has said anything yet."""
    actions.take_in(PAPER.decode().encode(), NAME, by=clerk)
    return list(Entry.objects.order_by("pk"))


def _decide(entry: Entry, by: User, verdict: Verdict) -> None:
    value = entry.value if verdict == Verdict.CORRECT else None
    why = "" if verdict == Verdict.ACCEPT else "报送笔误"
    actions.decide(entry, by=by, verdict=verdict, value=value, why=why)


def test_before_anybody_decided_the_page_says_what_it_is_for(
    as_clerk: Client, entries: list[Entry]
) -> None:
    says = as_clerk.get("/library/quality").content.decode()
    assert "还没有核实过任何一项" in says


def test_figures_are_counted_by_what_stands_and_open_to_their_rows(
    as_clerk: Client, clerk: User, entries: list[Entry], neighbour: User
) -> None:
    first, second, third, *_ = entries
    _decide(first, clerk, Verdict.ACCEPT)
    _decide(second, clerk, Verdict.ACCEPT)
    _decide(second, clerk, Verdict.REJECT)
    _decide(third, clerk, Verdict.ACCEPT)
    found = quality_of(clerk)
    assert (found.total.right, found.total.corrected, found.total.rejected) == (2, 0, 1)
    assert (found.total.precision, found.total.recall) == ("66.7%", "—")
    assert sum(line.decided for line in found.kinds) == 3
    assert sum(line.decided for line in found.patterns) == 3
    named = {entry.pattern or "未注明" for entry in entries}
    assert {line.label for line in found.patterns} <= named
    assert found.fields[0].rejected == 1
    says = as_clerk.get("/library/quality").content.decode()
    assert "66.7%" in says
    rows = as_clerk.get(found.fields[0].address("reject")).content.decode()
    assert second.quote in rows
    assert "1条" in rows
    assert quality_of(neighbour).total.decided == 0
    assert "还没有核实过" in browser_of(neighbour).get("/library/quality").content.decode()


def test_what_was_put_right_counts_against_both(clerk: User, entries: list[Entry]) -> None:
    entry = next(one for one in entries if isinstance(one.value, str))
    actions.decide(entry, by=clerk, verdict=Verdict.CORRECT, value="另一个", why="报送笔误")
    total = quality_of(clerk).total
    assert (total.corrected, total.precision, total.recall) == (1, "0.0%", "—")
    read_through(Document.objects.get(), by=clerk, accepts_rest=True)
    share = f"{100 * (len(entries) - 1) / len(entries):.1f}%"
    total = quality_of(clerk).total
    assert (total.precision, total.recall) == (share, share)


def test_what_was_taken_back_counts_for_nothing(clerk: User, entries: list[Entry]) -> None:
    _decide(entries[0], clerk, Verdict.ACCEPT)
    actions.decide(entries[0], by=clerk, verdict=Verdict.WITHDRAW, value=None, why="")
    assert quality_of(clerk).total.decided == 0


@pytest.mark.parametrize("later", [naming_otherwise, decoding_otherwise])
def test_what_was_decided_goes_on_when_the_paper_is_read_again(
    as_clerk: Client, clerk: User, head: User, entries: list[Entry], later: Reader
) -> None:
    entry = next(one for one in entries if "56.58" in one.quote and one.field == "value")
    _decide(entry, clerk, Verdict.REJECT)
    actions.read_again(Upload.objects.get(), by=head, reader=later, engine="99.0")
    found = quality_of(clerk)
    assert (found.total.decided, found.total.rejected) == (1, 1)
    (line,) = found.patterns
    listed = as_clerk.get(line.address("reject") if line.opens else found.fields[0].address())
    assert "1条" in listed.content.decode()
    fresh = Entry.objects.exclude(fact__reading=entry.fact.reading).get(
        field="value", quote=entry.quote, fact__kind=entry.fact.kind
    )
    _decide(fresh, clerk, Verdict.ACCEPT)
    total = quality_of(clerk).total
    assert (total.decided, total.right) == (1, 1), "it is counted once, as it stands"
    assert "没有符合条件的记录" in as_clerk.get(found.fields[0].address("reject")).content.decode()


def test_the_number_of_queries_does_not_grow(clerk: User, entries: list[Entry]) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            quality_of(clerk)
        return len(queries)

    _decide(entries[0], clerk, Verdict.ACCEPT)
    few = asked()
    for entry in entries[1:5]:
        _decide(entry, clerk, Verdict.REJECT)
    assert asked() <= few
