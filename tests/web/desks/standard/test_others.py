"""Standard land and what stands around it: notices, today, siting, what is never changed."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from tests.web.conftest import Hire, browser_of
from tests.web.desks.standard.grounds import check_of, commitment_of, plot_of
from yinfeng.web.desks.land import actions as land
from yinfeng.web.desks.leads import actions as leads
from yinfeng.web.desks.siting.offering import places_of
from yinfeng.web.desks.standard import actions
from yinfeng.web.desks.standard.models import (
    APPEND_ONLY,
    Commitment,
    Finding,
    IndicatorSet,
    StandardPlot,
)
from yinfeng.web.notices.models import Notice
from yinfeng.web.people.models import User
from yinfeng.web.people.roles import Role
from yinfeng.web.shell.refusals import Refused

TODAY = timezone.localdate()


@pytest.fixture
def made(head: User) -> Commitment:
    """A commitment whose land was handed over seven months ago: only its start is late."""
    day = TODAY - timedelta(days=215)
    return commitment_of(head, signed=day, handed_over=day, today=TODAY)


def test_what_is_late_is_filtered(made: Commitment, head: User) -> None:
    answer = browser_of(head).get("/standard/checks/export.csv?time=late")
    late = b"".join(answer.streaming_content).decode("utf-8-sig")  # type: ignore[attr-defined]
    assert check_of(made, "start").label in late
    assert "逾期" in late
    assert "达产复核" not in late


def test_today_shows_the_checks_that_are_late(made: Commitment, head: User) -> None:
    browser = browser_of(head)
    page = browser.get("/today/").content.decode()
    assert "标准地核查1" in page
    check = check_of(made, "start")
    assert f"/standard/checks/{check.pk}" in page
    listed = page.partition("标准地核查1")[0].rpartition('href="')[2].partition('"')[0]
    rows = browser.get(listed).content.decode()
    assert f"/standard/checks/{check.pk}" in rows
    assert f"/standard/checks/{check_of(made, 'review').pk}" not in rows


def test_who_answers_for_the_land_is_told_once_a_rung(head: User, hire: Hire) -> None:
    lander = hire("lander", head.unit, Role.LAND)
    commitment_of(head)
    assert actions.remind(today=date(2022, 6, 1)) == 0, "nothing is near"
    soon = date(2022, 10, 1)
    told = actions.remind(today=soon)
    assert told == 2, "the head and the land officer, of the one check that is near"
    assert actions.remind(today=soon) == 0
    notice = Notice.objects.get(to=lander)
    assert "标准地开工还有7天到期" in notice.says
    assert actions.remind(today=date(2022, 10, 2)) == 0, "the same rung"
    assert actions.remind(today=date(2022, 10, 9)) == 2
    assert Notice.objects.filter(to=lander, says__contains="已逾期1天").count() == 1


def test_days_are_reckoned_anew_when_the_office_knows_other_holidays(head: User) -> None:
    made = commitment_of(head)
    assert actions.reckon_all(today=TODAY) == 0
    text = "version: x\nholidays: [2028-04-10]\npublished_to: 2028"
    given = {"kind": "calendar", "text": text, "since": TODAY, "today": TODAY}
    leads.set_rules(head.unit, by=head, reason="放假通知", **given)  # type: ignore[arg-type]
    assert actions.reckon_all(today=TODAY) == 1
    assert check_of(made, "review").due == date(2028, 4, 11)


def test_what_was_found_and_decided_is_never_changed(made: Commitment, head: User) -> None:
    other = User.objects.create(username="o", name="另", unit=head.unit)
    row = Finding.objects.create(check_of=check_of(made, "start"), day=TODAY, proof="x", by=other)
    findings, sets = Finding.objects.filter(pk=row.pk), IndicatorSet.objects.all()
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        findings.update(proof="y")
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        sets.update(paper="y")
    assert {model.__name__ for model in APPEND_ONLY} == {
        "Finding", "IndicatorSet", "JoinedPlot", "PenaltyEntry", "StandardRule", "Verdict",
    }  # fmt: skip


def test_siting_asks_what_the_indicators_ask_and_names_them(head: User) -> None:
    plot_of(head)
    (place,) = places_of(head.unit, TODAY)
    assert (place.investment_a_mu, place.tax_a_mu) == (Decimal(300), Decimal(20))
    assert place.tax_basis == "标准地指标：亩均税收（云出让〔2022〕1号，第1版）"
    commitment_of(head, StandardPlot.objects.get())
    (place,) = places_of(head.unit, TODAY)
    assert place.tax_a_mu is None, "what is promised is no longer offered under them"


def test_a_parcel_that_is_standard_land_is_not_taken_away(head: User) -> None:
    parcel = plot_of(head).parcel
    with pytest.raises(Refused, match="下面还有1条标准地宗地"):
        land.remove(parcel, by=head, reason="登记错了")
