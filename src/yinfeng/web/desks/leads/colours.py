"""The three colours of silence: green moving, yellow, red, and out of the library (出库待核实).

The months are those of each office's own policy, so the colour of a lead depends on its unit.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from django.db.models import Q

from yinfeng.judgement.clocks import colour_days
from yinfeng.lexicon.policies import Maturity
from yinfeng.web.desks.leads.models import OfficeRule
from yinfeng.web.desks.leads.rules import made_of
from yinfeng.web.people.paths import after, is_under

COLOURS = {"green": "绿", "yellow": "黄", "red": "红", "removed": "出库待核实"}
_ORDER = tuple(COLOURS)


class Palette:
    """The colours on a day, for every office at once: one query, however many offices."""

    def __init__(self, day: date) -> None:
        self.day = day
        rules = OfficeRule.objects.filter(kind=OfficeRule.Kind.MATURITY, since__lte=day)
        rows = rules.order_by("since", "pk").values_list("unit__path", "kind", "text")
        own = {path: made_of({kind: text}).policy for path, kind, text in rows}
        # The nearest office of the line rules: the longest path first.
        self._own = sorted(own.items(), key=lambda pair: -len(pair[0]))
        self._house = made_of({}).policy

    def of(self, last: date | None, path: str) -> str:
        """The colour of a lead of the unit at *path* whose last event was on *last*."""
        if last is None:
            return ""
        begins = colour_days(self._policy(path))
        silent = (self.day - last).days
        reached = [key for key, days in begins.items() if silent >= days]
        return max(reached, key=_ORDER.index, default="green")

    def condition(self, colour: str) -> Q:
        """The leads of a colour, whatever office they belong to."""
        found, covered = Q(pk__in=()), Q(pk__in=())
        for within, policy in self._offices():
            found |= within & ~covered & self._span(colour, policy)
            covered |= within
        return found | (~covered & self._span(colour, self._house))

    def _policy(self, path: str) -> Maturity:
        own = (policy for top, policy in self._own if is_under(path, top))
        return next(own, self._house)

    def _offices(self) -> Iterator[tuple[Q, Maturity]]:
        for path, policy in self._own:
            yield Q(unit__path__gte=path, unit__path__lt=after(path)), policy

    def _span(self, colour: str, policy: Maturity) -> Q:
        begins = {"green": 0, **colour_days(policy)}
        span = Q(last_event__isnull=False)
        if colour != "green":
            span &= Q(last_event__lte=self.day - timedelta(days=begins[colour]))
        for later in _ORDER[_ORDER.index(colour) + 1 :][:1]:
            span &= Q(last_event__gt=self.day - timedelta(days=begins[later]))
        return span
