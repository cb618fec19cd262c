"""A report in the making says how many of its parts are made."""

import pytest
from django.test import Client
from django.utils import timezone

from tests.web.conftest import browser_of
from tests.web.desks.outreach_year import Town
from tests.web.desks.reports.made import DAY, TODAY
from yinfeng.web.desks.leads.models import Lead
from yinfeng.web.desks.reports import actions
from yinfeng.web.desks.reports.kinds import KINDS, Kind
from yinfeng.web.people.models import User
from yinfeng.web.work import actions as work


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.key)
def test_every_part_is_told_once_and_the_last_is_the_last(
    kind: Kind, office: Town, lead: Lead
) -> None:
    told: list[tuple[int, int]] = []
    actions.issue(
        kind,
        by=office.head,
        unit=office.unit,
        last=DAY,
        today=TODAY,
        tell=lambda done, total: told.append((done, total)),
    )
    assert told == [(number, kind.size) for number in range(1, kind.size + 1)]


def test_the_page_shows_how_many_parts_are_made(office: Town, lead: Lead, head: User) -> None:
    browser: Client = browser_of(head)
    answer = browser.post("/reports/daily/issue", {"last": "2026-03-04"}, follow=True)
    address = answer.redirect_chain[-1][0]
    assert "已编成" not in answer.content.decode()
    task = work.begin("here/1/1", timezone.now())
    assert task is not None
    work.beat(task, timezone.now(), done=3, total=8)
    page = browser.get(address).content.decode()
    assert 'value="3" max="8"' in page
    assert "已编成3部分，共8部分" in page
    work.beat(task, timezone.now(), done=8, total=8)
    assert "正在封存" in browser.get(address).content.decode()
