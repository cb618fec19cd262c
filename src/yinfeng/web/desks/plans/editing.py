"""Milestones in sheets and bulk edits: whose each is, what comes next, when it began and was done.

A sheet makes no milestone: these come with a plan. Days that are gates of the project are reported
there; a day on which something was done stands with what shows it, as on the page.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils import timezone

from yinfeng.web.desks.plans.actions import hold_plans, reckon_marked
from yinfeng.web.desks.plans.models import Milestone
from yinfeng.web.desks.projects.models import Project
from yinfeng.web.desks.projects.naming import ProjectSlot
from yinfeng.web.lists.editing import Editing
from yinfeng.web.lists.slots import DaySlot, Slot, WordsSlot
from yinfeng.web.people.may import in_scope, may
from yinfeng.web.people.models import User
from yinfeng.web.shell.refusals import Refused

_MARKS = ("began", "ended", "proof")


def _slots(user: User) -> Sequence[Slot]:
    rows = Project.objects.standing().open().filter(in_scope(user, "plans.assign"))
    return (
        ProjectSlot(
            name="project",
            label="项目",
            also_called=("项目名称", "项目编号"),
            projects=list(rows.select_related("unit").order_by("pk")),
        ),
        WordsSlot(
            name="name",
            label="节点",
            also_called=("节点名称", "里程碑", "计划节点", "事项"),
            longest=80,
        ),
        DaySlot(name="began", label="实际开始", also_called=("开始日期", "实际开始日期")),
        DaySlot(
            name="ended", label="实际完成", also_called=("完成日期", "实际完成日期", "办结日期")
        ),
        WordsSlot(name="proof", label="完成依据", also_called=("依据", "文号"), longest=300),
    )


def _settled(row: Milestone, values: Mapping[str, Any], by: User) -> Mapping[str, Any]:
    """The values of a milestone that stands, if they hold together."""
    if row.pk is None:
        raise Refused("计划里没有这个节点，节点随倒排计划生成，请核对项目和节点名称")
    told = {name: value for name, value in values.items() if name not in ("project", "name")}
    if "owner" in told and not str(told["owner"]).strip():
        raise Refused("责任单位不能为空")
    marks = {
        name: told.pop(name)
        for name in _MARKS
        if told.get(name) and told[name] != getattr(row, name)
    }
    for name in _MARKS:
        told.pop(name, None)
    return {**told, **(_marked(row, marks, by) if marks else {})}


def _marked(row: Milestone, marks: Mapping[str, Any], by: User) -> Mapping[str, Any]:
    if not may(by, "plans.mark", row.unit):
        raise Refused("您没有登记节点进度的权限")
    if row.gate:
        raise Refused(f"“{row.name}”是项目的阶段节点，请在项目页登记并附依据")
    if row.ended is not None:
        raise Refused(f"“{row.name}”已于{row.ended}完成，要改先打开节点撤回")
    today = timezone.localdate()
    began, ended = marks.get("began", row.began), marks.get("ended")
    if any(day and day > today for day in (began, ended)):
        raise Refused("实际日期不能晚于今天")
    if began and ended and began > ended:
        raise Refused("完成日期早于开始日期")
    if ended is None:
        return {"began": began} if began else {}
    if not str(marks.get("proof", "")).strip():
        raise Refused("写了实际完成日期的，要写完成依据")
    return {"began": began, "ended": ended, "proof": marks["proof"], "source": "mark"}


def _held(keys: Sequence[Any]) -> None:
    hold_plans(Milestone.objects.filter(pk__in=keys).values_list("plan", flat=True))


def _changed(rows: Sequence[Any], by: User) -> None:
    reckon_marked(rows, by=by, today=timezone.localdate())


EDITING = Editing(
    fields=("project", "name", "owner", "person", "next_step", "next_date"),
    changes="plans.assign",
    imports="plans.assign",
    natural=("project", "name"),
    bulk=("owner", "person", "next_step", "next_date"),
    also_called={
        "owner": ("责任部门", "牵头单位"),
        "person": ("责任人姓名", "负责人"),
        "next_step": ("下步工作", "下一步工作", "工作安排"),
        "next_date": ("下步时间", "下一步时间"),
    },
    # A project goes by number or name: its slot stands beside, in place of the one of the field.
    finds={"project": lambda _: []},
    beside=_slots,
    settles=_settled,
    # Until when a milestone must be done follows from the plan and the calendar.
    reckoned=("latest",),
    changed=_changed,
    holds=_held,
)
