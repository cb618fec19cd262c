"""Sums of investment by project and month, and the light that they give."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from yinfeng.judgement.investing import measured
from yinfeng.judgement.lights import Spending, spending_of
from yinfeng.lexicon.delivery import Money
from yinfeng.lexicon.lights import Scheme
from yinfeng.web.desks.delivery.models import Month
from yinfeng.web.lists.history import end_of

ByMonth = dict[int, Decimal]
_NAMES = ("planned", "reported", "recognised")


def spendings(
    projects: Iterable[int], scheme: Scheme, rules: Money, today: date, *, as_of: date | None = None
) -> Mapping[int, Spending]:
    """The year of each project up to the month that is asked, by the project's key."""
    keys = list(projects)
    year, month = measured(today, rules.silent_months)
    rows = Month.objects.filter(removed_at=None) if as_of is None else _then(as_of)
    sums: dict[int, dict[str, ByMonth]] = defaultdict(lambda: {name: {} for name in _NAMES})
    found = rows.filter(project__in=keys, month__year=year)
    for project, day, *told in found.values_list("project", "month", *_NAMES):
        for name, value in zip(_NAMES, told, strict=True):
            if value is not None:
                sums[project][name][day.month] = value
    return {key: _spent(sums[key], year, month, scheme, rules.pace) for key in keys}


def _spent(
    told: Mapping[str, ByMonth], year: int, month: int, scheme: Scheme, pace: str
) -> Spending:
    planned, reported, recognised = (told[name] for name in _NAMES)
    return spending_of(year, month, planned, reported, recognised, scheme, pace)


def _then(day: date) -> Any:
    return Month.history.at(end_of(day))
