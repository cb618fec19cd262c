"""Plots that one contract takes together with the first: one commitment for all of them."""

from collections.abc import Collection
from typing import ClassVar

from django.db import models

from yinfeng.web.desks.standard.models.commitments import Commitment
from yinfeng.web.desks.standard.models.plots import IndicatorSet, StandardPlot


class JoinedPlot(models.Model):
    """A further plot of a commitment, with the indicators that held for it. Append-only."""

    commitment = models.ForeignKey(Commitment, on_delete=models.PROTECT, related_name="joined")
    plot = models.ForeignKey(StandardPlot, on_delete=models.PROTECT, related_name="joined_by")
    indicators = models.ForeignKey(IndicatorSet, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["commitment", "plot"], name="standard_plot_joined_once")
        ]

    def __str__(self) -> str:
        return f"{self.commitment} {self.plot}"


def plots_of(commitment: Commitment) -> list[StandardPlot]:
    """Every plot of a commitment, that of its name first."""
    rows = commitment.joined.select_related("plot__parcel").defer("plot__parcel__shape")
    return [commitment.plot, *(one.plot for one in rows.order_by("pk"))]


def sets_of(commitment: Commitment) -> list[IndicatorSet]:
    """The indicators that were set for each plot of a commitment."""
    rows = commitment.joined.select_related("indicators").order_by("pk")
    return [commitment.indicators, *(one.indicators for one in rows)]


def of_plots(keys: Collection[int]) -> models.Q:
    """The commitments of these plots, those among them to which a plot was joined."""
    joined = JoinedPlot.objects.filter(plot__in=keys).values("commitment")
    return models.Q(plot__in=keys) | models.Q(pk__in=joined)
