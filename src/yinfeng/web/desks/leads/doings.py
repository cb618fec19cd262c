"""What may be done on the page of a lead: the right, the form, the action, what is told."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.shortcuts import get_object_or_404
from django.utils import timezone

from yinfeng.web.desks.leads import actions
from yinfeng.web.desks.leads import forms as own
from yinfeng.web.desks.leads.models import Clash, Lead
from yinfeng.web.lists.actions.noting import note
from yinfeng.web.people.models import User

Values = Mapping[str, Any]
Done = Callable[[Lead, User, Values, date], object]


@dataclass(frozen=True, slots=True)
class Doing:
    """One thing that may be done on the page: its right, its form, the action, what is told."""

    right: str
    form: type[forms.Form]
    do: Done
    told: str


def _of(related: str) -> Callable[[Lead, Values], Any]:
    """The thing of the lead that a form names."""

    def thing(lead: Lead, values: Values) -> Any:
        rows = getattr(lead, related).select_related("lead__unit")
        return get_object_or_404(rows, pk=values["thing"])

    return thing


_clock, _dispatch, _claim, _link = (
    _of(name) for name in ("clocks", "dispatches", "claims", "facts")
)


def _clash(lead: Lead, values: Values) -> Clash:
    mine = Clash.objects.filter(later=lead) | Clash.objects.filter(earlier=lead)
    found: Clash = get_object_or_404(mine, pk=values["thing"])
    return found


def _rest(values: Values) -> dict[str, Any]:
    return {name: value for name, value in values.items() if name != "thing"}


DOINGS: Mapping[str, Doing] = {
    "tell": Doing(
        "leads.tell",
        own.TellForm,
        lambda lead, by, v, day: actions.tell(lead, by=by, today=day, **v),
        "进展已登记。",
    ),
    "correct": Doing(
        "leads.correct",
        own.CorrectForm,
        lambda lead, by, v, day: actions.correct(lead, by=by, today=day, **v),
        "已更正，原来的内容保留在下方。",
    ),
    "contact": Doing(
        "leads.correct",
        own.ContactForm,
        lambda lead, by, v, day: actions.set_contact(lead, by=by, today=day, **v),
        "联系人已更新。",
    ),
    "hand-over": Doing(
        "leads.hand_over",
        own.HandOverForm,
        lambda lead, by, v, _: actions.hand_over(lead, by=by, **v),
        "已交接。",
    ),
    "dispatch": Doing(
        "leads.dispatch",
        own.DispatchForm,
        lambda lead, by, v, day: actions.dispatch(lead, by=by, today=day, **v),
        "已派单。",
    ),
    "withdraw": Doing(
        "leads.dispatch",
        own.SaysForm,
        lambda lead, by, v, day: actions.withdraw(
            _dispatch(lead, v), by=by, reason=v["says"], today=day
        ),
        "派单已撤回。",
    ),
    "answer": Doing(
        "leads.answer",
        own.SaysForm,
        lambda lead, by, v, day: actions.answer(
            _dispatch(lead, v), by=by, says=v["says"], today=day
        ),
        "已答复。",
    ),
    "result": Doing(
        "leads.report_result",
        own.SaysForm,
        lambda lead, by, v, day: actions.report_result(
            _dispatch(lead, v), by=by, says=v["says"], today=day
        ),
        "结果已登记。",
    ),
    "stop": Doing(
        "leads.stop_clock",
        own.StopForm,
        lambda lead, by, v, day: actions.stop_clock(_clock(lead, v), by=by, today=day, **_rest(v)),
        "这一步已办结。",
    ),
    "extend": Doing(
        "leads.extend_clock",
        own.ExtendForm,
        lambda lead, by, v, day: actions.extend_clock(
            _clock(lead, v), by=by, today=day, **_rest(v)
        ),
        "时限已延期。",
    ),
    "confirm": Doing(
        "leads.confirm_claim",
        own.ThingForm,
        lambda lead, by, v, day: actions.confirm_claim(_claim(lead, v), by=by, today=day),
        "首报已确认。",
    ),
    "prolong": Doing(
        "leads.extend_claim",
        own.SaysForm,
        lambda lead, by, v, day: actions.extend_claim(
            _claim(lead, v), by=by, reason=v["says"], today=day
        ),
        "保护期已延长。",
    ),
    "arbitrate": Doing(
        "leads.arbitrate",
        own.RulingForm,
        lambda lead, by, v, day: actions.arbitrate(_clash(lead, v), by=by, today=day, **_rest(v)),
        "已裁定。",
    ),
    "detach": Doing(
        "leads.detach",
        own.SaysForm,
        lambda lead, by, v, day: actions.detach(_link(lead, v), by=by, reason=v["says"], today=day),
        "已移出。",
    ),
    "lose": Doing(
        "leads.lose",
        own.LoseForm,
        lambda lead, by, v, day: actions.lose(lead, by=by, today=day, **v),
        "已登记流失，到再看日期会提醒。",
    ),
    "look-again": Doing(
        "leads.look_again",
        own.ReasonForm,
        lambda lead, by, v, day: actions.look_again(lead, by=by, today=day, **v),
        "已恢复跟踪。",
    ),
    "convert": Doing(
        "leads.convert",
        own.PlainForm,
        lambda lead, by, v, day: actions.convert(lead, by=by, today=day, **v),
        "已转为项目，线索照样保留。",
    ),
    "note": Doing(
        "lists.note",
        own.NoteForm,
        lambda lead, by, v, _: note([lead], by=by, unit=lead.unit, now=timezone.now(), **v),
        "已记入日志。",
    ),
}
