"""A masked field shown in full: by right, for a reason, and on the trail."""

from django.db import models, transaction

from yinfeng.web.people.may import require
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.people.private import private_fields
from yinfeng.web.shell.events import record


@transaction.atomic
def reveal(thing: models.Model, field: str, *, by: User, unit: OrgUnit, reason: str) -> str:
    """The field as it stands, once its reading has been written down."""
    assert field in private_fields(type(thing)), field
    require(by, "private.read", unit)
    record(by, "private.read", thing, unit=unit, reason=reason, field=field)
    return str(getattr(thing, field) or "")


@transaction.atomic
def reveal_many(
    kind: type[models.Model], unit: OrgUnit, *, by: User, rows: int, fields: list[str], reason: str
) -> None:
    """Written down before a list goes out with its personal data in full."""
    require(by, "private.read", unit)
    listed = kind._meta.label_lower
    record(
        by,
        "private.read",
        unit,
        unit=unit,
        reason=reason,
        list=listed,
        rows=rows,
        fields=sorted(fields),
    )
