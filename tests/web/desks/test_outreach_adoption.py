"""Accepted facts become trips, receptions, talks and partners, once, with their words."""

from typing import Any

import pytest
from django.test import Client

from tests.web.conftest import browser_of
from yinfeng.web.desks.outreach import actions
from yinfeng.web.desks.outreach.adoption import proposals
from yinfeng.web.desks.outreach.models import Pairing, Partner, Reception, Talk, Trip
from yinfeng.web.people.models import User
from yinfeng.web.shell.refusals import Refused
from yinfeng.web.store.actions import accept_all, decide, take_in
from yinfeng.web.store.models import Decision, Fact

PAPER = (
    "云泽镇招商动态\n\n"
    "2026年3月18日，云泽镇党委书记沈立群带队赴苏州，走访苏州恒锐精密机械有限公司，洽谈高精度轴承项目。\n"
    "2026年3月20日，苏州博川传动科技有限公司董事长一行到云泽镇考察，镇长周启明接待。\n"
    "2026年3月25日，云泽镇与苏州轴承行业协会签订战略合作协议。\n"
).encode()


@pytest.fixture
def facts(clerk: User) -> dict[str, Fact]:
    """What was read in the paper, by its kind or type."""
    take_in(PAPER, "招商动态.txt", by=clerk)
    found: dict[str, Fact] = {}
    for fact in Fact.objects.order_by("pk"):
        told = fact.entries.filter(field="type").first()
        key = str(told.value) if fact.kind == "engagement" and told else fact.kind
        found.setdefault(key, fact)
    return found


def _page(as_clerk: Client, fact: Fact, kind: str) -> str:
    return str(as_clerk.get(f"/outreach/proposals/{fact.pk}/{kind}").content.decode())


def test_only_what_is_decided_to_the_last_figure_is_proposed(
    clerk: User, facts: dict[str, Fact]
) -> None:
    fact = facts["visit_out"]
    assert not proposals(clerk)
    entries = list(fact.entries.order_by("pk"))
    for entry in entries[1:]:
        decide(entry, by=clerk, verdict=Decision.Verdict.ACCEPT)
    assert not proposals(clerk)
    with pytest.raises(Refused, match="先在资料里逐项核实"):
        actions.adopt(fact, "trips", by=clerk)
    decide(entries[0], by=clerk, verdict=Decision.Verdict.ACCEPT)
    (one,) = proposals(clerk)
    assert (one.fact, one.kinds[0]) == (fact, "trips")


def test_a_visit_out_becomes_a_trip_with_its_people_and_firms(
    clerk: User, as_clerk: Client, facts: dict[str, Fact]
) -> None:
    fact = facts["visit_out"]
    accept_all(fact, by=clerk)
    page = _page(as_clerk, fact, "trips")
    assert 'value="2026-03-18"' in page
    assert "将一并登记" in page
    values = {
        "purpose": "洽谈高精度轴承项目",
        "since": "2026-03-18",
        "since_half": "0",
        "until": "2026-03-18",
        "until_half": "1",
        "place": "苏州",
        "outside": "on",
    }
    shown = as_clerk.post(f"/outreach/proposals/{fact.pk}/trips", values, follow=True)
    trip = Trip.objects.get()
    assert trip.fact == fact
    assert [t.name for t in trip.travellers.all()] == ["沈立群"]
    assert [v.firm for v in trip.visits.all()] == ["苏州恒锐精密机械有限公司"]
    assert fact.quote in shown.content.decode()
    again: Any = as_clerk.post(f"/outreach/proposals/{fact.pk}/trips", values)
    assert again.status_code == 404
    assert Trip.objects.count() == 1
    with pytest.raises(Refused, match="已经登记过"):
        actions.adopt(fact, "trips", by=clerk)


def test_a_visit_in_becomes_a_reception_or_a_talk(clerk: User, facts: dict[str, Fact]) -> None:
    fact = facts["visit_in"]
    accept_all(fact, by=clerk)
    (one,) = proposals(clerk)
    assert one.kinds == ("receptions", "trips", "talks")
    told = one.values("receptions")
    assert told["group"] == "苏州博川传动科技有限公司"
    actions.adopt(fact, "receptions", by=clerk, **{**told, "heads": 4, "received": "chief"})
    assert Reception.objects.get().fact == fact
    assert not Talk.objects.exists()
    assert not proposals(clerk)


def test_a_partnership_becomes_a_partner_and_the_tie_with_it(
    clerk: User, facts: dict[str, Fact]
) -> None:
    fact = facts["partnership"]
    accept_all(fact, by=clerk)
    (one,) = proposals(clerk)
    actions.adopt(fact, "partners", by=clerk, **{**one.values("partners"), "kind": "chamber"})
    assert Partner.objects.get().name == "苏州轴承行业协会"
    tie = Pairing.objects.get()
    assert (tie.ours, tie.kind, tie.fact) == ("云泽镇", "cooperation", fact)


def test_what_a_person_rejected_is_not_taken_over(clerk: User, facts: dict[str, Fact]) -> None:
    fact = facts["visit_out"]
    people = fact.entries.get(field="people")
    decide(people, by=clerk, verdict=Decision.Verdict.REJECT)
    accept_all(fact, by=clerk)
    (one,) = proposals(clerk)
    assert one.people == ()


def test_another_towns_facts_are_not_there(
    neighbour: User, clerk: User, facts: dict[str, Fact]
) -> None:
    accept_all(facts["visit_out"], by=clerk)
    browser = browser_of(neighbour)
    assert not proposals(neighbour)
    assert browser.get(f"/outreach/proposals/{facts['visit_out'].pk}/trips").status_code == 404
