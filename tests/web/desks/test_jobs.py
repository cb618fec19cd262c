"""后台任务: the administrator of the system sees what failed and lets it be tried again."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.web.conftest import Hire, browser_of
from tests.web.papers import NAME, PAPER
from yinfeng.web.people.models import OrgUnit, Post, User
from yinfeng.web.people.roles import Role
from yinfeng.web.store.actions import Arrived, receive
from yinfeng.web.work.actions import enqueue, show
from yinfeng.web.work.models import State, Task
from yinfeng.web.work.worker import work_off

HTMX = {"HX-Request": "true"}


@pytest.fixture
def system(hire: Hire, town: OrgUnit) -> Client:
    """The browser of the town's administrator of the system."""
    return browser_of(hire("system", town, Role.SYSTEM))


@pytest.fixture
def failed(clerk: User) -> Task:
    """A paper whose sender lost the right to send it."""
    receive([Arrived(NAME, PAPER)], by=clerk)
    Post.objects.filter(user=clerk).delete()
    work_off()
    return Task.objects.get()


def _says(browser: Client, address: str = "/jobs/") -> str:
    answer = browser.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_administrator_sees_what_failed_and_lets_it_be_tried_again(
    system: Client, failed: Task, clerk: User
) -> None:
    says = _says(system)
    assert "读取材料" in says
    assert "没有相应权限" in says
    assert "重新执行" in says
    Post.objects.create(user=clerk, unit=clerk.unit, role=Role.FIELD, since="2020-01-01")
    answer = system.post(f"/jobs/{failed.pk}/retry", follow=True)
    assert "已重新排队：读取材料" in answer.content.decode()
    assert work_off() == 1
    assert "读入1份材料" in _says(system, "/jobs/?state=done")
    again = system.post(f"/jobs/{failed.pk}/retry", follow=True)
    assert "没有失败" in again.content.decode()


def test_who_works_in_the_office_gets_403(as_clerk: Client, viewer: User) -> None:
    task = enqueue("work.tidy")
    for browser in (as_clerk, browser_of(viewer)):
        assert browser.get("/jobs/").status_code == 403
        assert browser.post(f"/jobs/{task.pk}/retry").status_code == 403


def test_another_offices_task_is_not_there(failed: Task, hire: Hire, other_town: OrgUnit) -> None:
    browser = browser_of(hire("other", other_town, Role.SYSTEM))
    assert "失败 0" in _says(browser)
    assert browser.post(f"/jobs/{failed.pk}/retry").status_code == 404


def test_what_htmx_swaps_in_is_what_a_reload_shows(system: Client, failed: Task) -> None:
    answer = system.get("/jobs/", headers=HTMX)
    part = answer.content.decode()
    assert part.startswith('<div id="tasks"')
    assert part.split("csrfmiddlewaretoken")[0] in _says(system)


def test_a_stopped_queue_is_told(system: Client) -> None:
    assert "后台程序没有运行" in _says(system)
    show("here", timezone.now())
    assert "后台程序没有运行" not in _says(system)


def test_an_empty_queue_says_what_it_is_for(system: Client) -> None:
    assert "会列在这里" in _says(system)
    for state in State.values:
        assert "会列在这里" in _says(system, f"/jobs/?state={state}")
    assert "会列在这里" in _says(system, "/jobs/?state=odd&page=x")


def test_the_number_of_queries_does_not_grow(system: Client, clerk: User) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            _says(system, "/jobs/?state=waiting")
        return len(asked)

    _says(system)
    enqueue("work.tidy", key="0", unit=clerk.unit, by=clerk)
    few = queries()
    for number in range(1, 20):
        enqueue("work.tidy", key=f"{number}", unit=clerk.unit, by=clerk)
    assert queries() == few <= 9
