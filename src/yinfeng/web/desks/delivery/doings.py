"""What may be done with each thing of delivery: right, when it is offered, form, action."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from yinfeng.web.desks.delivery import forms as own
from yinfeng.web.desks.delivery import money_forms
from yinfeng.web.desks.delivery.actions import (
    closing,
    excusing,
    lights,
    meetings,
    money,
    notices,
    photos,
    problems,
    sheets,
)
from yinfeng.web.desks.delivery.models import Meeting, Month, Problem, Task
from yinfeng.web.people.models import User

Values = dict[str, Any]
_WAN = Decimal(10_000)
State = Problem.State
_WORKED_ON = (State.ASSIGNED, State.WORKING, State.PUT_OFF, State.RETURNED)


@dataclass(frozen=True, slots=True)
class Doing:
    """One thing that may be done: what it is called, its right, form and action, what is told."""

    key: str
    title: str
    button: str
    right: str
    form: type[own.ThingForm]
    do: Callable[[Any, User, Values, date], object]
    told: str
    is_offered: Callable[[Any], bool] = lambda _: True
    tone: str = ""


def _in(*states: str) -> Callable[[Any], bool]:
    return lambda thing: thing.state in states


def _with(
    action: Callable[..., object], *names: str, today: bool = True
) -> Callable[[Any, User, Values, date], object]:
    """The action called with the values of its form."""

    def do(thing: Any, by: User, values: Values, day: date) -> object:
        given = {name: values[name] for name in (*names, "version") if name in values}
        given = {name: one for name, one in given.items() if not (name == "file" and not one)}
        return action(thing, by=by, **given, **({"today": day} if today else {}))

    return do


def _report(project: Any, by: User, values: Values, day: date) -> object:
    return money.report_month(
        project,
        by=by,
        today=day,
        month=values["month"],
        yuan=_yuan(values["reported"]),
        revenue=_yuan(values["revenue"]),
        built=values["built"],
        reason=values["reason"],
    )


def _plan(project: Any, by: User, values: Values, day: date) -> object:
    sums = {at: sum_ * _WAN for at, sum_ in values["sums"].items()}
    return money.plan_year(
        project, by=by, today=day, year=values["year"], sums=sums, reason=values["reason"]
    )


def _recognise(month: Any, by: User, values: Values, day: date) -> object:
    return money.recognise_month(
        month,
        by=by,
        today=day,
        version=values.get("version", month.version),
        yuan=values["recognised"] * _WAN,
        says=values["says"],
        file=values["file"] or None,
        reason=values["reason"],
    )


def _photo(project: Any, by: User, values: Values, day: date) -> object:
    name, content = values["file"]
    return photos.add_photo(
        project,
        by=by,
        today=day,
        name=name,
        content=content,
        says=values["says"],
        day=values["day"],
        place=values["place"],
    )


def _filing(project: Any, by: User, values: Values, day: date) -> object:
    names = ("sector", "entered", "code", "scaled")
    given = {name: values[name] for name in names}
    return money.file_statistics(
        project, by=by, today=day, version=values.get("version") or 0, **given
    )


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


def _excuse(project: Any, by: User, values: Values, day: date) -> object:
    names = ("since", "until", "why", "paper")
    given = {name: values[name] for name in names}
    return excusing.excuse(project, by=by, today=day, file=values["file"] or None, **given)


def _permits(project: Any, by: User, _: Values, day: date) -> object:
    return money.list_permits(project, by=by, today=day)


def _correct_meeting(meeting: Any, by: User, values: Values, _: date) -> object:
    return meetings.correct_meeting(meeting, by=by, **values)


def _decide(meeting: Any, by: User, values: Values, _: date) -> object:
    given = {name: one for name, one in values.items() if name != "version"}
    return meetings.decide(meeting, by=by, **given)


def _reply(call: Any, by: User, values: Values, day: date) -> object:
    return notices.reply(call, by=by, today=day, says=values["says"], file=values["file"] or None)


def _yuan(sum_: Decimal | None) -> Decimal | None:
    return None if sum_ is None else sum_ * _WAN


_ASSIGN = ("owner", "owner_unit", "handler", "promised", "measures", "co_owners")
_PERMIT = ("is_needed", "why_not", "applied", "granted", "paper", "file")

DOINGS: Mapping[str, tuple[Doing, ...]] = {
    "problem": (
        Doing(
            "assign",
            "交办",
            "交办",
            "delivery.assign",
            own.AssignForm,
            _with(problems.assign, *_ASSIGN),
            "已交办。",
            _in(State.REGISTERED, State.ESCALATED, State.ASSIGNED),
        ),
        Doing(
            "feedback",
            "反馈进展",
            "反馈",
            "delivery.handle",
            own.SaysForm,
            _with(problems.feed_back, "says", "file"),
            "已反馈。",
            _in(*_WORKED_ON),
        ),
        Doing(
            "ask-close",
            "申请销号",
            "申请销号",
            "delivery.handle",
            own.ProofForm,
            _with(closing.ask_to_close, "says", "file"),
            "已申请销号，等企业确认和核验。",
            _in(*_WORKED_ON),
        ),
        Doing(
            "firm",
            "登记企业意见",
            "登记",
            "delivery.handle",
            own.FirmForm,
            _with(closing.firm_says, "agrees", "who", "says"),
            "企业意见已登记。",
            _in(State.ASKED),
        ),
        Doing(
            "verify",
            "核验",
            "提交核验结论",
            "delivery.verify",
            own.VerifyForm,
            _with(closing.verify, "solved", "says", "file"),
            "核验结论已登记。",
            _in(State.CHECKING),
        ),
        Doing(
            "later",
            "申请延期",
            "申请延期",
            "delivery.handle",
            own.LaterForm,
            _with(problems.ask_for_later, "until", "why"),
            "已申请延期，等批准。",
            lambda one: one.state in _WORKED_ON and one.wanted_due is None,
        ),
        Doing(
            "rule-later",
            "批延期",
            "提交意见",
            "delivery.extend",
            own.RulingForm,
            _with(problems.rule_on_later, "granted", "says"),
            "延期意见已登记。",
            lambda one: one.wanted_due is not None,
        ),
        Doing(
            "escalate",
            "提级",
            "提级",
            "delivery.escalate",
            own.EscalateForm,
            _with(problems.escalate, "to", "why"),
            "已提级，请上一级交办。",
            _in(State.REGISTERED, State.ESCALATED, *_WORKED_ON),
        ),
        Doing(
            "reopen",
            "重新打开",
            "重新打开",
            "delivery.reopen",
            own.WhyForm,
            _with(problems.reopen, "why"),
            "已重新打开，计入重开。",
            _in(State.CLOSED),
        ),
        Doing(
            "remove",
            "删除",
            "删除",
            "delivery.remove",
            own.ReasonForm,
            _with(problems.remove, "reason", today=False),
            "已删除，过去某日的清单里仍能查到。",
            tone="no",
        ),
    ),
    "project": (
        Doing(
            "report",
            "报本月投资",
            "报送",
            "delivery.report_money",
            money_forms.MonthForm,
            _report,
            "已报送，待认定。",
        ),
        Doing(
            "plan-year",
            "年度投资计划",
            "存计划",
            "delivery.report_money",
            money_forms.YearForm,
            _plan,
            "年度计划已存。",
        ),
        Doing(
            "filing",
            "入库入规",
            "保存",
            "delivery.report_money",
            money_forms.FilingForm,
            _filing,
            "已保存。",
        ),
        Doing(
            "permits",
            "列出手续",
            "按用地方式列出",
            "delivery.report_money",
            own.PlainForm,
            _permits,
            "手续已列出。",
        ),
        Doing(
            "excuse",
            "登记政府原因延误",
            "登记",
            "delivery.excuse",
            money_forms.DelayForm,
            _excuse,
            "已登记，闲置期限相应顺延。",
        ),
        Doing(
            "photo",
            "传现场照片",
            "上传",
            "delivery.photo",
            money_forms.PhotoForm,
            _photo,
            "照片已存。",
        ),
    ),
    "month": (
        Doing(
            "recognise",
            "认定",
            "认定",
            "delivery.recognise",
            money_forms.RecogniseForm,
            _recognise,
            "已认定。",
            lambda one: isinstance(one, Month) and one.reported is not None,
        ),
    ),
    "permit": (
        Doing(
            "grant",
            "登记进度",
            "保存",
            "delivery.report_money",
            money_forms.PermitForm,
            _with(money.grant_permit, *_PERMIT),
            "已保存。",
        ),
    ),
    "photo": (
        Doing(
            "remove",
            "删除",
            "删除",
            "delivery.remove",
            own.ReasonForm,
            _with(photos.remove_photo, "reason", today=False),
            "已删除。",
            tone="no",
        ),
    ),
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
            own.MeetingForm,
            _correct_meeting,
            "已保存。",
        ),
        Doing(
            "hold",
            "封存会议材料",
            "封存",
            "delivery.meet",
            own.PlainForm,
            _with(meetings.hold_meeting),
            "材料已封存，可以登记议定事项、下载纪要。",
            lambda one: one.state == Meeting.State.CALLED,
        ),
        Doing(
            "decide",
            "登记议定事项",
            "登记",
            "delivery.meet",
            own.DecideForm,
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
            own.ResultForm,
            _with(meetings.claim_task, "result", "file"),
            "已报完成，待确认。",
            _in(Task.State.OPEN, Task.State.CLAIMED),
        ),
        Doing(
            "confirm",
            "确认",
            "提交意见",
            "delivery.confirm_task",
            own.ConfirmForm,
            _with(meetings.confirm_task, "done", "says"),
            "意见已登记。",
            _in(Task.State.CLAIMED),
        ),
        Doing(
            "drop",
            "不再办理",
            "撤销",
            "delivery.confirm_task",
            own.ReasonForm,
            _with(meetings.drop_task, "reason", today=False),
            "已撤销。",
            _in(Task.State.OPEN, Task.State.CLAIMED),
            tone="no",
        ),
    ),
    "sheet": (
        Doing(
            "fill",
            "填报",
            "填报",
            "delivery.fill_form",
            own.FillForm,
            _fill,
            "已填好，逐格依据见下方。",
        ),
    ),
}
