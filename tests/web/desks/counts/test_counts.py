"""Counting on the desk: what is counted opens, what is left out says why, any day can be asked."""

from datetime import date, timedelta
from decimal import Decimal
from io import BytesIO

import openpyxl
import pytest
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.web.conftest import Hire, browser_of
from tests.web.desks.projects.made import a_project
from yinfeng.judgement.counting.rows import ProjectRow
from yinfeng.web.desks.counts import actions
from yinfeng.web.desks.counts.models import APPEND_ONLY, CountingRule, Recognition
from yinfeng.web.desks.counts.shares import shares_of
from yinfeng.web.desks.leads import actions as leads
from yinfeng.web.desks.projects import actions as projects
from yinfeng.web.desks.projects.models import Passage, Project, Review
from yinfeng.web.desks.projects.sharing import years_after
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.people.roles import Role
from yinfeng.web.shell.refusals import Refused

TODAY = timezone.localdate()
PERIOD = f"start={TODAY - timedelta(days=20)}&last={TODAY}"
PROOF = {"scan": "存档3号", "legal_opinion": "法审3号", "fair_competition": "清公审1号"}


def pass_signing(project: Project, by: User, second: User | None, day: date = TODAY) -> None:
    """Report the gate of signing and, where a second person is given, confirm it."""
    project.refresh_from_db()
    passage = projects.report_gate(
        project, by=by, gate="A2", day=day, today=TODAY, version=project.version, evidence=PROOF
    )
    if second is not None:
        # It was reviewed before: a project of this size is signed by no other way.
        admitted = Passage.objects.create(project=project, gate="N2", day=day, by=by)
        Review.objects.create(passage=admitted, is_confirmed=True, by=second)
        projects.review_gate(passage, by=second, is_confirmed=True, today=TODAY)


@pytest.fixture
def two(town: OrgUnit, clerk: User, head: User) -> list[Project]:
    """One project signed and confirmed, one that only says so."""
    made = [
        a_project(town, clerk, "法兰项目", investors="远帆重工", stage="N1"),
        a_project(town, clerk, "轴承项目", investors="恒锐精密", stage="N1"),
    ]
    pass_signing(made[0], clerk, head)
    pass_signing(made[1], clerk, None)
    return made


def _says(user: User, address: str) -> str:
    return browser_of(user).get(address).content.decode()


def test_a_count_opens_to_those_counted_and_those_left_out(two: list[Project], head: User) -> None:
    says = _says(head, f"/counts/of/signed?{PERIOD}")
    assert "签约项目1个" in says
    counted, left = says.split('id="out"')
    assert "法兰项目" in counted
    assert "轴承项目" in left
    assert "没有第二人确认" in left
    assert "亿元以上 1个" in counted


def test_the_page_shows_every_count_and_both_rates(two: list[Project], head: User) -> None:
    says = _says(head, f"/counts/?{PERIOD}")
    assert "履约率" in says
    assert "100.00%" in says
    assert "0.00%" in says
    assert "签约—开工" in says
    assert "法兰项目" in _says(head, f"/counts/from/A2/to/C1?{PERIOD}")


def test_as_of_a_past_day_nothing_of_today_is_counted(two: list[Project], head: User) -> None:
    yesterday = TODAY - timedelta(days=1)
    says = _says(head, f"/counts/of/signed?{PERIOD}&as_of={yesterday}")
    assert "签约项目0个" in says
    assert f"{yesterday}日终" in says


def test_the_workbook_has_both_sheets(two: list[Project], head: User) -> None:
    answer = browser_of(head).get(f"/counts/of/signed/export.xlsx?{PERIOD}")
    book = openpyxl.load_workbook(BytesIO(answer.content))
    assert book.sheetnames == ["计入", "未计入", "说明"]
    assert [row[0].value for row in book["计入"].iter_rows(min_row=2)] == ["法兰项目"]
    left = next(book["未计入"].iter_rows(min_row=2, values_only=True))
    assert left[0] == "轴承项目"
    assert left[5] == "confirmed"


def test_what_is_recognised_leaves_a_project_out_for_a_reason(
    two: list[Project], head: User
) -> None:
    browser = browser_of(head)
    form = {"project": two[0].pk, "rule": "relocation", "holds": "yes", "reason": "由本县迁来"}
    answer = browser.post(f"/counts/of/signed/recognise?{PERIOD}", form)
    assert answer.status_code == 302
    says = _says(head, f"/counts/of/signed?{PERIOD}")
    assert "签约项目0个" in says
    assert "市内搬迁" in says
    actions.recognise(two[0], by=head, rule="relocation", holds=False, reason="核实为外县")
    assert "签约项目1个" in _says(head, f"/counts/of/signed?{PERIOD}")
    with pytest.raises(Refused):
        actions.recognise(two[0], by=head, rule="relocation", holds=True, reason=" ")


def test_a_change_of_owner_needs_its_day_and_moves_the_project(
    two: list[Project], head: User
) -> None:
    with pytest.raises(Refused, match="变更日期"):
        actions.recognise(two[0], by=head, rule="new_owner", holds=True, reason="增资后控股变更")
    later = TODAY + timedelta(days=40)
    form = {
        "project": two[0].pk, "rule": "new_owner", "holds": "yes", "day": later.isoformat(),
        "reason": "控股变更公告",
    }  # fmt: skip
    assert browser_of(head).post(f"/counts/of/signed/recognise?{PERIOD}", form).status_code == 302
    says = _says(head, f"/counts/of/signed?{PERIOD}")
    assert "签约项目0个" in says
    assert "业主变更" in says
    after = f"start={TODAY}&last={TODAY + timedelta(days=60)}"
    assert "签约项目1个" in _says(head, f"/counts/of/signed?{after}")


def test_foreign_sums_are_exchanged_by_the_office_own_rate(
    town: OrgUnit, clerk: User, head: User
) -> None:
    project = a_project(
        town, clerk, "外资法兰", investors="远帆海外", stage="N1", amount="1000万美元",
        currency="USD", money=Decimal(10_000_000), yuan=None,
    )  # fmt: skip
    pass_signing(project, clerk, head)
    assert "没有当月汇率" in _says(head, f"/counts/of/signed?{PERIOD}")
    text = f"version: 云泽\nrates:\n  - {{since: {TODAY}, currency: USD, yuan: 7.1, basis: 中间价}}"
    actions.set_rules(town, by=head, text=text, since=TODAY, reason="当月中间价", today=TODAY)
    says = _says(head, f"/counts/of/signed?{PERIOD}")
    assert "折合0.71" in says
    assert "1USD=7.1元" in says
    answer = browser_of(head).get(f"/counts/of/signed/export.xlsx?{PERIOD}")
    book = openpyxl.load_workbook(BytesIO(answer.content))
    row = next(book["计入"].iter_rows(min_row=2, values_only=True))
    assert row[3:6] == (0.71, "USD", 10_000_000)
    assert "1USD=7.1元" in str(row[6])


def test_the_year_begins_where_the_office_closes_the_last_one(
    two: list[Project], head: User, town: OrgUnit
) -> None:
    text = "version: 云泽\nfiscal_year: {closes: day, day: 25}"
    actions.set_rules(town, by=head, text=text, since=TODAY, reason="月报25日截止", today=TODAY)
    year = (TODAY + timedelta(days=6)).year if TODAY.month == 12 and TODAY.day > 25 else TODAY.year
    assert f"{year - 1}-12-26至{TODAY}" in _says(head, "/counts/")


def test_an_office_counts_by_its_own_rules(two: list[Project], head: User, town: OrgUnit) -> None:
    with pytest.raises(Refused, match="version"):
        actions.set_rules(town, by=head, text="rules: {}", since=TODAY, reason="试", today=TODAY)
    text = "version: 云泽\nrules: {confirmed: {active: false}}"
    actions.set_rules(town, by=head, text=text, since=TODAY, reason="试行", today=TODAY)
    says = _says(head, f"/counts/of/signed?{PERIOD}")
    assert "签约项目2个" in says
    assert "+云泽" in says


def test_a_clerk_counts_but_recognises_nothing(two: list[Project], clerk: User) -> None:
    browser = browser_of(clerk)
    assert browser.get("/counts/").status_code == 200
    assert browser.post("/counts/of/signed/recognise", {}).status_code == 403
    assert browser.post("/counts/rules", {}).status_code == 403


def test_another_office_counts_only_its_own(
    two: list[Project], hire: Hire, other_town: OrgUnit
) -> None:
    other = hire("other", other_town, Role.HEAD)
    says = _says(other, f"/counts/of/signed?{PERIOD}")
    assert "签约项目0个" in says
    assert "法兰" not in says
    form = {"project": two[0].pk, "rule": "local", "holds": "yes", "reason": "试"}
    assert browser_of(other).post("/counts/of/signed/recognise", form).status_code == 404


def test_the_number_of_queries_does_not_grow_with_projects(
    two: list[Project], town: OrgUnit, clerk: User, head: User
) -> None:
    browser = browser_of(head)

    def queries() -> int:
        with CaptureQueriesContext(
            connection,
        ) as found:
            browser.get(f"/counts/?{PERIOD}")
        return len(found)

    queries()
    few = queries()
    for at in range(8):
        project = a_project(town, clerk, f"项目{at}", investors=f"企业{at}", stage="N1")
        pass_signing(project, clerk, head)
    assert queries() == few


def test_a_wrong_period_is_told(head: User) -> None:
    says = _says(head, f"/counts/?start={TODAY}&last={TODAY - timedelta(days=3)}")
    assert "结束日期不能早于开始日期" in says


@pytest.mark.parametrize("model", APPEND_ONLY, ids=lambda model: model.__name__)
def test_what_was_ruled_cannot_be_changed(
    two: list[Project], head: User, town: OrgUnit, model: type
) -> None:
    actions.recognise(two[0], by=head, rule="local", holds=True, reason="试")
    actions.set_rules(town, by=head, text="version: 甲", since=TODAY, reason="试", today=TODAY)
    assert Recognition.objects.count() == CountingRule.objects.count() == 1
    rows = model._default_manager.all()  # type: ignore[attr-defined]
    with pytest.raises(DatabaseError), transaction.atomic():
        rows.update(by=head.pk)


def test_a_project_in_another_currency_is_sized_by_the_table(
    town: OrgUnit, clerk: User, head: User
) -> None:
    project = a_project(
        town, clerk, "外资项目", currency="USD", money=Decimal(30_000_000), yuan=None, stage="N1"
    )
    pass_signing(project, clerk, head)
    says = _says(head, f"/counts/of/signed?{PERIOD}")
    assert "5亿元以上 1个" in says
    assert "3000万USD" in says


@pytest.mark.parametrize(
    "query",
    [
        "last=9999-12-31",
        "start=0001-01-01&last=9999-12-31",
        "start=9999-12-31&last=9999-12-31",
        "as_of=0001-01-01",
    ],
)
def test_a_day_at_the_edge_of_the_calendar_is_refused_in_words(
    two: list[Project], head: User, query: str
) -> None:
    for page in ("", "of/signed", "from/A2/to/C1", "of/signed/export.xlsx"):
        answer = browser_of(head).get(f"/counts/{page}?{query}")
        assert answer.status_code == 422, page
        assert "1900年到2199年之间" in answer.content.decode()


def test_less_than_a_class_is_not_of_the_class(town: OrgUnit, clerk: User, head: User) -> None:
    for says in ("近1亿元", "不到1亿元", "约1亿元", "1亿元"):
        one = a_project(
            town, clerk, f"{says}的项目", investors=says, stage="N1", amount=says,
            currency="CNY", money=Decimal(100_000_000), yuan=Decimal(100_000_000),
        )  # fmt: skip
        pass_signing(one, clerk, head)
    says = _says(head, f"/counts/of/signed?{PERIOD}")
    assert "签约项目4个" in says
    assert "亿元以上 2个" in says
    assert "原文近1亿元" in says


def test_what_was_signed_long_before_it_was_registered_does_not_count(
    town: OrgUnit, clerk: User, head: User
) -> None:
    long_ago = TODAY - timedelta(days=258)
    told = a_project(town, clerk, "补登项目", investors="远帆重工", stage="N1")
    stock = a_project(
        town, clerk, "存量项目", investors="恒锐精密", stage="N1", source=Project.Source.SHEET
    )
    for project in (told, stock):
        pass_signing(project, clerk, head, long_ago)
    says = _says(head, f"/counts/of/signed?start={long_ago}&last={TODAY}")
    counted, left = says.split('id="out"')
    assert "存量项目" in counted
    assert "补登项目" not in counted
    assert "没有在期限内报送" in left
    assert "期初存量" in _says(head, "/counts/")


def test_a_sheet_of_later_days_is_no_opening_stock(town: OrgUnit, clerk: User, head: User) -> None:
    first = a_project(town, clerk, "最早的项目", investors="远帆重工", stage="N1")
    began = timezone.now() - timedelta(days=60)
    Project.objects.filter(pk=first.pk).update(created_at=began)
    late = a_project(
        town, clerk, "后来的项目", investors="恒锐精密", stage="N1", source=Project.Source.SHEET
    )
    long_ago = TODAY - timedelta(days=258)
    pass_signing(late, clerk, head, long_ago)
    says = _says(head, f"/counts/of/signed?start={long_ago}&last={TODAY}")
    assert "后来的项目" in says.split('id="out"')[1]


def test_a_project_that_was_handed_over_is_shared_by_giver_and_taker(
    two: list[Project], town: OrgUnit, other_town: OrgUnit, head: User, neighbour: User, hire: Hire
) -> None:
    project = two[0]
    project.refresh_from_db()
    Project.objects.filter(pk=project.pk).update(
        amount="1亿元", currency="CNY", money=Decimal(100_000_000), yuan=Decimal(100_000_000)
    )
    projects.hand_over(
        project, by=head, taker=other_town, giver_share=40, today=TODAY, reason="厂房更合适",
        version=project.version,
    )  # fmt: skip
    given = _says(head, f"/counts/of/signed?{PERIOD}")
    taken = _says(neighbour, f"/counts/of/signed?{PERIOD}")
    assert "按份额折合0.4个），合计0.4亿元" in given
    until = years_after(TODAY, 3)
    says = f"份额40:60，{until}起全归柳桥镇（线索首报与保护2026.1），本单位计40%"
    assert f"由云泽镇流转给柳桥镇，{says}" in given
    assert "按份额折合0.6个），合计0.6亿元" in taken
    assert town.parent is not None
    both = _says(hire("judge", town.parent, Role.COUNTY), f"/counts/of/signed?{PERIOD}")
    assert "按份额" not in both
    assert "计入的1个，合计1亿元" in both


def test_a_first_report_is_shared_for_the_years_of_its_rules_and_then_whole(
    two: list[Project], town: OrgUnit, other_town: OrgUnit, head: User, neighbour: User
) -> None:
    leads.set_rules(
        town, by=head, kind="claims", since=TODAY, reason="镇办文", today=TODAY,
        text="version: 云泽2026\ncredit: {years: 1}",
    )  # fmt: skip
    project = two[0]
    project.refresh_from_db()
    projects.hand_over(
        project, by=head, taker=other_town, giver_share=40, today=TODAY, reason="厂房更合适",
        version=project.version,
    )  # fmt: skip
    until = years_after(TODAY, 1)
    page = _says(neighbour, f"/projects/{project.pk}")
    assert f"共享1年，{until}起全归落地单位" in page
    assert "线索首报与保护2026.1+云泽2026" in page
    moment = (head, None, None)
    (own,) = shares_of([project.pk], *moment, years=None).values()
    assert (own.share, own.until) == (Decimal(40), until)
    (fixed,) = shares_of([project.pk], *moment, years=5).values()
    assert fixed.until == years_after(TODAY, 5)
    row = ProjectRow(
        key=1, name="甲", gates=(), yuan=None, share=own.share, share_until=own.until,
        is_elsewhere=True,
    )  # fmt: skip
    assert row.share_on(until - timedelta(days=1)) == Decimal(40)
    assert row.share_on(until) == 0


def test_rates_of_a_project_that_was_handed_over_are_shared_and_its_days_are_not(
    town: OrgUnit, other_town: OrgUnit, clerk: User, head: User, neighbour: User
) -> None:
    made = [
        a_project(town, clerk, name, investors=name, stage="N1")
        for name in ("法兰项目", "轴承项目")
    ]
    for project in made:
        pass_signing(project, clerk, head, TODAY - timedelta(days=9))
    made[0].refresh_from_db()
    started = Passage.objects.create(project=made[0], gate="C1", day=TODAY, by=clerk)
    Review.objects.create(passage=started, is_confirmed=True, by=head)
    projects.hand_over(
        made[0], by=head, taker=other_town, giver_share=40, today=TODAY, reason="厂房更合适",
        version=made[0].version,
    )  # fmt: skip
    given, taken = [_says(user, f"/counts/from/A2/to/C1?{PERIOD}") for user in (head, neighbour)]
    # The giver has two fifths of the one that started and all of the other: 0.4 of 1.4.
    assert "28.57%" in given
    assert "按份额1.4个中的0.4个" in given
    assert "间隔中位数9.0天" in given
    assert "不能按份额拆" in given
    assert "100.00%" in taken
    assert "按份额0.6个中的0.6个" in taken
    assert "28.57%" in _says(head, f"/counts/?{PERIOD}")


def test_of_a_project_that_was_given_away_whole_the_giver_is_told_by_which_rule(
    two: list[Project], other_town: OrgUnit, head: User
) -> None:
    project = two[0]
    project.refresh_from_db()
    projects.hand_over(
        project, by=head, taker=other_town, giver_share=0, today=TODAY, reason="厂房更合适",
        version=project.version,
    )  # fmt: skip
    left = _says(head, f"/counts/of/signed?{PERIOD}").split('id="out"')[1]
    assert "法兰项目" in left
    assert "份额全归落地单位" in left
