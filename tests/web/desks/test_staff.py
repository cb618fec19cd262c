"""The staff desk: the tests of a desk, for three administrators who are three people."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.web.conftest import Hire, browser_of
from yinfeng.web.people.may import may
from yinfeng.web.people.models import OrgUnit, Post, User
from yinfeng.web.people.roles import Role
from yinfeng.web.shell.models import Event


@pytest.fixture
def system(hire: Hire, town: OrgUnit) -> Client:
    """The browser of the town's system administrator."""
    return browser_of(hire("sys", town, Role.SYSTEM))


@pytest.fixture
def security(hire: Hire, town: OrgUnit) -> Client:
    """The browser of the town's security administrator."""
    return browser_of(hire("sec", town, Role.SECURITY))


def test_an_account_is_made_given_a_post_and_used(
    system: Client, security: Client, town: OrgUnit
) -> None:
    new = {"username": "zhang", "name": "张平", "unit": town.pk}
    answer = system.post("/staff/users/add", new).content.decode()
    found = re.search(r"<code>(.+)</code>", answer)
    assert found
    person = User.objects.get(username="zhang")
    post = {"user": person.pk, "unit": town.pk, "role": "field"}
    says = security.post("/staff/posts/give", post, follow=True).content.decode()
    assert "张平已任：云泽镇 招商专员" in says
    browser = Client()
    browser.post("/sign-in", {"username": "zhang", "password": found[1]})
    assert browser.get("/library/")["Location"] == "/account/password"
    assert found[1] not in str(list(Event.objects.values()))


def test_a_unit_is_made_under_another(system: Client, town: OrgUnit) -> None:
    new = {"name": "新桥村", "kind": "village", "parent": town.pk}
    assert system.post("/staff/units/add", new).status_code == 302
    assert OrgUnit.objects.get(name="新桥村").path == f"{town.path}0001"
    answer = system.post("/staff/units/add", new)
    assert (answer.status_code, "已有“新桥村”" in answer.content.decode()) == (422, True)


def test_a_forgotten_password_is_replaced(system: Client, clerk: User) -> None:
    answer = system.post(f"/staff/users/{clerk.pk}/reset").content.decode()
    found = re.search(r"<code>(.+)</code>", answer)
    clerk.refresh_from_db()
    assert found
    assert clerk.one_time
    assert clerk.check_password(found[1])
    own = User.objects.get(username="sys")
    assert system.post(f"/staff/users/{own.pk}/reset").status_code == 422


def test_a_post_ends_with_a_reason_and_at_once(security: Client, clerk: User) -> None:
    post = Post.objects.get(user=clerk)
    browser = browser_of(clerk)
    assert security.post(f"/staff/posts/{post.pk}/end", {}).status_code == 422
    assert browser.get("/library/").status_code == 200
    says = security.post(f"/staff/posts/{post.pk}/end", {"reason": "调离"}, follow=True)
    assert "clerk同志不再任" in says.content.decode()
    assert browser.get("/library/").status_code == 403
    assert Event.objects.latest("number").reason == "调离"


def test_each_administrator_does_only_the_own_part(
    system: Client, security: Client, clerk: User, head: User, town: OrgUnit
) -> None:
    post = {"user": clerk.pk, "unit": town.pk, "role": "head"}
    new = {"username": "zhang", "name": "张平", "unit": town.pk}
    assert system.post("/staff/posts/give", post).status_code == 403
    assert security.post("/staff/users/add", new).status_code == 403
    assert browser_of(head).get("/staff/").status_code == 403
    assert browser_of(head).post("/staff/users/add", new).status_code == 403
    assert "授予任职" not in system.get("/staff/").content.decode()
    assert "新建账号" not in security.get("/staff/").content.decode()


def test_another_towns_people_are_not_there(
    system: Client, security: Client, neighbour: User, other_town: OrgUnit
) -> None:
    assert "neighbour" not in system.get("/staff/").content.decode()
    assert system.post(f"/staff/users/{neighbour.pk}/reset").status_code == 404
    theirs = Post.objects.get(user=neighbour)
    assert security.post(f"/staff/posts/{theirs.pk}/end", {"reason": "x"}).status_code == 404
    new = {"username": "zhang", "name": "张平", "unit": other_town.pk}
    assert system.post("/staff/users/add", new).status_code == 422
    post = {"user": neighbour.pk, "unit": other_town.pk, "role": "head"}
    assert security.post("/staff/posts/give", post).status_code == 422
    assert not may(neighbour, "library.reread")


def test_an_administrator_begins_here(system: Client) -> None:
    assert system.get("/", follow=True).redirect_chain == [("/staff/", 302)]


def test_the_number_of_queries_does_not_grow(system: Client, hire: Hire, town: OrgUnit) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            system.get("/staff/")
        return len(asked)

    system.get("/staff/")
    few = queries()
    for number in range(10):
        user = hire(f"u{number}", town, Role.FIELD)
        Post.objects.create(user=user, unit=town, role=Role.LAND, since=date(2020, 1, 1))
    assert queries() == few
