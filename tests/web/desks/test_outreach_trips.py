"""Trips from sheets: each row a trip with its own approval, found again by its number, undone."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from tests.web.desks.outreach_year import Town
from yinfeng.web.desks.outreach.asking import Question
from yinfeng.web.desks.outreach.listings import LISTS
from yinfeng.web.desks.outreach.models import Leg, Traveller, Trip, Visit
from yinfeng.web.desks.outreach.sources import count
from yinfeng.web.lists.actions import import_rows, plan_of, undo_import
from yinfeng.web.lists.importing.plan import Plan
from yinfeng.web.lists.models import Batch
from yinfeng.web.people.models import OrgUnit, User

pytestmark = pytest.mark.django_db

TRIPS = LISTS["trips"]
HEAD = (
    "编号,事由,开始日期,结束日期,地点,县（区）外,外出人员,拜访企业,"
    "审批状态,批准日期,批件号,报告日期,成果"
)
ROWS = (
    "旧-1,对接轴承项目,2026-02-03,2026-02-04,上海,是,陆某、沈某,"
    "恒锐精密机械有限公司、卓川装备有限公司,已报告,2026-02-02,云招〔2026〕1号,2026-02-06,约定回访\n"
    "旧-2,走访园区企业,2026-02-10,2026-02-10,云泽镇,否,陆某,朗通电子有限公司,"
    "已批准,2026-02-09,云招〔2026〕2号,,\n"
    "旧-3,拜访商会,2026-03-02,2026-03-03,杭州,是,,,,,,,\n"
)


@pytest.fixture
def office(town: OrgUnit, clerk: User, head: User) -> Town:
    """The town in the year 2026."""
    return Town(town, clerk, head, 2026)


def _sheet(browser: Client, office: Town, rows: str) -> tuple[Batch, Plan]:
    file = SimpleUploadedFile("外出台账.csv", f"{HEAD}\n{rows}".encode())
    sent = {"sheet": file, "unit": office.unit.pk}
    answer = browser.post("/outreach/trips/import/take", sent, follow=True)
    assert answer.status_code == 200
    batch = Batch.objects.latest("pk")
    return batch, plan_of(TRIPS, batch, office.clerk)


def _import(office: Town, batch: Batch, plan: Plan) -> None:
    now = timezone.now()
    import_rows(TRIPS, batch, by=office.clerk, seal=plan.seal, leaves_bad=False, now=now)


def test_each_row_is_a_trip_with_its_own_approval_and_all_is_undone(
    as_clerk: Client, office: Town
) -> None:
    batch, plan = _sheet(as_clerk, office, ROWS)
    assert not plan.bad, plan.bad
    _import(office, batch, plan)
    states = dict(Trip.objects.values_list("number", "state"))
    assert states == {"旧-1": "reported", "旧-2": "approved", "旧-3": "asked"}
    first = Trip.objects.get(number="旧-1")
    assert (first.year, first.serial, first.approval) == (2026, None, "云招〔2026〕1号")
    assert first.report_due is not None
    assert list(first.legs.values_list("place", "outside", "since")) == [
        ("上海", True, date(2026, 2, 3))
    ]
    assert set(first.travellers.values_list("name", flat=True)) == {"陆某", "沈某"}
    assert Visit.objects.filter(trip=first).count() == 2
    asked = Question(office.unit, date(2026, 1, 1), date(2026, 12, 31))
    counted = count(asked)
    assert counted["firms"].total == 3 if "firms" in counted else True
    again, plan = _sheet(as_clerk, office, ROWS)
    assert plan.counts, again
    assert not any(plan.of(outcome) for outcome in plan.counts if outcome.value == "create")
    undo_import(TRIPS, batch, by=office.clerk, reason="表不对", now=timezone.now())
    assert not Trip.objects.standing().exists()
    assert not any(one.total for one in count(asked).values())
    assert Leg.objects.exists()
    assert Traveller.objects.exists()


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("旧-1,对接,2026-02-03,2026-02-04,上海,是,,,已批准,,,,", "批准日期和批件号"),
        ("旧-1,对接,2026-02-03,2026-02-04,上海,是,,,已批准,2999-01-01,1号,,", "晚于今天"),
        ("旧-1,对接,2026-02-03,2026-02-04,上海,是,,,已报告,2026-02-02,1号,,", "报告日期和成果"),
        (
            "旧-1,对接,2026-02-03,2026-02-04,上海,是,,,已报告,2026-02-02,1号,2026-02-01,好",
            "不能早于外出结束",
        ),
        ("旧-1,对接,2026-02-03,2026-02-04,上海,是,,,,2026-02-02,1号,,", "请核对"),
        (
            "旧-1,对接,2026-02-03,2999-02-04,上海,是,,,已批准,2026-02-02,1号,,",
            "还没有结束的外出请在系统里批准",
        ),
        ("旧-1,对接,2026-02-05,2026-02-04,上海,是,,,,,,,", "早于开始"),
        ("旧-1,对接,2026-02-03,2026-02-04,,是,,,,,,,", "地点"),
        ("旧-1,对接,2026-02-03,2026-02-04,上海,是,,,批了,,,,", "请填其中之一"),
    ],
)
def test_a_row_whose_way_is_not_proved_is_told_before(
    as_clerk: Client, office: Town, row: str, why: str
) -> None:
    _, plan = _sheet(as_clerk, office, f"{row}\n")
    assert [why in one.says for one in plan.bad] == [True], plan.bad


def test_a_sheet_changes_no_approval_of_a_trip_that_stands(as_clerk: Client, office: Town) -> None:
    batch, plan = _sheet(as_clerk, office, ROWS)
    _import(office, batch, plan)
    _, plan = _sheet(as_clerk, office, ROWS.replace("旧-3,拜访商会", "旧-3,拜访行业商会"))
    assert not plan.bad
    _, plan = _sheet(
        as_clerk, office, ROWS.replace("杭州,是,,,,,", "杭州,是,,,已批准,2026-03-01,3号")
    )
    assert ["不能用表格改" in one.says for one in plan.bad] == [True]
