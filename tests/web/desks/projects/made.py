"""Projects for tests of this desk and of those above it: of an invented town, quickly made."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction

from yinfeng.web.desks.projects.models import Project
from yinfeng.web.lists import keeping
from yinfeng.web.people.models import OrgUnit, User

DAY = date(2026, 3, 2)


@transaction.atomic
def a_project(unit: OrgUnit, by: User, name: str = "轴承项目", **values: Any) -> Project:
    """A project of the unit, as it stands in the register."""
    number = values.pop("number", f"XM2026-{Project.objects.count() + 1:04d}")
    told: dict[str, Any] = {
        "investors": "苏州恒锐精密机械有限公司",
        "kind": Project.Kind.NEW_LAND,
        "nature": Project.Nature.DOMESTIC,
        "amount": "1.2亿元",
        "currency": "CNY",
        "money": Decimal(120_000_000),
        "yuan": Decimal(120_000_000),
        "stage": "A2",
        "stage_since": DAY,
        **values,
    }
    return keeping.add(Project(unit=unit, first_unit=unit, name=name, number=number, **told), by=by)
