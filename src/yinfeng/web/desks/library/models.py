"""What people say of a paper as a whole: that they have read it through."""

from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from yinfeng.web.store.models import Document


class ReadThroughs(models.QuerySet["ReadThrough"]):
    """Marks."""

    def standing(self) -> Self:
        """Those that nobody took back."""
        return self.filter(ended_at=None)


class ReadThrough(models.Model):
    """看完: a person has read the whole paper, decided every figure and added what was left out.

    Only such papers can tell what the reader missed.
    """

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="read_throughs")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    ended_at = models.DateTimeField(null=True)

    objects = ReadThroughs.as_manager()

    class Meta:
        verbose_name = "看完标记"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["document"], condition=Q(ended_at=None), name="read_through_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.document} · {self.by} 看完"
