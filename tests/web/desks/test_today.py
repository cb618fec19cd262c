"""Today: the six tests of a desk, its numbers, and the page as of a past day."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.web.conftest import Hire, browser_of
from tests.web.desks.leads.office import MET
from yinfeng.lexicon.calendar import calendar
from yinfeng.web.desks.leads import actions
from yinfeng.web.desks.leads.models import Lead
from yinfeng.web.desks.today.pages import Sheet, last_working_day, sheet
from yinfeng.web.people.models import OrgUnit, Post, User
from yinfeng.web.people.roles import Role
from yinfeng.web.store.actions import take_in

TODAY = timezone.localdate()
DAY = timedelta(days=1)


def _registered(by: User, name: str, day: date, **more: str) -> Lead:
    form = replace(MET, name=name, investors=f"{name}有限公司", met_on=day, **more)  # type: ignore[arg-type]
    return actions.register(form, by=by, unit=by.unit, today=day, reason="已核对")


@pytest.fixture
def mayor(hire: Hire, town: OrgUnit) -> User:
    """A leader of the town."""
    return hire("mayor", town, Role.LEADER)


@pytest.fixture
def busy(clerk: User, head: User, mayor: User) -> dict[str, Lead]:
    """A new lead, an old and quiet one, one whose leader owes an answer, one lost."""
    new = _registered(clerk, "甲", TODAY)
    quiet = _registered(clerk, "乙", TODAY - 70 * DAY)
    ripe = _registered(clerk, "丙", TODAY - 20 * DAY, maturity="finalising")
    actions.dispatch(
        ripe, by=head, leader=mayor, instruction="请约见董事长", today=TODAY - 12 * DAY
    )
    lost = _registered(clerk, "丁", TODAY - 9 * DAY)
    actions.lose(
        lost,
        by=clerk,
        code="R13",
        reason="失联",
        today=TODAY - 9 * DAY,
        version=lost.version,
        revisit=TODAY,
    )
    return {"new": new, "quiet": quiet, "ripe": ripe, "lost": lost}


def _says(browser: Client, address: str = "/today/") -> str:
    response = browser.get(address)
    assert response.status_code == 200
    says: str = response.content.decode()
    return says


def _sheet(user: User, day: date = TODAY) -> Sheet:
    return sheet(user, day, is_live=day == TODAY)


def test_it_is_the_page_that_opens_first(as_clerk: Client) -> None:
    assert as_clerk.get("/", follow=True).redirect_chain == [("/today/", 302)]


def test_the_clerk_sees_what_is_new_with_its_reasons_and_what_to_do(
    as_clerk: Client, clerk: User, busy: dict[str, Lead]
) -> None:
    page = _sheet(clerk)
    assert [one.lead for one in page.new] == [busy["new"]]
    assert "投资额和产品已明确" in page.new[0].reasons
    assert {task.lead for task in page.mine} >= {busy["quiet"].pk, busy["lost"].pk}
    assert page.mine[0].is_late
    assert "流失线索到再看日期" in {task.says for task in page.mine}
    says = _says(as_clerk)
    for name in ("甲", "乙", "丙"):
        assert name in says


def test_leads_of_papers_that_nobody_registered_stand_with_their_grade(
    as_clerk: Client, clerk: User, neighbour: User
) -> None:
    assert 'hx-get="/today/unregistered"' in _says(as_clerk)
    assert "没有还没登记的线索" in _says(as_clerk, "/today/unregistered")
    paper = (
        "云泽镇招商动态\n\n2026年3月18日，云泽镇党委书记沈立群带队赴苏州，与苏州博川传动科技有限公司"
        "洽谈高精度轴承项目，该项目计划总投资3.2亿元，用地45亩。"
    )
    take_in(paper.encode(), "动态.txt", by=clerk)
    says = _says(as_clerk, "/today/unregistered")
    assert "待登记1条" in says
    assert "grade-" in says
    assert "高精度轴承项目" in says
    assert "轴承" not in _says(browser_of(neighbour), "/today/unregistered")


def test_the_leader_is_told_what_the_leader_owes(mayor: User, busy: dict[str, Lead]) -> None:
    page = _sheet(mayor)
    (task,) = [task for task in page.mine if task.lead == busy["ripe"].pk]
    assert (task.says, task.is_late) == ("答复：请约见董事长", True)
    assert "待答复" in _says(browser_of(mayor))


def test_each_number_opens_to_the_rows_that_it_counts(
    as_clerk: Client, clerk: User, busy: dict[str, Lead]
) -> None:
    figures = {figure.label: figure for figure in _sheet(clerk).figures}
    assert figures["黄牌"].value == 1
    assert figures["批示超期"].value == 1
    assert figures["时限超期"].value == 2
    assert figures["A级缺领导或日期"].value == 1
    for figure in figures.values():
        assert _says(as_clerk, figure.address).count("data-row=") == figure.value, figure


def test_a_past_day_is_shown_as_it_was(
    as_clerk: Client, clerk: User, busy: dict[str, Lead]
) -> None:
    moment = timezone.now() - 15 * DAY
    versions = Lead.history.filter(id__in=[busy["ripe"].pk, busy["quiet"].pk])
    versions.update(history_date=moment)
    versions.exclude(history_until=None).update(history_until=moment)
    day = TODAY - 13 * DAY
    page = _sheet(clerk, day)
    assert (page.new_count, page.dispatch_count) == (0, 0)
    assert _sheet(clerk, TODAY - 12 * DAY).dispatch_count == 1
    figures = {figure.label: figure for figure in page.figures}
    assert figures["A级线索"].value + figures["C级线索"].value == 2
    for figure in page.figures:
        assert _says(as_clerk, figure.address).count("data-row=") == figure.value, figure
    assert "只供查看" in _says(as_clerk, f"/today/?as_of={day}")
    assert as_clerk.get(f"/today/?as_of={TODAY + DAY}").status_code == 422


def test_the_viewer_reads_and_who_has_no_part_in_it_gets_403(
    viewer: User, busy: dict[str, Lead], hire: Hire, town: OrgUnit
) -> None:
    assert "甲" in _says(browser_of(viewer))
    assert browser_of(hire("sys", town, Role.SYSTEM)).get("/today/").status_code == 403


def test_another_office_sees_none_of_it(neighbour: User, busy: dict[str, Lead]) -> None:
    page = _sheet(neighbour)
    assert (page.new_count, page.overdue_count, page.dispatch_count) == (0, 0, 0)
    assert not any(figure.value for figure in page.figures)
    assert not page.moves


def test_the_number_of_queries_does_not_grow(
    as_clerk: Client, clerk: User, busy: dict[str, Lead]
) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            _says(as_clerk)
        return len(asked)

    queries()
    # What happened in the unit is counted anew, what did not is kept: both times something did.
    first = _registered(clerk, "先", TODAY)
    actions.tell(first, by=clerk, kind="visit_in", day=TODAY, says="来看地", today=TODAY)
    few = queries()
    for number in range(8):
        lead = _registered(clerk, f"增{number}", TODAY)
        actions.tell(lead, by=clerk, kind="visit_in", day=TODAY, says="来看地", today=TODAY)
    assert queries() <= few


def test_a_second_look_asks_less_and_what_happens_in_between_shows(
    as_clerk: Client, clerk: User, busy: dict[str, Lead]
) -> None:
    def look() -> tuple[str, int]:
        with CaptureQueriesContext(connection) as asked:
            says = _says(as_clerk)
        return says.partition("<main")[2], len(asked)

    first, many = look()
    again, few = look()
    assert again == first
    assert few < many / 2
    lead = _registered(clerk, "后来登记的", TODAY)
    says, _ = look()
    assert lead.name in says
    assert lead.name not in first


def test_two_of_the_same_posts_share_the_page_and_not_what_each_has_to_do(
    clerk: User, hire: Hire, town: OrgUnit, busy: dict[str, Lead]
) -> None:
    colleague = hire("colleague", town, Role.FIELD)
    lead = busy["new"]
    assert lead.owner == clerk

    def look(user: User) -> tuple[str, str, int]:
        browser = browser_of(user)
        with CaptureQueriesContext(connection) as asked:
            page = _says(browser)
        mine, _, rest = page.partition('aria-labelledby="mine-h"')[2].partition("</section>")
        return mine, rest.partition("</main>")[0], len(asked)

    mine, first, many = look(clerk)
    other, second, few = look(colleague)
    assert first == second
    assert few < many
    assert "流失线索到再看日期" in mine
    assert "流失线索到再看日期" not in other
    actions.tell(lead, by=clerk, kind="visit_in", day=TODAY, says="来看地", today=TODAY)
    assert "来看地" in look(colleague)[1]


def test_who_gets_another_post_sees_another_page_at_once(
    clerk: User, other_town: OrgUnit, busy: dict[str, Lead]
) -> None:
    assert "甲" in _says(browser_of(clerk))
    Post.objects.filter(user=clerk).update(unit=other_town)
    assert "甲" not in _says(browser_of(clerk)).partition("<main")[2]


@pytest.mark.parametrize(
    ("day", "before"),
    [
        (date(2026, 11, 23), date(2026, 11, 20)),
        (date(2026, 10, 9), date(2026, 10, 8)),
        (date(2026, 10, 8), date(2026, 9, 30)),
    ],
)
def test_on_a_monday_new_is_what_came_since_friday(day: date, before: date) -> None:
    assert last_working_day(day, calendar()) == before
