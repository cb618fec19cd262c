"""How a lead ends: given up for a reason, or handed over as a project; both are kept for good."""

from typing import ClassVar

from django.conf import settings
from django.db import models

from yinfeng.web.desks.leads.models.leads import Lead
from yinfeng.web.people.models import OrgUnit


class Loss(models.Model):
    """A lead given up: why, to which place, and when it is looked at again. Append-only."""

    lead = models.ForeignKey(Lead, on_delete=models.PROTECT, related_name="losses")
    code = models.CharField(max_length=8)
    reason = models.CharField(max_length=80)
    rival = models.CharField("竞争地", max_length=80, blank=True)
    words = models.TextField()
    stage = models.CharField(max_length=12, blank=True)
    days_in_stage = models.PositiveIntegerField()
    amount = models.CharField(max_length=40, blank=True)
    is_recoverable = models.BooleanField()
    revisit = models.DateField()
    day = models.DateField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["day"], name="loss_day")]

    def __str__(self) -> str:
        return f"{self.code} {self.reason}"


class Conversion(models.Model):
    """A lead that became a project: its number and all that the project takes over. Append-only.

    What is taken over stands in the event of the chain too, so it is sealed twice.
    """

    lead = models.OneToOneField(Lead, on_delete=models.PROTECT, related_name="conversion")
    unit = models.ForeignKey(OrgUnit, on_delete=models.PROTECT, related_name="+")
    number = models.CharField(max_length=14)
    taken_over = models.JSONField()
    seal = models.CharField(max_length=64)
    day = models.DateField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["day"], name="conversion_day")]
        constraints = [models.UniqueConstraint(fields=["unit", "number"], name="conversion_number")]

    def __str__(self) -> str:
        return self.number
