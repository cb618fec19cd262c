"""A paper that tells of a project as lost proposes that with its quote; a person decides."""

import pytest
from django.utils import timezone

from tests.web.conftest import browser_of
from tests.web.papers import NAME, PAPER
from yinfeng.web.desks.projects import actions
from yinfeng.web.desks.projects.models import Project
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.store.actions import accept_all, decide, take_in
from yinfeng.web.store.models import Decision, Entry, Fact

LOST = (
    "云泽镇项目动态\n\n2026年6月8日，高精度轴承项目因投资方资金困难已流失，"
    "苏州恒锐精密机械有限公司终止合作。\n"
)


@pytest.fixture
def project(clerk: User, town: OrgUnit) -> Project:
    """A project that a paper tells of as signed."""
    take_in(PAPER, NAME, by=clerk)
    for fact in Fact.objects.filter(kind="project"):
        accept_all(fact, by=clerk)
    (made,) = actions.adopt_accepted(town, by=clerk, today=timezone.localdate())
    return made


def _told_lost(clerk: User, town: OrgUnit) -> None:
    take_in(LOST.encode(), "动态.txt", by=clerk)
    for fact in Fact.objects.filter(kind="project", reading__document__name__startswith="动态"):
        accept_all(fact, by=clerk)
    actions.hear(town, by=clerk, today=timezone.localdate())


def test_the_page_shows_the_quote_and_fills_the_form_and_changes_nothing_itself(
    project: Project, clerk: User, town: OrgUnit
) -> None:
    browser = browser_of(clerk)
    assert "材料说已" not in browser.get(f"/projects/{project.pk}").content.decode()
    _told_lost(clerk, town)
    project.refresh_from_db()
    assert project.state == Project.State.OPEN
    page = browser.get(f"/projects/{project.pk}").content.decode()
    assert "材料说已终止" in page, "it was signed, so it would be ended, not lost"
    assert "因投资方资金困难已流失" in page
    assert "《动态.txt》" in page or "《动态》" in page
    listed = browser.get("/projects/?wants=ending").content.decode()
    assert project.name in listed


def test_once_a_person_decided_it_is_not_proposed_again(
    project: Project, clerk: User, head: User, town: OrgUnit
) -> None:
    _told_lost(clerk, town)
    project.refresh_from_db()
    actions.close(
        project, by=head, state="paused", code="R7", reason="资金困难", today=timezone.localdate(),
        version=project.version,
    )  # fmt: skip
    page = browser_of(clerk).get(f"/projects/{project.pk}").content.decode()
    assert "材料说已" not in page
    assert project.name not in browser_of(clerk).get("/projects/?wants=ending").content.decode()


def test_a_fact_that_is_taken_off_proposes_nothing(
    project: Project, clerk: User, town: OrgUnit
) -> None:
    _told_lost(clerk, town)
    link = project.facts.order_by("-pk").first()
    assert link is not None
    actions.detach(link, by=clerk, reason="说的是另一个项目", today=timezone.localdate())
    page = browser_of(clerk).get(f"/projects/{project.pk}").content.decode()
    assert "材料说已" not in page


def test_what_a_person_rejected_is_neither_proposed_nor_listed(
    project: Project, clerk: User, town: OrgUnit
) -> None:
    _told_lost(clerk, town)
    said = Entry.objects.get(field="stage", value="lost")
    decide(said, by=clerk, verdict=Decision.Verdict.REJECT, why="说的是另一个项目")
    browser = browser_of(clerk)
    assert "材料说已" not in browser.get(f"/projects/{project.pk}").content.decode()
    assert project.name not in browser.get("/projects/?wants=ending").content.decode()
