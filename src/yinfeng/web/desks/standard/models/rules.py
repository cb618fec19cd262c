"""Rules of standard land that an office lays over the house's."""

from django.conf import settings
from django.db import models

from yinfeng.web.people.models import OrgUnit


class StandardRule(models.Model):
    """A file of an office with the day from which it holds. Append-only; the latest holds.

    It holds for the unit and everything below it that has none of its own.
    """

    class Kind(models.TextChoices):
        """What it rules."""

        INDICATORS = "indicators", "控制指标"
        CHECKS = "checks", "核查时点"
        OUTCOMES = "outcomes", "结论建议"
        PENALTIES = "penalties", "违约金算式"

    unit = models.ForeignKey(OrgUnit, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField("哪一类", max_length=10, choices=Kind.choices)
    text = models.TextField(blank=True)
    since = models.DateField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    why = models.TextField()

    def __str__(self) -> str:
        return f"{self.unit} {self.Kind(self.kind).label} {self.since}"
