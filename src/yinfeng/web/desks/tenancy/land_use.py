"""Land that each enterprise used between two days, for whoever evaluates it per mu.

    land_uses(units, date(2026, 1, 1), date(2026, 12, 31))

gives every enterprise of these units with its land, part by part, weighed by days.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet

from yinfeng.judgement.occupancy.land import LandUse, Use, land_of
from yinfeng.web.desks.land.models import Parcel
from yinfeng.web.desks.tenancy.fitting import stay_of
from yinfeng.web.desks.tenancy.models import Occupancy, Tenant
from yinfeng.web.desks.tenancy.rules import rules_of
from yinfeng.web.people.models import OrgUnit

_HUNDREDTH = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class FirmLand:
    """An enterprise, its unit, and the land that it used."""

    tenant: Tenant
    unit: OrgUnit
    land: LandUse


def land_uses(units: QuerySet[OrgUnit], first: date, last: date) -> list[FirmLand]:
    """Every enterprise of the units that held something between two days, both included."""
    found = (
        Occupancy.objects.standing()
        .filter(unit__in=units)
        .touching(first, last)
        .select_related("tenant", "unit", "parcel")
        .defer("parcel__shape")
        .order_by("unit__path", "firm", "since", "pk")
    )
    by_unit: dict[int, list[Occupancy]] = {}
    for stay in found:
        by_unit.setdefault(stay.unit_id, []).append(stay)
    return [one for stays in by_unit.values() for one in _of_unit(stays, first, last)]


def _of_unit(stays: list[Occupancy], first: date, last: date) -> Iterable[FirmLand]:
    unit = stays[0].unit
    rules = rules_of(unit, last)
    uses = [_use(stay) for stay in stays]
    mine: dict[str, list[Use]] = {}
    for use in uses:
        mine.setdefault(use.stay.holder, []).append(use)
        if use.lessor and use.lessor != use.stay.holder:
            mine.setdefault(use.lessor, []).append(use)
    tenants = {stay.firm: stay.tenant for stay in stays if stay.tenant is not None}
    for name, tenant in tenants.items():
        yield FirmLand(tenant, unit, land_of(name, mine[name], rules, first, last))


def _use(stay: Occupancy) -> Use:
    return Use(
        stay=stay_of(stay),
        is_floor=stay.is_floor,
        ratio=_ratio(stay.parcel) if stay.is_floor else None,
        lessor=stay.lessor,
        is_own=stay.tenure == Occupancy.Tenure.OWN,
        is_counted=stay.is_counted,
    )


def _ratio(parcel: Parcel) -> Decimal | None:
    """The plot ratio of a parcel as it is built."""
    if not parcel.area or not parcel.floor_area:
        return None
    found: Any = (parcel.floor_area / parcel.area).quantize(_HUNDREDTH)
    return found or None
