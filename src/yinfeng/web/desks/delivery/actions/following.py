"""What belongs to a project goes with it when the project goes to another unit (流转)."""

from typing import Any

from django.db import transaction
from django.db.models import F

from yinfeng.web.desks.delivery.models import Filing, LightRow, Month, Permit, Photo
from yinfeng.web.lists import keeping

_GOING = (LightRow, Month, Filing, Permit, Photo)


@transaction.atomic
def follow_projects() -> int:
    """Give the unit of its project to everything of delivery that has another one.

    Problems and tasks keep the unit that has to answer for them until they are closed there.
    """
    moved = 0
    for model in _GOING:
        kind: Any = model
        rows = kind.objects.standing().exclude(unit=F("project__unit"))
        for row in rows.select_related("project__unit").select_for_update(of=("self",)):
            keeping.change(row, by=None, reason="随项目流转", unit=row.project.unit)
            moved += 1
    return moved
