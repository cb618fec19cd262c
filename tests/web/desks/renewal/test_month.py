"""A month of a renewal, day by day, as the example tells it."""

from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
from docx import Document
from openpyxl import load_workbook

from scripts.lived import Cast, renewal_month, story
from tests.web.conftest import Hire, browser_of
from yinfeng.reports.renderings.word import word
from yinfeng.web.desks.renewal.battles import battles_of, signings_by_day
from yinfeng.web.desks.renewal.counting import held_of, shares_of
from yinfeng.web.desks.renewal.models import RenewalBlock, Sheet
from yinfeng.web.desks.renewal.rules import rules_of
from yinfeng.web.desks.reports.asking import Term
from yinfeng.web.desks.reports.files import blank_template
from yinfeng.web.desks.reports.kinds import kind_of
from yinfeng.web.desks.reports.workbooks import workbook
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.people.roles import Role

TOLD = story("renewal_month")


@pytest.fixture
def block(head: User, hire: Hire, town: OrgUnit) -> RenewalBlock:
    """The block after its month."""
    officer, leader = hire("lander", town, Role.LAND), hire("leader", town, Role.LEADER)
    made: RenewalBlock = renewal_month(TOLD, Cast(officer, head, leader))
    return made


def _rates(block: RenewalBlock, day: date) -> dict[str, str]:
    held = held_of([block])[block.pk]
    return {one.rate.key: one.percent for one in shares_of(held, rules_of(block.unit, day), day)}


def test_a_month_of_signings(block: RenewalBlock, head: User) -> None:
    owners, tenants = TOLD["owners"], TOLD["tenants"]
    signed = [one for one in owners if "april" in one]
    assert (len(owners), len(signed), len(tenants)) == (24, 22, 36)
    end = _rates(block, date(2026, 4, 30))
    assert end["signed_by_owner"] == "91.7%"
    mu = sum(one["mu"] for one in signed)
    assert end["signed_by_area"] == f"{Decimal(mu * 100) / 500:.1f}%"
    assert end["signed_by_tenant"] == "77.8%"
    assert len(set(list(end.values())[:3])) == 3, "three rates, three numbers"
    for day in (1, 10, 20):
        (battle,) = battles_of([block], date(2026, 4, day))
        assert len(battle.owners_today) == sum(one.get("april") == day for one in owners)
        so_far = sum(one.get("april", 99) <= day for one in owners)
        assert battle.headline.part == so_far
    days = signings_by_day(held_of([block])[block.pk])
    assert sum(owners for _, owners, _, _ in days) == 22
    assert block.stage == "signing"
    _and_its_hard_cases(block)
    _and_its_report(block)
    _and_what_came_after(block)
    _and_its_pages(block, head)


def _and_its_report(block: RenewalBlock) -> None:
    kind = kind_of("renewal")
    assert kind is not None
    day = date(2026, 4, 10)
    report = kind.content(Term(block.unit, day, day), {}).report
    rates, signings, hard = report.sections
    assert "签约产权户2户、租户1户，未化解难点户2户" in report.summary
    assert next(line.cells[4].says for line in rates.lines) == "66.7%"
    assert next(line.cells[2].says for line in rates.lines) == "已签约产权户16户"
    assert len(signings.lines) == 3
    assert {line.cells[2].says for line in hard.lines} == {"补偿金额有异议", "订单在手，停产有困难"}
    words = word(report, blank_template(kind, report), {"number": "第1期", "replaces": ""})
    told = "\n".join(
        cell.text
        for table in Document(BytesIO(words)).tables
        for row in table.rows
        for cell in row.cells
    )
    assert "已签约产权户16户" in told
    book = load_workbook(BytesIO(workbook(report, "第1期", "")))
    assert "难点户" in book.sheetnames


def _and_its_hard_cases(block: RenewalBlock) -> None:
    (middle,) = battles_of([block], date(2026, 4, 15))
    (end,) = battles_of([block], date(2026, 4, 30))
    assert (len(middle.hard), len(end.hard)) == (3, 2)
    assert {one.reason for one in end.hard} == {"补偿金额有异议", "抵押、查封未解除"}


def _and_what_came_after(block: RenewalBlock) -> None:
    sheets = Sheet.objects.filter(block=block)
    assert {one.state for one in sheets} == {Sheet.State.APPROVED}
    assert len(sheets) == 22
    june = _rates(block, date(2026, 6, 30))
    assert june["vacated"] == "9.1%"
    assert june["resupplied"] not in ("0.0%", "未知")
    for sheet in sheets:
        assert sheet.total == sum(Decimal(line["amount"]) for line in sheet.lines)


def _and_its_pages(block: RenewalBlock, head: User) -> None:
    browser = browser_of(head)
    page = browser.get(f"/renewal/blocks/{block.pk}?day=2026-04-30").content.decode()
    assert "91.7%" in page
    assert "已签约产权户22户 ÷ 红线内产权户24户" in page
    battle = browser.get("/renewal/battle?day=2026-04-10").content.decode()
    assert "当日签约 <strong>2</strong> 户产权户" in battle
    for person in ("周文海", "许桂芳", "顾永年"):
        assert person not in browser.get("/renewal/public/").content.decode()
