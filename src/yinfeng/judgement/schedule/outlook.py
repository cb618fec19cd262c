"""How a plan stands on a day: latest and earliest day of each milestone, float, critical chain.

A float is counted in working days from the earliest to the latest day (时差); below nothing it says
by how much the fixed day will be missed. A plan that cannot be kept says which milestone should be
done already, and for how long.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from yinfeng.judgement.schedule.grid import Grid, day_of, grid, number
from yinfeng.judgement.schedule.network import (
    OPEN,
    Early,
    Network,
    Stand,
    earliest,
    latest,
    network,
)
from yinfeng.lexicon.calendar import Calendar
from yinfeng.lexicon.milestones import Milestone


@dataclass(frozen=True, slots=True)
class Actual:
    """When a milestone really began and ended, as far as it did."""

    began: date | None = None
    ended: date | None = None


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of a plan: the day after which the work counts, and the day it ends."""

    begins: date
    ends: date


@dataclass(frozen=True, slots=True)
class Row:
    """One milestone on a day; float and latest are None where nothing fixed comes after it."""

    key: str
    begins: date
    earliest: date
    latest: date | None
    float: int | None
    is_done: bool
    is_critical: bool
    is_provisional: bool


@dataclass(frozen=True, slots=True)
class Missed:
    """A fixed day that cannot be kept: the earliest possible day, how many working days late."""

    key: str
    fixed: date
    earliest: date
    late: int


@dataclass(frozen=True, slots=True)
class Behind:
    """A milestone whose latest day has passed, and for how many working days."""

    key: str
    latest: date
    late: int


@dataclass(frozen=True, slots=True)
class Outlook:
    """The whole plan on a day; *chain* are the keys of the critical chain, from the first on."""

    rows: tuple[Row, ...]
    missed: tuple[Missed, ...]
    behind: tuple[Behind, ...]
    chain: tuple[str, ...]

    @property
    def is_feasible(self) -> bool:
        """Whether every fixed day can still be kept."""
        return not self.missed

    def row(self, key: str) -> Row | None:
        """The row of a milestone."""
        return next((one for one in self.rows if one.key == key), None)


Fixed = Mapping[str, date]
Actuals = Mapping[str, Actual]


def outlook(
    milestones: Sequence[Milestone],
    fixed: Fixed,
    actuals: Actuals,
    today: date,
    calendar: Calendar,
) -> Outlook:
    """How the plan stands on *today*."""
    net, days = network(milestones), grid(calendar)
    stand = _stand(net, actuals, today)
    early = earliest(net, days, stand)
    late = latest(net, days, stand, _placed(net, fixed))
    chain = _chain(days, stand, early, _placed(net, fixed))
    rows = tuple(
        _row(at, net, days, stand, early, late, at in chain) for at in range(len(net.keys))
    )
    return Outlook(
        rows=rows,
        missed=_missed(net, days, stand, early, fixed),
        behind=_behind(net, days, stand, late),
        chain=tuple(net.keys[at] for at in chain),
    )


def planned(
    milestones: Sequence[Milestone],
    fixed: Fixed,
    moved: Fixed,
    actuals: Actuals,
    today: date,
    calendar: Calendar,
) -> dict[str, Bar]:
    """The plan made on *today*: each milestone as late as the fixed days allow, never too early.

    *moved* are days that a person chose for some milestones: what comes before is planned towards
    them, what comes after from them. Where a fixed day cannot be kept, the plan says the earliest.
    """
    net, days = network(milestones), grid(calendar)
    stand = _stand(net, actuals, today)
    chosen = _placed(net, moved)
    ends = _placed(net, fixed)
    for at, day in chosen.items():
        ends[at] = min(day, ends.get(at, day))
    # What nothing fixed binds follows what is planned before it, as early as that allows.
    late = {at: day for at, day in enumerate(latest(net, days, stand, ends)) if day != OPEN}
    late |= {at: max(day, late[at]) for at, day in chosen.items()}
    plan = earliest(net, days, stand, late)
    bars = {}
    for at, key in enumerate(net.keys):
        begins, end = plan.starts[at], plan.ends[at]
        if stand.began[at] < 0 and stand.ended[at] < 0:
            begins = max(days.step(net.takes[at]).back(end), begins)
        bars[key] = Bar(day_of(begins), day_of(end))
    return bars


def _placed(net: Network, days: Fixed) -> dict[int, int]:
    return {
        net.shape.places[key]: number(day) for key, day in days.items() if key in net.shape.places
    }


def _stand(net: Network, actuals: Actuals, today: date) -> Stand:
    began, ended = [-1] * len(net.keys), [-1] * len(net.keys)
    for key, actual in actuals.items():
        at = net.shape.places.get(key)
        if at is not None and actual.began:
            began[at] = number(actual.began)
        if at is not None and actual.ended:
            ended[at] = number(actual.ended)
    return Stand(number(today), began, ended)


def _row(
    at: int,
    net: Network,
    days: Grid,
    stand: Stand,
    early: Early,
    late: Sequence[int],
    is_critical: bool,
) -> Row:
    end, last = early.ends[at], late[at]
    is_done = stand.ended[at] >= 0
    open_ended = is_done or last == OPEN
    day = None if last == OPEN else day_of(last)
    return Row(
        key=net.keys[at],
        begins=day_of(early.starts[at]),
        earliest=day_of(end),
        latest=day,
        float=None if open_ended else days.between(end, last),
        is_done=is_done,
        is_critical=is_critical,
        is_provisional=not is_done and (end > days.settled or days.settled < last < OPEN),
    )


def _missed(
    net: Network, days: Grid, stand: Stand, early: Early, fixed: Fixed
) -> tuple[Missed, ...]:
    found = []
    for key, day in sorted(fixed.items(), key=lambda one: (one[1], one[0])):
        if key not in net.shape.places:
            continue
        at = net.shape.places[key]
        late = days.between(days.behind[number(day)], early.ends[at])
        if stand.ended[at] < 0 and late > 0:
            found.append(Missed(key, day, day_of(early.ends[at]), late))
    return tuple(found)


def _behind(net: Network, days: Grid, stand: Stand, late: Sequence[int]) -> tuple[Behind, ...]:
    """Those whose latest day has passed, the one that is longest due first."""
    found = [
        Behind(net.keys[at], day_of(late[at]), days.between(late[at], stand.today))
        for at in range(len(net.keys))
        if stand.ended[at] < 0 and late[at] < stand.today
    ]
    return tuple(sorted(found, key=lambda one: (one.latest, net.shape.places[one.key])))


def _chain(days: Grid, stand: Stand, early: Early, fixed: Mapping[int, int]) -> tuple[int, ...]:
    """What drives the fixed day with the least float, from the first milestone on to it."""
    open_ones = [at for at in fixed if stand.ended[at] < 0]
    if not open_ones:
        return ()

    def room(at: int) -> tuple[int, int, int]:
        left = days.between(early.ends[at], days.behind[fixed[at]])
        return left, fixed[at], at

    at = min(open_ones, key=room)
    chain = []
    while at >= 0 and stand.ended[at] < 0:
        chain.append(at)
        at = early.drives[at]
    return tuple(reversed(chain))
