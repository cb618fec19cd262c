"""Rules that an office lays over the house's: how reviews are held, how clauses are screened."""

from django.conf import settings
from django.db import models

from yinfeng.web.people.models import OrgUnit


class AgreementRule(models.Model):
    """One file of an office with the day from which it holds. Append-only; the latest holds.

    It holds for the unit and everything below it that has none of its own.
    """

    class Kind(models.TextChoices):
        """What it rules."""

        REVIEW = "review", "评审办法"
        CLAUSES = "clauses", "条款审查规则"

    unit = models.ForeignKey(OrgUnit, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=8, choices=Kind.choices)
    text = models.TextField(blank=True)
    since = models.DateField()
    why = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"{self.unit} {self.Kind(self.kind).label} {self.since}"
