"""Problems of sheets and bulk edits: an office's own ledger comes in, each row as if typed.

A row that says whose it is comes in handed out, if the clerk may hand out; else it waits for that.
Of a problem that stands a sheet changes what is written of it, never its terms or where it stands:
closing needs proof and a person from outside, which no sheet has.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from yinfeng.judgement.due import end_of
from yinfeng.web.desks.delivery.actions.problems import handed_out
from yinfeng.web.desks.delivery.actions.stepping import begin_imported
from yinfeng.web.desks.delivery.models import Problem
from yinfeng.web.desks.delivery.rules import days_of, problems_on
from yinfeng.web.desks.projects.models import Project
from yinfeng.web.desks.projects.naming import ProjectSlot
from yinfeng.web.lists.editing import Editing
from yinfeng.web.lists.slots import ChoiceSlot, DaySlot, Slot
from yinfeng.web.people.may import in_scope, may
from yinfeng.web.people.models import User
from yinfeng.web.shell.refusals import Refused

_WRITTEN = ("found_by", "found_on", "found_at", "co_owners", "measures", "batch")
_STANDING = (*_WRITTEN, "kind")


def projects_of(user: User, action: str) -> list[Project]:
    """The projects in scope that go on."""
    rows = Project.objects.standing().open().filter(in_scope(user, action))
    return list(rows.select_related("unit").order_by("pk"))


def _slots(user: User) -> Sequence[Slot]:
    rules = problems_on(user.unit, timezone.localdate())
    kinds = tuple(rules.kinds.items())
    hard = tuple((key, one.says) for key, one in rules.severities.items())
    called = ("项目名称", "项目编号", "所属项目", "涉及项目")
    return (
        ProjectSlot(
            name="project",
            label="项目",
            also_called=called,
            projects=projects_of(user, "delivery.register"),
        ),
        ChoiceSlot(
            name="kind", label="类型", also_called=("问题类型", "问题类别", "类别"), choices=kinds
        ),
        ChoiceSlot(
            name="severity", label="难易", also_called=("难易程度", "问题等级"), choices=hard
        ),
        # Asked of nobody: a row without it was found today.
        DaySlot(
            name="found_on", label="发现日期", also_called=("提出日期", "反映日期", "登记日期")
        ),
        DaySlot(
            name="due",
            label="办结期限",
            also_called=("承诺办结日期", "承诺时限", "完成时限", "办结时限", "解决时限"),
        ),
    )


def _settled(problem: Problem, values: Mapping[str, Any], by: User) -> Mapping[str, Any]:
    """The values completed for a new problem; of one that stands only what is written of it."""
    if problem.pk is not None:
        return _of_standing(problem, values)
    project = values["project"]
    if project.unit_id != problem.unit_id:
        raise Refused(f"项目“{project.name}”属{project.unit}，请用“单位”列写明")
    today = timezone.localdate()
    rules, days = problems_on(problem.unit, today), days_of(problem.unit, today)
    found = values.get("found_on") or today
    if found > today:
        raise Refused("发现日期不能晚于今天")
    severity = values.get("severity") or next(iter(rules.severities))
    told = {
        "kind": "other" if "other" in rules.kinds else next(iter(rules.kinds)),
        "found_by": by.name,
        **{name: value for name, value in values.items() if value not in (None, "")},
        "severity": severity,
        "found_on": found,
        "level": rules.begins,
        "opened": today,
        "dispatch_due": end_of(rules.dispatch, today, days),
        "heard": today,
    }
    return {**told, **_handed(problem, told, by, today)}


def _handed(problem: Problem, told: Mapping[str, Any], by: User, today: date) -> Mapping[str, Any]:
    """What a row that says whose it is comes to; without an owner a term says nothing."""
    if not told.get("owner"):
        if told.get("due"):
            raise Refused("写了办结期限的，要写责任单位")
        return {}
    if not may(by, "delivery.assign", problem.unit):
        raise Refused("您没有交办的权限，责任单位和办结期限请留空，导入后由负责人交办")
    draft = Problem(unit=problem.unit, severity=told["severity"])
    return handed_out(draft, problem.unit, today, told.get("due"))


def _of_standing(problem: Problem, values: Mapping[str, Any]) -> Mapping[str, Any]:
    for name, label in (("owner", "责任单位"), ("due", "办结期限"), ("severity", "难易")):
        value = values.get(name)
        if value and value != getattr(problem, name):
            raise Refused(f"已登记问题的{label}不能用表格改，请打开问题交办或申请延期")
    return {name: value for name, value in values.items() if name in _STANDING}


def _added(problems: Sequence[Any], by: User, at: datetime) -> None:
    begin_imported(problems, by=by, at=at, today=timezone.localdate())


EDITING = Editing(
    fields=("project", "text", "owner", *_WRITTEN),
    changes="delivery.correct",
    imports="delivery.register",
    natural=("project", "text"),
    bulk=("batch", "co_owners", "measures"),
    also_called={
        "text": ("问题内容", "存在问题", "存在的问题", "问题描述", "主要问题", "困难问题"),
        "owner": ("牵头单位", "责任部门", "主办单位", "牵头部门"),
        "co_owners": ("配合部门", "协办单位", "协办部门"),
        "measures": ("解决措施", "推进措施", "工作措施", "整改措施"),
        "found_by": ("反映人", "提出人", "反映单位"),
        "found_at": ("来源", "问题来源"),
        "batch": ("批号",),
    },
    # A project goes by number or name: its slot stands beside, in place of the one of the field.
    finds={"project": lambda _: []},
    beside=_slots,
    settles=_settled,
    adds=_added,
)
