"""The pages of plans: who may, what they say, plainly and by parts, now and as of a past day."""

import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.web.conftest import browser_of
from tests.web.desks.plans.made import a_plan, in_days, milestone
from tests.web.desks.projects.made import a_project
from yinfeng.lexicon.milestones import template
from yinfeng.web.desks.plans import actions
from yinfeng.web.desks.plans.actions import Change
from yinfeng.web.desks.plans.models import Milestone, Plan, PlanRule
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.shell.models import Event
from yinfeng.web.work.worker import work_off

pytestmark = pytest.mark.django_db


@pytest.fixture
def today() -> date:
    """The day on which the pages are asked."""
    return timezone.localdate()


@pytest.fixture
def plan(town: OrgUnit, clerk: User, today: date) -> Plan:
    """A plan that can be kept."""
    return a_plan(town, clerk, today=today, fixed=in_days(today, 300, 800, 1000))


def _says(answer: Any) -> str:
    return str(answer.content.decode())


def _body(says: str) -> str:
    """A part without what differs between a swap and a reload: messages and tokens."""
    says = re.sub(r'<p class="note success".*?</p>', "", says, flags=re.DOTALL)
    says = re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", says)
    return re.sub(r"\s+", " ", says).strip()


def test_the_clerk_makes_a_plan_by_the_plain_form(
    as_clerk: Client, clerk: User, town: OrgUnit, today: date
) -> None:
    project = a_project(town, clerk)
    page = _says(as_clerk.get(f"/projects/{project.pk}"))
    assert f"/plans/new/{project.pk}" in page
    asked = as_clerk.get(f"/plans/new/{project.pk}?template=leased-plant")
    assert "租用厂房和零土地技改项目" in _says(asked)
    empty = as_clerk.post(f"/plans/new/{project.pk}", {"template": "new-land"})
    assert empty.status_code == 422
    assert "至少填一个固定日期" in _says(empty)
    given = {
        "template": "leased-plant",
        "fixed_start": str(today + timedelta(days=200)),
        "fixed_acceptance": str(today + timedelta(days=100)),
    }
    wrong = as_clerk.post(f"/plans/new/{project.pk}", given)
    assert "按先后" in _says(wrong)
    given["fixed_acceptance"] = str(today + timedelta(days=400))
    made = as_clerk.post(f"/plans/new/{project.pk}", given, follow=True)
    plan = Plan.objects.get(project=project)
    assert made.redirect_chain[-1][0] == f"/plans/{plan.pk}"
    says = _says(made)
    assert "可以按期" in says
    assert "<svg" in says
    assert "关键链" in says
    again = as_clerk.get(f"/plans/new/{project.pk}")
    assert again["Location"] == f"/plans/{plan.pk}"


def test_a_change_is_tried_out_and_then_kept_with_a_reason(
    as_clerk: Client, plan: Plan, today: date
) -> None:
    soon = str(today + timedelta(days=20))
    given = {"version": plan.version, "key": "start", "what": "fixed", "day": soon, "reason": ""}
    tried = as_clerk.post(f"/plans/{plan.pk}/move/try", given)
    assert tried.status_code == 200
    assert "照此仍不能按期" in _says(tried)
    assert plan.editions.count() == 1
    refused = as_clerk.post(f"/plans/{plan.pk}/move", given)
    assert refused.status_code == 422
    assert "请写明理由" in _says(refused)
    kept = as_clerk.post(f"/plans/{plan.pk}/move", {**given, "reason": "市里要求"}, follow=True)
    says = _says(kept)
    assert "已存为第2版" in says
    assert "按现在的情况不能按期" in says
    assert "市里要求" in says
    assert "已经晚了的节点" in says
    stale = as_clerk.post(f"/plans/{plan.pk}/move", {**given, "reason": "再来"})
    assert stale.status_code == 422
    assert "您打开之后" in _says(stale)
    compared = _says(as_clerk.get(f"/plans/{plan.pk}/compare"))
    assert "提前" in compared
    assert "市里要求" in compared


def test_terms_and_milestones_are_changed_by_forms(
    as_clerk: Client, plan: Plan, head: User
) -> None:
    def send(where: str, **given: str) -> str:
        version = Plan.objects.get(pk=plan.pk).version
        told = {"version": version, "reason": "业主要求", **given}
        return _says(as_clerk.post(f"/plans/{plan.pk}/{where}", told, follow=True))

    assert "法定不少于30天" in send("retime", key="notice", count="10", measure="d")
    assert "第2版" in send("retime", key="notice", count="40", measure="d")
    added = send(
        "add", name="桩基先行", owner="业主", count="1", measure="m", after="contract",
        before="start",
    )  # fmt: skip
    assert "桩基先行" in added
    assert "删去“水土保持方案”" in send("leave", key="water")
    now = Plan.objects.get(pk=plan.pk)
    given = {"version": now.version, "edition": 2, "reason": "年度批复"}
    answer = browser_of(head).post(f"/plans/{plan.pk}/baseline", given, follow=True)
    assert "基准为第2版" in _says(answer)


def test_a_milestone_is_marked_on_its_page(
    as_clerk: Client, plan: Plan, head: User, today: date
) -> None:
    row = milestone(plan, "eia")
    page = _says(as_clerk.get(f"/plans/milestone/{row.pk}"))
    assert "环境影响评价法" in page
    assert "登记完成" in page
    assert "撤回进度" not in page
    day = str(today)
    begun = as_clerk.post(
        f"/plans/milestone/{row.pk}/begin", {"version": row.version, "day": day}, follow=True
    )
    assert "已登记开始" in _says(begun)
    row.refresh_from_db()
    bare = as_clerk.post(
        f"/plans/milestone/{row.pk}/finish", {"version": row.version, "day": day, "proof": ""}
    )
    assert bare.status_code == 422
    assert "请写明完成依据" in _says(bare)
    given = {"version": row.version, "day": day, "proof": "云环建8号"}
    assert "按期完成" in _says(
        as_clerk.post(f"/plans/milestone/{row.pk}/finish", given, follow=True)
    )
    row.refresh_from_db()
    back = browser_of(head).post(
        f"/plans/milestone/{row.pk}/reopen",
        {"version": row.version, "reason": "批复作废"},
        follow=True,
    )
    assert "尚未完成" in _says(back)
    assert Event.objects.get(action="plans.reopen").reason == "批复作废"
    gate = milestone(plan, "start")
    assert "项目页" in _says(as_clerk.get(f"/plans/milestone/{gate.pk}"))


def test_what_htmx_swaps_in_is_what_a_reload_shows(as_clerk: Client, plan: Plan) -> None:
    row = milestone(plan, "energy")
    given = {"version": row.version, "owner": "县发改局", "person": "周某", "next_step": "送审"}
    part = as_clerk.post(f"/plans/milestone/{row.pk}/assign", given, headers={"HX-Request": "true"})
    page = _says(as_clerk.get(f"/plans/milestone/{row.pk}"))
    assert "县发改局" in _says(part)
    assert _body(_says(part)) in _body(page)
    change = {
        "version": plan.version, "key": "roof", "count": "5", "measure": "m", "reason": "加层",
    }  # fmt: skip
    part = as_clerk.post(f"/plans/{plan.pk}/retime", change, headers={"HX-Request": "true"})
    assert "加层" in _says(part)
    assert _body(_says(part)) in _body(_says(as_clerk.get(f"/plans/{plan.pk}")))


def test_who_only_reads_sees_the_plan_and_no_form(plan: Plan, viewer: User, clerk: User) -> None:
    browser = browser_of(viewer)
    says = _says(browser.get(f"/plans/{plan.pk}"))
    assert "横道图" in says
    assert "存为新版" not in says
    for name in ("move", "retime", "add", "leave", "baseline"):
        assert browser.post(f"/plans/{plan.pk}/{name}", {}).status_code == 403
    row = milestone(plan, "eia")
    for name in ("begin", "finish", "reopen", "assign"):
        assert browser.post(f"/plans/milestone/{row.pk}/{name}", {}).status_code == 403


def test_the_lists_show_export_and_look_back(as_clerk: Client, plan: Plan, today: date) -> None:
    says = _says(as_clerk.get("/plans/"))
    assert "轴承项目" in says
    assert "个工作日" in says
    past = today - timedelta(days=30)
    assert "轴承项目" not in _says(as_clerk.get(f"/plans/?as_of={past}"))
    milestones = _says(as_clerk.get("/plans/milestones/?stands=open&owner=水利"))
    assert "水土保持方案" in milestones
    assert "施工图审查" not in milestones
    assert as_clerk.get(f"/plans/milestones/?as_of={past}").status_code == 200
    for state in ("late", "past", "week", "month", "open", "done"):
        assert as_clerk.get(f"/plans/milestones/?stands={state}").status_code == 200
    sheet = as_clerk.get("/plans/milestones/export.xlsx")
    assert sheet.status_code == 200
    assert sheet.headers["Content-Type"].endswith("sheet")
    found = _says(as_clerk.get("/search/?q=轴承"))
    assert "的倒排计划" in found


def test_a_plan_as_of_a_past_day_is_as_it_was(
    as_clerk: Client, plan: Plan, clerk: User, today: date
) -> None:
    yesterday = today - timedelta(days=1)
    assert as_clerk.get(f"/plans/{plan.pk}?as_of={yesterday}").status_code == 404
    long_ago = timezone.now() - timedelta(days=3)
    Plan.history.filter(id=plan.pk).update(history_date=long_ago)
    Milestone.history.filter(plan=plan).update(history_date=long_ago)
    change = Change(fixed={"start": today + timedelta(days=400)})
    actions.revise(plan, by=clerk, change=change, reason="推迟", today=today, version=1)
    then = _says(as_clerk.get(f"/plans/{plan.pk}?as_of={yesterday}"))
    assert "日终时的计划" in then
    assert "第1版" in then
    assert "第2版" not in then
    assert f"固定{today + timedelta(days=300)}" in then
    assert "存为新版" not in then
    assert "第2版" in _says(as_clerk.get(f"/plans/{plan.pk}"))
    row = milestone(plan, "start")
    listed = _says(as_clerk.get(f"/plans/milestones/?as_of={yesterday}&stands=open"))
    assert plan.editions.get(number=1).bars["start"][1] in listed
    assert row.fixed == today + timedelta(days=400)


def test_the_month_takes_over_what_is_late_and_counts_what_is_done(
    as_clerk: Client, plan: Plan, clerk: User, today: date
) -> None:
    row = min(Milestone.objects.filter(plan=plan, gate=""), key=lambda one: one.ends)
    month = f"{row.ends:%Y-%m}"
    says = _says(as_clerk.get(f"/plans/month?month={month}"))
    assert row.name in says
    assert "本期应完成" in says
    after = (row.ends.replace(day=1) + timedelta(days=32)).strftime("%Y-%m")
    over = _says(as_clerk.get(f"/plans/month?month={after}"))
    assert "上期结转" in over
    assert row.name in over
    week = _says(as_clerk.get(f"/plans/month?week={row.ends}"))
    assert "周计划" in week
    assert row.name in week
    for odd in ("?month=2026-99", "?month=x", "?week=2026-02-31", "?week=9999-12-31"):
        assert as_clerk.get(f"/plans/month{odd}").status_code == 200


def test_the_drawing_of_all_projects_has_a_line_each_and_its_words(
    as_clerk: Client, plan: Plan, clerk: User, town: OrgUnit, today: date
) -> None:
    a_plan(town, clerk, "齿轮项目", today, in_days(today, 5, 400, 500))
    says = _says(as_clerk.get("/plans/drawn"))
    assert says.count('class="name"') == 2
    assert "齿轮项目：晚" in says
    assert says.count('class="name"') == 2
    one = _says(as_clerk.get("/plans/drawn?q=齿轮"))
    assert one.count('class="name"') == 1
    none = _says(as_clerk.get("/plans/drawn?q=没有这个"))
    assert "没有符合条件的计划" in none


def test_templates_say_what_they_rest_on_and_the_head_lays_others_over(
    as_clerk: Client, head: User, town: OrgUnit, today: date
) -> None:
    says = _says(as_clerk.get("/plans/templates?template=government"))
    assert "招标投标法" in says
    assert "用本单位自己的办法" not in says
    assert as_clerk.post("/plans/templates", {}).status_code == 403
    browser = browser_of(head)
    given = {
        "template": "new-land", "text": "version: x\nspeed: 1", "since": str(today),
        "reason": "会议纪要",
    }  # fmt: skip
    refused = browser.post("/plans/templates", given)
    assert refused.status_code == 422
    assert "不认识的项目" in _says(refused)
    given["text"] = "version: 云泽2026\nmilestones:\n  drawings: {target: 3wd}\n"
    assert "2026.1+云泽2026" in _says(browser.post("/plans/templates", given, follow=True))
    assert PlanRule.objects.get().unit == town


def test_the_project_shows_its_plan(as_clerk: Client, plan: Plan) -> None:
    says = _says(as_clerk.get(f"/projects/{plan.project_id}"))
    assert "可以按期" in says
    assert f"/plans/{plan.pk}" in says


@pytest.mark.parametrize(
    "address", ["/plans/", "/plans/milestones/", "/plans/drawn", "/plans/month"]
)
def test_the_number_of_queries_does_not_grow(
    address: str, as_clerk: Client, clerk: User, town: OrgUnit, today: date
) -> None:
    def asked() -> int:
        with CaptureQueriesContext(
            connection,
        ) as found:
            assert as_clerk.get(address).status_code == 200
        return len(found)

    a_plan(town, clerk, "一号项目", today, in_days(today, 20, 400, 500))
    asked()
    few = asked()
    for at in range(4):
        a_plan(town, clerk, f"{at}号新项目", today, in_days(today, 20, 400, 500))
    assert asked() == few


def test_the_night_reckons_plans_by_the_calendar_of_now(plan: Plan, clerk: User) -> None:
    Milestone._base_manager.filter(plan=plan, key="title").update(latest=date(2026, 1, 5))
    work_off()
    assert actions.reckon_again([plan.pk], today=timezone.localdate()) in (0, 1)
    assert milestone(plan, "title").latest != date(2026, 1, 5)
    assert len(template("new-land").milestones) == plan.milestones.count()
