"""A year of outreach entered row by row through the actions, so that given figures come out.

Beside the rows that count stand such as must not: trips without approval, inside the county or
without a firm, a second group of the same firm on one day, agreements that do not bind.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import cycle
from typing import Any

from yinfeng.web.desks.leads.actions import Form, register
from yinfeng.web.desks.outreach import actions
from yinfeng.web.desks.outreach.models import Kept, Reception, Signing, Talk, Traveller, Trip, Visit
from yinfeng.web.people.models import OrgUnit, User

LATER = date(2026, 12, 31)
_FIRST = "恒瑞博凯铭腾卓锦嘉泽"
_SECOND = "驰通川源岳晟朗奕航曜"
_LONGEST = 10


@dataclass(frozen=True)
class Figures:
    """What a year comes to: days out, leaders' days in one place, firms, batches, talks, signed."""

    days: Decimal
    leader_days: Decimal
    firms: int
    batches: int
    projects: int
    signed: int


@dataclass
class Town:
    """The office, who enters and who approves, and the next free day of each traveller."""

    unit: OrgUnit
    clerk: User
    head: User
    year: int
    trips: int = 0

    def trip(self, start: date, halves: int, place: str, **asked: object) -> Trip:
        """A trip of so many half days that waits for approval."""
        self.trips += 1
        until = start + timedelta(days=(halves - 1) // 2)
        values = {
            "purpose": f"第{self.trips}次外出对接",
            "since": start,
            "until": until,
            "until_half": (halves - 1) % 2,
            "outside": True,
            **asked,
        }
        return actions.ask_for_trip(by=self.clerk, unit=self.unit, place=place, **values)  # type: ignore[arg-type]

    def approve(self, trip: Trip) -> Trip:
        """The trip, approved on paper the day before it began."""
        on, paper = trip.since - timedelta(days=1), f"批{trip.number}"
        return actions.approve(trip, by=self.head, today=LATER, on=on, paper=paper)

    def goes(self, trip: Trip, name: str, *, leader: bool = False) -> None:
        """One more who goes."""
        title = "党委书记" if leader else "招商专员"
        self.keep(Traveller, trip=trip, name=name, title=title, leader=leader)

    def meets(self, trip: Trip, number: int) -> None:
        """A firm that is met on the first day."""
        self.keep(Visit, trip=trip, on=trip.since, firm=firm(number), code=code(number))

    def registers(self, project: str, investors: str) -> str:
        """The number of a lead of the town."""
        form = Form(name=project, source="上海联络站推荐", investors=investors, reporter="clerk")
        day = date(self.year, 1, 4)
        why = "已核对，不是同一条"
        return register(form, by=self.clerk, unit=self.unit, today=day, reason=why).number

    def keep(self, model: type[Kept], **values: Any) -> None:
        """A record of the town."""
        actions.keep(model, by=self.clerk, unit=self.unit, **values)


def firm(number: int) -> str:
    """The name of an invented firm."""
    first, second = divmod(number, 10)
    return f"苏州{_FIRST[first % 10]}{_SECOND[second]}{'精密' if number < 100 else '新材'}有限公司"


def code(number: int) -> str:
    """Its invented credit code."""
    return f"91320500MA{number:08d}"


def enter(town: Town, wanted: Figures, place: str = "上海") -> None:
    """Enter a year that comes to the wanted figures, and rows that must not count."""
    _enter_trips(town, wanted, place)
    _enter_receptions(town, wanted.batches)
    _enter_talks(town, wanted)
    _enter_what_does_not_count(town)


def _enter_trips(town: Town, wanted: Figures, place: str) -> None:
    trips = [
        *_spread(town, wanted.leader_days, place, leader=True),
        *_spread(town, wanted.days - wanted.leader_days, "苏州", leader=False),
    ]
    # The same firm is met more than once, and more firms than trips are met.
    meetings = max(wanted.firms, len(trips)) + 3
    for number, trip in zip(range(meetings), cycle(trips), strict=False):
        town.meets(trip, number % wanted.firms)
    for trip in trips[::2]:
        shown = Trip.objects.get(pk=trip.pk)
        actions.report(
            shown, by=town.clerk, version=shown.version, on=shown.until, outcome="已对接"
        )


def _spread(town: Town, days: Decimal, place: str, *, leader: bool) -> Iterator[Trip]:
    start = date(town.year, 1, 3)
    left = int(days * 2)
    while left > 0:
        halves = min(left, _LONGEST)
        trip = town.approve(town.trip(start, halves, place))
        town.goes(trip, "沈立群" if leader else "周启明", leader=leader)
        left -= halves
        if not leader and left >= halves:
            town.goes(trip, "何一鸣")
            left -= halves
        start += timedelta(days=7)
        yield trip


def _enter_receptions(town: Town, batches: int) -> None:
    for number in range(batches):
        # One group comes on two days, which are two batches; every tenth comes twice a day.
        day = date(town.year, 2, 1) + timedelta(days=number * 2)
        for _ in range(2 if number % 10 == 0 else 1):
            town.keep(
                Reception,
                on=day,
                group=firm(100 + number // 2),
                heads=3,
                received="office",
                purpose="考察",
            )


def _enter_talks(town: Town, wanted: Figures) -> None:
    for number in range(wanted.projects):
        day = date(town.year, 3, 1) + timedelta(days=number)
        project = f"{firm(number)[2:4]}年产{number + 2}万套传动件项目"
        lead = town.registers(project, firm(number))
        town.keep(Talk, on=day, project=project, lead=lead, topic="用地和电价")
        town.keep(Talk, on=day, project=f"{project}（暂名）", lead=lead, topic="协议条款")
        if number < wanted.signed:
            kind = {"kind": "investment", "paper": f"协{number}", "amount": Decimal(12000)}
            signed = {"project": project, "lead": lead, "firm": firm(number)}
            town.keep(Signing, on=day + timedelta(days=60), **signed, **kind)


def _enter_what_does_not_count(town: Town) -> None:
    day = date(town.year, 11, 6)
    unapproved = town.trip(day, 4, "杭州")
    town.goes(unapproved, "周启明")
    town.meets(unapproved, 7)
    inside = town.approve(town.trip(day, 2, "本县新城", outside=False))
    town.goes(inside, "何一鸣")
    town.meets(inside, 3)
    empty = town.approve(town.trip(day + timedelta(days=7), 4, "南京"))
    town.goes(empty, "周启明")
    town.keep(
        Signing,
        on=day,
        kind="framework",
        project="智能装备产业园",
        firm=firm(5),
        paper="框1",
        amount=Decimal(90000),
    )
    town.keep(Reception, on=day, group="无人登记的来客", heads=0, received="office", purpose="路过")
