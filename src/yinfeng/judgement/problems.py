"""Problems as a ledger tells them: rates of closing, honestly told.

按期率 counts by the first promised day; a day put off stands apart. 自报 is not closed.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

_HUNDRED = 100


@dataclass(frozen=True, slots=True)
class Case:
    """One problem on a day: its days, whether it was put off, closed, told closed, opened again."""

    key: str
    opened: date
    first_due: date | None
    due: date | None
    closed: date | None = None
    claimed: date | None = None
    reopened: int = 0


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole, with the keys of both."""

    part: tuple[str, ...]
    whole: tuple[str, ...]

    @property
    def percent(self) -> float | None:
        """In percent; None of nothing."""
        return round(len(self.part) * _HUNDRED / len(self.whole), 1) if self.whole else None


@dataclass(frozen=True, slots=True)
class Rates:
    """What a ledger of problems comes to on a day."""

    closed: Share
    on_time: Share
    on_time_as_put_off: Share
    overdue: Share
    claimed: Share
    reopened: Share


def rates_of(cases: Iterable[Case], today: date) -> Rates:
    """The rates of these problems on *today*."""
    every = [one for one in cases if one.opened <= today]
    done = [one for one in every if one.closed and one.closed <= today]
    # What was due and is not solved is not on time either: else waiting would be rewarded.
    ripe = [one for one in every if one in done or (one.first_due and one.first_due < today)]
    kept = [one for one in done if one.closed and one.first_due and one.closed <= one.first_due]
    late = [one for one in done if one.closed and one.due and one.closed <= one.due]
    open_ = [one for one in every if one not in done]
    over = [one for one in open_ if one.due and one.due < today]
    told = [one for one in open_ if one.claimed and one.claimed <= today]
    again = [one for one in every if one.reopened]
    ever = [one for one in every if one in done or one.reopened]
    return Rates(
        closed=_share(done, every),
        on_time=_share(kept, ripe),
        on_time_as_put_off=_share(late, ripe),
        overdue=_share(over, open_),
        claimed=_share(told, open_),
        reopened=_share(again, ever),
    )


def is_reopening(closed: date, today: date, within: int) -> bool:
    """Whether a problem that comes up again is the old one: within so many days of its close."""
    return today - closed <= timedelta(days=within)


def _share(part: list[Case], whole: list[Case]) -> Share:
    return Share(tuple(one.key for one in part), tuple(one.key for one in whole))
