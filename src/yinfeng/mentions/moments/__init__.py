"""One moment of time: its grammar, where it may start, and the days that it means.

A family of the grammar is a named group of `MOMENT` and a function here, in `FAMILIES`.
"""

from collections.abc import Callable, Mapping

from yinfeng.mentions.moments import digits, distances, old_calendar, years
from yinfeng.mentions.moments.grammar import JOIN, MOMENT
from yinfeng.mentions.moments.scope import Scope, Stretch, Told, after
from yinfeng.mentions.moments.starts import starts

__all__ = ["FAMILIES", "JOIN", "MOMENT", "Scope", "Stretch", "after", "reckoned", "starts"]

FAMILIES: Mapping[str, Callable[[Told, Scope], Stretch | None]] = {
    "numeric": digits.numeric,
    "calendar": years.calendar,
    "lunar": old_calendar.lunar_date,
    "festival": old_calendar.festival,
    "decade": old_calendar.decade,
    "era": old_calendar.era,
    "plan": old_calendar.plan,
    "span": distances.span,
    "weekly": distances.weekly,
    "daily": distances.daily,
    "day": distances.bare_day,
    "now": distances.now,
    "vague": distances.vague,
}


def reckoned(match: Told, scope: Scope) -> Stretch | None:
    """The days that a matched moment means; None when the words are no time after all."""
    return FAMILIES[match.lastgroup or ""](match, scope)
