"""What of outreach is filled from sheets and changed in bulk, under the same checks as by hand."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from django.db import models

from yinfeng.web.desks.outreach import trip_sheets
from yinfeng.web.desks.outreach.checks import checked
from yinfeng.web.desks.outreach.kinds import Kind
from yinfeng.web.desks.outreach.models import Channel, Kept, Numbered, Reception, Team, Trip
from yinfeng.web.desks.outreach.naming import (
    follow_changed,
    follow_new,
    follow_undone,
    refuse_unknown,
)
from yinfeng.web.lists.editing import Editing
from yinfeng.web.people.models import User

_REFERS: dict[str, type[Kept]] = {
    "agent": Channel,
    "team": Team,
    "trip": Trip,
    "reception": Reception,
}
_BULK = ("channel", "agent", "team", "lead", "received", "rank", "until", "host", "focus")
_ALIKE = ("group", "project", "name")
# What tells which row of a sheet is which record; one with a number by that number.
_NATURAL = {
    "teams": ("name",),
    "channels": ("kind", "name"),
    "brought": ("lead",),
    "partners": ("name",),
}


def editing_of(kind: Kind) -> Editing:
    """How records of a kind are filled from sheets."""
    if kind.model is Trip:
        return _of_trips(kind)
    numbered = issubclass(kind.model, Numbered)
    fields = (*(("number",) if numbered else ()), *kind.names)
    return Editing(
        fields=fields,
        changes="outreach.change",
        imports="outreach.keep",
        natural=("number",) if numbered else _NATURAL[kind.key],
        bulk=tuple(name for name in _BULK if name in kind.names),
        alike=next((name for name in _ALIKE if name in kind.names), ""),
        finds={name: _finds(model) for name, model in _REFERS.items() if name in kind.names},
        measures={"amount": "万元", "tax": "万元"} if kind.key == "signings" else {},
        settles=_settled,
        follows=follow_new,
        changed=follow_changed,
        undone=follow_undone,
    )


def _of_trips(kind: Kind) -> Editing:
    return Editing(
        fields=("number", *kind.names),
        changes="outreach.change",
        imports="outreach.keep",
        natural=("number",),
        bulk=tuple(name for name in _BULK if name in kind.names and name != "until"),
        also_called={
            "number": ("外出编号", "序号"),
            "purpose": ("外出事由", "招商事由"),
            "since": ("外出日期", "出发日期", "起"),
            "until": ("返回日期", "止"),
        },
        finds={name: _finds(model) for name, model in _REFERS.items() if name in kind.names},
        beside=trip_sheets.beside,
        settles=trip_sheets.settled,
        follows=trip_sheets.begun,
    )


def _finds(model: type[Kept]) -> Callable[[User], Sequence[models.Model]]:
    def found(user: User) -> Sequence[models.Model]:
        return list(model.objects.visible_to(user).order_by("pk"))

    return found


def _settled(thing: Any, values: Mapping[str, Any], by: User) -> Mapping[str, Any]:
    """The values under the checks of the desk; a new record with a number counts in its year."""
    del by
    is_new = thing.pk is None
    trial = type(thing)(
        **{f.attname: getattr(thing, f.attname) for f in thing._meta.concrete_fields}
    )
    for name, value in values.items():
        setattr(trial, name, value)
    trial._state.adding = is_new
    day: date | None = getattr(trial, "on", None)
    more = {"year": day.year} if is_new and isinstance(thing, Numbered) and day else {}
    for name, value in more.items():
        setattr(trial, name, value)
    named = values.get("lead")
    if named and (is_new or named != thing.lead):
        refuse_unknown(trial)
    checked(trial)
    return {**values, **more}
