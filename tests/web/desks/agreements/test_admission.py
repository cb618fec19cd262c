"""From a sum on a project is reviewed first; from a larger one a higher office decides too."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.utils import timezone

from tests.web.conftest import Hire, browser_of
from tests.web.desks.agreements.made import ready, scored
from tests.web.desks.projects.made import a_project
from yinfeng.web.desks.agreements import actions
from yinfeng.web.desks.agreements.admission import unreviewed
from yinfeng.web.desks.agreements.models import AdmissionReview
from yinfeng.web.desks.projects import actions as projects
from yinfeng.web.desks.projects.models import Passage, Project
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.people.roles import Role
from yinfeng.web.shell.refusals import Refused

TODAY = timezone.localdate()
PAPERS = {"scan": "云泽镇投〔2026〕3号", "legal_opinion": "法审3号", "fair_competition": "公审3号"}
REVIEWED = dict.fromkeys(("minutes", "scores", "vetoes"), "云泽镇纪要〔2026〕9号")
YI = Decimal(100_000_000)


def _of(town: OrgUnit, by: User, yuan: Decimal | None) -> Project:
    return a_project(town, by, "海工法兰项目", stage="N1", yuan=yuan, money=yuan)


def _told(project: Project, by: User, gate: str, **more: Any) -> Passage:
    project.refresh_from_db()
    given: dict[str, Any] = {"day": TODAY, "evidence": PAPERS, **more}
    return projects.report_gate(
        project, by=by, gate=gate, today=TODAY, version=project.version, **given
    )


def _confirmed(passage: Passage, by: User) -> Passage:
    return projects.review_gate(passage, by=by, is_confirmed=True, today=TODAY)


def _scored(project: Project, head: User, hire: Hire, town: OrgUnit) -> AdmissionReview:
    review = actions.open_review(project, by=head, day=TODAY, today=TODAY)
    ready(review, head)
    for at in range(3):
        scored(review, hire(f"m{at}", town, Role.LEADER), head, "0.8")
    return review


def _concluded(review: AdmissionReview, by: User, **more: Any) -> AdmissionReview:
    return actions.conclude(
        review, by=by, today=TODAY, version=review.version, minutes_says="纪要〔2026〕9号", **more
    )


def test_a_large_project_passes_no_gate_without_its_review(
    town: OrgUnit, clerk: User, head: User, hire: Hire
) -> None:
    project = _of(town, clerk, YI / 2)
    admitted = _told(project, clerk, "N2", evidence=REVIEWED)
    signed = _told(project, clerk, "A2")
    for passage in (admitted, signed):
        with pytest.raises(Refused, match="总投资达到5000万元，须先通过准入评审") as told:
            _confirmed(passage, head)
        assert "《项目准入评审办法》2026.1" in str(told.value)
    page = browser_of(head).get(f"/projects/{project.pk}").content.decode()
    assert "须先通过准入评审" in page
    _concluded(_scored(project, head, hire, town), head)
    _confirmed(signed, head)
    assert Project.objects.get(pk=project.pk).proved == "A2"
    page = browser_of(head).get(f"/projects/{project.pk}").content.decode()
    assert "须先通过准入评审" not in page


@pytest.mark.parametrize("yuan", [YI / 2 - 1, None])
def test_a_smaller_project_and_one_of_unknown_sum_go_on_by_their_papers(
    yuan: Decimal | None, town: OrgUnit, clerk: User, head: User
) -> None:
    passage = _told(_of(town, clerk, yuan), clerk, "A2")
    _confirmed(passage, head)
    assert "系统内没有协议和公平竞争审查记录" in passage.reviews.get().why


def test_what_was_passed_before_the_project_came_in_rests_on_its_papers(
    town: OrgUnit, clerk: User, head: User
) -> None:
    project = _of(town, clerk, YI)
    before = _told(project, clerk, "N2", evidence=REVIEWED, day=TODAY - timedelta(days=30))
    with pytest.raises(Refused, match="须先通过准入评审"):
        _confirmed(_told(project, clerk, "A2"), head)
    _confirmed(before, head)
    signed = project.passages.get(gate="A2")
    _confirmed(signed, head)
    assert Project.objects.get(pk=project.pk).proved == "A2"


def test_a_project_that_was_signed_before_it_came_in_goes_on_without_a_review(
    town: OrgUnit, clerk: User, head: User
) -> None:
    project = _of(town, clerk, YI)
    _confirmed(_told(project, clerk, "A2", day=TODAY - timedelta(days=30)), head)
    begun = _told(project, clerk, "R1", evidence={"licence": "执照9号", "filing": "备案9号"})
    page = browser_of(head).get(f"/projects/{project.pk}").content.decode()
    assert "须先通过准入评审" not in page
    assert not unreviewed(project, begun.gate, TODAY)


def test_an_office_lays_its_own_sum_down(town: OrgUnit, clerk: User, head: User) -> None:
    text = "version: 云泽2026\nscope: {compulsory_from: 200000000, basis: 镇办文}"
    actions.set_rules(
        town, by=head, kind="review", text=text, since=TODAY, reason="镇办文", today=TODAY
    )
    _confirmed(_told(_of(town, clerk, YI), clerk, "A2"), head)
    rules = browser_of(head).get("/agreements/rules").content.decode()
    assert "总投资2亿元以上的项目必须评审" in rules
    assert "10亿元以上的报上级评审" in rules


def test_a_project_that_belongs_higher_up_passes_only_with_the_number_of_that_decision(
    town: OrgUnit, clerk: User, head: User, hire: Hire
) -> None:
    project = _of(town, clerk, 10 * YI)
    browser = browser_of(head)
    assert "要报上级评审" in browser.get(f"/agreements/of/{project.pk}/review").content.decode()
    review = _scored(project, head, hire, town)
    page = browser.get(f"/agreements/reviews/{review.pk}").content.decode()
    assert "总投资达到10亿元，要报上级评审" in page
    assert "上级评审决定文号" in page
    with pytest.raises(Refused, match="上级评审决定的文号"):
        _concluded(review, head)
    given = {"version": review.version, "minutes_says": "纪要9号", "higher": "清政评〔2026〕4号"}
    at = f"/agreements/reviews/{review.pk}/conclude"
    told = browser.post(at, given, follow=True)
    assert "要报上级评审" in told.content.decode()
    assert "清政评〔2026〕4号" in told.content.decode()
    assert AdmissionReview.objects.get().higher == "清政评〔2026〕4号"


def test_a_smaller_review_does_not_ask_for_a_higher_decision(
    town: OrgUnit, clerk: User, head: User, hire: Hire
) -> None:
    review = _scored(_of(town, clerk, YI), head, hire, town)
    page = browser_of(head).get(f"/agreements/reviews/{review.pk}").content.decode()
    assert "上级评审决定文号" not in page
    assert _concluded(review, head).conclusion == "pass"
