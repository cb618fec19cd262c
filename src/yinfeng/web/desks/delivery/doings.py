"""What may be done with each thing of delivery: right, when it is offered, form, action."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from yinfeng.web.desks.delivery import forms as own
from yinfeng.web.desks.delivery import paper_forms
from yinfeng.web.desks.delivery.actions import lights, meetings, notices, sheets
from yinfeng.web.desks.delivery.doing import Doing, Values, in_state, with_values
from yinfeng.web.desks.delivery.models import Meeting, Task
from yinfeng.web.desks.delivery.money_doings import (
    ON_DELAYS,
    ON_MONTHS,
    ON_PERMITS,
    ON_PHOTOS,
    ON_PROJECTS,
)
from yinfeng.web.desks.delivery.problem_doings import ON_PROBLEMS
from yinfeng.web.people.models import User


def _light(row: Any, by: User, values: Values, day: date) -> object:
    return lights.confirm_light(
        row,
        by=by,
        today=day,
        version=values.get("version", row.version),
        says=values["says"],
        file=values["file"] or None,
    )


def _fill(template: Any, by: User, values: Values, day: date) -> object:
    return sheets.fill_form(
        template, by=by, today=day, first=values["first_day"], last=values["last_day"]
    )


def _correct_meeting(meeting: Any, by: User, values: Values, _: date) -> object:
    return meetings.correct_meeting(meeting, by=by, **{"version": meeting.version, **values})


def _decide(meeting: Any, by: User, values: Values, _: date) -> object:
    given = {name: one for name, one in values.items() if name != "version"}
    return meetings.decide(meeting, by=by, **given)


def _reply(call: Any, by: User, values: Values, day: date) -> object:
    return notices.reply(call, by=by, today=day, says=values["says"], file=values["file"] or None)


DOINGS: Mapping[str, tuple[Doing, ...]] = {
    "problem": ON_PROBLEMS,
    "project": ON_PROJECTS,
    "month": ON_MONTHS,
    "permit": ON_PERMITS,
    "photo": ON_PHOTOS,
    "delay": ON_DELAYS,
    "light": (
        Doing(
            "confirm",
            "举证转灯",
            "转灯",
            "delivery.confirm_light",
            own.ProofForm,
            _light,
            "已转灯，举证留在历史里。",
            lambda one: one.waits,
        ),
    ),
    "call": (Doing("reply", "回复", "回复", "delivery.reply", own.SaysForm, _reply, "已回复。"),),
    "meeting": (
        Doing(
            "correct",
            "会议信息",
            "保存",
            "delivery.meet",
            paper_forms.MeetingForm,
            _correct_meeting,
            "已保存。",
        ),
        Doing(
            "hold",
            "封存会议材料",
            "封存",
            "delivery.meet",
            own.PlainForm,
            with_values(meetings.hold_meeting),
            "材料已封存，可以登记议定事项、下载纪要。",
            lambda one: one.state == Meeting.State.CALLED,
        ),
        Doing(
            "decide",
            "登记议定事项",
            "登记",
            "delivery.meet",
            paper_forms.DecideForm,
            _decide,
            "议定事项已登记。",
        ),
    ),
    "task": (
        Doing(
            "claim",
            "报完成",
            "报完成",
            "delivery.task",
            paper_forms.ResultForm,
            with_values(meetings.claim_task, "result", "file"),
            "已报完成，待确认。",
            in_state(Task.State.OPEN, Task.State.CLAIMED),
        ),
        Doing(
            "confirm",
            "确认",
            "提交意见",
            "delivery.confirm_task",
            paper_forms.ConfirmForm,
            with_values(meetings.confirm_task, "done", "says"),
            "意见已登记。",
            in_state(Task.State.CLAIMED),
        ),
        Doing(
            "drop",
            "不再办理",
            "撤销",
            "delivery.confirm_task",
            own.ReasonForm,
            with_values(meetings.drop_task, "reason", today=False),
            "已撤销。",
            in_state(Task.State.OPEN, Task.State.CLAIMED),
            tone="no",
        ),
    ),
    "sheet": (
        Doing(
            "fill",
            "填报",
            "填报",
            "delivery.fill_form",
            paper_forms.FillForm,
            _fill,
            "已填好，逐格依据见下方。",
        ),
    ),
}
