"""The trail: one event an action, each sealed with the one before it."""

from typing import ClassVar

from django.conf import settings
from django.db import models


class Event(models.Model):
    """What one person did to one thing. The database refuses to change or delete it."""

    number = models.PositiveBigIntegerField(unique=True)
    at = models.DateTimeField(db_index=True)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="events"
    )
    actor_name = models.CharField(max_length=90)
    action = models.CharField(max_length=40)
    kind = models.CharField(max_length=40)
    key = models.CharField(max_length=40)
    label = models.CharField(max_length=200)
    unit = models.ForeignKey("people.OrgUnit", null=True, on_delete=models.PROTECT)
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)
    reason = models.TextField(blank=True)
    request = models.CharField(max_length=32, blank=True)
    previous = models.CharField(max_length=64, blank=True)
    seal = models.CharField(max_length=64)

    class Meta:
        verbose_name = verbose_name_plural = "事件"
        indexes: ClassVar = [
            models.Index(fields=["kind", "key"], name="event_thing"),
            models.Index(fields=["action", "number"], name="event_action"),
            models.Index(fields=["unit", "number"], name="event_unit"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.action} {self.label}"


class Head(models.Model):
    """The end of the chain: how many events there are and the seal of the last, itself sealed.

    Whoever writes an event holds this row, so the chain never forks.
    """

    count = models.PositiveBigIntegerField(default=0)
    last = models.CharField(max_length=64, blank=True)
    seal = models.CharField(max_length=64)

    class Meta:
        verbose_name = verbose_name_plural = "链尾"

    def __str__(self) -> str:
        return f"{self.count} {self.last}"
