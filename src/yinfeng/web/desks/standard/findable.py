"""Plots and commitments are found by parcel, enterprise, contract and remarks."""

from django.db.models import QuerySet
from django.urls import reverse

from yinfeng.web.desks.standard.models import Commitment, StandardPlot
from yinfeng.web.search.findable import Card, Findable


def _plot_card(plot: StandardPlot) -> Card | None:
    if plot.is_removed:
        return None
    told = (plot.paper, plot.assessed, plot.note)
    parcel = plot.parcel
    return Card(
        unit=plot.unit,
        title=f"标准地 {parcel}",
        text="\n".join(one for one in told if one),
        names=(parcel.number,),
        day=plot.supply_on,
    )


def _plots() -> "QuerySet[StandardPlot]":
    return StandardPlot.objects.filter(removed_at=None).select_related("unit", "parcel")


def _plot_address(key: str) -> str:
    return reverse("standard:plot", args=[key])


def _commitment_card(made: Commitment) -> Card | None:
    if made.is_removed:
        return None
    return Card(
        unit=made.unit,
        title=f"标准地承诺 {made}",
        text="\n".join(one for one in (made.paper, made.note) if one),
        names=(made.firm,),
        day=made.signed,
    )


def _commitments() -> "QuerySet[Commitment]":
    return Commitment.objects.filter(removed_at=None).select_related("unit", "plot__parcel")


def _commitment_address(key: str) -> str:
    return reverse("standard:commitment", args=[key])


FINDABLE = (
    Findable(StandardPlot, "标准地", "standard.read", _plot_card, _plots, _plot_address),
    Findable(
        Commitment,
        "标准地承诺",
        "standard.read",
        _commitment_card,
        _commitments,
        _commitment_address,
    ),
)
