"""The doings of plans and of renewal, whose desks offer them by pages of their own."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms

from yinfeng.web.desks.plans import actions as plan_actions
from yinfeng.web.desks.plans.forms import CHANGES, BaselineForm
from yinfeng.web.desks.plans.models import Plan
from yinfeng.web.desks.renewal import actions as renewal
from yinfeng.web.desks.renewal.forms import DayForm, ReasonForm
from yinfeng.web.people.models import User


@dataclass(frozen=True, slots=True)
class PlanDoing:
    """One way in which a plan gets its next edition, or its baseline."""

    right: str
    form: type[forms.Form]
    told: str
    title: str

    def do(self, plan: Plan, by: User, values: Mapping[str, Any], day: date) -> object:
        """The action."""
        if "edition" in values:
            return plan_actions.set_baseline(plan, by=by, **values)
        return plan_actions.revise(plan, by=by, today=day, **values)


_CHANGES = {
    "move": "改日期",
    "retime": "改时长",
    "add": "加节点",
    "leave": "去掉不适用的节点",
}
PLAN_DOINGS: Mapping[str, PlanDoing] = {
    **{
        name: PlanDoing("plans.change", form, "计划已存为新的一版。", _CHANGES[name])
        for name, form in CHANGES.items()
    },
    "baseline": PlanDoing("plans.set_baseline", BaselineForm, "基准已选定。", "选定基准"),
}


@dataclass(frozen=True, slots=True)
class RenewalDoing:
    """What a party of renewal does, or what is done on a plot."""

    right: str
    form: type[forms.Form]
    told: str
    title: str
    action: Callable[..., object]
    is_dated: bool = True

    def do(self, thing: Any, by: User, values: Mapping[str, Any], day: date) -> object:
        """The action."""
        dated = {"today": day} if self.is_dated else {}
        return self.action(thing, by=by, **values, **dated)


def of_party(signing: type[forms.Form]) -> Mapping[str, RenewalDoing]:
    """What is done for an owner or a tenant, who signs by a form of their own."""
    undo = ("签约已撤销。", "撤销签约", renewal.unsign)
    out = ("腾空已登记。", "登记腾空", renewal.vacate)
    return {
        "sign": RenewalDoing("renewal.sign", signing, "签约已登记。", "登记签约", renewal.sign),
        "unsign": RenewalDoing("renewal.unsign", ReasonForm, *undo, is_dated=False),
        "vacate": RenewalDoing("renewal.vacate", DayForm, *out),
    }


ON_PLOTS = {
    "demolish": RenewalDoing(
        "renewal.clear", DayForm, "拆除已登记。", "登记拆除", renewal.demolish
    ),
    "clear": RenewalDoing("renewal.clear", DayForm, "净地已登记。", "登记净地", renewal.clear),
}
