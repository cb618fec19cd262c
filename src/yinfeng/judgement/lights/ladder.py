"""Which notices a red light has issued by today: 当日通知, +3 挂钩领导, +7 督办单, +15 约谈."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from yinfeng.lexicon.calendar import Calendar
from yinfeng.lexicon.lights import Ladder, Rung


@dataclass(frozen=True, slots=True)
class Call:
    """One rung that is due, and its day."""

    rung: Rung
    day: date
    provisional: bool


def calls(ladder: Ladder, since: date, days: Calendar, today: date) -> Iterator[Call]:
    """The rungs that are due by *today* for a light that is red since *since*."""
    for rung in ladder.rungs:
        day = days.after(since, rung.after) if rung.after else since
        if day > today:
            return
        yield Call(rung, day, any(days.is_provisional(one) for one in (since, day)))
