"""The files that an office lays over the rules of the house: the row that every room keeps."""

from datetime import date
from typing import Any, TypeVar

from django.conf import settings
from django.db import models

from yinfeng.web.people.models import OrgUnit
from yinfeng.web.people.paths import line_of

_File = TypeVar("_File", bound=models.Model)


class OfficeFiles(models.QuerySet[_File]):
    """The files of a room."""

    def of_line(self, unit: OrgUnit) -> "OfficeFiles[_File]":
        """Those of the unit and of every unit above it."""
        return self.filter(unit__path__in=line_of(unit.path))

    def holding(self, unit: OrgUnit, day: date, **which: Any) -> "OfficeFiles[_File]":
        """Those of a unit's line by a day; the last of each kind is the one that holds."""
        # The longest path comes last, and of one unit the latest: what is put down later holds.
        found = self.of_line(unit).filter(since__lte=day, **which)
        return found.order_by("unit__path", "since", "pk")

    def text(self, unit: OrgUnit, day: date, **which: Any) -> str:
        """The file of the nearest unit of the line that has one; empty for the house's rules."""
        rows = self.holding(unit, day, **which).values_list("text", flat=True)
        return rows.last() or ""

    def texts(self, unit: OrgUnit, day: date) -> dict[str, str]:
        """The files that hold, by their kind."""
        return dict(self.holding(unit, day).values_list("kind", "text"))


class OfficeFile(models.Model):
    """A file of an office with the day from which it holds. Append-only; the latest holds.

    It holds for the unit and everything below it that has none of its own; an empty one takes the
    rules of the house again. A room that has several files adds `kind`.
    """

    unit = models.ForeignKey(OrgUnit, on_delete=models.PROTECT, related_name="+")
    text = models.TextField(blank=True)
    since = models.DateField()
    why = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    objects = OfficeFiles.as_manager()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return " ".join(filter(None, (str(self.unit), self.called, str(self.since))))

    @property
    def called(self) -> str:
        """Which of the room's files it is, in words; empty where there is one only."""
        says = getattr(self, "get_kind_display", None)
        return str(says()) if says else ""
