"""What is due: a day, what has to be done by then, and how that day stands to today.

Days come from the clocks of leads, from goals with an end, and from what papers announce. A day
beyond the last published notice of working days is provisional (暂定).
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from yinfeng.ledger.papers import Proof
from yinfeng.lexicon.calendar import Calendar
from yinfeng.lexicon.office_files import Term

_SOON = timedelta(days=7)


class Standing(StrEnum):
    """How a due day stands to today."""

    OVERDUE = "overdue"
    TODAY = "today"
    SOON = "soon"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Due:
    """One thing that is due: the day, about what, what has to be done, and the proof."""

    day: date
    about: str
    says: str
    proofs: tuple[Proof, ...]
    today: date
    provisional: bool = False

    @property
    def standing(self) -> Standing:
        """How the day stands to today."""
        if self.day < self.today:
            return Standing.OVERDUE
        if self.day == self.today:
            return Standing.TODAY
        return Standing.SOON if self.day - self.today <= _SOON else Standing.LATER

    @property
    def stands(self) -> str:
        """How the day stands to today, in words."""
        days = abs((self.day - self.today).days)
        match self.standing:
            case Standing.OVERDUE:
                return f"已超期{days}天"
            case Standing.TODAY:
                return "今日到期"
            case _:
                return f"还有{days}天"


def end_of(term: Term, start: date, days: Calendar) -> date:
    """The last day of a term that begins on *start*.

    A term of calendar days whose last day is off ends with the next working day (民法典 203).
    """
    if term.working:
        return days.after(start, term.days)
    end = start + timedelta(days=term.days)
    return end if days.is_working_day(end) else days.after(end, 1)
