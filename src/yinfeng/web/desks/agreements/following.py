"""Agreements follow their project to another unit, and with them the promises that are open."""

from datetime import date
from typing import Any

from yinfeng.web.desks.agreements.models import AdmissionReview, Agreement
from yinfeng.web.desks.projects.models import Project
from yinfeng.web.lists import keeping
from yinfeng.web.people.models import User

_GOING = (Agreement, AdmissionReview)


def follow(project: Project, *, by: User | None, today: date) -> int:  # noqa: ARG001
    """Give agreements and reviews to the unit that carries the project on; how many went."""
    if not project.handovers.exists():
        return 0
    moved = 0
    for model in _GOING:
        kind: Any = model
        rows = kind.objects.standing().filter(project=project).exclude(unit=project.unit)
        for row in rows.select_for_update(of=("self",)):
            keeping.change(row, by=by, reason="随项目流转", unit=project.unit)
            moved += 1
    return moved


FOLLOWS = (follow,)
