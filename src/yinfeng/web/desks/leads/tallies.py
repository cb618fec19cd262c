"""How the leads of each unit stand today, counted once and again only where something happened.

The page of today and the board show sums over units; of a county with a hundred thousand leads
only the towns that were changed since are counted again.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Any

from django.db.models import Count, Q

from yinfeng.lexicon.policies import GRADES
from yinfeng.web.desks.leads.colours import Palette
from yinfeng.web.desks.leads.models import Lead
from yinfeng.web.desks.leads.wanting import (
    adrift,
    clocks_overdue,
    clocks_running,
    dispatches_open,
    with_late_clock,
    with_late_dispatch,
)
from yinfeng.web.people.may import few_units, in_scope
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.shell.stamps import ByUnit, Stamps

COLOURED = ("yellow", "red", "removed")


def tally(
    user: User, day: date, since: date, soon: date, stamps: Stamps | None = None
) -> Mapping[str, int]:
    """How the leads in the user's scope stand on *day*; new since *since*, due until *soon*.

    *stamps* are those of the units in that scope, where they are known by now.
    """
    units: Collection[int] | None = few_units(user, "leads.read")
    if units is None:
        seen = OrgUnit.objects.filter(in_scope(user, "leads.read", ""))
        units = list(seen.values_list("pk", flat=True))
    total: Counter[str] = Counter()
    for own in _TALLIES.of(units, day, since, soon, stamps=stamps).values():
        total.update(own)
    return total


def conditions(day: date, *, is_live: bool) -> dict[str, Q]:
    """What is counted of leads, by its key."""
    palette = Palette(day)
    is_open = Q(state=Lead.State.OPEN)
    wanted = {grade: is_open & Q(grade=grade) for grade in GRADES}
    for colour in COLOURED:
        wanted[colour] = is_open & palette.condition(colour)
    wanted["adrift"] = adrift(day)
    wanted["late"] = with_late_clock(day, is_live=is_live)
    wanted["dispatch_late"] = with_late_dispatch(day)
    wanted["pool"] = Q(state=Lead.State.POOL)
    return wanted


def counted(leads: Any, wanted: Mapping[str, Q]) -> dict[str, int]:
    """How many of the leads there are of each, in one question."""
    found: dict[str, int] = leads.order_by().aggregate(
        **{f"n_{key}": Count("id", filter=which) for key, which in wanted.items()}
    )
    return {key.removeprefix("n_"): number for key, number in found.items()}


def _reckoned(
    units: Collection[int], day: date, since: date, soon: date
) -> dict[int, Mapping[str, int]]:
    tallies: dict[int, Counter[str]] = {unit: Counter() for unit in units}
    leads = Lead.objects.filter(unit__in=units, removed_at=None).order_by()
    wanted = conditions(day, is_live=True)
    wanted["new"] = Q(reported__gt=since, reported__lte=day)
    counts = {f"n_{key}": Count("id", filter=which) for key, which in wanted.items()}
    rows: Iterable[Mapping[str, Any]] = leads.values("unit").annotate(**counts)
    for row in rows:
        tallies[row["unit"]].update({key: row[f"n_{key}"] for key in wanted})
    stages = leads.filter(state=Lead.State.OPEN).values_list("unit", "stage").annotate(Count("id"))
    for unit, stage, count in stages:
        tallies[unit][f"stage:{stage}"] = count
    clocks = clocks_running(day, is_live=True)
    _add(tallies, "overdue", clocks_overdue(day, is_live=True))
    _add(tallies, "soon", clocks.filter(ends__gte=day, ends__lte=soon))
    _add(tallies, "dispatches", dispatches_open(day, is_live=True))
    return dict(tallies)


def _add(tallies: Mapping[int, Counter[str]], key: str, rows: Any) -> None:
    """Count what runs of the leads of each unit."""
    own = rows.filter(lead__unit__in=list(tallies), lead__removed_at=None).order_by()
    counts: Iterable[tuple[int, int]] = own.values_list("lead__unit").annotate(Count("id"))
    for unit, count in counts:
        tallies[unit][key] = count


_TALLIES = ByUnit(_reckoned)
