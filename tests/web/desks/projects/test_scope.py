"""Papers of units below: who sits above them sees what they tell and adopts it in its place."""

from pathlib import Path

import pytest
from django.utils import timezone

from tests.web.conftest import Hire, browser_of
from tests.web.papers import PAPER
from yinfeng.web import opening
from yinfeng.web.desks.projects import actions
from yinfeng.web.desks.projects.counts_told import counts_told
from yinfeng.web.desks.projects.models import Project
from yinfeng.web.desks.projects.proposals import proposals
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.people.roles import Role
from yinfeng.web.store.actions import accept_all, take_in
from yinfeng.web.store.models import Fact

SEEDS = Path(__file__).resolve().parents[5] / "shared" / "seeds"
TWO_TOWNS = (
    "全县项目推进情况\n\n云泽镇\n\n云泽镇新签约项目2个，新签约高精度轴承项目，总投资3亿元；"
    "新签约精密齿轮项目，总投资1.2亿元。\n\n柳桥镇\n\n柳桥镇新签约项目1个，"
    "新签约特种电缆项目，总投资2亿元。\n"
)


@pytest.fixture
def above(hire: Hire, county: OrgUnit) -> User:
    """The head of the county's office."""
    return hire("above", county, Role.HEAD)


def test_a_head_above_sees_the_papers_of_units_below_and_the_project_lands_there(
    above: User, clerk: User, town: OrgUnit, neighbour: User
) -> None:
    take_in(PAPER, "赴苏州招商.txt", by=clerk)
    browser = browser_of(above)
    page = browser.get("/projects/proposals").content.decode()
    assert "轴承" in page
    (one,) = proposals([town])
    told = {"name": one.name, "reason": ""}
    answer = browser.post(f"/projects/proposals/{one.key}", told)
    assert answer.status_code == 302, answer.content.decode()
    assert Project.objects.get().unit == town
    assert "没有还没登记的项目" in browser.get("/projects/proposals").content.decode()
    assert "轴承" not in browser_of(neighbour).get("/projects/proposals").content.decode()


def test_another_office_cannot_adopt_and_the_page_can_be_asked_for_one_unit(
    above: User, clerk: User, neighbour: User, town: OrgUnit, other_town: OrgUnit
) -> None:
    take_in(PAPER, "赴苏州招商.txt", by=clerk)
    take_in("柳桥镇新签约特种电缆项目，总投资2亿元。".encode(), "柳桥.txt", by=neighbour)
    (ours,) = proposals([town])
    assert browser_of(neighbour).get(f"/projects/proposals/{ours.key}").status_code == 404
    page = browser_of(above).get(f"/projects/proposals?unit={other_town.pk}").content.decode()
    assert "特种电缆" in page
    assert "轴承" not in page
    assert {one.unit for one in proposals([town, other_town])} == {town, other_town}


def test_the_number_of_queries_does_not_grow_with_units(
    above: User, clerk: User, neighbour: User, django_assert_max_num_queries: object
) -> None:
    take_in(PAPER, "赴苏州招商.txt", by=clerk)
    browser = browser_of(above)
    browser.get("/projects/proposals")
    take_in("柳桥镇新签约特种电缆项目，总投资2亿元。".encode(), "柳桥.txt", by=neighbour)
    with django_assert_max_num_queries(25):  # type: ignore[operator]
        browser.get("/projects/proposals")


def test_a_project_that_went_to_another_unit_is_not_proposed_again_where_its_paper_lies(
    above: User, clerk: User, town: OrgUnit, other_town: OrgUnit
) -> None:
    take_in(PAPER, "赴苏州招商.txt", by=clerk)
    (one,) = proposals([town])
    facts = [fact for fact in one.facts if fact.kind == "project"]
    today = timezone.localdate()
    project = actions.adopt(facts, {}, by=clerk, unit=town, today=today)
    project.unit = other_town
    project.save(update_fields=["unit"])
    assert proposals([town]) == []


def test_a_lead_of_a_unit_below_is_adopted_where_its_paper_lies(
    above: User, clerk: User, town: OrgUnit
) -> None:
    take_in(
        "云泽镇招商信息\n\n2026年3月18日，云泽镇拜访苏州恒锐精密机械有限公司，"
        "洽谈高精度轴承项目，项目总投资3.2亿元，目前正在洽谈。\n".encode(),
        "招商信息.txt",
        by=clerk,
    )
    browser = browser_of(above)
    page = browser.get("/leads/proposals").content.decode()
    assert "轴承" in page
    assert "轴承" in browser.get("/today/unregistered").content.decode()


def test_beside_a_count_stand_the_projects_of_its_own_body(
    clerk: User, town: OrgUnit, other_town: OrgUnit
) -> None:
    take_in(TWO_TOWNS.encode(), "简报.txt", by=clerk)
    named = {one.body: [each.name for each in one.projects] for one in counts_told([town])}
    assert named["云泽镇"] == ["高精度轴承项目", "精密齿轮项目"]
    assert named["柳桥镇"] == ["特种电缆项目"]


def test_beside_a_count_only_projects_that_one_may_read_are_linked(
    above: User, clerk: User, town: OrgUnit, other_town: OrgUnit
) -> None:
    take_in(TWO_TOWNS.encode(), "简报.txt", by=clerk)
    facts = list(Fact.objects.filter(kind="project", says__contains="精密齿轮"))
    project = actions.adopt(facts, {}, by=clerk, unit=town, today=timezone.localdate())
    link = f'href="/projects/{project.pk}"'
    assert link in browser_of(clerk).get("/projects/told").content.decode()
    project.unit = other_town
    project.save(update_fields=["unit"])
    page = browser_of(clerk).get("/projects/told").content.decode()
    assert "精密齿轮项目" in page
    assert link not in page, "it would not open"
    assert link in browser_of(above).get("/projects/told").content.decode()


@pytest.mark.usefixtures("db")
@pytest.mark.skipif(not SEEDS.is_dir(), reason="../shared is not beside this copy")
def test_the_head_of_the_seeds_sees_and_adopts_their_projects_each_in_its_own_office() -> None:
    today = timezone.localdate()
    survey = opening.surveyed(SEEDS, lambda _: None)
    opening.found_for(survey, "本单位", today=today)
    list(opening.first_day(SEEDS, survey, today=today))
    head = User.objects.get(username="zhuren")
    User.objects.filter(pk=head.pk).update(one_time=False)
    head.refresh_from_db()
    browser = browser_of(head)
    page = browser.get("/projects/proposals").content.decode()
    assert "双金属材料项目" in page or "交运智慧湾科创园" in page
    for fact in Fact.objects.filter(kind="project"):
        accept_all(fact, by=head)
    answer = browser.post("/projects/proposals/adopt-accepted", follow=True).content.decode()
    assert "采用了33个已核实的项目" in answer
    assert Project.objects.count() == 33
    held = set(Project.objects.values_list("name", "unit__name"))
    assert ("交运智慧湾科创园", "张庙街道") in held
    assert ("双金属材料项目", "张庄街道") in held
    counts = {(one.body, one.name): one for one in counts_told(OrgUnit.objects.all())}
    abroad = counts["海盐经济开发区", "累计签约产业项目"]
    assert "中科康成种苗农业合作项目" not in {one.name for one in abroad.projects}
