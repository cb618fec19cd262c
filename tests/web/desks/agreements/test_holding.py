"""Gates of a project ask its agreements and reviews before they are reported or confirmed."""

from typing import Any

import pytest

from tests.web.conftest import Hire, browser_of
from tests.web.desks.agreements.made import (
    RED,
    TODAY,
    a_talk,
    an_agreement,
    ready,
    reviewed,
    scored,
    screened,
    signed,
)
from yinfeng.web.desks.agreements import actions
from yinfeng.web.desks.agreements.models import AdmissionReview
from yinfeng.web.desks.projects import actions as projects
from yinfeng.web.desks.projects.models import Passage, Project
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.people.roles import Role
from yinfeng.web.shell.refusals import Refused

PAPERS = {"scan": "云泽镇投〔2026〕3号", "legal_opinion": "法审3号", "fair_competition": "公审3号"}
LETTERS = dict.fromkeys(PAPERS, "x")


@pytest.fixture
def project(town: OrgUnit, clerk: User) -> Project:
    return a_talk(town, clerk)


def _told(project: Project, by: User, gate: str = "A2", **more: Any) -> Passage:
    project.refresh_from_db()
    return projects.report_gate(
        project, by=by, gate=gate, day=TODAY, today=TODAY, version=project.version, **more
    )


def _confirmed(passage: Passage, by: User) -> Passage:
    return projects.review_gate(passage, by=by, is_confirmed=True, today=TODAY)


def _refused(project: Project, head: User, hire: Hire, town: OrgUnit) -> AdmissionReview:
    review = actions.open_review(project, by=head, day=TODAY, today=TODAY)
    ready(review, head)
    for at in range(3):
        scored(review, hire(f"m{at}", town, Role.LEADER), head, "0.2")
    done = actions.conclude(review, by=head, today=TODAY, version=review.version)
    assert done.conclusion == "refuse"
    return done


def test_a_project_is_not_signed_while_its_agreement_may_not_be(
    project: Project, clerk: User, head: User
) -> None:
    agreement = an_agreement(project, clerk)
    screened(agreement, clerk, RED)
    passage = _told(project, clerk, evidence=PAPERS)
    with pytest.raises(Refused, match="没有公平竞争审查记录"):
        _confirmed(passage, head)
    reviewed(agreement, clerk)
    with pytest.raises(Refused, match="红色条款"):
        _confirmed(passage, head)
    screened(agreement, clerk)
    reviewed(agreement, clerk)
    _confirmed(passage, head)
    assert Project.objects.get(pk=project.pk).proved == "A2"


def test_a_signed_agreement_carries_its_project(
    project: Project, clerk: User, head: User, hire: Hire, town: OrgUnit
) -> None:
    agreement = an_agreement(project, clerk)
    screened(agreement, clerk)
    reviewed(agreement, clerk)
    passage = signed(agreement, head).passage
    assert passage is not None
    projects.add_evidence(passage, by=clerk, wanted="legal_opinion", says="存档")
    _confirmed(passage, hire("second", town, Role.HEAD))
    assert Project.objects.get(pk=project.pk).proved == "A2"


def test_without_an_agreement_a_letter_proves_nothing(
    project: Project, clerk: User, head: User
) -> None:
    passage = _told(project, clerk, evidence=LETTERS)
    with pytest.raises(Refused, match="看不出是哪份材料"):
        _confirmed(passage, head)
    with pytest.raises(Refused, match="写明原件的文号"):
        projects.add_evidence(passage, by=clerk, wanted="scan", says="已有")
    page = browser_of(head).get(f"/projects/{project.pk}").content.decode()
    assert "还缺证据：协议扫描件" in page
    assert "也没有公平竞争审查记录" in page
    for wanted, says in PAPERS.items():
        projects.add_evidence(passage, by=clerk, wanted=wanted, says=says)
    _confirmed(passage, head)
    assert "系统内没有协议和公平竞争审查记录" in passage.reviews.get().why


def test_a_project_that_was_refused_goes_no_further_until_a_new_review(
    project: Project, clerk: User, head: User, hire: Hire, town: OrgUnit
) -> None:
    before = _told(project, clerk, evidence=PAPERS)
    _refused(project, head, hire, town)
    papers = dict.fromkeys(("minutes", "scores", "vetoes"), "云泽镇纪要〔2026〕9号")
    admitted = _told(project, clerk, "N2", evidence=papers)
    with pytest.raises(Refused, match="不予通过"):
        _confirmed(admitted, head)
    with pytest.raises(Refused, match="不予通过"):
        _told(project, clerk, "A1")
    with pytest.raises(Refused, match="不予通过"):
        _confirmed(before, head)
    agreement = an_agreement(project, clerk)
    screened(agreement, clerk)
    reviewed(agreement, clerk)
    with pytest.raises(Refused, match="不予通过"):
        signed(agreement, head)
    again = actions.open_review(project, by=head, day=TODAY, today=TODAY)
    ready(again, head)
    for user in User.objects.filter(username__in=("m0", "m1", "m2")):
        scored(again, user, head, "0.8")
    actions.conclude(
        again, by=head, today=TODAY, version=again.version, minutes_says="纪要〔2026〕9号"
    )
    _confirmed(before, head)
    assert signed(agreement, head).state == "signed"


def test_what_came_before_the_review_is_not_held_back(
    project: Project, clerk: User, head: User, hire: Hire, town: OrgUnit
) -> None:
    _refused(project, head, hire, town)
    assert _told(project, clerk, "L1").gate == "L1"


def test_a_review_that_is_open_confirms_nothing(project: Project, clerk: User, head: User) -> None:
    actions.open_review(project, by=head, day=TODAY, today=TODAY)
    papers = dict.fromkeys(("minutes", "scores", "vetoes"), "云泽镇纪要〔2026〕9号")
    passage = _told(project, clerk, "N2", evidence=papers)
    with pytest.raises(Refused, match="还没有结论"):
        _confirmed(passage, head)
