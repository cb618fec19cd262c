"""Rules that an office lays over the house's: grading and clocks, first reports, losses, days."""

from django.conf import settings
from django.db import models

from yinfeng.web.people.models import OrgUnit


class OfficeRule(models.Model):
    """One file of an office with the day from which it holds. Append-only; the latest holds.

    It holds for the unit and everything below it that has none of its own.
    """

    class Kind(models.TextChoices):
        """What it rules."""

        MATURITY = "maturity", "分级与时限"
        CLAIMS = "claims", "首报与保护"
        LOSSES = "losses", "流失原因"
        CALENDAR = "calendar", "工作日历"

    unit = models.ForeignKey(OrgUnit, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=8, choices=Kind.choices)
    text = models.TextField(blank=True)
    since = models.DateField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    why = models.TextField()

    def __str__(self) -> str:
        return f"{self.unit} {self.Kind(self.kind).label} {self.since}"
