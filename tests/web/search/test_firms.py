"""Firms and people as hits of their own: whom things name, who follows and answers for them."""

from datetime import date
from urllib.parse import quote

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoAssertNumQueries

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


_SHORT = "2026年3月25日，云泽镇招商办走访恒锐精密，企业计划投资3.2亿元扩建轴承项目。"
_NAME = "苏州恒锐精密机械有限公司"


def test_a_firm_has_a_page_of_all_that_tells_of_it(clerk: User, neighbour: User) -> None:
    lead = registered(clerk, clerk.unit)
    take_in(PAPER.encode(), "简报.txt", by=clerk)
    take_in("云泽镇另有苏州恒锋电机有限公司投资2亿元的电机项目。".encode(), "别家.txt", by=clerk)
    browser = browser_of(clerk)
    assert f"/search/firm?name={quote(_NAME)}" in _says(browser, "恒锐精密")
    page = browser.get("/search/firm", {"name": _NAME}).content.decode()
    assert f'href="/leads/{lead.pk}"' in page
    assert "简报" in page
    assert "别家" not in page
    assert "恒锋" not in page
    there = browser_of(neighbour).get("/search/firm", {"name": _NAME})
    assert there.status_code == 404


def test_who_speaks_for_a_firm_stands_on_its_page_masked(clerk: User) -> None:
    registered(clerk, clerk.unit)
    page = browser_of(clerk).get("/search/firm", {"name": _NAME}).content.decode()
    assert "方某某 副总经理" in page
    assert "方文石" not in page
    assert "13800001234" not in page


def test_a_firm_is_found_by_the_short_name_that_a_paper_calls_it(clerk: User) -> None:
    registered(clerk, clerk.unit)
    take_in(_SHORT.encode(), "走访.txt", by=clerk)
    page = browser_of(clerk).get("/search/firm", {"name": _NAME}).content.decode()
    assert "走访" in page
    assert "恒锐精密" in page


@pytest.mark.parametrize("name", ["", "没有这家有限公司", "恒", "\x00", "《》"])
def test_a_firm_that_nothing_names_has_no_page(clerk: User, name: str) -> None:
    registered(clerk, clerk.unit)
    assert browser_of(clerk).get("/search/firm", {"name": name}).status_code == 404


def test_the_page_of_a_firm_asks_no_more_of_many_things(
    clerk: User, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    browser = browser_of(clerk)
    for number in range(2):
        take_in(f"{PAPER}第{number}次。".encode(), f"简报{number}.txt", by=clerk)
    with CaptureQueriesContext(connection) as few:
        browser.get("/search/firm", {"name": _NAME})
    for number in range(2, 8):
        take_in(f"{PAPER}第{number}次。".encode(), f"简报{number}.txt", by=clerk)
    with django_assert_max_num_queries(len(few)):
        browser.get("/search/firm", {"name": _NAME})
