"""The lists of plans and of their milestones, now and as of any past day."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django import forms
from django.db.models import Q
from django.utils import timezone

from yinfeng.web.desks.plans.due import SOON, late, past_latest
from yinfeng.web.desks.plans.editing import EDITING
from yinfeng.web.desks.plans.models import Milestone, Plan
from yinfeng.web.desks.plans.outlooks import Standing, standings
from yinfeng.web.desks.plans.words import float_says, float_tone, stands, tone_of
from yinfeng.web.desks.projects.models import Project
from yinfeng.web.lists.columns import Column, Kind
from yinfeng.web.lists.filters import Days, Filter, Given, OneOf, Under, Words, units_of
from yinfeng.web.lists.history import standing_as
from yinfeng.web.lists.listing import Listing
from yinfeng.web.people.may import in_scope
from yinfeng.web.people.models import User

_MONTH = timedelta(days=30)
STATES: dict[str, tuple[str, Callable[[date], Q]]] = {
    "late": ("已超计划", late),
    "past": ("已超最迟日期", past_latest),
    "week": ("七天内到期", lambda day: Q(ended=None, ends__range=(day, day + SOON))),
    "month": ("三十天内到期", lambda day: Q(ended=None, ends__range=(day, day + _MONTH))),
    "open": ("未完成", lambda _: Q(ended=None)),
    "done": ("已完成", lambda day: Q(ended__lte=day)),
}


@dataclass(frozen=True, kw_only=True)
class Stands(Filter):
    """How a milestone stands on the day that is asked."""

    key: str = "stands"
    label: str = "进度"

    def inputs(self, user: User) -> dict[str, forms.Field]:  # noqa: ARG002
        """One of them."""
        choices = [("", "不限"), *((key, says) for key, (says, _) in STATES.items())]
        return {self.key: forms.ChoiceField(label=self.label, choices=choices)}

    def condition(self, given: Given) -> Q | None:
        """Those that stand so, as of the day that is asked."""
        if not given[self.key]:
            return None
        return STATES[given[self.key]][1](given.get("as_of") or timezone.localdate())

    def says(self, given: Given) -> str:
        """In words."""
        return STATES[given[self.key]][0]


def _scope(user: User) -> Q:
    return in_scope(user, "plans.read") & Q(project__removed_at=None)


def _day(moment: datetime | None) -> date:
    if moment is None:
        return timezone.localdate()
    return timezone.localtime(moment - timedelta(seconds=1)).date()


def _of_plans(rows: Sequence[Any], moment: datetime | None) -> None:
    """What each plan of the page comes to."""
    plans = [row if moment is None else standing_as(row) for row in rows]
    found = standings(plans, _day(moment), moment)
    for row, plan in zip(rows, plans, strict=True):
        row.standing = found[plan.pk]


def _of_milestones(rows: Sequence[Any], moment: datetime | None) -> None:
    """The float of each milestone of the page, and how it stands."""
    day = _day(moment)
    keys = {row.plan_id for row in rows}
    plans: list[Plan] = list(Plan.objects.filter(pk__in=keys).select_related("unit"))
    if moment is not None:
        versions = Plan.history.at(moment).filter(id__in=keys).select_related("unit")
        plans = [standing_as(one) for one in versions]
    found = standings(plans, day, moment)
    for row in rows:
        standing = found.get(row.plan_id)
        row.ahead = standing.ahead.row(row.key) if standing else None
        row.stands = stands(row, day)
        row.tone = tone_of(row, day)


def _standing(row: Any) -> Standing:
    found: Standing = row.standing
    return found


def _fixed(row: Any) -> str:
    found = _standing(row).next_fixed
    return f"{found.name} {found.fixed}" if found else "均已完成"


def _float(row: Any) -> int | None:
    return row.ahead.float if row.ahead else None


PLANS = Listing(
    key="plans",
    title="倒排计划",
    about="一个项目一份计划：从固定的开工、竣工、投产日期往回排，看今天还有多少余量。",
    model=Plan,
    reads="plans.read",
    scope=_scope,
    columns=(
        Column(key="name", label="项目", value="project.name", sort="project__name"),
        Column(key="number", label="编号", value="project.number", is_shown=False),
        Column(key="title", label="模板", value="title", sort="title"),
        Column(key="fixed", label="下一个固定日期", value=_fixed),
        Column(
            key="float",
            label="余量",
            value=lambda row: float_says(_standing(row).least_float),
            tone=lambda row: float_tone(_standing(row).least_float),
        ),
        Column(
            key="done",
            label="已完成节点",
            value=lambda row: f"{_standing(row).done}/{len(_standing(row).rows)}",
        ),
        Column(key="ends", label="最后固定日期", value="ends", kind=Kind.DATE, sort="ends"),
        Column(key="edition", label="版次", value="edition", kind=Kind.NUMBER, sort="edition"),
        Column(
            key="baseline", label="基准版次", value="baseline", kind=Kind.NUMBER, is_shown=False
        ),
        Column(key="state", label="项目状态", value="project.state", is_shown=False),
        Column(key="unit", label="单位", value="unit.name", sort="unit__path"),
    ),
    filters=(
        Words(paths=("project__name", "project__number", "project__investors")),
        OneOf(key="state", label="项目状态", path="project__state", choices=Project.State.choices),
        OneOf(key="kind", label="用地方式", path="project__kind", choices=Project.Kind.choices),
        Days(key="ends", label="最后固定日期", path="ends"),
        Under(among=units_of("plans.read")),
    ),
    order=("ends", "-pk"),
    related=("unit", "project"),
    prepares=_of_plans,
    opens="plans:plan",
    template="plans/index.html",
    empty="还没有计划。在项目页点“编制倒排计划”，选模板、定开工竣工投产日期即可。",
)

MILESTONES = Listing(
    key="milestones",
    title="计划节点",
    about="所有项目的节点：哪天该完成、最迟哪天、谁负责、下一步。",
    model=Milestone,
    reads="plans.read",
    scope=_scope,
    columns=(
        Column(key="name", label="节点", value="name", sort="name"),
        Column(key="project", label="项目", value="project.name", sort="project__name"),
        Column(key="stands", label="进度", value="stands", tone=lambda row: row.tone),
        Column(key="ends", label="计划完成", value="ends", kind=Kind.DATE, sort="ends"),
        Column(key="latest", label="最迟完成", value="latest", kind=Kind.DATE, sort="latest"),
        Column(key="ended", label="实际完成", value="ended", kind=Kind.DATE, sort="ended"),
        Column(
            key="float",
            label="余量",
            measure="工作日",
            value=_float,
            kind=Kind.NUMBER,
            tone=lambda row: float_tone(_float(row)),
        ),
        Column(key="owner", label="责任单位", value="owner", sort="owner"),
        Column(key="person", label="责任人", value="person", sort="person"),
        Column(key="next_step", label="下一步", value="next_step"),
        Column(
            key="next_date",
            label="下一步日期",
            value="next_date",
            kind=Kind.DATE,
            sort="next_date",
            is_shown=False,
        ),
        Column(key="track", label="条线", value="track", sort="track", is_shown=False),
        Column(key="begins", label="计划起算", value="begins", kind=Kind.DATE, is_shown=False),
        Column(key="began", label="实际开始", value="began", kind=Kind.DATE, is_shown=False),
        Column(key="fixed", label="固定日期", value="fixed", kind=Kind.DATE, is_shown=False),
        Column(key="proof", label="完成依据", value="proof", is_shown=False),
        Column(key="unit", label="单位", value="unit.name", sort="unit__path", is_shown=False),
    ),
    filters=(
        Words(paths=("name", "project__name", "next_step")),
        Stands(),
        Words(key="owner", label="责任单位（人）", paths=("owner", "person")),
        Days(key="ends", label="计划完成", path="ends"),
        Days(key="latest", label="最迟完成", path="latest"),
        OneOf(key="state", label="项目状态", path="project__state", choices=Project.State.choices),
        Under(among=units_of("plans.read")),
    ),
    order=("ends", "place", "-pk"),
    related=("unit", "project"),
    prepares=_of_milestones,
    opens="plans:milestone",
    editing=EDITING,
    template="plans/milestones.html",
    empty="还没有节点。项目编制倒排计划后，节点自动列在这里。",
    counts_to=5000,
)
