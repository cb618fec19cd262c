"""The desk of siting: needs, where they could go, promises, and the placement of many."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.web.conftest import Hire, browser_of
from tests.web.desks.projects.made import a_project
from tests.web.desks.siting.ground import MU, a_need, park_of
from yinfeng.web.desks.land import actions as land
from yinfeng.web.desks.land.models import Building, Floor, Parcel, Park, Unit
from yinfeng.web.desks.siting import actions
from yinfeng.web.desks.siting.models import (
    APPEND_ONLY,
    LotPromise,
    Run,
    RunResult,
    SitingNeed,
    Terms,
)
from yinfeng.web.desks.siting.sealing import is_whole
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.people.roles import Role
from yinfeng.web.shell.models import Event
from yinfeng.web.shell.refusals import Refused
from yinfeng.web.work.worker import work_off

FORM = {"on": "land", "low": "20亩", "high": "25亩", "priority": "2", "environment": "general"}
DAY = date(2026, 3, 2)


@pytest.fixture
def park(head: User, town: OrgUnit) -> Park:
    """The park."""
    return park_of(town, head)


def _parcel(number: str) -> Parcel:
    return Parcel.objects.get(number=number)


def test_the_clerk_puts_down_a_need_and_sees_where_it_could_go(
    park: Park, as_clerk: Client, clerk: User, town: OrgUnit
) -> None:
    project = a_project(town, clerk, "轴承项目")
    answer = as_clerk.post(f"/siting/of/{project.pk}/add", {**FORM, "pipes": ["给水"]})
    need = SitingNeed.objects.get()
    assert answer["Location"] == f"/siting/{need.pk}"
    says = as_clerk.get(f"/siting/{need.pk}").content.decode()
    assert "能放的地块（2）" in says
    assert "给水已通" in says
    assert Event.objects.filter(action="siting.keep").exists()
    assert need.project.name in as_clerk.get("/siting/").content.decode()
    assert "看哪里能放" in as_clerk.get(f"/projects/{project.pk}").content.decode()


def test_the_viewer_reads_and_may_do_nothing(
    park: Park, viewer: User, head: User, town: OrgUnit
) -> None:
    need = a_need(town, head)
    browser = browser_of(viewer)
    assert browser.get(f"/siting/{need.pk}").status_code == 200
    for address in (f"/siting/{need.pk}/edit", f"/siting/{need.pk}/promise", "/siting/runs/ask"):
        assert browser.post(address, {}).status_code == 403


def test_another_office_finds_nothing(
    park: Park, hire: Hire, head: User, town: OrgUnit, other_town: OrgUnit
) -> None:
    need = a_need(town, head)
    promised = actions.promise(
        need, f"p{_parcel('YZ-01').pk}", by=head, area=Decimal(100), reason="会议", today=DAY
    )
    run = actions.ask(town, [need], by=head, title="一", today=DAY)
    theirs = browser_of(hire("their-head", other_town, Role.HEAD))
    for at in (
        f"{need.pk}", f"{need.pk}/edit", f"of/{need.project_id}/add", f"runs/{run.pk}",
        f"runs/{run.pk}/with/{run.pk}", f"terms/park/{park.pk}",
        f"terms/parcel/{_parcel('YZ-01').pk}",
    ):  # fmt: skip
        assert theirs.get(f"/siting/{at}").status_code == 404, at
    for at in (
        f"{need.pk}/remove", f"{need.pk}/promise", f"promises/{promised.pk}/release",
        f"runs/{run.pk}/adopt",
    ):  # fmt: skip
        assert theirs.post(f"/siting/{at}", {"reason": "x"}).status_code == 404, at


def test_a_need_is_changed_with_its_history_and_the_past_can_be_asked(
    park: Park, as_clerk: Client, head: User, town: OrgUnit
) -> None:
    need = a_need(town, head)
    given = {**FORM, "low": "28亩", "high": "30亩", "version": "1"}
    assert as_clerk.post(f"/siting/{need.pk}/edit", given).status_code == 302
    need.refresh_from_db()
    assert (need.version, need.low) == (2, Decimal("18666.67"))
    assert as_clerk.post(f"/siting/{need.pk}/edit", given).status_code == 422
    past = timezone.localdate() - timedelta(days=1)
    assert as_clerk.get(f"/siting/?as_of={past}").status_code == 200
    assert as_clerk.get(f"/siting/{need.pk}?as_of={past}").status_code == 404
    assert as_clerk.get("/siting/export.xlsx").status_code == 200


def test_what_cannot_be_is_told_at_the_form(as_clerk: Client, clerk: User, town: OrgUnit) -> None:
    project = a_project(town, clerk, "轴承项目")
    bad = {**FORM, "low": "30亩", "chain": "化工", "avoids": "化工、铸造", "tax": "-1"}
    says = as_clerk.post(f"/siting/of/{project.pk}/add", bad).content.decode()
    for sentence in ("上限不能小于下限", "不能避让自己的产业链", "不能是负数"):
        assert sentence in says
    a_need(town, clerk, "第二个")
    other = SitingNeed.objects.get().project_id
    again = as_clerk.post(f"/siting/of/{other}/add", FORM)
    assert "已有选址需求" in again.content.decode()


def test_where_nothing_fits_the_need_that_would_have_to_give_way_is_named(
    park: Park, as_clerk: Client, head: User, town: OrgUnit
) -> None:
    need = a_need(town, head, power=Decimal(900))
    says = as_clerk.get(f"/siting/{need.pk}").content.decode()
    assert "没有一处满足全部要求" in says
    assert "<strong>用电</strong>让步，有2处可放" in says


def test_two_parcels_with_a_common_edge_are_joined(
    park: Park, as_clerk: Client, head: User, town: OrgUnit
) -> None:
    need = a_need(town, head, low=round(50 * MU, 2), high=round(60 * MU, 2))
    says = as_clerk.get(f"/siting/{need.pk}").content.decode()
    assert "须把2个相邻地块合并供应" in says
    terms: dict[str, Any] = {"splits": True, "joins": False, "basis": "控规"}
    actions.set_terms(by=head, park=park, **terms)
    assert "没有一处满足" in as_clerk.get(f"/siting/{need.pk}").content.decode()


def test_rooms_next_door_on_a_floor_are_let_together(
    park: Park, as_clerk: Client, head: User, town: OrgUnit
) -> None:
    here: dict[str, Any] = {"by": head, "unit": town}
    told: dict[str, Any] = {"parcel": _parcel("YZ-01"), "number": "1号楼"}
    building = land.keep(Building, **here, **told)
    floor = land.keep(Floor, **here, building=building, level=1)
    for number in ("101", "102", "110"):
        land.keep(Unit, **here, floor=floor, number=number, area=Decimal(400))
    wanted: dict[str, Any] = {"on": "floor", "low": Decimal(700), "high": Decimal(900), "pipes": ""}
    says = as_clerk.get(f"/siting/{a_need(town, head, **wanted).pk}").content.decode()
    assert "须把同层按编号相邻的2个单元合租，请核对平面图" in says
    assert says.count("须把同层") == 2


def test_the_terms_of_a_parcel_stand_before_those_of_its_park(
    park: Park, head: User, as_clerk: Client, town: OrgUnit
) -> None:
    browser = browser_of(head)
    given = {
        "environment": "light",
        "tax": "30",
        "splits": "on",
        "joins": "on",
        "basis": "准入办法",
    }
    assert browser.post(f"/siting/terms/park/{park.pk}", given).status_code == 302
    need = a_need(town, head)
    assert "准入到“轻型生产" in as_clerk.get(f"/siting/{need.pk}").content.decode()
    own = {**given, "environment": "heavy"}
    browser.post(f"/siting/terms/parcel/{_parcel('YZ-01').pk}", own)
    assert "能放的地块（1）" in as_clerk.get(f"/siting/{need.pk}").content.decode()
    browser.post(f"/siting/terms/parcel/{_parcel('YZ-01').pk}", {**own, "tax": "40"})
    assert Terms.objects.filter(parcel=_parcel("YZ-01")).count() == 1


def test_no_more_is_promised_than_there_is(park: Park, head: User, town: OrgUnit) -> None:
    first, second = a_need(town, head), a_need(town, head, "第二个")
    key = f"p{_parcel('YZ-01').pk}"
    given: dict[str, Any] = {"by": head, "area": Decimal(15000), "reason": "专题会议", "today": DAY}
    promised = actions.promise(first, key, **given)
    with pytest.raises(Refused, match=r"可承诺5,001\.00㎡"):
        actions.promise(second, key, **given)
    with pytest.raises(Refused, match="解除承诺"):
        actions.remove(first, by=head, reason="不来了")
    actions.release(promised, by=head, reason="项目终止")
    assert actions.promise(second, key, **given).area == 15000
    with pytest.raises(Refused, match="没有这个地块"):
        actions.promise(first, "x1", **given)


def test_what_is_promised_is_no_longer_offered_to_others(
    park: Park, head: User, as_clerk: Client, town: OrgUnit
) -> None:
    first, second = a_need(town, head), a_need(town, head, "第二个")
    answer = browser_of(head).post(
        f"/siting/{first.pk}/promise",
        {"place": f"p{_parcel('YZ-01').pk}", "area": "20亩", "reason": "专题会议"},
    )
    assert answer.status_code == 302
    says = as_clerk.get(f"/siting/{second.pk}").content.decode()
    assert "能放的地块（1）" in says
    assert "已承诺给轴承项目" in says


def test_many_projects_are_placed_sealed_compared_and_taken_over(
    park: Park, head: User, town: OrgUnit
) -> None:
    needs = [a_need(town, head, f"项目{n}", priority=1 + n % 3) for n in range(4)]
    browser = browser_of(head)
    ticked = {"title": "一季度", "need": [str(one.pk) for one in needs]}
    answer = browser.post("/siting/runs/ask", ticked)
    assert "正在后台求解" in browser.get(answer["Location"]).content.decode()
    work_off()
    result = RunResult.objects.get()
    assert is_whole(result)
    assert (len(result.plan["seats"]), len(result.plan["left_out"])) == (3, 1)
    # What two leave of two plots side by side is one place for a third.
    assert [len(seat["parts"]) for seat in result.plan["seats"] if seat["is_of_rests"]] == [2]
    assert result.value == result.bound
    says = browser.get(answer["Location"]).content.decode()
    assert "没有排上的和原因" in says
    assert "余地拼合" in says
    assert "全局至少少得" in says
    chosen = [seat["project"] for seat in result.plan["seats"]]
    adopted = browser.post(f"{answer['Location']}/adopt", {"project": chosen, "reason": "会议同意"})
    assert adopted.status_code == 302
    assert LotPromise.objects.count() == 4
    twice = browser.post(f"{answer['Location']}/adopt", {"project": chosen, "reason": "再来"})
    assert twice.status_code == 422
    browser.post("/siting/runs/ask", {**ticked, "title": "二季度"})
    work_off()
    runs = list(Run.objects.order_by("pk"))
    compared = browser.get(f"/siting/runs/{runs[0].pk}/with/{runs[1].pk}").content.decode()
    assert "4个项目的安排相同" in compared
    assert "一季度" in browser.get("/siting/runs").content.decode()


def test_a_placement_done_twice_is_sealed_once(park: Park, head: User, town: OrgUnit) -> None:
    run = actions.ask(town, [a_need(town, head)], by=head, title="一", today=DAY)
    work_off()
    first = RunResult.objects.get(run=run)
    again = actions.ask(town, [SitingNeed.objects.get()], by=head, title="二", today=DAY)
    work_off()
    second = RunResult.objects.get(run=again)
    assert (second.fingerprint, second.seal) == (first.fingerprint, first.seal)
    with pytest.raises(Refused, match="至少选一个"):
        actions.ask(town, [], by=head, title="三", today=DAY)


def test_an_office_lays_its_own_rules_over_the_house(head: User, town: OrgUnit) -> None:
    browser, today = browser_of(head), timezone.localdate()
    bad = {"text": "lots: {joined: 2}", "since": today, "reason": "试"}
    assert "version" in browser.post("/siting/rules", bad).content.decode()
    good = {**bad, "text": "version: 云泽2026\nlots: {smallest: 6670}"}
    assert browser.post("/siting/rules", good).status_code == 302
    assert "云泽2026" in browser.get("/siting/rules").content.decode()


@pytest.mark.parametrize("model", APPEND_ONLY)
def test_what_was_sealed_cannot_be_changed(
    model: type[RunResult], park: Park, head: User, town: OrgUnit
) -> None:
    actions.ask(town, [a_need(town, head)], by=head, title="一", today=DAY)
    today = timezone.localdate()
    actions.set_rules(town, by=head, text="", since=today, reason="改回", today=today)
    work_off()
    table = model._meta.db_table
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f'DELETE FROM "{table}"')


def test_a_rule_that_cannot_be_meant_is_refused_by_its_name(town: OrgUnit, head: User) -> None:
    today = timezone.localdate()
    for text, says in (("points: {start: -50}", "points"), ("title: ''", "title 不能是空的")):
        with pytest.raises(Refused, match=says):
            actions.set_rules(
                town, by=head, text=f"version: 甲\n{text}", since=today, reason="试", today=today
            )


def test_queries_do_not_grow_with_rows(
    park: Park, head: User, as_clerk: Client, town: OrgUnit
) -> None:
    need = a_need(town, head)

    def counted(address: str) -> int:
        as_clerk.get(address)
        with CaptureQueriesContext(
            connection,
        ) as seen:
            as_clerk.get(address)
        return len(seen)

    pages = ("/siting/", f"/siting/{need.pk}", "/siting/runs", "/siting/terms")
    before = [counted(page) for page in pages]
    for number in range(6):
        a_need(town, head, f"又一个{number}")
        land.keep(
            Parcel, by=head, unit=town, park=park, number=f"Z{number}", area=Decimal(15000),
            state="clear", pipes="给水",
        )  # fmt: skip
    actions.ask(town, [need], by=head, title="一", today=DAY)
    work_off()
    after = [counted(page) for page in pages]
    assert all(now <= was + 1 for was, now in zip(before, after, strict=True)), (before, after)
