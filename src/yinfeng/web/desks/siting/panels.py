"""What siting shows on the page of a project: its need, and what is promised to it."""

from collections.abc import Mapping
from datetime import date

from yinfeng.web.desks.projects.models import Project
from yinfeng.web.desks.projects.panels import Panel
from yinfeng.web.desks.siting.models import LotPromise, SitingNeed
from yinfeng.web.people.may import may
from yinfeng.web.shell.doors import DeskRequest


def _siting(
    project: Project, request: DeskRequest, day: date | None
) -> Mapping[str, object] | None:
    if day is not None:
        return None
    need = SitingNeed.objects.standing().filter(project=project).first()
    promises = (
        LotPromise.objects.standing().filter(need=need) if need else LotPromise.objects.none()
    )
    return {
        "need": need,
        "promises": promises.select_related("parcel", "room", "floor__building").order_by("pk"),
        "may_keep": may(request.user, "siting.keep", project.unit),
    }


PANELS = (Panel("siting", "选址", "siting.read", "siting/_panel.html", _siting, order=35),)
