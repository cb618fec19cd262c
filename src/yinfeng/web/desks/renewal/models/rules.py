"""Rules of renewal that an office lays over the house's: rates, stages, prices and the rest."""

from django.conf import settings
from django.db import models

from yinfeng.web.people.models import OrgUnit


class RenewalRule(models.Model):
    """A file of an office with the day from which it holds. Append-only; the latest holds.

    It holds for the unit and everything below it that has none of its own.
    """

    class Kind(models.TextChoices):
        """What it rules."""

        RATES = "rates", "进度口径"
        STAGES = "stages", "阶段与佐证"
        HARD_CASES = "hard_cases", "难点户原因"
        PRICES = "prices", "补偿项目与价格"
        RED_LINES = "red_lines", "补偿红线"

    unit = models.ForeignKey(OrgUnit, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    text = models.TextField(blank=True)
    since = models.DateField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    why = models.TextField()

    def __str__(self) -> str:
        return f"{self.unit} {self.Kind(self.kind).label} {self.since}"
