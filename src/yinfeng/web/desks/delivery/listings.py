"""The lists of delivery: problems, lights, months, permits, photos, meetings, tasks."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django import forms
from django.db.models import Q
from django.utils import timezone

from yinfeng.lexicon.delivery import problem_rules
from yinfeng.lexicon.lights import SCHEMES, scheme
from yinfeng.web.desks.delivery.editing import EDITING
from yinfeng.web.desks.delivery.models import (
    LightRow,
    Meeting,
    Problem,
    Task,
)
from yinfeng.web.desks.delivery.money_listings import MONEY, PERMITS, PHOTOS, PROJECT, UNIT
from yinfeng.web.lists.columns import Column, Kind
from yinfeng.web.lists.filters import Days, Filter, Given, OneOf, Under, Whether, Words, units_of
from yinfeng.web.lists.listing import Listing
from yinfeng.web.people.models import User

_KINDS = problem_rules().kinds
_SEVERITIES = {key: one.says for key, one in problem_rules().severities.items()}
_LEVELS = {one.key: one.says for one in problem_rules().levels}
# One key may be called otherwise in another scheme; the house's own name stands first.
_LAMPS = {lamp.key: lamp.says for name in reversed(SCHEMES) for lamp in scheme(name).lamps}


@dataclass(frozen=True, kw_only=True)
class Late(Filter):
    """Whether the term has passed and it is not done."""

    key: str = "late"
    label: str = "超期"
    due: str = "due"
    done: str = "closed"

    def inputs(self, user: User) -> dict[str, forms.Field]:  # noqa: ARG002
        """All, or those."""
        choices = (("", "不限"), ("yes", "是"))
        return {self.key: forms.ChoiceField(label=self.label, choices=choices)}

    def condition(self, given: Given) -> Q | None:
        """Those that are late on the day that is asked."""
        if not given[self.key]:
            return None
        day = given.get("as_of") or timezone.localdate()
        return Q(**{f"{self.due}__lt": day, self.done: None})

    def says(self, given: Given) -> str:
        """是."""
        return "是" if given[self.key] else ""


def _day(moment: datetime | None) -> date:
    if moment is None:
        return timezone.localdate()
    return timezone.localtime(moment - timedelta(seconds=1)).date()


def _mark_late(rows: Sequence[Any], moment: datetime | None) -> None:
    day = _day(moment)
    for row in rows:
        row.is_late = bool(row.due and row.due < day and getattr(row, "closed", None) is None)


def _mark_late_tasks(rows: Sequence[Any], moment: datetime | None) -> None:
    day = _day(moment)
    for row in rows:
        row.is_late = row.due < day and row.state in (Task.State.OPEN, Task.State.CLAIMED)


def _late_tone(row: Any) -> str:
    return "bad" if row.is_late else ""


def _state_tone(row: Any) -> str:
    tones = {"closed": "good", "returned": "bad", "escalated": "warn", "done": "good"}
    return tones.get(row.state, "plain")


PROBLEMS = Listing(
    key="delivery-problems",
    title="问题",
    about="一个问题一行：卡在哪里、谁来办、哪天办结。办结要有佐证，由责任单位以外的人核验。",
    model=Problem,
    reads="delivery.read",
    columns=(
        Column(key="text", label="问题", value="text"),
        Column(key="number", label="编号", value="number", sort="number"),
        PROJECT,
        Column(key="state", label="状态", value="state", sort="state", tone=_state_tone),
        Column(key="kind", label="类型", value=lambda row: _KINDS.get(row.kind, row.kind)),
        Column(
            key="severity",
            label="难易",
            value=lambda row: _SEVERITIES.get(row.severity, row.severity),
            is_shown=False,
        ),
        Column(key="owner", label="责任单位", value="owner", sort="owner"),
        Column(key="handler", label="责任人", value="handler.name", is_shown=False),
        Column(
            key="due", label="办结期限", value="due", kind=Kind.DATE, sort="due", tone=_late_tone
        ),
        Column(key="level", label="层级", value=lambda row: _LEVELS.get(row.level, row.level)),
        Column(key="batch", label="批次", value="batch", kind=Kind.NUMBER, sort="batch"),
        Column(key="reopened", label="重开", value="reopened", kind=Kind.NUMBER, sort="reopened"),
        Column(
            key="extended",
            label="延期",
            value="extended",
            kind=Kind.NUMBER,
            sort="extended",
            is_shown=False,
        ),
        Column(
            key="opened",
            label="登记",
            value="opened",
            kind=Kind.DATE,
            sort="opened",
            is_shown=False,
        ),
        Column(
            key="closed",
            label="销号",
            value="closed",
            kind=Kind.DATE,
            sort="closed",
            is_shown=False,
        ),
        Column(key="verifier", label="核验人", value="verifier.name", is_shown=False),
        UNIT,
    ),
    filters=(
        Words(paths=("text", "number", "project__name", "owner")),
        OneOf(key="state", label="状态", path="state", choices=Problem.State.choices),
        OneOf(key="kind", label="类型", path="kind", choices=list(_KINDS.items())),
        OneOf(key="level", label="层级", path="level", choices=list(_LEVELS.items())),
        Late(),
        Days(key="due", label="办结期限", path="due"),
        Days(key="opened", label="登记", path="opened"),
        Under(among=units_of("delivery.read")),
    ),
    order=("closed", "due", "-pk"),
    related=("unit", "project", "handler", "verifier"),
    prepares=_mark_late,
    opens="delivery:problem",
    template="delivery/index.html",
    editing=EDITING,
    empty="还没有问题。项目推进中卡住的事，点“登记问题”写下来，系统按期限催办。",
)

LIGHTS = Listing(
    key="delivery-lights",
    title="亮灯",
    about="一个项目一行：现在亮什么灯、从哪天起、为什么。红灯转好要有佐证和签字。",
    model=LightRow,
    reads="delivery.read",
    columns=(
        PROJECT,
        Column(key="says", label="灯", value="says", sort="rank", tone=lambda row: row.tone),
        Column(key="since", label="起", value="since", kind=Kind.DATE, sort="since"),
        Column(key="why", label="原因", value=lambda row: "；".join(row.reasons[:2])),
        Column(
            key="waits",
            label="待举证",
            value=lambda row: f"测算已转{row.reckoned_says}" if row.waits else "",
            tone=lambda row: "warn" if row.waits else "",
        ),
        Column(key="money", label="投资", value="money_label", tone=lambda row: row.money_tone),
        Column(key="money_says", label="投资进度", value="money_says"),
        Column(key="scheme", label="办法", value="scheme", is_shown=False),
        UNIT,
    ),
    filters=(
        Words(paths=("project__name", "project__number")),
        OneOf(key="light", label="灯", path="light", choices=list(_LAMPS.items())),
        Whether(key="alarm", label="督办中", holds=Q(is_alarm=True)),
        Whether(key="waits", label="待举证", holds=Q(waits=True)),
        Days(key="since", label="起", path="since"),
        Under(among=units_of("delivery.read")),
    ),
    order=("-rank", "since", "-pk"),
    related=("unit", "project"),
    opens="delivery:light",
    template="delivery/tabbed.html",
    empty="还没有亮灯。项目有了倒排计划，每天凌晨按计划和投资测算一次。",
)


MEETINGS = Listing(
    key="delivery-meetings",
    title="例会",
    about="一次例会一行。材料自动汇总，会前封存；议定事项落到人、落到日，下次会先看完成多少。",
    model=Meeting,
    reads="delivery.read",
    columns=(
        Column(key="title", label="会议", value="title"),
        Column(key="number", label="编号", value="number"),
        Column(key="day", label="日期", value="day", kind=Kind.DATE, sort="day"),
        Column(key="chair", label="主持", value="chair", sort="chair"),
        Column(
            key="state",
            label="状态",
            value="state",
            sort="state",
            tone=lambda row: "good" if row.state == "held" else "plain",
        ),
        UNIT,
    ),
    filters=(
        Words(paths=("title", "chair", "number")),
        Days(key="day", label="日期", path="day"),
        Under(among=units_of("delivery.read")),
    ),
    order=("-day", "-pk"),
    related=("unit",),
    opens="delivery:meeting",
    template="delivery/meetings.html",
    empty="还没有例会。点“召集例会”，材料会自动汇总好。",
)

TASKS = Listing(
    key="delivery-tasks",
    title="议定事项",
    about="例会定下的事，一件一行：谁办、哪天办完、办完没有。自己报完成的由另一人确认。",
    model=Task,
    reads="delivery.read",
    columns=(
        Column(key="says", label="事项", value="says"),
        Column(key="owner", label="责任单位（人）", value="owner", sort="owner"),
        Column(key="due", label="期限", value="due", kind=Kind.DATE, sort="due", tone=_late_tone),
        Column(key="state", label="状态", value="state", sort="state", tone=_state_tone),
        Column(key="project", label="项目", value="project.name", sort="project__name"),
        Column(key="meeting", label="会议", value="meeting.number"),
        Column(key="result", label="结果", value="result"),
        UNIT,
    ),
    filters=(
        Words(paths=("says", "owner", "result")),
        OneOf(key="state", label="状态", path="state", choices=Task.State.choices),
        Late(done="done"),
        Days(key="due", label="期限", path="due"),
        Under(among=units_of("delivery.read")),
    ),
    order=("done", "due", "-pk"),
    related=("unit", "project", "meeting"),
    prepares=_mark_late_tasks,
    opens="delivery:task",
    template="delivery/tabbed.html",
    empty="还没有议定事项。在例会页登记，责任人会收到通知。",
)

LISTS = (PROBLEMS, LIGHTS, MONEY, PERMITS, PHOTOS, MEETINGS, TASKS)
