"""The journal: what people note on records, how grave it is, one note on one record or on many."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Count

from yinfeng.web.people.models import OrgUnit


class Notes(models.QuerySet["Note"]):
    """Notes of the journal."""

    def on(self, record: models.Model, moment: datetime | None = None) -> Self:
        """Those on a record, the latest first; before a moment, if one is given."""
        found = self.filter(places__kind=record._meta.label_lower, places__key=record.pk)
        if moment:
            found = found.filter(at__lt=moment)
        return found.select_related("by").order_by("-at", "-pk")


class Note(models.Model):
    """One note. Append-only: who was wrong notes what is right."""

    class Severity(models.TextChoices):
        """How grave it is."""

        PLAIN = "plain", "记录"
        GOOD = "good", "进展"
        WARNING = "warning", "提醒"
        GRAVE = "grave", "警示"

    severity = models.CharField("轻重", max_length=8, choices=Severity.choices)
    says = models.TextField("内容")
    unit = models.ForeignKey(OrgUnit, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(db_index=True)

    objects = Notes.as_manager()

    def __str__(self) -> str:
        return f"{Note.Severity(self.severity).label}：{self.says}"[:100]


class Places(models.QuerySet["NotePlace"]):
    """Where notes stand."""

    def counted(
        self, model: type[models.Model], keys: Iterable[Any], moment: datetime | None = None
    ) -> Mapping[Any, dict[str, int]]:
        """How many notes of each severity stand on each of these records."""
        found = self.filter(kind=model._meta.label_lower, key__in=list(keys))
        if moment:
            found = found.filter(note__at__lt=moment)
        counts: dict[Any, dict[str, int]] = {}
        lines = found.values_list("key", "note__severity").annotate(n=Count("pk")).order_by()
        for key, severity, count in lines:
            counts.setdefault(key, {})[severity] = count
        return counts


class NotePlace(models.Model):
    """A record on which a note stands."""

    note = models.ForeignKey(Note, on_delete=models.PROTECT, related_name="places")
    kind = models.CharField(max_length=60)
    key = models.BigIntegerField()

    objects = Places.as_manager()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["kind", "key"], name="note_place")]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["note", "kind", "key"], name="note_once_a_record")
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"
