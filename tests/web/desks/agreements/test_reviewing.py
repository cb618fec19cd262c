"""Reviews: papers, declarations, sheets that nobody sees too early, vetoes, the conclusion."""

import pytest
from django.test import Client

from tests.web.conftest import Hire, browser_of
from tests.web.desks.agreements.made import TODAY, a_talk, ready, scored
from yinfeng.web.desks.agreements import actions
from yinfeng.web.desks.agreements.models import AdmissionReview, ScoreSheet
from yinfeng.web.desks.projects import actions as projects
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.people.roles import Role
from yinfeng.web.shell.models import Event
from yinfeng.web.shell.refusals import Refused


@pytest.fixture
def review(town: OrgUnit, clerk: User, head: User) -> AdmissionReview:
    return actions.open_review(a_talk(town, clerk), by=head, day=TODAY, today=TODAY)


@pytest.fixture
def members(hire: Hire, town: OrgUnit) -> list[User]:
    return [hire(f"m{at}", town, Role.LEADER) for at in range(3)]


def test_a_project_that_passes_has_its_gate_reported(
    review: AdmissionReview, head: User, members: list[User]
) -> None:
    ready(review, head)
    for member in members:
        scored(review, member, head, "0.8")
    done = actions.conclude(
        review, by=head, today=TODAY, version=review.version, minutes_says="纪要〔2026〕9号"
    )
    assert (done.conclusion, str(done.score)) == ("pass", "80.00")
    passage = done.project.passages.get(gate="N2")
    assert {proof.wanted for proof in passage.proofs.all()} == {"scores", "vetoes", "minutes"}


def test_nobody_sees_a_sheet_before_all_are_in(
    review: AdmissionReview, head: User, members: list[User]
) -> None:
    ready(review, head)
    for member in members:
        actions.call_member(review, by=head, user=member)
    scored(review, members[0], head, "0.9")
    page = f"/agreements/reviews/{review.pk}"
    own = browser_of(members[0]).get(page).content.decode()
    other = browser_of(head).get(page).content.decode()
    assert 'id="scores"' in own
    assert 'id="scores"' not in other
    assert "15.3" not in other
    scored(review, members[1], head, "0.8")
    scored(review, members[2], head, "0.8")
    assert "15.3" in browser_of(head).get(page).content.decode()


def test_the_trail_does_not_tell_what_was_scored(
    review: AdmissionReview, head: User, members: list[User]
) -> None:
    scored(review, members[0], head, "0.9")
    event = Event.objects.get(action="agreements.score")
    assert "15.3" not in str(event.after)


def test_who_has_an_interest_is_excluded(
    review: AdmissionReview, head: User, members: list[User]
) -> None:
    ready(review, head)
    actions.call_member(review, by=head, user=members[0])
    actions.declare(review, by=members[0], declares="interest", interest="持有该公司股份")
    with pytest.raises(Refused, match="利益关系"):
        actions.score(review, by=members[0], scores={})
    scored(review, members[1], head, "0.8")
    scored(review, members[2], head, "0.8")
    with pytest.raises(Refused, match="至少要3份"):
        actions.conclude(review, by=head, today=TODAY, version=review.version)


def test_one_veto_refuses_and_no_gate_is_passed(
    review: AdmissionReview, head: User, members: list[User]
) -> None:
    ready(review, head)
    for member in members:
        scored(review, member, head, "1")
    actions.check_veto(review, by=head, veto="redline", hits=True, says="县自然资源局查询单")
    done = actions.conclude(review, by=head, today=TODAY, version=review.version)
    assert done.conclusion == "refuse"
    assert "生态保护红线" in done.reasons[0]
    assert not done.project.passages.exists()


def test_a_conclusion_with_conditions_names_them(
    review: AdmissionReview, head: User, members: list[User]
) -> None:
    ready(review, head)
    for member in members:
        scored(review, member, head, "0.65")
    with pytest.raises(Refused, match="附加的条件"):
        actions.conclude(review, by=head, today=TODAY, version=review.version)
    done = actions.conclude(
        review, by=head, today=TODAY, version=review.version, conditions="先落实能耗指标"
    )
    assert done.conclusion == "conditional"


def test_what_is_missing_is_named_and_nothing_concluded(
    review: AdmissionReview, head: User
) -> None:
    with pytest.raises(Refused, match="材料还缺"):
        actions.conclude(review, by=head, today=TODAY, version=review.version)


def test_a_sheet_is_given_once_and_never_changed(
    review: AdmissionReview, head: User, members: list[User]
) -> None:
    scored(review, members[0], head, "0.8")
    with pytest.raises(Refused, match="不能改"):
        actions.score(review, by=members[0], scores={})
    assert ScoreSheet.objects.count() == 1


def test_the_one_who_registered_the_project_does_not_judge_it(
    review: AdmissionReview, head: User, clerk: User
) -> None:
    with pytest.raises(Refused, match="登记人"):
        actions.call_member(review, by=head, user=clerk)


def test_who_answers_for_the_project_does_not_judge_it(
    review: AdmissionReview, head: User, clerk: User, members: list[User]
) -> None:
    project = review.project
    projects.seat(project, by=head, post="leader", since=TODAY, person=members[0])
    projects.seat(project, by=head, post="officer", since=TODAY, name=members[1].name)
    with pytest.raises(Refused, match="挂钩领导"):
        actions.call_member(review, by=head, user=members[0])
    with pytest.raises(Refused, match="责任人"):
        actions.call_member(review, by=head, user=members[1])
    with pytest.raises(Refused, match="请自己作评委"):
        actions.call_member(review, by=head, user=head)


def test_who_handles_the_project_or_opened_the_review_does_not_judge_it(
    review: AdmissionReview, head: User, hire: Hire, town: OrgUnit
) -> None:
    other = hire("second", town, Role.HEAD)
    with pytest.raises(Refused, match="召集了"):
        actions.call_member(review, by=other, user=head)
    project = review.project
    project.refresh_from_db()
    projects.report_gate(
        project, by=other, gate="L1", day=TODAY, today=TODAY, version=project.version
    )
    with pytest.raises(Refused, match="经办人"):
        actions.call_member(review, by=head, user=other)


def test_a_member_who_comes_to_answer_for_the_project_scores_no_more(
    review: AdmissionReview, head: User, clerk: User, members: list[User]
) -> None:
    ready(review, head)
    for member in members:
        scored(review, member, head, "0.8")
    projects.seat(review.project, by=head, post="leader", since=TODAY, person=members[0])
    with pytest.raises(Refused, match="不能计入"):
        actions.conclude(
            review, by=head, today=TODAY, version=review.version, minutes_says="纪要〔2026〕9号"
        )


def test_a_member_does_not_conclude(
    review: AdmissionReview, head: User, members: list[User], hire: Hire, town: OrgUnit
) -> None:
    judge = hire("second", town, Role.HEAD)
    ready(review, head)
    for user in (*members, judge):
        scored(review, user, head, "0.8")
    with pytest.raises(Refused, match="另一人作出结论"):
        actions.conclude(review, by=judge, today=TODAY, version=review.version)


def test_a_veto_that_hit_is_taken_back_by_a_second_person_only(
    review: AdmissionReview, head: User, clerk: User
) -> None:
    def check(by: User, *, hits: bool, says: str = "县局查询单") -> None:
        actions.check_veto(review, by=by, veto="redline", hits=hits, says=says)

    check(head, hits=True)
    with pytest.raises(Refused, match="另一人重新核对"):
        check(head, hits=False, says="没事")
    check(clerk, hits=False, says="县局〔2026〕5号复函：不在红线内")
    page = browser_of(head).get(f"/agreements/reviews/{review.pk}").content.decode()
    assert "曾记触及：县局查询单" in page
    check(head, hits=True)


def test_rules_of_later_change_no_open_review(
    review: AdmissionReview, head: User, members: list[User], town: OrgUnit
) -> None:
    ready(review, head)
    for member in members:
        scored(review, member, head, "0.7")
    actions.set_rules(
        town, by=head, kind="review", text="version: 云泽\npass_from: 90", since=TODAY,
        reason="从严", today=TODAY,
    )  # fmt: skip
    done = actions.conclude(review, by=head, today=TODAY, version=review.version)
    assert done.conclusion == "pass"
    with pytest.raises(Refused, match="pass_from"):
        actions.set_rules(
            town, by=head, kind="review", text="version: 云泽\npass_from: 190", since=TODAY,
            reason="误", today=TODAY,
        )  # fmt: skip


def test_the_forms_lead_through_a_review(
    town: OrgUnit, head: User, clerk: User, members: list[User]
) -> None:
    project = a_talk(town, clerk)
    browser = browser_of(head)
    answer = browser.post(f"/agreements/of/{project.pk}/review", {"day": TODAY.isoformat()})
    review = AdmissionReview.objects.get()
    page = f"/agreements/reviews/{review.pk}"
    assert answer["Location"] == page
    assert browser.post(f"{page}/call", {"user": members[0].pk}).status_code == 302
    member = browser_of(members[0])
    assert "申报利益关系" in member.get(page).content.decode()
    assert member.post(f"{page}/declare", {"declares": "none"}).status_code == 302
    form = {f"item_{key}": "1" for key in ("industry", "jobs")}
    assert member.post(f"{page}/score", form).status_code == 422
    assert "评审材料" in browser.get(page).content.decode()


def test_another_office_finds_no_review(review: AdmissionReview, neighbour: User) -> None:
    browser: Client = browser_of(neighbour)
    assert browser.get(f"/agreements/reviews/{review.pk}").status_code == 404
    assert "海工" not in browser.get("/agreements/reviews/").content.decode()
