"""How an office checks drawings against certificates, where otherwise than the house."""

from django.conf import settings
from django.db import models

from yinfeng.web.people.models import OrgUnit


class LandRule(models.Model):
    """A file of an office with the day from which it holds. Append-only; the latest holds.

    It holds for the unit and everything below it that has none of its own.
    """

    unit = models.ForeignKey(OrgUnit, on_delete=models.PROTECT, related_name="+")
    text = models.TextField(blank=True)
    since = models.DateField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    why = models.TextField()

    def __str__(self) -> str:
        return f"{self.unit} {self.since}"
