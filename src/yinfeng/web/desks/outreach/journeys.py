"""Trips taken apart for counting: who was where on which half day, and which firms were met."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from yinfeng.web.desks.outreach.asking import Question, standing
from yinfeng.web.desks.outreach.counting import Item
from yinfeng.web.desks.outreach.models import Half, Leg, Traveller, Trip, Visit

# A row of a table or of its history: both have the fields of the record.
Row = Any
HalfDay = tuple[date, int]

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Met:
    """A firm that was met, and what its trip tells."""

    row: Row
    says: str
    tells: Mapping[str, str | bool | int]

    def item(self, firm: str) -> Item:
        """The visit as a row to count, the firm known by one name."""
        tells = {**self.tells, "firm": firm, "day": self.row.on.isoformat()}
        return Item("trips", self.row.trip_id, self.row.on, self.says, tells)


def halves_and_visits(question: Question) -> tuple[list[Item], list[Met]]:
    """The half days of every person, and the firms met, in the time that is asked."""
    trips = {
        trip.id: trip
        for trip in standing(Trip, question).filter(
            since__lte=question.last, until__gte=question.first
        )
    }
    legs = _by_trip(standing(Leg, question), trips)
    travellers = _by_trip(standing(Traveller, question), trips)
    met = _by_trip(standing(Visit, question), trips)
    halves = [
        item
        for key, trip in trips.items()
        for item in _halves(trip, legs[key], travellers[key], bool(met[key]))
        if question.first <= item.day <= question.last
    ]
    visits = [
        Met(visit, f"{trip.number} {visit.firm}", _tells(trip, _place(legs[key], visit.on), True))
        for key, trip in trips.items()
        for visit in met[key]
        if question.first <= visit.on <= question.last
    ]
    return halves, visits


def _by_trip(rows: Any, trips: Mapping[int, Row]) -> "defaultdict[int, list[Row]]":
    found: defaultdict[int, list[Row]] = defaultdict(list)
    if trips:
        # A range, because a list of keys could be longer than a database takes.
        for row in rows.filter(trip_id__gte=min(trips), trip_id__lte=max(trips)):
            if row.trip_id in trips:
                found[row.trip_id].append(row)
    return found


def _halves(
    trip: Row, legs: Sequence[Row], travellers: Iterable[Row], firm_visited: bool
) -> Iterator[Item]:
    for traveller in travellers:
        person = f"u{traveller.user_id}" if traveller.user_id else _person(traveller)
        for leg in legs:
            tells = {
                **_tells(trip, leg.place, firm_visited),
                "person": f"{trip.unit_id}/{person}",
                "outside": leg.outside,
                "leader": traveller.leader,
            }
            says = f"{trip.number} {_person(traveller)} {leg.place}"
            for day, half in _common(leg, traveller):
                own = {**tells, "day": day.isoformat(), "half": half}
                yield Item("trips", trip.id, day, says, own)


def _person(traveller: Row) -> str:
    return f"{traveller.title}{traveller.name}"


def _tells(trip: Row, place: str, firm_visited: bool) -> dict[str, str | bool | int]:
    approved = trip.state in (Trip.State.APPROVED, Trip.State.REPORTED)
    return {
        "kept": trip.state != Trip.State.CANCELLED,
        "approved": approved,
        "approved_before": bool(trip.approved_on and trip.approved_on <= trip.since),
        "reported": trip.state == Trip.State.REPORTED,
        "firm_visited": firm_visited,
        "place": place,
        "channel": trip.channel,
        "agent": trip.agent_id or 0,
        "team": trip.team_id or 0,
    }


def _common(leg: Row, traveller: Row) -> Iterator[HalfDay]:
    """The half days of a stretch on which one was there, joined late and left early as told."""
    first, last = (leg.since, leg.since_half), (leg.until, leg.until_half)
    if traveller.since:
        first = max(first, (traveller.since, traveller.since_half))
    if traveller.until:
        last = min(last, (traveller.until, traveller.until_half))
    day, half = first
    while (day, half) <= last:
        yield day, half
        day, half = (day, 1) if half == Half.MORNING else (day + _ONE_DAY, 0)


def _place(legs: Iterable[Row], day: date) -> str:
    return next((leg.place for leg in legs if leg.since <= day <= leg.until), "")
