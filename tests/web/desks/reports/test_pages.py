"""The pages of reports: who issues and reads, what is not there, what a past day knows."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.web.conftest import Hire, browser_of
from tests.web.desks.leads.office import MET, registered, told
from tests.web.desks.outreach_year import Town
from tests.web.desks.reports.made import (
    DAY,
    TODAY,
    an_issue,
)
from yinfeng.web.desks.leads.models import Lead
from yinfeng.web.desks.outreach.models import Reception
from yinfeng.web.desks.reports import actions, files
from yinfeng.web.desks.reports.kinds import KINDS, Kind, kind_of
from yinfeng.web.desks.reports.models import Issue
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.people.roles import Role
from yinfeng.web.shell.refusals import Refused
from yinfeng.web.work.worker import work_off


def test_an_issue_of_a_day_that_runs_on_says_what_to_do_next(
    daily: Kind, office: Town, lead: Lead
) -> None:
    today = timezone.localdate()
    made = actions.issue(daily, by=office.head, unit=office.unit, last=today, today=today)
    page = browser_of(office.head).get(f"/reports/{made.pk}").content.decode()
    assert "急的，点“更正”写明理由，按现在的记录另发一期" in page
    reader = browser_of(office.clerk).get(f"/reports/{made.pk}").content.decode()
    assert "请有签发权限的人更正" in reader
    past = an_issue(daily, office)
    assert "还没有过完" not in browser_of(office.head).get(f"/reports/{past.pk}").content.decode()


def test_the_head_issues_and_everybody_reads(
    office: Town, lead: Lead, head: User, viewer: User, as_clerk: Client
) -> None:
    draft = as_clerk.get("/reports/daily/draft?last=2026-03-04").content.decode()
    assert "草稿" in draft
    assert "签发并封存" not in draft
    assert as_clerk.post("/reports/daily/issue", {"last": "2026-03-04"}).status_code == 403
    answer = browser_of(head).post("/reports/daily/issue", {"last": "2026-03-04"}, follow=True)
    assert "正在后台编成" in answer.content.decode()
    assert not Issue.objects.exists()
    assert browser_of(viewer).get(answer.redirect_chain[-1][0]).status_code == 403
    work_off()
    page = browser_of(head).get(answer.redirect_chain[-1][0], follow=True).content.decode()
    assert "第1期" in page
    assert 'href="#s1"' in page
    made = Issue.objects.get()
    for form in files.FORMS:
        assert browser_of(viewer).get(f"/reports/{made.pk}/file.{form}").status_code == 200
    reason = {"reason": "漏登"}
    assert browser_of(viewer).post(f"/reports/{made.pk}/correct", reason).status_code == 403
    again = browser_of(head).post("/reports/daily/issue", {"last": "2026-03-04"})
    assert (again.status_code, "已经签发" in again.content.decode()) == (422, True)
    empty = browser_of(head).post(f"/reports/{made.pk}/correct", {})
    assert (empty.status_code, "请写明更正的理由" in empty.content.decode()) == (422, True)
    right = browser_of(head).post(f"/reports/{made.pk}/correct", reason, follow=True)
    work_off()
    right = browser_of(head).get(right.redirect_chain[-1][0], follow=True)
    assert "原期作废" in right.content.decode()
    assert "已被" in browser_of(viewer).get(f"/reports/{made.pk}").content.decode()


def test_two_who_issue_the_same_report_both_see_how_far_it_is(
    office: Town, lead: Lead, head: User, hire: Hire, other_town: OrgUnit
) -> None:
    day = {"last": "2026-03-04"}
    browser_of(head).post("/reports/daily/issue", day)
    second = browser_of(hire("tongji", office.unit, Role.STATISTICS))
    answer = second.post("/reports/daily/issue", day, follow=True)
    assert (answer.status_code, "正在后台编成" in answer.content.decode()) == (200, True)
    address = answer.redirect_chain[-1][0]
    elsewhere = browser_of(hire("linzhen", other_town, Role.HEAD))
    assert elsewhere.get(address).status_code == 404
    work_off()
    assert "第1期" in second.get(address, follow=True).content.decode()
    assert Issue.objects.count() == 1


def test_another_towns_issue_is_not_there(daily: Kind, office: Town, neighbour: User) -> None:
    made = an_issue(daily, office)
    browser = browser_of(neighbour)
    assert browser.get(f"/reports/{made.pk}").status_code == 404
    assert browser.get(f"/reports/{made.pk}/file.pdf").status_code == 404
    assert made.number not in browser.get("/reports/").content.decode()


def test_a_report_as_of_a_past_day_knows_nothing_later(office: Town, lead: Lead) -> None:
    today = timezone.localdate()
    kind = kind_of("weekly")
    assert kind is not None
    past = actions.draft(kind, office.unit, today, today - timedelta(days=1))
    (leads,) = [one for one in past.report.sections if one.key == "leads"]
    assert not leads.lines
    now = actions.draft(kind, office.unit, today)
    (leads,) = [one for one in now.report.sections if one.key == "leads"]
    assert len(leads.lines) == 1


def test_a_day_to_come_is_not_reported(office: Town, daily: Kind, head: User) -> None:
    with pytest.raises(Refused, match="以后日子"):
        an_issue(daily, office, TODAY + timedelta(days=1))
    later = timezone.localdate() + timedelta(days=1)
    assert browser_of(head).get(f"/reports/daily/draft?last={later}").status_code == 422


def test_the_number_of_queries_does_not_grow(office: Town, as_clerk: Client) -> None:
    def queries(page: str) -> int:
        with CaptureQueriesContext(connection) as asked:
            assert as_clerk.get(page).status_code == 200
        return len(asked)

    pages = ["/reports/"] + [f"/reports/{kind.key}/draft?last={DAY}" for kind in KINDS]
    pages.append("/reports/?kind=daily")

    def more(start: int) -> None:
        for number in range(start, start + 3):
            form = replace(MET, name=f"{'甲乙丙丁戊己'[number]}项目", investors=f"{number}号公司")
            told(registered(office.clerk, office.unit, form), office.clerk, "talk", DAY)
            office.keep(
                Reception, on=DAY, group=f"{number}团", heads=1, received="chief", purpose="x"
            )
            an_issue(KINDS[0], office, DAY + timedelta(days=number + 1))

    more(0)
    for page in pages:
        queries(page)
    few = [queries(page) for page in pages]
    more(3)
    assert [queries(page) for page in pages] == few
