"""Firms and people as hits of their own: whom things name, who follows and answers for them."""

from datetime import date

import pytest
from django.test import Client

from tests.web.conftest import Hire, browser_of
from tests.web.desks.leads.office import registered
from tests.web.desks.projects.made import a_project
from yinfeng.web.desks.projects import actions as projects
from yinfeng.web.desks.projects.models import Seat
from yinfeng.web.desks.staff import actions as staff
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.people.roles import Role
from yinfeng.web.search.finding import found, words_of
from yinfeng.web.search.firms import firms_named
from yinfeng.web.store.actions import take_in

pytestmark = pytest.mark.django_db
PAPER = "云泽镇恒锐轴承项目由苏州恒锐精密机械有限公司投资3.2亿元，于2026年3月18日签约。"


def _says(browser: Client, asked: str) -> str:
    answer = browser.get("/search/", {"q": asked})
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_firm_is_one_hit_with_all_that_names_it(
    clerk: User, town: OrgUnit, neighbour: User
) -> None:
    registered(clerk, clerk.unit)
    take_in(PAPER.encode(), "简报.txt", by=clerk)
    words = words_of("恒锐精密")
    (firm,) = firms_named(found(clerk, words), words)
    assert firm.name == "苏州恒锐精密机械有限公司"
    assert {title for title, _ in firm.counts} == {"线索", "资料"}
    says = _says(browser_of(clerk), "恒锐精密")
    assert "企业" in says
    # Outside the desks there are no rooms of one: the menu stands once.
    assert says.count('href="/outreach/"') == 1
    assert firms_named(found(neighbour, words), words) == []


def test_a_common_word_names_no_firm(clerk: User) -> None:
    registered(clerk, clerk.unit)
    words = words_of("高精度轴承")
    assert found(clerk, words)
    assert firms_named(found(clerk, words), words) == []


def test_people_of_the_office_are_found_and_open_their_leads(
    hire: Hire, town: OrgUnit, clerk: User, neighbour: User
) -> None:
    system = hire("sys", town, Role.SYSTEM)
    made, _ = staff.add_user("lujianping", by=system, name="陆建平", unit=town)
    for asked in ("陆建平", "建平", "ljp"):
        says = _says(browser_of(clerk), asked)
        assert f"/leads/?owner={made.pk}" in says, asked
    assert f"owner={made.pk}" not in _says(browser_of(neighbour), "陆建平")
    lead = registered(clerk, town)
    assert lead.name in browser_of(clerk).get(f"/leads/?owner={clerk.pk}").content.decode()
    assert lead.name not in browser_of(clerk).get(f"/leads/?owner={made.pk}").content.decode()
    staff.close_account(made, by=system, reason="调离")
    assert f"owner={made.pk}" not in _says(browser_of(clerk), "陆建平")


def test_who_answers_for_a_project_is_found_and_who_speaks_for_the_firm_is_not(
    clerk: User, head: User, town: OrgUnit
) -> None:
    project = a_project(town, clerk)
    since = date(2026, 3, 2)
    projects.seat(project, by=head, post=Seat.Post.OFFICER, name="沈立群", since=since)
    projects.seat(project, by=head, post=Seat.Post.OWNER, name="周国栋", since=since)
    says = _says(browser_of(clerk), "沈立群")
    assert f"/projects/{project.pk}" in says
    assert "责任人" in says
    assert f"/projects/{project.pk}" not in _says(browser_of(clerk), "周国栋")
    seat = Seat.objects.get(name="沈立群")
    projects.end_seat(seat, by=head, until=since, reason="调离")
    assert f"/projects/{project.pk}" not in _says(browser_of(clerk), "沈立群")
