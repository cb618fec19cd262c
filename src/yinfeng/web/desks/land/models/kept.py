"""What every record of land has: the words that prove it, and, where it lies on the ground, where.

An area is kept in square metres and shown in mu (亩 = 10000/15 ㎡). A range is GeoJSON in CGCS2000
with the box around it in columns of their own, by which the map finds it; or it is told in words
(东至…，西至…); or both.
"""

from typing import Any, ClassVar, Self, TypeVar

from django.db import models

from yinfeng.lexicon.land import words
from yinfeng.web.lists.records import Record, Records
from yinfeng.web.people.models import User

M = TypeVar("M", bound=models.Model)


class LandRows(Records[M]):
    """Records of land, seen only from where one may see them."""

    def visible_to(self, user: User) -> Self:
        """Those in the user's scope that were not removed."""
        return self.in_scope_of(user, "land.read")


class Kept(Record):
    """A record of land."""

    fact = models.ForeignKey(
        "store.Fact",
        verbose_name="出处",
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )
    note = models.CharField("备注", max_length=300, blank=True)

    objects = LandRows.as_manager()

    class Meta:
        abstract = True


class Bounded(Kept):
    """A record that lies on the ground."""

    boundary = models.CharField("四至", max_length=400, blank=True)
    shape = models.JSONField("范围", null=True, blank=True, editable=False)
    west = models.FloatField(null=True, editable=False)
    south = models.FloatField(null=True, editable=False)
    east = models.FloatField(null=True, editable=False)
    north = models.FloatField(null=True, editable=False)
    measured = models.DecimalField(
        "图上面积（㎡）", max_digits=16, decimal_places=2, null=True, editable=False
    )
    drawn_from = models.CharField("图形来源", max_length=200, blank=True, editable=False)

    class Meta:
        abstract = True
        indexes: ClassVar = [
            models.Index(fields=["west", "east", "south", "north"], name="%(class)s_box"),
            models.Index(fields=["unit", "removed_at"], name="%(class)s_standing"),
        ]


def square_metres(label: str, **more: Any) -> "models.DecimalField[Any, Any]":
    """A field for an area; unless said otherwise it may be left open."""
    told = {"null": True, "blank": True, **more}
    return models.DecimalField(f"{label}（㎡）", max_digits=16, decimal_places=2, **told)


def choices_of(which: str) -> list[tuple[str, str]]:
    """The keys and labels of one of the lists, for a field that chooses from it."""
    return list(words(which).items())
