"""For how long a project that was handed over is shared, by the rules of first reports."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from yinfeng.web.desks.leads.rules import claims_on
from yinfeng.web.desks.projects.models import Handover


@dataclass(frozen=True, slots=True)
class Sharing:
    """A hand-over, the day from which all is the taker's, and the rule that says so."""

    handover: Handover
    until: date
    years: int
    basis: str


def sharings_of(handovers: Sequence[Handover]) -> list[Sharing]:
    """Each hand-over with the years of the rules that held for the giver on its day."""
    rules = claims_on({(one.giver.path, one.day) for one in handovers})
    found: list[Sharing] = []
    for one in handovers:
        own = rules[one.giver.path, one.day]
        until = years_after(one.day, own.credit_years)
        found.append(Sharing(one, until, own.credit_years, f"{own.title}{own.version}"))
    return found


def years_after(day: date, years: int) -> date:
    """The same day so many years on; of 29 February the first of March."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)
