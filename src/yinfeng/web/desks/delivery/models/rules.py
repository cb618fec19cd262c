"""Rules that an office lays over the house's: lights, notices, problems, money, permits."""

from django.conf import settings
from django.db import models

from yinfeng.web.people.models import OrgUnit


class DeliveryRule(models.Model):
    """One file of an office with the day from which it holds. Append-only; the latest holds.

    It holds for the unit and everything below it that has none of its own.
    """

    class Kind(models.TextChoices):
        """What it rules."""

        LIGHTS = "lights", "亮灯"
        LADDER = "ladder", "亮灯督办"
        PROBLEMS = "problems", "问题销号"
        MONEY = "money", "投资与入库"
        PERMITS = "permits", "手续清单"
        WATCHES = "watches", "停滞监测"

    unit = models.ForeignKey(OrgUnit, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=8, choices=Kind.choices)
    scheme = models.CharField(max_length=10, blank=True)
    text = models.TextField(blank=True)
    since = models.DateField()
    why = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"{self.unit} {self.Kind(self.kind).label} {self.since}"
