"""What may be done on the page of a check: right, form, action, words, and when."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from yinfeng.web.desks.standard import actions
from yinfeng.web.desks.standard import check_forms as own
from yinfeng.web.desks.standard import money_forms as money
from yinfeng.web.desks.standard.models import Check
from yinfeng.web.people.models import User

State = Check.State
Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Doing:
    """One thing that may be done: its right, form, action; its heading, button, what is told."""

    right: str
    form: Callable[[Check], type[own.VersionForm]]
    do: Callable[[Check, User, Values, date], object]
    states: tuple[str, ...]
    title: str
    told: str
    tone: str = ""
    is_of_money: bool = False

    def is_offered(self, check: Check) -> bool:
        """Whether the check is in a state in which this may be done."""
        if check.state not in self.states:
            return False
        if not self.is_of_money:
            return True
        return bool(check.amount) if self.right == "standard.strike" else bool(check.unpaid)


def _measured(check: Check) -> type[own.VersionForm]:
    return own.DayForm if check.asks_day else own.ValuesForm


DOINGS: Mapping[str, Doing] = {
    "measure": Doing(
        "standard.measure",
        _measured,
        lambda check, by, v, today: actions.measure(check, by=by, today=today, **v),
        (State.WAITING, State.FOUND),
        "登记核查情况",
        "已登记。",
    ),
    "take": Doing(
        "standard.measure",
        lambda _: own.VersionForm,
        lambda check, by, v, today: actions.take_known(check, by=by, today=today, **v),
        (State.WAITING, State.FOUND),
        "采用系统里的数",
        "已采用，凭据一并记下；其余指标请登记。",
    ),
    "confirm": Doing(
        "standard.confirm",
        lambda _: own.VersionForm,
        lambda check, by, v, today: actions.confirm(check, by=by, today=today, **v),
        (State.FOUND,),
        "复核无误",
        "已复核。",
    ),
    "decide": Doing(
        "standard.decide",
        lambda _: own.DecideForm,
        lambda check, by, v, today: actions.decide(check, by=by, today=today, **v),
        (State.CONFIRMED,),
        "作出结论",
        "结论已作出。",
    ),
    "send-back": Doing(
        "standard.send_back",
        lambda _: own.SendBackForm,
        lambda check, by, v, today: actions.send_back(check, by=by, today=today, **v),
        (State.FOUND, State.CONFIRMED),
        "退回重核",
        "已退回，请重新登记。",
        "no",
    ),
    "postpone": Doing(
        "standard.postpone",
        lambda _: own.PostponeForm,
        lambda check, by, v, today: actions.postpone(check, by=by, today=today, **v),
        (State.WAITING, State.FOUND, State.CONFIRMED),
        "顺延",
        "已顺延。",
        "quiet",
    ),
    "pay": Doing(
        "standard.pay",
        lambda _: money.PayForm,
        lambda check, by, v, today: actions.pay(check, by=by, today=today, **v),
        (State.DECIDED,),
        "登记缴纳",
        "已登记缴纳。",
        is_of_money=True,
    ),
    "demand": Doing(
        "standard.demand",
        lambda _: money.DemandForm,
        lambda check, by, v, today: actions.demand(check, by=by, today=today, **v),
        (State.DECIDED,),
        "登记催缴",
        "已登记催缴。",
        "quiet",
        is_of_money=True,
    ),
    "remit": Doing(
        "standard.remit",
        lambda _: money.RemitForm,
        lambda check, by, v, today: actions.remit(check, by=by, today=today, **v),
        (State.DECIDED,),
        "减免",
        "已登记减免。",
        "no",
        is_of_money=True,
    ),
    "strike": Doing(
        "standard.strike",
        lambda _: money.StrikeForm,
        lambda check, by, v, today: actions.strike(check, by=by, today=today, **v),
        (State.DECIDED,),
        "更正一笔",
        "已更正，原来的一笔仍可查看。",
        "quiet",
        is_of_money=True,
    ),
}
