"""Two plans side by side (基准与现行): what was added, left out or moved, and by how many days."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from yinfeng.judgement.schedule.grid import grid, number
from yinfeng.lexicon.calendar import Calendar


class What(StrEnum):
    """What happened to a milestone."""

    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Planned:
    """One milestone of a plan as it is compared: its name and its day."""

    name: str
    day: date


@dataclass(frozen=True, slots=True)
class Change:
    """One milestone in both plans; days and working days are those that it moved, back below 0."""

    key: str
    name: str
    what: What
    was: date | None
    now: date | None
    days: int = 0
    working_days: int = 0


def changes(
    before: Mapping[str, Planned], after: Mapping[str, Planned], calendar: Calendar
) -> tuple[Change, ...]:
    """Every milestone of either plan, in the order of the later one, those left out at the end."""
    found = [_change(key, before.get(key), one, calendar) for key, one in after.items()]
    gone = [
        Change(key, one.name, What.REMOVED, one.day, None)
        for key, one in before.items()
        if key not in after
    ]
    return (*found, *gone)


def _change(key: str, was: Planned | None, now: Planned, calendar: Calendar) -> Change:
    if was is None:
        return Change(key, now.name, What.ADDED, None, now.day)
    days = (now.day - was.day).days
    working = grid(calendar).between(number(was.day), number(now.day))
    what = What.MOVED if days else What.SAME
    return Change(key, now.name, what, was.day, now.day, days, working)
