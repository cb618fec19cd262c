"""Projects that stand still after signing: listed, told once, excused; accounts of leaders."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.utils import timezone

from tests.web.conftest import Hire, browser_of
from tests.web.desks.delivery.made import TODAY, a_problem
from tests.web.desks.plans.made import a_plan
from tests.web.desks.projects.made import a_project
from yinfeng.web.desks.agreements.models import Agreement, Promise
from yinfeng.web.desks.delivery.actions import excusing, money
from yinfeng.web.desks.delivery.actions.watching import tell_of_stills
from yinfeng.web.desks.delivery.bound import accounts
from yinfeng.web.desks.delivery.curves import drawn, suggested
from yinfeng.web.desks.delivery.models import Delay, Month
from yinfeng.web.desks.delivery.standstill import found_of
from yinfeng.web.desks.projects import actions as projects
from yinfeng.web.desks.projects.models import Passage, Project, Review, Seat
from yinfeng.web.lists import keeping
from yinfeng.web.notices.models import Notice
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.people.roles import Role
from yinfeng.web.shell.refusals import Refused

pytestmark = pytest.mark.django_db(transaction=False)
DAY = date(2026, 3, 2)


@pytest.fixture
def project(town: OrgUnit, clerk: User) -> Project:
    """A project of the town, signed as it stands in the register."""
    return a_project(town, clerk)


def _passed(project: Project, by: User, judge: User, gate: str, day: date) -> Passage:
    made = Passage.objects.create(
        project=project, gate=gate, day=day, precision="day", says="", by=by
    )
    Review.objects.create(passage=made, by=judge, is_confirmed=True)
    return made


def _keys(project: Project, today: date) -> list[str]:
    return [one.key for one in found_of([project], today)[project.pk]]


def _agreed(project: Project, by: User, due: date) -> Agreement:
    from django.db import transaction

    with transaction.atomic():
        agreement = keeping.add(
            Agreement(
                unit=project.unit, project=project, kind="binding", title="投资协议",
                ours="云泽镇", theirs="甲公司", state=Agreement.State.SIGNED,
            ),
            by=by,
        )  # fmt: skip
    Promise.objects.create(
        agreement=agreement, side="theirs", says="乙方于约定日期前开工建设", due=due, by=by
    )
    return agreement


def test_a_signed_project_without_registration_is_listed_and_told_once(
    project: Project, clerk: User, head: User, town: OrgUnit
) -> None:
    from django.db import transaction

    _passed(project, clerk, head, "A2", timezone.localdate() - timedelta(days=120))
    browser = browser_of(clerk)
    page = browser.get("/delivery/standstill").content.decode()
    assert "签约120天，还没有注册" in page
    assert project.name in page
    assert "签约未注册 1" in page
    assert project.name in browser.get("/delivery/standstill?kind=unregistered").content.decode()
    assert "停滞监测" in browser.get(f"/delivery/projects/{project.pk}").content.decode()
    for _ in range(2):
        with transaction.atomic():
            tell_of_stills(town, today=timezone.localdate())
    assert Notice.objects.filter(to=head, kind="delivery.still").count() == 1


def test_idle_land_counts_from_the_start_that_was_agreed_and_less_what_the_government_caused(
    project: Project, clerk: User, head: User
) -> None:
    for gate in ("A2", "R1", "D1"):
        _passed(project, clerk, head, gate, DAY)
    assert _keys(project, DAY + timedelta(days=900)) == [], "no start was agreed"
    agreed = date(2026, 6, 30)
    _agreed(project, clerk, agreed)
    assert _keys(project, agreed + timedelta(days=1)) == ["not-started"]
    assert _keys(project, date(2027, 7, 1)) == ["idle-one-year"]
    excusing.excuse(
        project, by=head, today=date(2027, 7, 1), since=date(2026, 7, 1), until=date(2026, 7, 30),
        why="未按期交地", paper="云泽资规〔2026〕3号",
    )  # fmt: skip
    assert _keys(project, date(2027, 7, 1)) == ["not-started"]
    assert _keys(project, date(2027, 8, 1)) == ["idle-one-year"]


def test_a_duty_to_complete_that_names_the_start_is_no_agreed_start(
    project: Project, clerk: User, head: User
) -> None:
    for gate in ("A2", "R1", "D1"):
        _passed(project, clerk, head, gate, DAY)
    agreement = _agreed(project, clerk, date(2026, 6, 30))
    Promise.objects.filter(agreement=agreement).update(goal="C1")
    Promise.objects.create(
        agreement=agreement, side="theirs", goal="O1", due=date(2027, 12, 31), by=clerk,
        says="项目开工后于2027年12月31日前竣工投产",
    )  # fmt: skip
    assert _keys(project, date(2027, 7, 1)) == ["idle-one-year"]


def test_a_delay_that_runs_on_is_told_once_and_not_each_morning(
    project: Project, clerk: User, head: User, town: OrgUnit
) -> None:
    from django.db import transaction

    for gate in ("A2", "R1", "D1"):
        _passed(project, clerk, head, gate, DAY)
    _agreed(project, clerk, date(2026, 6, 30))
    excusing.excuse(
        project, by=head, today=date(2027, 1, 5), since=date(2027, 1, 4), until=date(2027, 12, 31),
        why="未按期交地", paper="云泽资规〔2027〕3号",
    )  # fmt: skip
    told = []
    for day in range(1, 6):
        with transaction.atomic():
            told.append(tell_of_stills(town, today=date(2027, 2, day)))
    assert told[1:] == [0, 0, 0, 0]


def test_a_project_that_started_and_is_not_in_the_statistics_is_asked_after(
    project: Project, clerk: User, head: User
) -> None:
    for gate in ("A2", "R1", "D1", "C1"):
        _passed(project, clerk, head, gate, DAY)
    assert _keys(project, DAY + timedelta(days=30)) == ["not-entered"]


def test_a_firm_that_reached_the_scale_is_told_by_when_to_file(
    project: Project, clerk: User, head: User
) -> None:
    today = date(2026, 5, 8)
    for gate in ("A2", "R1", "D1", "C1", "O1"):
        _passed(project, clerk, head, gate, DAY)
    money.file_statistics(
        project, by=clerk, today=today, sector="industry", entered=DAY, code="A1", scaled=None
    )
    for month, yuan in ((3, 15_000_000), (4, 6_000_000)):
        money.report_month(
            project, by=clerk, today=today, month=date(2026, month, 1), revenue=Decimal(yuan)
        )
    (found,) = found_of([project], today)[project.pk]
    assert found.key == "not-scaled"
    assert "可按月申报，2026-05-20前报资料" in found.says


def test_a_delay_needs_a_paper_and_the_right(
    project: Project, clerk: User, head: User, viewer: User
) -> None:
    told: dict[str, Any] = {"since": "2026-03-01", "until": "2026-03-20", "why": "未交地"}
    at = f"/delivery/projects/{project.pk}/excuse"
    assert browser_of(clerk).post(at, told).status_code == 403
    assert browser_of(head).post(at, told).status_code == 422
    answer = browser_of(head).post(at, {**told, "paper": "会议纪要〔2026〕1号"})
    assert answer.status_code == 302
    assert Delay.objects.get().unit == project.unit
    page = browser_of(head).get(f"/delivery/projects/{project.pk}").content.decode()
    assert "政府原因延误" in page
    with pytest.raises(Refused, match="早于"):
        excusing.excuse(project, by=head, today=TODAY, since=TODAY, until=DAY, why="x", paper="x")
    delay = Delay.objects.get()
    assert f"/delivery/delays/{delay.pk}" in page


def test_a_delay_is_withdrawn_on_its_page_for_a_reason(
    project: Project, head: User, clerk: User
) -> None:
    delay = excusing.excuse(
        project, by=head, today=TODAY, since=DAY, until=DAY, why="未按期交地", paper="纪要1号"
    )
    at, browser = f"/delivery/delays/{delay.pk}", browser_of(head)
    assert "未按期交地" in browser.get(at).content.decode()
    assert "撤回" not in browser_of(clerk).get(at).content.decode()
    assert browser_of(clerk).post(f"{at}/remove", {"reason": "重复"}).status_code == 403
    assert browser.post(f"{at}/remove", {"version": delay.version}).status_code == 422
    done = browser.post(f"{at}/remove", {"reason": "重复", "version": delay.version}, follow=True)
    assert "已撤回" in done.content.decode()
    assert not Delay.objects.standing().exists()
    assert browser.get(at).status_code == 404


def test_the_account_of_a_linked_leader_stays_open_until_every_problem_is_closed(
    project: Project, clerk: User, head: User, hire: Hire, town: OrgUnit
) -> None:
    leader = hire("leader", town, Role.LEADER)
    projects.seat(project, by=head, post=Seat.Post.LEADER, since=date(2026, 1, 5), person=leader)
    (account,) = accounts(head, timezone.localdate())
    assert not account.is_open
    problem = a_problem(project, clerk)
    (account,) = accounts(head, timezone.localdate())
    assert account.is_open
    page = browser_of(head).get("/delivery/bound").content.decode()
    assert "未结，1个问题没销号" in page
    assert problem.number in page
    assert leader.name in page
    assert "可结" not in page


def test_the_year_is_spread_over_the_days_of_works_and_drawn(clerk: User, town: OrgUnit) -> None:
    plan = a_plan(town, clerk)
    project = plan.project
    sums = suggested(project, 2027)
    assert sums is not None
    assert len(sums) == 12
    years = [suggested(project, year) or [] for year in (2026, 2027, 2028)]
    assert sum(map(sum, years), Decimal()) == Decimal(12_000)
    assert suggested(project, 2035) is None
    assert suggested(a_project(town, clerk, "没有计划"), 2027) is None
    months = [
        Month(unit=town, project=project, month=date(2027, at, 1), planned=Decimal(10**6))
        for at in range(1, 13)
    ]
    months[0].reported = Decimal(900_000)
    curve = drawn(months, 2027, date(2027, 3, 9))
    assert curve is not None
    assert len(curve.planned.split()) == 13
    assert len(curve.reported.split()) == 4
    assert drawn([], 2027, date(2027, 3, 9)) is None
    page = browser_of(clerk).get(f"/delivery/projects/{project.pk}").content.decode()
    assert "每个月" not in page


def test_the_curve_stands_on_the_page_of_a_project_with_a_plan_of_money(
    project: Project, clerk: User
) -> None:
    browser = browser_of(clerk)
    year = timezone.localdate().year
    sums = " ".join(["100"] * 12)
    answer = browser.post(
        f"/delivery/projects/{project.pk}/plan-year", {"year": year, "sums": sums}
    )
    assert answer.status_code == 302
    page = browser.get(f"/delivery/projects/{project.pk}").content.decode()
    assert "polyline" in page
    assert "序时（平均）" in page


def test_a_month_tells_the_share_that_is_built_and_a_site_that_stopped_is_asked_after(
    project: Project, clerk: User, head: User
) -> None:
    Project.objects.filter(pk=project.pk).update(kind="new_land")
    project.refresh_from_db()
    for gate, day in (("A2", date(2024, 1, 1)), ("R1", DAY), ("D1", DAY), ("C1", DAY)):
        _passed(project, clerk, head, gate, min(day, date(2024, 3, 2)))
    for month, share in ((4, "10"), (5, "20.5"), (9, "20.5")):
        money.report_month(
            project, by=clerk, today=DAY, month=date(2024, month, 1), built=Decimal(share)
        )
    assert "stopped-area" not in _keys(project, date(2025, 5, 31))
    assert "stopped-area" in _keys(project, date(2025, 6, 1))
    with pytest.raises(Refused, match="0到100"):
        money.report_month(project, by=clerk, today=DAY, month=date(2024, 9, 1), built=Decimal(101))
    browser = browser_of(clerk)
    project.refresh_from_db()
    form = {"month": "2024-10-09", "built": "40", "version": project.version}
    answer = browser.post(f"/delivery/projects/{project.pk}/report", form)
    assert answer.status_code == 302, answer.content.decode()[-900:]
    assert Month.objects.get(project=project, month=date(2024, 10, 1)).built == 40
