"""Sums of investment by project and month, and the light that they give."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from yinfeng.judgement.lights import Spending, spending_of
from yinfeng.lexicon.lights import Scheme
from yinfeng.web.desks.delivery.models import Month
from yinfeng.web.lists.history import end_of

ByMonth = dict[int, Decimal]
_NAMES = ("planned", "reported", "recognised")


def spendings(
    projects: Iterable[int], scheme: Scheme, pace: str, today: date, *, as_of: date | None = None
) -> Mapping[int, Spending]:
    """The year of each project up to the month that is asked, by the project's key."""
    keys = list(projects)
    year, month = _asked(today)
    rows = Month.objects.filter(removed_at=None) if as_of is None else _then(as_of)
    sums: dict[int, dict[str, ByMonth]] = defaultdict(lambda: {name: {} for name in _NAMES})
    found = rows.filter(project__in=keys, month__year=year)
    for project, day, *told in found.values_list("project", "month", *_NAMES):
        for name, value in zip(_NAMES, told, strict=True):
            if value is not None:
                sums[project][name][day.month] = value
    return {key: _spent(sums[key], year, month, scheme, pace) for key in keys}


def _asked(today: date) -> tuple[int, int]:
    """The last month that has ended: what runs is not measured; in January the year before."""
    return (today.year - 1, 12) if today.month == 1 else (today.year, today.month - 1)


def _spent(
    told: Mapping[str, ByMonth], year: int, month: int, scheme: Scheme, pace: str
) -> Spending:
    planned, reported, recognised = (told[name] for name in _NAMES)
    return spending_of(year, month, planned, reported, recognised, scheme, pace)


def _then(day: date) -> Any:
    return Month.history.at(end_of(day))
