"""The counting of an office's own, laid over the house's. Append-only; the latest one stands."""

from django.conf import settings
from django.db import models

from yinfeng.web.people.models import OrgUnit


class OwnRules(models.Model):
    """What an office counts otherwise, from when on; an empty text goes back to the house's."""

    unit = models.ForeignKey(OrgUnit, on_delete=models.PROTECT, related_name="+")
    text = models.TextField("口径", blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"{self.unit} 计数口径 {self.at:%Y-%m-%d}"
