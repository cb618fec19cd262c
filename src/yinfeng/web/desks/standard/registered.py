"""What the register of land tells of a commitment's parcels: floor space, high storeys, ground.

A figure that is not registered for every building is none: a part would pass for the whole.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.urls import reverse

from yinfeng.lexicon.standard_land import Indicators
from yinfeng.web.desks.land.models import Building, Floor, Parcel
from yinfeng.web.desks.standard.models import Commitment
from yinfeng.web.desks.standard.models.joined import plots_of
from yinfeng.web.lists.columns import written

_HIGH = "高层起算层高"
_CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure that the house knows: what it is, in words, and what shows it with its address."""

    value: Decimal
    says: str
    rows: tuple[tuple[str, str], ...]


def figures_of_land(commitment: Commitment, indicators: Indicators) -> dict[str, Figure]:
    """What the register knows of the named parts, for all parcels of a commitment together."""
    parcels = [plot.parcel for plot in plots_of(commitment)]
    buildings = list(
        Building.objects.standing().filter(parcel__in=parcels).defer("shape").order_by("pk")
    )
    found = {
        "floor": _floor(parcels, buildings),
        "high_floor": _high(buildings, indicators.constants.get(_HIGH)),
        "footprint": _footprint(buildings),
    }
    return {
        name: figure
        for name, which in indicators.registered.items()
        if (figure := found[which]) is not None
    }


def _floor(parcels: list[Parcel], buildings: list[Building]) -> Figure | None:
    """All floor space: of the buildings, or as the parcels have it where no building is kept."""
    areas = [one.area for one in buildings]
    if buildings:
        return _sum("载体登记的楼幢建筑面积", areas, _shown(buildings))
    told = [one.floor_area for one in parcels]
    rows = {f"宗地{one.number}": reverse("land:parcels-record", args=[one.pk]) for one in parcels}
    return _sum("载体登记的宗地总建筑面积", told, rows)


def _high(buildings: list[Building], least: Decimal | None) -> Figure | None:
    """The floors of more than eight metres, where every building has its floors with heights."""
    floors = list(Floor.objects.standing().filter(building__in=buildings))
    told = {one.building_id for one in floors}
    is_whole = bool(buildings) and told == {one.pk for one in buildings}
    if least is None or not is_whole or any(one.height is None for one in floors):
        return None
    high = [one.area for one in floors if one.height is not None and one.height > least]
    says = f"载体登记的层高超{written(least)}米的楼层建筑面积"
    return _sum(says, high, _shown(buildings))


def _footprint(buildings: list[Building]) -> Figure | None:
    if not buildings:
        return None
    return _sum("楼幢图形的占地面积", [one.measured for one in buildings], _shown(buildings))


def _sum(says: str, areas: list[Decimal | None], rows: Mapping[str, str]) -> Figure | None:
    known = [one for one in areas if one is not None]
    if len(known) < len(areas):
        return None
    total = sum(known, Decimal(0)).quantize(_CENT)
    of = f"（{'、'.join(list(rows)[:6])}{'等' if len(rows) > 6 else ''}）"
    return Figure(total, f"{says}{written(total)}㎡{of}", tuple(rows.items()))


def _shown(buildings: list[Building]) -> dict[str, str]:
    return {f"{one}": reverse("land:buildings-record", args=[one.pk]) for one in buildings}
