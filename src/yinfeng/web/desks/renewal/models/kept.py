"""What every record of renewal has: its remarks, and who sees it."""

from typing import Any, Self, TypeVar

from django.db import models

from yinfeng.web.lists.records import Record, Records
from yinfeng.web.people.models import User

M = TypeVar("M", bound=models.Model)


class RenewalRows(Records[M]):
    """Records of renewal, seen only from where one may see them."""

    def visible_to(self, user: User) -> Self:
        """Those in the user's scope that were not removed."""
        return self.in_scope_of(user, "renewal.read")


class Kept(Record):
    """A record of renewal."""

    note = models.CharField("备注", max_length=300, blank=True)

    objects = RenewalRows.as_manager()

    class Meta:
        abstract = True


def square_metres(label: str, **more: bool) -> "models.DecimalField[Any, Any]":
    """A field for an area, which may be left open."""
    told: dict[str, Any] = {"null": True, "blank": True, **more}
    return models.DecimalField(f"{label}（㎡）", max_digits=16, decimal_places=2, **told)
