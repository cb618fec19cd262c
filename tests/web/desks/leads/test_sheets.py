"""Leads come from a sheet as if each was registered by hand, and leave again in one action."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from tests.web.desks.leads.office import MET, registered
from yinfeng.web.desks.leads.models import Lead
from yinfeng.web.lists.models import Batch
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.shell.events import faults

pytestmark = pytest.mark.django_db
HEADS = "项目名称,投资方,线索来源,总投资,用地需求,成熟度,首报日期\n"
GOOD = (
    "冷链装备项目,海州鲜达供应链有限公司,展会,1.6亿元,供地30亩,正在洽谈,2026-03-02\n"
    "智能水表项目,甬城仪表有限公司,,5000万元以上,,,\n"
)


def _sent(browser: Client, town: OrgUnit, rows: str, heads: str = HEADS) -> str:
    sheet = SimpleUploadedFile("线索.csv", (heads + rows).encode("utf-8-sig"))
    sent = {"sheet": sheet, "unit": town.pk}
    page: str = browser.post("/leads/import/take", sent, follow=True).content.decode()
    return page


def _confirmed(browser: Client) -> str:
    batch = Batch.objects.latest("pk")
    page = browser.get(f"/leads/import/{batch.pk}").content.decode()
    seal = page.split('name="seal" value="')[1].split('"')[0]
    address = f"/leads/import/{batch.pk}/run"
    answer: str = browser.post(address, {"seal": seal}, follow=True).content.decode()
    return answer


def test_each_row_begins_as_a_lead_with_its_form_clocks_and_grade(
    as_clerk: Client, clerk: User, town: OrgUnit
) -> None:
    assert "新建 2" in _sent(as_clerk, town, GOOD)
    assert not Lead.objects.exists()
    _confirmed(as_clerk)
    first, second = Lead.objects.order_by("name")
    assert (first.number, first.grade, first.stage) == ("2026-0001", "B", "negotiating")
    assert first.reported.isoformat() == "2026-03-02"
    assert (second.number, second.source) == (f"{timezone.localdate().year}-0002", "表格导入")
    assert first.tellings.get(field="investment").quote == "1.6亿元"
    assert first.statements.get().by == clerk
    assert first.clocks.running().filter(key="follow_up").exists()
    assert first.claims.get().complete is None
    assert not list(faults())


@pytest.mark.parametrize(
    ("above", "heads"),
    [
        ("", "总投资（万元）,用地（亩）,进展情况,首次接洽时间"),
        ("单位：万元,,,,,\n", "总投资,用地/亩,进展,首次接洽"),
    ],
)
def test_a_bare_number_takes_the_unit_of_its_heading_or_of_the_sheet(
    as_clerk: Client, town: OrgUnit, above: str, heads: str
) -> None:
    rows = '冷链装备项目,海州鲜达供应链有限公司,"16,000",30,正在洽谈,2026.3.2\n'
    assert "新建 1" in _sent(as_clerk, town, rows, f"{above}项目名称,投资方,{heads}\n")
    _confirmed(as_clerk)
    lead = Lead.objects.get()
    assert (lead.amount, lead.land, lead.stage) == ("16,000万元", "30亩", "negotiating")
    assert lead.yuan == 160_000_000
    assert lead.reported.isoformat() == "2026-03-02"


def test_the_whole_sheet_is_undone_in_one_action(as_clerk: Client, town: OrgUnit) -> None:
    _sent(as_clerk, town, GOOD)
    _confirmed(as_clerk)
    address = f"/leads/import/{Batch.objects.get().pk}/undo"
    as_clerk.post(address, {"reason": "传错了表"})
    assert not Lead.objects.standing().exists()
    assert Batch.objects.get().state == Batch.State.UNDONE


def test_all_bad_rows_are_told_before_anything_is_written(as_clerk: Client, town: OrgUnit) -> None:
    rows = (
        "甲项目,甲有限公司,,很多钱,,,\n"
        "乙项目,乙有限公司,,,,快了,\n"
        "丙项目,丙有限公司,,,,,2099-01-01\n"
    )
    page = _sent(as_clerk, town, rows)
    assert "没有读懂投资额" in page
    assert "成熟度请选择" in page
    assert "首报日期不能晚于今天" in page
    assert "有误 3" in page


def test_what_is_told_of_a_lead_is_not_changed_by_a_sheet(
    as_clerk: Client, clerk: User, town: OrgUnit
) -> None:
    lead = registered(clerk, town, MET)
    row = f"{lead.name},{lead.investors},,9亿元,,,\n"
    assert "不能用表格改" in _sent(as_clerk, town, row)
    same = f"{lead.name},{lead.investors},,{lead.amount},,,\n"
    assert "不能用表格改" not in _sent(as_clerk, town, same)
