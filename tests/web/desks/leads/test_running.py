"""Clocks on working days, dispatches to leaders, and what is overdue."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.web.conftest import Hire
from tests.web.desks.leads.office import FORM, MET, MONDAY, registered, told
from yinfeng.judgement.clocks import colour_days, colour_of
from yinfeng.lexicon.policies import maturity
from yinfeng.web.desks.leads import actions
from yinfeng.web.desks.leads.colours import Palette
from yinfeng.web.desks.leads.models import Clock, Dispatch, Lead
from yinfeng.web.desks.leads.rules import rules_of
from yinfeng.web.desks.leads.stories import story_of
from yinfeng.web.desks.outreach.actions import keep
from yinfeng.web.desks.outreach.models import Talk
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.people.roles import Role
from yinfeng.web.shell.refusals import Refused

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def _ends(lead: Lead) -> dict[str, date]:
    return dict(lead.clocks.running().values_list("key", "ends"))


def _clock(lead: Lead, key: str) -> Clock:
    return lead.clocks.running().get(key=key)


def test_a_new_lead_starts_its_clocks_on_working_days(clerk: User, town: OrgUnit) -> None:
    thursday = date(2026, 2, 12)
    lead = registered(clerk, town, FORM, today=thursday)
    # The Spring Festival of 2026: off from 15 to 23 February, the 14th and the 28th made up.
    assert _ends(lead) == {
        "first_contact": date(2026, 2, 13),
        "screening": date(2026, 2, 24),
        "answer": date(2026, 2, 26),
        "dispatch": date(2026, 2, 25),
        # A fortnight later is a Saturday.
        "follow_up": date(2026, 3, 16),
    }


def test_a_large_lead_is_contacted_the_same_day(clerk: User, town: OrgUnit) -> None:
    lead = registered(clerk, town, replace(FORM, amount="6亿元"))
    assert _ends(lead)["first_contact"] == MONDAY


def test_an_office_takes_the_clocks_of_another_rule(clerk: User, head: User, town: OrgUnit) -> None:
    actions.set_rules(
        town, by=head, kind="maturity", text="version: 云泽1\nclocks: jiangmen\n",
        since=MONDAY, reason="参照江门做法", today=MONDAY,
    )  # fmt: skip
    ends = _ends(registered(clerk, town, FORM))
    assert ends["answer"] == MONDAY + 7 * DAY
    assert ends["follow_up"] == MONDAY + 14 * DAY
    assert "dispatch" not in ends
    with pytest.raises(Refused, match="不认识的项目：clock"):
        actions.set_rules(
            town, by=head, kind="maturity", text="version: 1\nclock: jiangmen",
            since=MONDAY, reason="试", today=MONDAY,
        )  # fmt: skip


def test_what_happens_stops_the_step_that_it_does(clerk: User, town: OrgUnit) -> None:
    lead = registered(clerk, town, FORM)
    lead = told(lead, clerk, "contact", MONDAY + DAY)
    contact = lead.clocks.get(key="first_contact")
    assert (contact.outcome, contact.proof) == ("done", "专人对接（2026-03-03）")
    told(lead, clerk, "screening", MONDAY + 7 * DAY)
    assert lead.clocks.get(key="screening").outcome == "late"


def test_following_up_runs_from_the_last_event_by_the_grade_of_now(
    clerk: User, town: OrgUnit
) -> None:
    lead = registered(clerk, town)
    assert _ends(lead)["follow_up"] == MONDAY + 30 * DAY
    lead = told(lead, clerk, "terms", MONDAY + 2 * DAY)
    assert lead.grade == "A"
    assert _ends(lead)["follow_up"] == MONDAY + 9 * DAY
    told(lead, clerk, "talk", MONDAY + 15 * DAY)
    assert [c.outcome for c in lead.clocks.filter(key="follow_up").order_by("pk")] == [
        "done",
        "late",
        "",
    ]


def test_a_clock_is_extended_once_before_it_has_run_out(
    clerk: User, head: User, town: OrgUnit
) -> None:
    clock = _clock(registered(clerk, town, FORM), "screening")
    until = clock.ends + DAY
    with pytest.raises(Refused, match="请写明理由"):
        actions.extend_clock(clock, by=head, until=until, reason="", today=MONDAY)
    with pytest.raises(Refused, match="到期，不能再申请延期"):
        actions.extend_clock(
            clock, by=head, until=until, reason="等环评意见", today=clock.ends + DAY
        )
    with pytest.raises(Refused, match="不超过原时限一倍"):
        actions.extend_clock(
            clock, by=head, until=clock.ends + 30 * DAY, reason="等环评意见", today=MONDAY
        )
    clock = actions.extend_clock(clock, by=head, until=until, reason="等环评意见", today=MONDAY)
    assert (clock.first_ends, clock.ends) == (until - DAY, until)
    with pytest.raises(Refused, match="延期过一次"):
        actions.extend_clock(clock, by=head, until=until + DAY, reason="再等", today=MONDAY)


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25, deadline=None
)
@given(st.lists(st.integers(0, 20), max_size=6), st.integers(0, 40))
def test_an_overdue_clock_is_never_lost(
    clerk: User, town: OrgUnit, steps: list[int], after: int
) -> None:
    lead = registered(clerk, town, FORM)
    day = MONDAY
    for step in steps:
        day += step * DAY
        lead = told(lead, clerk, "contact", day)
    today = day + after * DAY
    overdue = {c.key for c in lead.clocks.overdue(today)}
    for key, ends in _ends(lead).items():
        assert (key in overdue) == (ends < today)
    for clock in lead.clocks.exclude(ended=None).exclude(key="follow_up"):
        assert clock.ended is not None
        assert clock.outcome == ("done" if clock.ended <= clock.ends else "late")
    assert lead.clocks.running().filter(key="follow_up").count() == 1


def test_a_day_beyond_the_notice_is_reckoned_again_when_the_notice_is_loaded(
    clerk: User, head: User, town: OrgUnit
) -> None:
    lead = registered(clerk, town, FORM, today=date(2026, 12, 31))
    clock = _clock(lead, "screening")
    assert (clock.ends, clock.is_provisional) == (date(2027, 1, 6), True)
    actions.set_rules(
        town,
        by=head,
        kind="calendar",
        text="version: 1\npublished_to: 2027\nholidays: [2027-01-01]\nworkdays: [2027-01-02]\n",
        since=date(2026, 12, 31),
        reason="国务院办公厅通知已发",
        today=date(2026, 12, 31),
    )
    clock.refresh_from_db()
    assert (clock.ends, clock.is_provisional) == (date(2027, 1, 5), False)


@pytest.fixture
def mayor(hire: Hire, town: OrgUnit) -> User:
    """A leader of the town."""
    return hire("mayor", town, Role.LEADER)


def test_a_leader_is_asked_answers_and_something_comes_of_it(
    clerk: User, head: User, mayor: User, viewer: User, town: OrgUnit
) -> None:
    lead = registered(clerk, town)
    sent = actions.dispatch(
        lead, by=head, leader=mayor, instruction="请出面约见对方董事长", today=MONDAY
    )
    assert (sent.answer_due, sent.result_due) == (MONDAY + 2 * DAY, MONDAY + 7 * DAY)
    assert lead.clocks.get(key="dispatch").outcome == "done"
    with pytest.raises(Refused, match="手上已有"):
        actions.dispatch(lead, by=head, leader=mayor, instruction="再请", today=MONDAY)
    with pytest.raises(Refused, match="不是本单位的领导岗位"):
        actions.dispatch(lead, by=head, leader=viewer, instruction="请", today=MONDAY)
    with pytest.raises(Refused, match="还没有答复"):
        actions.report_result(sent, by=clerk, says="已见", today=MONDAY)
    with pytest.raises(Refused, match="由其本人答复"):
        actions.answer(sent, by=head, says="同意", today=MONDAY)
    with pytest.raises(PermissionDenied):
        actions.answer(sent, by=clerk, says="同意", today=MONDAY)
    overdue = Dispatch.objects.overdue(MONDAY + 3 * DAY)
    assert list(overdue) == [sent]
    actions.answer(sent, by=mayor, says="周四会见", today=MONDAY + 3 * DAY)
    assert not overdue.all().exists()
    assert list(Dispatch.objects.overdue(MONDAY + 8 * DAY)) == [sent]
    actions.report_result(sent, by=clerk, says="已会见，对方同意来访", today=MONDAY + 8 * DAY)
    assert not Dispatch.objects.open().exists()
    with pytest.raises(Refused, match="已于2026-03-10办结"):
        actions.withdraw(sent, by=head, reason="不用了", today=MONDAY + 8 * DAY)


def test_the_colours_of_a_list_are_those_of_the_engine(clerk: User, town: OrgUnit) -> None:
    lead = registered(clerk, town, MET)
    policy = rules_of(town, MONDAY).policy
    days = colour_days(policy)
    assert days == {"yellow": 61, "red": 92, "removed": 183}
    for after in range(0, 200):
        today = MONDAY + after * DAY
        (colour,) = (
            key
            for key in ("green", "yellow", "red", "removed")
            if Lead.objects.filter(Palette(today).condition(key)).exists()
        )
        assert Palette(today).of(lead.last_event, town.path) == colour
        if after % 20 == 1 or after in (60, 61, 91, 92, 182, 183):
            assert colour == colour_of(story_of(lead, policy.leaders, today), policy, today).key
    assert maturity().colours["removed"] == 6


def test_an_office_that_is_stricter_sees_its_own_leads_red_earlier(
    clerk: User, head: User, neighbour: User, town: OrgUnit, other_town: OrgUnit
) -> None:
    ours, theirs = registered(clerk, town), registered(neighbour, other_town)
    actions.set_rules(
        town,
        by=head,
        kind="maturity",
        text="version: 云泽1\ncolours: {yellow: 1, red: 2}\n",
        since=MONDAY,
        reason="从严",
        today=MONDAY,
    )
    palette = Palette(MONDAY + 62 * DAY)
    assert list(Lead.objects.filter(palette.condition("red"))) == [ours]
    assert list(Lead.objects.filter(palette.condition("yellow"))) == [theirs]
    assert palette.of(ours.last_event, town.path) == "red"


def test_what_outreach_tells_under_the_number_stands_on_the_page(
    as_clerk: Client, clerk: User, town: OrgUnit
) -> None:
    lead = registered(clerk, town)
    keep(
        Talk,
        by=clerk,
        unit=town,
        on=date(2026, 3, 12),
        project="高精度轴承项目",
        topic="谈供地方案",
        lead=lead.number,
    )
    keep(Talk, by=clerk, unit=town, on=date(2026, 3, 13), project="别的项目", topic="谈别的事")
    page = as_clerk.get(f"/leads/{lead.pk}").content.decode()
    assert "洽谈2026-001" in page
    assert "谈供地方案" in page
    assert "谈别的事" not in page
