"""Duties are read from the draft, taken by a person, dated by events, and set beside the gates."""

from datetime import date, datetime, timedelta

import pytest
from django.test import Client

from tests.web.conftest import Hire, browser_of
from tests.web.desks.agreements.made import (
    TODAY,
    a_talk,
    an_agreement,
    reviewed,
    screened,
    signed,
)
from yinfeng.web.desks.agreements import actions
from yinfeng.web.desks.agreements.models import Agreement, Promise
from yinfeng.web.desks.agreements.proposals import proposals_of
from yinfeng.web.desks.agreements.standing import duties_of
from yinfeng.web.desks.projects import actions as projects
from yinfeng.web.desks.projects.models import Passage, Review
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.people.roles import Role
from yinfeng.web.shell.refusals import Refused

SAYS = """第一条 乙方应在签约后30日内完成项目公司注册。
第二条 乙方应在项目公司注册后3个月内开工，开工后18个月内竣工。
第三条 甲方应于2027年3月31日前完成场地平整，费用800万元由甲方承担。
第四条 乙方逾期6个月未开工的，甲方有权解除协议。"""


@pytest.fixture
def agreement(town: OrgUnit, clerk: User) -> Agreement:
    made = an_agreement(a_talk(town, clerk), clerk)
    screened(made, clerk, SAYS)
    return made


def _ticked(agreement: Agreement, *left: int) -> dict[str, str]:
    """The form as it is first shown, without those that are left."""
    draft, found = proposals_of(agreement)
    assert draft is not None
    form = {"draft": str(draft.pk)}
    for one in found:
        form |= {f"d{one.at}-side": one.duty.side, f"d{one.at}-says": one.duty.says}
        form[f"d{one.at}-due"] = one.due.isoformat() if one.due else ""
        if one.at not in left:
            form[f"d{one.at}-take"] = "on"
    return form


def _take_all(agreement: Agreement, by: User) -> None:
    _, found = proposals_of(agreement)
    chosen = [
        (one, {"side": one.duty.side, "says": one.duty.says, "due": one.due}) for one in found
    ]
    actions.take_promises(agreement, by=by, chosen=chosen)


def test_the_page_offers_each_duty_with_its_quote_and_term(
    agreement: Agreement, as_clerk: Client
) -> None:
    says = as_clerk.get(f"/agreements/{agreement.pk}/proposed").content.decode()
    assert "签约后30日内" in says
    assert "开工后18个月内" in says
    assert "2027-03-31" in says
    assert "800万元" in says
    assert "有权解除" not in says


def test_what_is_ticked_is_put_down_with_quote_and_clause(
    agreement: Agreement, as_clerk: Client
) -> None:
    answer = as_clerk.post(f"/agreements/{agreement.pk}/proposed", _ticked(agreement, 2))
    assert answer.status_code == 302
    rows = list(agreement.promises.order_by("pk"))
    assert [(one.term, one.goal, one.due) for one in rows] == [
        ("A2+30d", "R1", None),
        ("R1+3m", "C1", None),
        ("", "", date(2027, 3, 31)),
    ]
    assert rows[2].side == "ours"
    assert rows[2].amount == "800万元"
    assert rows[0].clause == "第一条"
    assert "30日内完成项目公司注册" in rows[0].quote
    says = as_clerk.get(f"/agreements/{agreement.pk}/proposed").content.decode()
    assert says.count(">已登记<") == 3


def test_a_new_draft_stops_a_form_of_the_old_one(
    agreement: Agreement, clerk: User, as_clerk: Client
) -> None:
    form = _ticked(agreement)
    screened(agreement, clerk, "第一条 乙方应在签约后60日内完成公司注册。")
    answer = as_clerk.post(f"/agreements/{agreement.pk}/proposed", form)
    assert answer.status_code == 422
    assert "草案已经更换" in answer.content.decode()
    assert not agreement.promises.exists()


def test_nothing_ticked_is_refused(agreement: Agreement, as_clerk: Client) -> None:
    form = _ticked(agreement, *range(9))
    answer = as_clerk.post(f"/agreements/{agreement.pk}/proposed", form)
    assert "请勾选" in answer.content.decode()


def test_a_term_becomes_a_day_when_its_event_has_happened(
    agreement: Agreement, clerk: User, head: User
) -> None:
    _take_all(agreement, clerk)
    reviewed(agreement, clerk)
    done = signed(agreement, head)
    first = Promise.objects.order_by("pk")[0]
    assert first.due == date(2026, 12, 20)
    assert actions.settle_terms(TODAY) == 0
    duty = duties_of([done], date(2026, 12, 21))[0]
    assert duty.finding == "overdue"
    assert duty.seen == "没有已确认的注册节点"
    assert duty.suggested == "broken"


def test_a_duty_is_set_beside_the_gate_that_shows_it(
    agreement: Agreement, clerk: User, head: User
) -> None:
    _take_all(agreement, clerk)
    reviewed(agreement, clerk)
    done = signed(agreement, head)
    project = done.project
    project.refresh_from_db()
    proof = {"licence": "存档", "filing": "存档"}
    passage = projects.report_gate(
        project, by=clerk, gate="R1", day=TODAY, today=TODAY, version=project.version,
        evidence=proof,
    )  # fmt: skip
    projects.review_gate(passage, by=head, is_confirmed=True, today=TODAY)
    assert actions.settle_terms(TODAY) == 1
    duties = {one.promise.goal: one for one in duties_of([done], TODAY)}
    assert duties["R1"].seen == f"{TODAY}已确认注册，在期限内"
    assert duties["R1"].suggested == "kept"
    assert duties["C1"].due == date(2027, 2, 20)
    says = browser_of(clerk).get(f"/agreements/{done.pk}").content.decode()
    assert "已确认注册，在期限内" in says


def _registered(agreement: Agreement, by: User, judge: User, day: date) -> Passage:
    """The registration of its project, confirmed."""
    project = agreement.project
    project.refresh_from_db()
    passage = projects.report_gate(
        project, by=by, gate="R1", day=day, today=TODAY, version=project.version,
        evidence={"licence": "存档", "filing": "存档"},
    )  # fmt: skip
    return projects.review_gate(passage, by=judge, is_confirmed=True, today=TODAY)


def _due(agreement: Agreement, moment: datetime | None = None) -> date | None:
    return {one.promise.goal: one.due for one in duties_of([agreement], TODAY, moment)}["C1"]


def test_a_term_follows_its_event_when_that_is_corrected(
    agreement: Agreement, clerk: User, head: User, town: OrgUnit, hire: Hire
) -> None:
    _take_all(agreement, clerk)
    reviewed(agreement, clerk)
    done = signed(agreement, head)
    passage = _registered(done, clerk, head, TODAY)
    assert actions.settle_terms(TODAY) == 1
    held = Promise.objects.get(goal="C1")
    assert held.due == date(2027, 2, 20)
    earlier = projects.correct_gate(
        passage, by=head, reason="笔误", today=TODAY, day=date(2026, 11, 10)
    )
    assert earlier is not None
    projects.review_gate(
        earlier, by=hire("second", town, Role.HEAD), is_confirmed=True, today=TODAY
    )
    assert _due(done) == date(2027, 2, 10)
    assert actions.settle_terms(TODAY) == 1
    held.refresh_from_db()
    assert held.due == date(2027, 2, 10)
    assert actions.settle_terms(TODAY) == 0


def test_a_past_day_knows_only_what_was_confirmed_by_then(
    agreement: Agreement, clerk: User, head: User
) -> None:
    _take_all(agreement, clerk)
    reviewed(agreement, clerk)
    done = signed(agreement, head)
    passage = _registered(done, clerk, head, TODAY)
    confirmed = passage.reviews.get().at
    actions.settle_terms(TODAY)
    assert _due(done, confirmed) is None, "reported, and not confirmed yet"
    after = confirmed + timedelta(microseconds=1)
    projects.correct_gate(passage, by=head, reason="没有注册", today=TODAY)
    assert _due(done, after) == date(2027, 2, 20), "it was taken back later"
    assert _due(done) is None


def test_no_term_runs_from_the_day_of_a_paper(
    agreement: Agreement, clerk: User, head: User
) -> None:
    _take_all(agreement, clerk)
    reviewed(agreement, clerk)
    done = signed(agreement, head)
    passage = Passage.objects.create(
        project=done.project, gate="R1", day=TODAY, precision=Passage.Precision.PAPER, by=clerk
    )
    Review.objects.create(passage=passage, by=head, is_confirmed=True)
    assert _due(done) is None


def test_a_form_sent_twice_puts_each_duty_down_once(agreement: Agreement, clerk: User) -> None:
    _, found = proposals_of(agreement)
    told = {"side": "ours", "says": "完成场地平整", "due": None}
    actions.take_promises(agreement, by=clerk, chosen=[(found[0], told)])
    with pytest.raises(Refused, match="已经登记过"):
        actions.take_promises(agreement, by=clerk, chosen=[(found[0], told)])
    assert agreement.promises.count() == 1


def test_an_ended_agreement_takes_no_duties(agreement: Agreement, clerk: User, head: User) -> None:
    _, found = proposals_of(agreement)
    reviewed(agreement, clerk)
    done = signed(agreement, head)
    actions.end(done, by=head, version=done.version, day=TODAY, reason="双方同意")
    told = {"side": "ours", "says": "试", "due": None}
    with pytest.raises(Refused, match="已经终止"):
        actions.take_promises(done, by=clerk, chosen=[(found[0], told)])


def test_who_may_not_put_duties_down_sees_no_proposals(
    agreement: Agreement, hire: Hire, town: OrgUnit, other_town: OrgUnit
) -> None:
    viewer, other = hire("viewer", town, Role.GRID), hire("other", other_town, Role.HEAD)
    address = f"/agreements/{agreement.pk}/proposed"
    assert browser_of(viewer).get(address).status_code == 403
    assert browser_of(other).get(address).status_code == 404
