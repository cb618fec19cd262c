"""What delivery shows on the page of a project: its light, its problems, its money."""

from collections.abc import Mapping
from datetime import date

from django.utils import timezone

from yinfeng.web.desks.delivery.progress import progress_of
from yinfeng.web.desks.projects.models import Project
from yinfeng.web.desks.projects.panels import Panel
from yinfeng.web.shell.doors import DeskRequest


def _progress(project: Project, request: DeskRequest, day: date | None) -> Mapping[str, object]:  # noqa: ARG001
    today = timezone.localdate()
    return {"progress": progress_of(project, today, day), "today": day or today}


PANELS = (Panel("lights", "推进", "delivery.read", "delivery/_panel.html", _progress, order=30),)
