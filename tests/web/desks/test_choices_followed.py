"""What was chosen where papers differ is what projects, leads and search go by."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.test import Client
from django.utils import timezone

from tests.web.desks.leads.test_papers import _EMPTY
from yinfeng.web.desks.leads import actions as leads
from yinfeng.web.desks.leads.actions import Form
from yinfeng.web.desks.leads.models import Lead
from yinfeng.web.desks.library import actions as library
from yinfeng.web.desks.library.jobs import waiting
from yinfeng.web.desks.library.models import Telling
from yinfeng.web.desks.library.sources import odd_keys
from yinfeng.web.desks.projects import actions as projects
from yinfeng.web.desks.projects.models import Project
from yinfeng.web.lists.history import end_of
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.store.actions import accept_all, take_in
from yinfeng.web.store.models import Document, Fact

pytestmark = pytest.mark.django_db

PAPER = "云泽镇高精度轴承项目总投资{}亿元，用地45亩，由苏州恒锐精密机械有限公司投资。\n"


@pytest.fixture
def facts(clerk: User) -> list[Fact]:
    """The project as two papers tell it, accepted and set side by side."""
    for number, amount in enumerate(("3.2", "4.5"), 1):
        take_in(PAPER.format(amount).encode(), f"材料{number}.txt", by=clerk)
    found = list(Fact.objects.filter(kind="project").order_by("pk"))
    for fact in found:
        accept_all(fact, by=clerk)
    for document in waiting().order_by("pk"):
        library.set_beside(document)
    return found


def _telling(clerk: User, amount: str) -> Telling:
    (key,) = odd_keys(clerk)
    return Telling.objects.get(key=key, entry__quote__contains=amount)


def _project(facts: list[Fact], clerk: User, town: OrgUnit) -> Project:
    today = timezone.localdate()
    return projects.adopt(facts, {}, by=clerk, unit=town, today=today)


def _lead(fact: Fact, clerk: User, town: OrgUnit) -> Lead:
    words = {"name": "高精度轴承项目", "investors": "苏州恒锐精密机械有限公司"}
    form = Form(**{**_EMPTY, **words, "amount": "3.2亿元"})  # type: ignore[arg-type]
    return leads.adopt(form, [fact], by=clerk, unit=town, today=timezone.localdate())


def test_a_project_goes_by_the_chosen_paper_and_back(
    as_clerk: Client, clerk: User, town: OrgUnit, facts: list[Fact]
) -> None:
    project = _project(facts, clerk, town)
    assert (project.amount, project.is_disputed) == ("3.2亿元", True)
    library.choose(_telling(clerk, "4.5"), by=clerk, why="以备案证为准")
    project.refresh_from_db()
    assert (project.amount, project.yuan, project.is_disputed) == (
        "4.5亿元",
        Decimal(450_000_000),
        False,
    )
    page = as_clerk.get(f"/projects/{project.pk}").content.decode()
    assert "说法比对：以备案证为准" in page
    assert "未采用" in page
    library.unchoose(_telling(clerk, "4.5"), by=clerk, why="备案证有误")
    project.refresh_from_db()
    assert project.amount == "3.2亿元"


def test_what_is_said_on_the_projects_page_later_holds(
    clerk: User, town: OrgUnit, facts: list[Fact]
) -> None:
    project = _project(facts, clerk, town)
    library.choose(_telling(clerk, "4.5"), by=clerk, why="以备案证为准")
    project.refresh_from_db()
    told = {"reason": "协议写明", "today": timezone.localdate(), "version": project.version}
    projects.correct(project, by=clerk, field="amount", words="5亿元", **told)  # type: ignore[arg-type]
    library.choose(_telling(clerk, "3.2"), by=clerk, why="以通稿为准")
    project.refresh_from_db()
    assert project.amount == "5亿元"


def test_a_project_that_is_adopted_after_the_choice_goes_by_it(
    clerk: User, town: OrgUnit, facts: list[Fact]
) -> None:
    library.choose(_telling(clerk, "4.5"), by=clerk, why="以备案证为准")
    assert _project(facts, clerk, town).amount == "4.5亿元"


def test_a_lead_goes_by_the_chosen_paper_and_tells_the_other(
    as_clerk: Client, clerk: User, town: OrgUnit, facts: list[Fact]
) -> None:
    lead = _lead(facts[0], clerk, town)
    assert lead.amount == "3.2亿元"
    library.choose(_telling(clerk, "4.5"), by=clerk, why="以备案证为准")
    lead.refresh_from_db()
    assert (lead.amount, lead.yuan) == ("4.5亿元", Decimal(450_000_000))
    page = as_clerk.get(f"/leads/{lead.pk}").content.decode()
    assert "另有说法未采用：“材料1”3.2亿元" in page
    assert "以备案证为准" in page
    library.unchoose(_telling(clerk, "4.5"), by=clerk, why="备案证有误")
    lead.refresh_from_db()
    assert lead.amount == "3.2亿元"
    assert "未采用" not in as_clerk.get(f"/leads/{lead.pk}").content.decode()


def test_a_past_day_knows_nothing_of_a_later_choice(
    as_clerk: Client, clerk: User, town: OrgUnit, facts: list[Fact]
) -> None:
    lead, project = _lead(facts[0], clerk, town), _project(facts, clerk, town)
    yesterday = timezone.localdate() - timedelta(days=1)
    _began(yesterday)
    library.choose(_telling(clerk, "4.5"), by=clerk, why="以备案证为准")
    for at in (f"/leads/{lead.pk}", f"/projects/{project.pk}"):
        then = as_clerk.get(f"{at}?as_of={yesterday}").content.decode()
        assert "3.2亿元" in then
        assert "以备案证为准" not in then
        assert "以备案证为准" in as_clerk.get(at).content.decode()


def _began(day: date) -> None:
    """Let everything so far have happened on an earlier day."""
    moment = end_of(day) - timedelta(hours=8)
    for model in (Lead, Project):
        model.history.update(history_date=moment)
        model.objects.update(created_at=moment, changed_at=moment)


def test_search_tells_which_figure_was_not_gone_by(
    as_clerk: Client, clerk: User, facts: list[Fact]
) -> None:
    assert "未采用" not in as_clerk.get("/search/?q=高精度轴承").content.decode()
    library.choose(_telling(clerk, "4.5"), by=clerk, why="以备案证为准")
    page = as_clerk.get("/search/?q=高精度轴承").content.decode()
    assert page.count("未采用，已选定“材料2”4.5亿元") == 1


def test_another_offices_choice_moves_nothing(
    clerk: User, neighbour: User, town: OrgUnit, facts: list[Fact]
) -> None:
    project = _project(facts, clerk, town)
    assert not Document.objects.visible_to(neighbour).exists()
    for amount in ("3.2", "4.5"):
        take_in(PAPER.format(amount).encode(), f"邻镇{amount}.txt", by=neighbour)
    for document in waiting().order_by("pk"):
        library.set_beside(document)
    theirs = Telling.objects.filter(document__unit=neighbour.unit, entry__quote__contains="4.5")
    library.choose(theirs.get(), by=neighbour, why="以备案证为准")
    project.refresh_from_db()
    assert project.amount == "3.2亿元"
