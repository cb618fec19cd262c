"""What this room shows on the page of a project and on that of a parcel."""

from collections.abc import Mapping
from datetime import date

from django.utils import timezone

from yinfeng.web.desks.land.models import Parcel
from yinfeng.web.desks.land.panels import ParcelPanel
from yinfeng.web.desks.projects.models import Project
from yinfeng.web.desks.projects.panels import Panel
from yinfeng.web.desks.standard.models import Check, Commitment, StandardPlot
from yinfeng.web.desks.standard.models.joined import of_plots
from yinfeng.web.lists.history import end_of, standing_as
from yinfeng.web.people.may import may
from yinfeng.web.shell.doors import DeskRequest


def _standard(
    project: Project,
    request: DeskRequest,  # noqa: ARG001
    day: date | None,
) -> Mapping[str, object] | None:
    """The commitments of a project with their checks, now or as of a past day."""
    if day is None:
        rows = Commitment.objects.standing().filter(project=project)
        made = list(rows.select_related("plot__parcel").order_by("pk"))
    else:
        then = Commitment.history.at(end_of(day)).filter(project=project.pk)
        made = [standing_as(one) for one in then.select_related("plot__parcel").order_by("id")]
    if not made:
        return None
    return _shown(made, day)


def _parcel(parcel: Parcel, request: DeskRequest, day: date | None) -> Mapping[str, object] | None:
    """The plot that a parcel is, with its commitments."""
    if day is not None:
        return None
    plot = StandardPlot.objects.standing().filter(parcel=parcel).first()
    rows = Commitment.objects.standing().filter(of_plots([plot.pk] if plot else []))
    made = list(rows.select_related("plot__parcel").order_by("pk"))
    return {
        "plot": plot,
        "holds": plot.sets.order_by("number").last() if plot else None,
        "may_keep": plot is None and may(request.user, "standard.keep", parcel.unit),
        **_shown(made, None),
    }


def _shown(made: list[Commitment], day: date | None) -> dict[str, object]:
    keys = [one.pk for one in made]
    if day is None:
        checks = list(Check.objects.standing().filter(commitment__in=keys).order_by("pk"))
    else:
        then = Check.history.at(end_of(day)).filter(commitment__in=keys).order_by("id")
        checks = [standing_as(one) for one in then]
    return {
        "commitments": [
            (one, [check for check in checks if check.commitment_id == one.pk]) for one in made
        ],
        "today": day or timezone.localdate(),
    }


PANELS = (
    Panel("standard", "标准地", "standard.read", "standard/_panel.html", _standard, order=36),
)
PARCEL_PANELS = (
    ParcelPanel("standard", "标准地", "standard.read", "standard/_parcel.html", _parcel),
)
