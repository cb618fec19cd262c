"""What is done on the desk of outreach: records are kept, changed, removed; trips go their way."""

from collections.abc import Mapping
from datetime import date
from typing import Any, TypeVar

from django.db import transaction

from yinfeng.lexicon.calendar import calendar
from yinfeng.lexicon.outreach import BadCounting, counting
from yinfeng.web.desks.outreach.adoption import Proposal, is_adopted, pairing_of, proposal_of
from yinfeng.web.desks.outreach.checks import checked
from yinfeng.web.desks.outreach.models import (
    Kept,
    Leg,
    Numbered,
    OwnRules,
    Pairing,
    Partner,
    Reception,
    Talk,
    Traveller,
    Trip,
    Visit,
)
from yinfeng.web.desks.outreach.naming import named_by, refuse_unknown, tell_rooms
from yinfeng.web.lists import keeping
from yinfeng.web.people.may import require
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.shell.events import record
from yinfeng.web.shell.refusals import Refused
from yinfeng.web.store.models import Document, Fact

K = TypeVar("K", bound=Kept)
Values = Mapping[str, Any]

# A trip is reported within so many working days after its last day.
REPORT_WITHIN = 3
_APPROVED_WHEN = frozenset({"since", "since_half", "until", "until_half"})


@transaction.atomic
def keep(model: type[K], *, by: User, unit: OrgUnit, fact: Fact | None = None, **values: Any) -> K:
    """A new record of *unit*; one with a number gets the next of its year."""
    require(by, "outreach.keep", unit)
    thing = _added(model(unit=unit, fact=fact, **values), by)
    record(by, "outreach.keep", thing, unit=unit, **_told(values))
    tell_rooms(named_by([thing]), by=by)
    return thing


@transaction.atomic
def ask_for_trip(
    *, by: User, unit: OrgUnit, place: str, outside: bool, fact: Fact | None = None, **values: Any
) -> Trip:
    """A new trip that waits for approval, with its first stretch: the whole time in one place."""
    require(by, "outreach.keep", unit)
    trip = _added(Trip(unit=unit, fact=fact, **values), by)
    span = {name: getattr(trip, name) for name in _APPROVED_WHEN}
    _added(Leg(unit=unit, trip=trip, place=place, outside=outside, **span), by)
    told = _told(values)
    record(by, "outreach.keep", trip, unit=unit, place=place, outside=outside, **told)
    return trip


@transaction.atomic
def change(thing: K, *, by: User, version: int, reason: str = "", **values: Any) -> K:
    """Give a record other values; *version* is the one that the person was shown."""
    require(by, "outreach.change", thing.unit)
    made = keeping.change(thing, by=by, version=version, reason=reason, **values)
    if made.is_other:
        if "lead" in made.after:
            refuse_unknown(made.record)
        checked(made.record)
        if isinstance(thing, Trip) and thing.state != Trip.State.ASKED:
            _refuse_other_days(made.after)
        told = _told(made.after)
        record(
            by,
            "outreach.change",
            made.record,
            unit=thing.unit,
            before=_told(made.before),
            reason=reason,
            **told,
        )
        tell_rooms([*named_by([made.record]), *_named_before(made)], by=by)
    return made.record


@transaction.atomic
def remove(thing: K, *, by: User, reason: str) -> K:
    """Take a record off every list and count from now on, for a reason."""
    require(by, "outreach.remove", thing.unit)
    gone = keeping.remove(thing, by=by, reason=reason)
    record(by, "outreach.remove", gone, unit=thing.unit, reason=reason)
    tell_rooms(named_by([gone]), by=by)
    return gone


@transaction.atomic
def approve(trip: Trip, *, by: User, today: date, on: date | None = None, paper: str = "") -> Trip:
    """Let the trip go; an approval given on paper on an earlier day names the paper."""
    require(by, "outreach.approve", trip.unit)
    trip = keeping.held(trip)
    day = on or today
    if trip.state != Trip.State.ASKED:
        raise Refused(f"{trip}是“{trip.get_state_display()}”，不能再批准。")
    if trip.created_by_id == by.pk:
        raise Refused("不能批准自己登记的外出，请由另一位负责人批准。")
    if day > today:
        raise Refused("批准日期不能晚于今天。")
    if day < today and not paper.strip():
        raise Refused("补录以前的批准，请写明批件号。")
    values = {
        "state": Trip.State.APPROVED,
        "approved_by": by,
        "approved_on": day,
        "approval": paper.strip(),
        "report_due": calendar().after(trip.until, REPORT_WITHIN),
    }
    return _moved(trip, by, "outreach.approve", values)


@transaction.atomic
def refuse(trip: Trip, *, by: User, reason: str) -> Trip:
    """Do not let the trip go, for a reason."""
    require(by, "outreach.approve", trip.unit)
    trip = keeping.held(trip)
    if trip.state != Trip.State.ASKED:
        raise Refused(f"{trip}是“{trip.get_state_display()}”，不用再审批。")
    if not reason.strip():
        raise Refused("请写明不批准的理由。")
    return _moved(trip, by, "outreach.approve", {"state": Trip.State.REFUSED}, reason)


@transaction.atomic
def reopen(trip: Trip, *, by: User, reason: str) -> Trip:
    """Take an approval, a refusal or a report back, so that the trip waits for approval again."""
    require(by, "outreach.reopen", trip.unit)
    trip = keeping.held(trip)
    if trip.state == Trip.State.ASKED:
        raise Refused(f"{trip}本来就待批准。")
    cleared = {
        "state": Trip.State.ASKED,
        "approved_by": None,
        "approved_on": None,
        "approval": "",
        "report_due": None,
        "reported_on": None,
    }
    return _moved(trip, by, "outreach.reopen", cleared, reason)


@transaction.atomic
def cancel(trip: Trip, *, by: User, reason: str) -> Trip:
    """Say that the trip did not take place, for a reason."""
    require(by, "outreach.change", trip.unit)
    trip = keeping.held(trip)
    if trip.state not in (Trip.State.ASKED, Trip.State.APPROVED):
        raise Refused(f"{trip}是“{trip.get_state_display()}”，不能取消。")
    if not reason.strip():
        raise Refused("请写明取消的理由。")
    return _moved(trip, by, "outreach.change", {"state": Trip.State.CANCELLED}, reason)


@transaction.atomic
def report(
    trip: Trip,
    *,
    by: User,
    version: int,
    on: date,
    outcome: str,
    next_step: str = "",
    expense: str = "",
) -> Trip:
    """Say what came of the trip."""
    require(by, "outreach.report", trip.unit)
    trip = keeping.held(trip, version=version)
    if trip.state != Trip.State.APPROVED:
        raise Refused(f"{trip}是“{trip.get_state_display()}”，不能报告。")
    if on < trip.until:
        raise Refused(f"外出到{trip.until}才结束，报告日期不能更早。")
    if not trip.travellers.filter(removed_at=None).exists():
        raise Refused("请先登记外出人员，再报告。")
    values = {
        "state": Trip.State.REPORTED,
        "reported_on": on,
        "outcome": outcome,
        "next_step": next_step,
        "expense": expense or trip.expense,
    }
    return _moved(trip, by, "outreach.report", values)


@transaction.atomic
def adopt(fact: Fact, becomes: str, *, by: User, **values: Any) -> Kept:
    """Make a record of an accepted fact, with the people, firms or the tie that it tells of."""
    document = fact.reading.document
    require(by, "outreach.adopt", document.unit)
    # Holding the document keeps two people from making two records of one fact.
    Document.objects.select_for_update(of=("self",)).get(pk=document.pk)
    told = proposal_of(fact)
    if is_adopted(fact):
        raise Refused("这条事实已经登记过，没有重复登记。")
    if told is None:
        raise Refused("请先在资料里逐项核实这条事实，再登记。")
    thing = _adopted(told, becomes, by, values)
    record(by, "outreach.adopt", thing, unit=document.unit, fact=fact.pk, quote=fact.quote)
    return thing


def _adopted(told: Proposal, kind: str, by: User, values: Values) -> Kept:
    fact, unit = told.fact, told.document.unit
    if kind == "trips":
        trip = ask_for_trip(by=by, unit=unit, fact=fact, **values)
        for person in told.people:
            names = {"name": person.name, "title": person.title}
            keep(Traveller, by=by, unit=unit, fact=fact, trip=trip, **names)
        for firm in told.names("counterparts"):
            keep(Visit, by=by, unit=unit, fact=fact, trip=trip, on=trip.since, firm=firm[:120])
        return trip
    if kind == "partners":
        partner = keep(Partner, by=by, unit=unit, fact=fact, **values)
        keep(Pairing, by=by, unit=unit, fact=fact, partner=partner, **pairing_of(told))
        return partner
    if kind == "talks":
        return keep(Talk, by=by, unit=unit, fact=fact, **values)
    return keep(Reception, by=by, unit=unit, fact=fact, **values)


@transaction.atomic
def set_rules(*, by: User, unit: OrgUnit, text: str) -> OwnRules:
    """Let the office count by its own rules from now on."""
    require(by, "outreach.set_rules", unit)
    try:
        rules = counting(text)
    except BadCounting as error:
        raise Refused(f"这份口径不能用：{error}。") from error
    own = OwnRules.objects.create(unit=unit, text=text, by=by)
    record(by, "outreach.set_rules", own, unit=unit, version=rules.version, text=text)
    return own


def _moved(trip: Trip, by: User, action: str, values: Values, reason: str = "") -> Trip:
    made = keeping.change(trip, by=by, reason=reason, **values)
    told = _told(made.after)
    record(
        by, action, made.record, unit=trip.unit, before=_told(made.before), reason=reason, **told
    )
    tell_rooms(named_by([made.record]), by=by)
    return made.record


def _named_before(made: keeping.Changed[Any]) -> list[tuple[int, str]]:
    before = made.before.get("lead")
    return [(made.record.unit_id, str(before))] if before else []


def _added(thing: K, by: User) -> K:
    refuse_unknown(thing)
    if isinstance(thing, Numbered):
        _number(thing)
    checked(thing)
    return keeping.add(thing, by=by)


def _number(thing: Numbered) -> None:
    # Holding the unit keeps two new records from taking the same number.
    OrgUnit.objects.select_for_update(of=("self",)).get(pk=thing.unit_id)
    day: date = thing.since if isinstance(thing, Trip) else thing.on  # type: ignore[attr-defined]
    same = type(thing)._default_manager.filter(unit=thing.unit_id, year=day.year)
    last = same.exclude(serial=None).order_by("serial").values_list("serial", flat=True).last()
    thing.year, thing.serial = day.year, (last or 0) + 1
    thing.number = f"{thing.prefix}{thing.year}-{thing.serial:03}"
    while same.filter(number=thing.number).exists():
        # A sheet brought this number in: the series goes on behind it.
        thing.serial += 1
        thing.number = f"{thing.prefix}{thing.year}-{thing.serial:03}"


def _refuse_other_days(changed: Values) -> None:
    if set(changed) & _APPROVED_WHEN:
        raise Refused("审批过的外出不能改日期。请负责人先退回，改好后重新批准。")


def _told(values: Values) -> dict[str, Any]:
    """The values as an event keeps them: keys for records, without the persons met."""
    told: dict[str, Any] = {}
    for name, value in values.items():
        if name.startswith("met_"):
            told[name] = "（个人信息）" if value else ""
        else:
            told[name] = value.pk if hasattr(value, "pk") else value
    return told
