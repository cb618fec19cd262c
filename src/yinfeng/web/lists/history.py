"""The versions of a record: each says from when and until when it stood, by whom and why.

`until` is what makes a list as of a past day one range of an index instead of a search for the
last version of each row: 100,000 records as they stood on 2019-03-31 are counted in a moment.
"""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.dateparse import parse_date
from simple_history.manager import HistoricalQuerySet
from simple_history.models import HistoricalRecords

from yinfeng.web.shell.middleware import current_request


class Version(models.Model):
    """What every version has besides the fields of its record."""

    history_until = models.DateTimeField(null=True)
    history_request = models.CharField(max_length=32, blank=True, default=current_request)

    class Meta:
        abstract = True


class Versions(HistoricalQuerySet):  # type: ignore[misc]
    """Versions of records, asked for by the moment at which they stood."""

    def at(self, moment: datetime) -> "Versions":
        """The one of each record that stood just before *moment*; of removed records none."""
        stood = Q(history_until=None) | Q(history_until__gte=moment)
        found = self.filter(stood, history_date__lt=moment).exclude(history_type="-")
        if "removed_at" in _names(self.model):
            found = found.filter(removed_at=None)
        return found  # type: ignore[no-any-return]


class History(HistoricalRecords):  # type: ignore[misc]
    """The history of a model: `history = History()`; records have it by being records."""

    def __init__(self, **options: Any) -> None:
        super().__init__(
            bases=(Version,),
            history_id_field=models.BigAutoField(),
            history_change_reason_field=models.TextField(blank=True, default=""),
            historical_queryset=Versions,
            **options,
        )

    def get_meta_options(self, model: type[models.Model]) -> dict[str, Any]:
        """With the index that answers for any past day."""
        span = models.Index(fields=["history_until", "history_date"])
        return {**super().get_meta_options(model), "indexes": [span]}

    def get_change_reason_for_object(self, instance: models.Model, *_: object) -> str:
        """The reason that the action gave."""
        return getattr(instance, "_change_reason", "") or ""

    def create_historical_record(
        self, instance: models.Model, history_type: str, using: str | None = None
    ) -> None:
        """Write the new version and let the one before it end in the same moment."""
        moment = getattr(instance, "_history_date", None) or timezone.now()
        instance._history_date = moment  # type: ignore[attr-defined]
        end_versions(type(instance), [instance.pk], moment)
        super().create_historical_record(instance, history_type, using=using)
        del instance._history_date  # type: ignore[attr-defined]

    def get_history_user(self, instance: models.Model) -> models.Model | None:
        """Who changed the record last: the one who is changing it."""
        by = getattr(instance, "_history_user", None) or getattr(instance, "changed_by", None)
        return by if isinstance(by, models.Model) else None


def standing_as(version: Any) -> Any:
    """The record as the version has it, with what was fetched and reckoned along with it."""
    model: type[models.Model] = version.instance_type
    record = model(**{f.attname: getattr(version, f.attname) for f in version.tracked_fields})
    record._state.adding = False
    record._state.fields_cache.update(version._state.fields_cache)
    own = {field.attname for field in version._meta.concrete_fields}
    reckoned = {k: v for k, v in vars(version).items() if k not in own and not k.startswith("_")}
    vars(record).update(reckoned)
    return record


def end_versions(model: type[models.Model], keys: Iterable[object], moment: datetime) -> None:
    """Let the standing versions of these records end at *moment*."""
    versions: Any = model.history.model.objects  # type: ignore[attr-defined]
    versions.filter(id__in=list(keys), history_until=None).update(history_until=moment)


def end_of(day: date) -> datetime:
    """The moment at which a day is over here."""
    return timezone.make_aware(datetime.combine(day + timedelta(days=1), time()))


def asked_day(given: str | None) -> date | None:
    """The day that an address names; None where it names none, or one that no calendar has."""
    try:
        return parse_date(given or "-")
    except ValueError:
        return None


def _names(model: type[models.Model]) -> frozenset[str]:
    return frozenset(field.name for field in model._meta.get_fields())
