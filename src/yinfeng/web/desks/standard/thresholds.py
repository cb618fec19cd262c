"""What standard land asks of who would take a plot: the indicators that hold, for siting."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from yinfeng.web.desks.standard.models import IndicatorSet, StandardPlot
from yinfeng.web.desks.standard.rules import rules_of
from yinfeng.web.people.models import OrgUnit

# What is already promised is no longer offered under these.
_OFFERED = (StandardPlot.State.SET, StandardPlot.State.RECLAIMED)
_BY_THE_MU = ("investment", "tax")


@dataclass(frozen=True, slots=True)
class Threshold:
    """So much by the mu, and what it rests on."""

    value: Decimal | None
    basis: str = ""


def thresholds_of(unit: OrgUnit, day: date) -> dict[int, dict[str, Threshold]]:
    """The thresholds by the mu of every offered plot of a unit and those below, by parcel."""
    rows = IndicatorSet.objects.filter(
        plot__unit__path__startswith=unit.path,
        plot__removed_at=None,
        plot__state__in=_OFFERED,
        since__lte=day,
    )
    # Of one plot the latest version comes last and stands.
    sets = {one.plot.parcel_id: one for one in rows.select_related("plot").order_by("number")}
    labels = {key: one.label for key, one in rules_of(unit, day).indicators.indicators.items()}
    return {parcel: _of(one, labels) for parcel, one in sets.items()}


def strictest(asked: Decimal | None, standard: Threshold | None) -> Threshold:
    """The higher of what the office asks of a place and what its indicators ask."""
    if standard is None or standard.value is None:
        return Threshold(asked)
    return standard if asked is None or standard.value >= asked else Threshold(asked)


def _of(one: IndicatorSet, labels: Mapping[str, str]) -> dict[str, Threshold]:
    limits = one.limits
    return {
        key: Threshold(
            limits[key].low,
            f"标准地指标：{labels.get(key, key)}（{one.paper}，第{one.number}版）",
        )
        for key in _BY_THE_MU
        if key in limits
    }
