"""Trips from sheets: each row a trip with its own number, stretch, people, firms and approval.

What an office approved and reported before on paper comes in with the paper's number and days, once
the trip is over; a row without them waits for approval as any other. Of a trip that stands a sheet
changes no days and no approval: these go their way on its page.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.utils import timezone

from yinfeng.lexicon.calendar import calendar
from yinfeng.web.desks.outreach.actions import REPORT_WITHIN
from yinfeng.web.desks.outreach.checks import checked
from yinfeng.web.desks.outreach.models import Kept, Leg, Traveller, Trip, Visit
from yinfeng.web.lists import keeping
from yinfeng.web.lists.slots import ChoiceSlot, DaySlot, FlagSlot, Slot, WordsSlot
from yinfeng.web.people.models import User
from yinfeng.web.shell.refusals import Refused

State = Trip.State
_SPAN = ("since", "since_half", "until", "until_half")
_BESIDE = ("place", "outside", "people", "firms")
_WAY = ("state", "approved_on", "approval", "reported_on", "outcome")
_LONGEST = 2000
_BETWEEN = re.compile(r"[、，,；;\n]\s*")


def beside(_: User) -> Sequence[Slot]:
    """What a row says of its stretch, its people and firms, and how far the trip is."""
    states = tuple((str(key), str(label)) for key, label in State.choices)
    return (
        WordsSlot(
            name="place", label="地点", is_required=True, longest=60, also_called=("目的地",)
        ),
        FlagSlot(name="outside", label="县（区）外", also_called=("外出范围",)),
        WordsSlot(name="people", label="外出人员", also_called=("人员", "参加人员", "同行人员")),
        WordsSlot(name="firms", label="拜访企业", also_called=("走访企业", "企业", "对接企业")),
        ChoiceSlot(name="state", label="审批状态", choices=states, also_called=("状态", "审批")),
        DaySlot(name="approved_on", label="批准日期", also_called=("审批日期",)),
        WordsSlot(name="approval", label="批件号", longest=60, also_called=("审批文号",)),
        DaySlot(name="reported_on", label="报告日期"),
        WordsSlot(name="outcome", label="成果", longest=_LONGEST, also_called=("外出成果", "成效")),
    )


def settled(trip: Trip, values: Mapping[str, Any], by: User) -> Mapping[str, Any]:
    """The values of a new trip, its way checked; of one that stands, only what may change."""
    del by
    if trip.pk is not None:
        return _of_standing(trip, values)
    own = {name: value for name, value in values.items() if name not in (*_BESIDE, *_WAY)}
    halves = {name: int(own[name]) for name in ("since_half", "until_half") if name in own}
    since: date | None = own.get("since")
    year = {"year": since.year} if since else {}
    made = {**own, **halves, **year, **_way(values)}
    trial = Trip(unit=trip.unit, **made)
    checked(trial)
    return {**made, **{name: values[name] for name in _BESIDE if name in values}}


def begun(trips: Sequence[Any], by: User) -> Sequence[Trip]:
    """The stretch, the people and the firms of each row, kept with its trip."""
    rows: list[Kept] = []
    for trip in trips:
        rows += _parts(trip, vars(trip))
    for model in (Leg, Traveller, Visit):
        some = [row for row in rows if isinstance(row, model)]
        for row in some:
            checked(row)
        keeping.add_many(some, by=by)
    return trips


def _parts(trip: Trip, told: Mapping[str, Any]) -> list[Kept]:
    span = {name: getattr(trip, name) for name in _SPAN}
    given = {"unit": trip.unit, "trip": trip}
    people, firms = (_names(told.get(name)) for name in ("people", "firms"))
    outside = told.get("outside")
    return [
        Leg(place=told["place"], outside=outside is None or outside, **span, **given),
        *(Traveller(name=name, **given) for name in people),
        *(Visit(firm=firm, on=trip.since, **given) for firm in firms),
    ]


def _names(told: object) -> list[str]:
    return [name.strip() for name in _BETWEEN.split(str(told or "")) if name.strip()]


def _way(values: Mapping[str, Any]) -> dict[str, Any]:
    """How far the trip is, by what the row proves."""
    today, until = timezone.localdate(), values.get("until")
    told = {name: values[name] for name in _WAY if values.get(name)}
    state = State(told.get("state", State.ASKED))
    if state in (State.APPROVED, State.REPORTED):
        _proved(told, until, today)
        if until is not None:
            told["report_due"] = calendar().after(until, REPORT_WITHIN)
    elif "approved_on" in told or "approval" in told:
        raise Refused(f"写了批准日期或批件号，审批状态却是“{state.label}”，请核对")
    if state == State.REPORTED:
        if not told.get("reported_on") or not told.get("outcome"):
            raise Refused("已报告的外出要写报告日期和成果")
        if told["reported_on"] > today or (until and told["reported_on"] < until):
            raise Refused("报告日期不能早于外出结束，也不能晚于今天")
    elif "reported_on" in told:
        raise Refused(f"写了报告日期，审批状态却是“{state.label}”，请核对")
    return {**told, "state": state}


def _proved(told: Mapping[str, Any], until: date | None, today: date) -> None:
    if until is not None and until >= today:
        raise Refused("还没有结束的外出请在系统里批准；审批状态留空，导入后由负责人批准")
    if not told.get("approved_on") or not told.get("approval"):
        raise Refused("已批准的外出要写批准日期和批件号；没有的留空，导入后在系统里批准")
    if told["approved_on"] > today:
        raise Refused("批准日期不能晚于今天")


def _of_standing(trip: Trip, values: Mapping[str, Any]) -> Mapping[str, Any]:
    fixed = [*_WAY, *(_SPAN if trip.state != State.ASKED else ())]
    for name in fixed:
        told = values.get(name)
        if told not in (None, "") and str(told) != str(getattr(trip, name)):
            raise Refused("已登记外出的日期和审批不能用表格改，请打开这次外出办理")
    return {name: value for name, value in values.items() if name not in (*fixed, *_BESIDE)}
