"""The desk of outreach: the six tests of a desk, and the way of a trip."""

import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.web.conftest import Hire, browser_of
from tests.web.desks.outreach_year import Town
from yinfeng.web.desks.outreach import actions
from yinfeng.web.desks.outreach.asking import Question
from yinfeng.web.desks.outreach.kinds import KINDS
from yinfeng.web.desks.outreach.listings import LISTS
from yinfeng.web.desks.outreach.models import (
    Exchange,
    Member,
    Partner,
    Reception,
    Signing,
    Talk,
    Task,
    Team,
    Traveller,
    Trip,
    Visit,
)
from yinfeng.web.desks.outreach.sources import count
from yinfeng.web.lists.actions import import_rows, plan_of, undo_import
from yinfeng.web.lists.models import Batch
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.people.roles import Role
from yinfeng.web.shell.models import Event
from yinfeng.web.shell.refusals import Refused

DAY = date(2026, 4, 13)
TRIP = {
    "purpose": "对接轴承项目",
    "since": "2026-04-13",
    "since_half": "0",
    "until": "2026-04-14",
    "until_half": "0",
    "place": "上海",
    "outside": "on",
}
RECEPTION = {
    "on": "2026-04-13",
    "group": "苏州恒锐精工机械有限公司",
    "heads": "5",
    "received": "chief",
    "purpose": "考察厂房",
    "met_name": "张建国",
    "met_title": "董事长",
    "met_phone": "13812345678",
}


@pytest.fixture
def office(town: OrgUnit, clerk: User, head: User) -> Town:
    """The town in the year 2026."""
    return Town(town, clerk, head, 2026)


@pytest.fixture
def trip(office: Town) -> Trip:
    """A trip that waits for approval."""
    return office.trip(DAY, 3, "上海")


def _says(answer: Any) -> str:
    return str(answer.content.decode())


def test_the_clerk_registers_a_trip_the_head_approves_it_and_it_is_reported(
    as_clerk: Client, head: User
) -> None:
    asked = as_clerk.post("/outreach/trips/add", TRIP, follow=True)
    assert "已登记：外出2026-001。" in _says(asked)
    trip = Trip.objects.get()
    at = f"/outreach/trips/{trip.pk}"
    approved = browser_of(head).post(
        f"{at}/approve", {"on": "2026-04-10", "paper": "云泽批6号"}, follow=True
    )
    assert "已批准" in _says(approved)
    going = {
        "name": "沈立群",
        "title": "党委书记",
        "leader": "on",
        "since_half": 0,
        "until_half": 1,
    }
    as_clerk.post(f"{at}/travellers/add", going)
    as_clerk.post(f"{at}/visits/add", {"on": "2026-04-13", "firm": "上海博川精密有限公司"})
    trip.refresh_from_db()
    assert trip.report_due == date(2026, 4, 17)
    told = {"version": trip.version, "on": "2026-04-15", "outcome": "有意来访", "next_step": "邀请"}
    assert "已报告" in _says(as_clerk.post(f"{at}/report", told, follow=True))
    page = _says(as_clerk.get("/outreach/?first=2026-01-01&last=2026-12-31"))
    assert re.search(r'class="figure">1\.5<small>天', page)
    assert 'value="2026-01-01"' in page
    rows = _says(as_clerk.get("/outreach/counts/leader_days?first=2026-01-01&last=2026-12-31"))
    assert "外出2026-001 党委书记沈立群 上海" in rows
    kinds = [(one.action, one.actor_name[:5]) for one in Event.objects.order_by("number")]
    assert ("outreach.approve", "head同") in kinds


def test_who_asked_for_a_trip_does_not_approve_it(office: Town, head: User) -> None:
    own = actions.ask_for_trip(
        by=head, unit=office.unit, place="上海", outside=True, purpose="x", since=DAY, until=DAY
    )
    with pytest.raises(Refused, match="不能批准自己登记的外出"):
        actions.approve(own, by=head, today=DAY)


def test_an_approval_of_an_earlier_day_names_its_paper(trip: Trip, head: User) -> None:
    with pytest.raises(Refused, match="批件号"):
        actions.approve(trip, by=head, today=DAY, on=DAY - timedelta(days=3))
    with pytest.raises(Refused, match="不能晚于今天"):
        actions.approve(trip, by=head, today=DAY, on=DAY + timedelta(days=3))


def test_who_asked_for_a_trip_is_told_who_may_approve_it(
    office: Town, head: User, hire: Hire, town: OrgUnit
) -> None:
    own = actions.ask_for_trip(
        by=head, unit=town, purpose="拜访企业", place="上海", outside=True, since=DAY, until=DAY
    )
    says = browser_of(head).get(f"/outreach/trips/{own.pk}").content.decode()
    assert "这次外出是您自己登记的" in says
    assert "还没有别的人能批准" in says
    mayor = hire("mayor", town, Role.LEADER)
    says = browser_of(head).get(f"/outreach/trips/{own.pk}").content.decode()
    assert str(mayor) in says
    assert "批准日期" not in says
    assert "批准日期" in browser_of(mayor).get(f"/outreach/trips/{own.pk}").content.decode()


def test_an_approved_trip_keeps_its_days_until_it_is_sent_back(office: Town, trip: Trip) -> None:
    trip = office.approve(trip)
    later: dict[str, Any] = {"until": DAY + timedelta(days=9)}
    with pytest.raises(Refused, match="不能改日期"):
        actions.change(trip, by=office.clerk, version=trip.version, **later)
    with pytest.raises(Refused, match="理由"):
        actions.reopen(trip, by=office.head, reason="")
    trip = actions.reopen(trip, by=office.head, reason="行程有变")
    assert actions.change(trip, by=office.clerk, version=trip.version, **later).until.day == 22
    assert trip.approved_on is None


def test_a_refused_or_cancelled_trip_is_not_reported(office: Town, trip: Trip) -> None:
    trip = actions.refuse(trip, by=office.head, reason="与年度计划重复")
    with pytest.raises(Refused, match="未批准"):
        actions.report(trip, by=office.clerk, version=trip.version, on=DAY, outcome="x")
    with pytest.raises(Refused, match="不能取消"):
        actions.cancel(trip, by=office.clerk, reason="x")


def test_the_second_who_edits_is_told_what_the_first_did(
    office: Town, trip: Trip, as_clerk: Client
) -> None:
    at = f"/outreach/trips/{trip.pk}/edit"
    shown = {**TRIP, "version": trip.version, "until_half": "1"}
    actions.change(trip, by=office.head, version=trip.version, purpose="对接丝杠项目")
    answer = as_clerk.post(at, shown)
    assert answer.status_code == 422
    assert "head同志于" in _says(answer)
    assert "改为“对接丝杠项目”" in _says(answer)
    assert Trip.objects.get().purpose == "对接丝杠项目"


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.key)
def test_every_kind_has_a_list_and_a_form(as_clerk: Client, kind: Any) -> None:
    assert kind.title in _says(as_clerk.get(f"/outreach/{kind.key}/"))
    assert as_clerk.get(f"/outreach/{kind.key}/?as_of=2026-01-31").status_code == 200
    assert as_clerk.get(f"/outreach/{kind.key}/add").status_code == 200
    assert as_clerk.post(f"/outreach/{kind.key}/add", {}).status_code == 422


def test_the_viewer_reads_and_changes_nothing(viewer: User, trip: Trip) -> None:
    browser, at = browser_of(viewer), f"/outreach/trips/{trip.pk}"
    page = _says(browser.get(at))
    assert "添加" not in page
    assert "批准</button>" not in page
    assert browser.post("/outreach/trips/add", TRIP).status_code == 403
    for way in ("edit", "remove", "approve", "refuse", "reopen", "cancel", "report"):
        assert browser.post(f"{at}/{way}", {"reason": "x"}).status_code == 403, way
    assert browser.post(f"{at}/visits/add", {}).status_code == 403
    assert browser.get("/outreach/proposals").status_code == 403
    assert browser.post("/outreach/rules", {"text": ""}).status_code == 403


def test_another_towns_record_is_not_there(neighbour: User, trip: Trip, office: Town) -> None:
    browser, at = browser_of(neighbour), f"/outreach/trips/{trip.pk}"
    assert browser.get(at).status_code == 404
    assert browser.get(f"{at}?as_of={timezone.localdate() - timedelta(days=1)}").status_code == 404
    for way in ("edit", "remove", "cancel", "report", "visits/add"):
        assert browser.post(f"{at}/{way}", {"reason": "x"}).status_code == 404, way
    assert trip.number not in _says(browser.get("/outreach/trips/"))
    asked = browser.get(f"/outreach/?unit={office.unit.pk}")
    assert asked.status_code == 422
    with pytest.raises(Refused, match="不是本单位的"):
        actions.keep(
            Talk,
            by=neighbour,
            unit=neighbour.unit,
            on=DAY,
            project="x",
            topic="x",
            trip=trip,
        )


def test_a_form_that_is_wrong_says_what_to_do(as_clerk: Client) -> None:
    answer = as_clerk.post("/outreach/trips/add", {**TRIP, "until": "2026-04-10"})
    assert answer.status_code == 422
    assert "结束时间早于开始时间" in _says(answer)
    assert not Trip.objects.exists()
    strange = as_clerk.post("/outreach/receptions/add", {**RECEPTION, "received": "king"})
    assert strange.status_code == 422


def test_what_belongs_to_a_trip_lies_within_its_days(office: Town, trip: Trip) -> None:
    outside = DAY + timedelta(days=30)
    with pytest.raises(Refused, match="拜访日期不在这次外出"):
        office.keep(Visit, trip=trip, on=outside, firm="x")
    with pytest.raises(Refused, match="加入和离开"):
        office.keep(Traveller, trip=trip, name="x", since=outside)


def test_what_htmx_swaps_in_is_what_a_reload_shows(as_clerk: Client, trip: Trip) -> None:
    at = f"/outreach/trips/{trip.pk}"
    visit = {"on": "2026-04-13", "firm": "上海博川精密有限公司", "met_phone": "13812345678"}
    part = _says(as_clerk.post(f"{at}/visits/add", visit, headers={"HX-Request": "true"}))
    whole = _says(as_clerk.get(at))
    found = re.search(r'<section class="part" id="visits".*?</section>', whole, re.DOTALL)
    assert found
    assert _without_token(part.strip()) == _without_token(found[0])
    wrong = as_clerk.post(f"{at}/visits/add", {}, headers={"HX-Request": "true"})
    assert wrong.status_code == 422
    gone = Visit.objects.get()
    left = as_clerk.post(
        f"{at}/visits/{gone.pk}/remove", {"reason": "重复"}, headers={"HX-Request": "true"}
    )
    assert "博川" not in _says(left)


def _without_token(page: str) -> str:
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]*"', "", page)


def test_the_persons_met_are_masked_on_pages_lists_and_the_trail(as_clerk: Client) -> None:
    as_clerk.post("/outreach/receptions/add", RECEPTION)
    reception = Reception.objects.get()
    pages = (
        f"/outreach/receptions/{reception.pk}",
        "/outreach/receptions/?columns=met_name&columns=met_phone",
    )
    for page in pages:
        says = _says(as_clerk.get(page))
        assert "138****5678" in says
        assert "13812345678" not in says
        assert "张建国" not in says
    assert "13812345678" not in str(list(Event.objects.values()))


def test_a_removed_record_is_gone_with_a_reason_and_stands_in_its_past(
    as_clerk: Client, office: Town
) -> None:
    as_clerk.post("/outreach/receptions/add", RECEPTION)
    reception = Reception.objects.get()
    at = f"/outreach/receptions/{reception.pk}"
    assert as_clerk.post(f"{at}/remove", {}).status_code == 422
    assert as_clerk.post(f"{at}/remove", {"reason": "登记重复"}).status_code == 302
    assert as_clerk.get(at).status_code == 404
    later = timezone.now() + timedelta(days=1)
    Reception.history.filter(history_type="+").update(
        history_until=later, history_date=timezone.now() - timedelta(days=2)
    )
    Reception.history.filter(history_type="~").update(history_date=later)
    past = as_clerk.get(f"{at}?as_of={timezone.localdate() - timedelta(days=1)}")
    assert "只供查看" in _says(past)
    assert "修改</a>" not in _says(past)


def test_a_task_of_a_team_is_done_by_rows(as_clerk: Client, office: Town) -> None:
    office.keep(Team, name="上海联络站", kind="station", place="上海", since=date(2026, 1, 1))
    team = Team.objects.get()
    at = f"/outreach/teams/{team.pk}"
    as_clerk.post(f"{at}/tasks/add", {"year": 2026, "measure": "batches", "target": 4})
    assert Task.objects.get().target == 4
    office.keep(
        Reception,
        on=DAY,
        group="苏州恒锐精工机械有限公司",
        heads=2,
        received="chief",
        purpose="x",
        team=team,
    )
    page = _says(as_clerk.get(at))
    assert "25%" in page
    twice = as_clerk.post(f"{at}/tasks/add", {"year": 2026, "measure": "batches", "target": 9})
    assert "这支队伍本年度已有这项任务" in _says(twice)


def test_partners_have_ties_and_exchanges(as_clerk: Client) -> None:
    as_clerk.post("/outreach/partners/add", {"name": "苏州轴承行业协会", "kind": "chamber"})
    partner = Partner.objects.get()
    at = f"/outreach/partners/{partner.pk}"
    tie = {"ours": "云泽镇", "kind": "cooperation", "paper": "合2026-3"}
    as_clerk.post(f"{at}/pairings/add", tie)
    met = {"on": "2026-04-13", "way": "in", "heads": 6, "topic": "行业座谈"}
    as_clerk.post(f"{at}/exchanges/add", met)
    assert Exchange.objects.get().partner == partner
    assert "战略合作" in _says(as_clerk.get(at))
    row = _says(as_clerk.get("/outreach/partners/"))
    assert re.search(r'data-label="交流（次）">1<', row)


def test_the_number_of_queries_does_not_grow(as_clerk: Client, office: Town) -> None:
    def queries(page: str) -> int:
        with CaptureQueriesContext(connection) as asked:
            assert as_clerk.get(page).status_code == 200
        return len(asked)

    def more(start: int) -> Trip:
        for number in range(start, start + 3):
            trip = office.approve(office.trip(DAY + timedelta(days=number), 2, "上海"))
            office.goes(trip, f"何{number}")
            office.meets(trip, number)
            office.keep(Talk, on=DAY, project=f"{number}号项目", topic="x", trip=trip)
        return trip

    whole = "?first=2026-01-01&last=2026-12-31"
    pages = ["/outreach/" + whole, "/outreach/counts/days" + whole, "/outreach/trips/"]
    pages += [f"/outreach/trips/{more(0).pk}", "/outreach/talks/"]
    for page in pages:
        queries(page)
    few = [queries(page) for page in pages]
    more(10)
    assert [queries(page) for page in pages] == few


def test_who_went_is_put_right_and_the_second_editor_is_told(
    as_clerk: Client, office: Town, trip: Trip, viewer: User, neighbour: User
) -> None:
    office.goes(trip, "何一鸣")
    one = Traveller.objects.get()
    at = f"/outreach/trips/{trip.pk}/travellers/{one.pk}/edit"
    assert at in _says(as_clerk.get(f"/outreach/trips/{trip.pk}"))
    assert "何一鸣" in _says(as_clerk.get(at))
    form = {"name": "何一鸣", "title": "招商办副主任", "since_half": "0", "until_half": "1"}
    saved = as_clerk.post(at, {**form, "version": "1"}, follow=True)
    assert "招商办副主任" in _says(saved)
    again = as_clerk.post(at, {**form, "title": "主任", "version": "1"})
    assert again.status_code == 422
    assert "改过" in _says(again)
    wrong = as_clerk.post(at, {**form, "name": "", "version": "2"})
    assert wrong.status_code == 422
    office.goes(trip, "周启明")
    twice = as_clerk.post(at, {**form, "name": "周启明", "version": "2"})
    assert "已在这次外出的人员里" in _says(twice)
    assert browser_of(viewer).get(at).status_code == 403
    assert browser_of(neighbour).get(at).status_code == 404
    one.refresh_from_db()
    assert (one.title, one.version) == ("招商办副主任", 2)
    assert Event.objects.filter(action="outreach.change").count() == 1


def test_a_member_of_a_team_is_put_right(as_clerk: Client, office: Town) -> None:
    team: dict[str, Any] = {
        "unit": office.unit,
        "name": "驻沪招商组",
        "kind": "outpost",
        "since": DAY,
    }
    made = actions.keep(Team, by=office.clerk, **team)
    told: dict[str, Any] = {"name": "何一鸣", "since": DAY}
    member = actions.keep(Member, by=office.clerk, unit=office.unit, team=made, **told)
    at = f"/outreach/teams/{made.pk}/members/{member.pk}/edit"
    form = {"name": "何一鸣", "since": "2026-04-13", "until": "2026-06-30", "version": "1"}
    as_clerk.post(at, form)
    member.refresh_from_db()
    assert member.until == date(2026, 6, 30)


def test_a_person_met_is_shown_whole_by_right_and_for_a_reason(
    as_clerk: Client, viewer: User, head: User
) -> None:
    as_clerk.post("/outreach/receptions/add", RECEPTION)
    reception = Reception.objects.get()
    at = f"/outreach/receptions/{reception.pk}"
    assert browser_of(viewer).post(f"{at}/reveal", {"reason": "x"}).status_code == 403
    assert as_clerk.post(f"{at}/reveal", {}).status_code == 422
    page = _says(as_clerk.post(f"{at}/reveal", {"reason": "约定下次来访"}))
    assert "13812345678" in page
    assert "张建国" in page
    event = Event.objects.latest("number")
    assert (event.action, event.reason) == ("private.read", "约定下次来访")


def test_a_form_does_not_show_the_person_met_and_keeps_whom_it_does_not_name(
    as_clerk: Client,
) -> None:
    as_clerk.post("/outreach/receptions/add", RECEPTION)
    reception = Reception.objects.get()
    at = f"/outreach/receptions/{reception.pk}/edit"
    form = _says(as_clerk.get(at))
    assert "13812345678" not in form
    assert "现为138****5678，不改请留空" in form
    sent = {**RECEPTION, "met_name": "", "met_phone": "", "heads": "6", "version": "1"}
    assert as_clerk.post(at, sent).status_code == 302
    reception.refresh_from_db()
    assert (reception.heads, reception.met_phone) == (6, "13812345678")
    as_clerk.post(at, {**sent, "met_phone": "13900001111", "version": "2"})
    reception.refresh_from_db()
    assert reception.met_phone == "13900001111"


def test_records_are_found_by_what_they_say_and_not_by_persons(
    as_clerk: Client, neighbour: User
) -> None:
    as_clerk.post("/outreach/receptions/add", RECEPTION)
    assert "接待2026-001" in _says(as_clerk.get("/search/?q=恒锐"))
    assert "接待2026-001" not in _says(as_clerk.get("/search/?q=13812345678"))
    assert "接待2026-001" not in _says(browser_of(neighbour).get("/search/?q=恒锐"))


def test_a_sheet_of_receptions_is_tried_written_counted_and_undone(
    as_clerk: Client, office: Town
) -> None:
    sheet = (
        "编号,日期,来访企业或团组,来访人数,接待规格,事由\n"
        "旧-1,2026-02-03,苏州朗通电子有限公司,4,主要领导接待,考察\n"
        "旧-2,2026-02-04,上海卓川装备有限公司,2,招商办接待,洽谈\n"
    ).encode()
    file = SimpleUploadedFile("接待台账.csv", sheet)
    taken = as_clerk.post(
        "/outreach/receptions/import/take", {"sheet": file, "unit": office.unit.pk}, follow=True
    )
    page = _says(taken)
    assert "苏州朗通电子有限公司" in page or "旧-1" in page
    batch = Batch.objects.get()
    plan = plan_of(LISTS["receptions"], batch, office.clerk)
    assert not plan.bad
    import_rows(
        LISTS["receptions"],
        batch,
        by=office.clerk,
        seal=plan.seal,
        leaves_bad=False,
        now=timezone.now(),
    )
    first = Reception.objects.get(number="旧-1")
    assert (first.year, first.serial, first.received) == (2026, None, "chief")
    asked = Question(office.unit, date(2026, 1, 1), date(2026, 12, 31))
    assert count(asked)["batches"].total == 2
    as_clerk.post("/outreach/receptions/add", RECEPTION)
    assert Reception.objects.get(heads=5).number == "接待2026-001"
    undo_import(LISTS["receptions"], batch, by=office.clerk, reason="表不对", now=timezone.now())
    assert count(asked)["batches"].total == 1


def test_a_sheet_with_a_word_that_is_in_no_list_is_told(office: Town) -> None:
    with pytest.raises(Refused, match="协议类别"):
        LISTS["signings"].editing.settles(  # type: ignore[union-attr,misc]
            Signing(unit=office.unit),
            {"number": "旧-1", "on": DAY, "kind": "promise", "project": "x", "firm": "y"},
            office.clerk,
        )


@pytest.mark.parametrize(
    ("model", "values"),
    [
        (Reception, {"group": "恒锐精工", "received": "chief", "purpose": "考察厂房"}),
        (Talk, {"project": "轴承项目", "topic": "谈供地"}),
    ],
)
def test_what_is_still_to_come_has_not_happened(
    clerk: User, town: OrgUnit, model: type[Any], values: dict[str, Any]
) -> None:
    tomorrow = timezone.localdate() + timedelta(days=1)
    with pytest.raises(Refused, match="晚于今天"):
        actions.keep(model, by=clerk, unit=town, on=tomorrow, **values)
    actions.keep(model, by=clerk, unit=town, on=timezone.localdate(), **values)


def test_nobody_goes_twice_on_one_trip_at_one_time(clerk: User, town: OrgUnit) -> None:
    asked: dict[str, Any] = {"purpose": "对接", "since": DAY, "until": DAY + timedelta(days=3)}
    trip = actions.ask_for_trip(by=clerk, unit=town, place="上海", outside=True, **asked)
    add: dict[str, Any] = {"by": clerk, "unit": town, "trip": trip, "name": "沈立群"}
    actions.keep(Traveller, until=DAY, until_half=0, leader=True, **add)
    with pytest.raises(Refused, match="已在这次外出"):
        actions.keep(Traveller, **add)
    actions.keep(Traveller, since=DAY + timedelta(days=2), **add)
