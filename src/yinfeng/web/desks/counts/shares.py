"""What each unit has of a project that was handed over: its share of the count and of the sum."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db.models import Q, QuerySet

from yinfeng.web.desks.projects.models import Handover
from yinfeng.web.desks.projects.sharing import Sharing, sharings_of, years_after
from yinfeng.web.people.may import in_scope
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.people.paths import after

_WHOLE = Decimal(100)


@dataclass(frozen=True, slots=True)
class Shared:
    """What the units that are asked for have of a project, until which day, and how in words."""

    share: Decimal
    until: date
    says: str


def given_away(user: User, unit: OrgUnit | None, moment: datetime | None) -> "QuerySet[Handover]":
    """The hand-overs by which units in scope gave projects to whomever."""
    rows = _handovers(moment).filter(in_scope(user, "counts.read", "giver"))
    if unit is not None:
        rows = rows.filter(giver__path__gte=unit.path, giver__path__lt=after(unit.path))
    return rows


def shares_of(
    keys: Iterable[Any],
    user: User,
    unit: OrgUnit | None,
    moment: datetime | None,
    years: int | None,
) -> dict[int, Shared]:
    """The shares of the units in scope of each of these projects that was handed over.

    They are shared for *years*; None: for those of the rules of first reports of that day.
    """
    chains: dict[int, list[Handover]] = {}
    rows = _handovers(moment).filter(project__in=keys).select_related("giver", "taker")
    for row in rows.order_by("pk"):
        chains.setdefault(row.project_id, []).append(row)
    units = {one.pk for chain in chains.values() for row in chain for one in (row.giver, row.taker)}
    inside = _inside(units, user, unit)
    lasts = sharings_of([chain[-1] for chain in chains.values()])
    return {
        one.handover.project_id: _shared(chains[one.handover.project_id], inside, one, years)
        for one in lasts
    }


def _handovers(moment: datetime | None) -> "QuerySet[Handover]":
    return Handover.objects.filter(at__lt=moment) if moment else Handover.objects.all()


def _inside(units: set[int], user: User, unit: OrgUnit | None) -> set[int]:
    asked = Q(path__gte=unit.path, path__lt=after(unit.path)) if unit is not None else Q()
    scope = in_scope(user, "counts.read", "")
    return set(OrgUnit.objects.filter(scope, asked, pk__in=units).values_list("pk", flat=True))


def _shared(chain: list[Handover], inside: set[int], sharing: Sharing, years: int | None) -> Shared:
    """Each hand-over splits what the giver had then; where it comes back, it is added again."""
    has: dict[int, Decimal] = {chain[0].giver_id: _WHOLE}
    for row in chain:
        held = has.pop(row.giver_id, _WHOLE)
        has[row.taker_id] = has.get(row.taker_id, Decimal(0)) + held * row.taker_share / _WHOLE
        has[row.giver_id] = has.get(row.giver_id, Decimal(0)) + held * row.giver_share / _WHOLE
    last = chain[-1]
    says = f"{last.day}由{last.giver}流转给{last.taker}，份额{last.giver_share}:{last.taker_share}"
    until = sharing.until if years is None else years_after(last.day, years)
    basis = sharing.basis if years is None else "统计口径"
    says += f"，{until}起全归{last.taker}（{basis}）"
    share = sum((part for pk, part in has.items() if pk in inside), Decimal(0))
    return Shared(share, until, says)
