"""What became of a penalty: demanded, paid, remitted, and what was put down wrongly."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from yinfeng.web.desks.standard.models.checks import Check
from yinfeng.web.store.models import Document


class PenaltyEntry(models.Model):
    """One line of a penalty's account. Append-only; a wrong line is struck by a later one."""

    class Kind(models.TextChoices):
        """What happened."""

        DEMANDED = "demanded", "催缴"
        PAID = "paid", "缴纳"
        REMITTED = "remitted", "减免"
        STRUCK = "struck", "更正"

    class Way(models.TextChoices):
        """How it was paid."""

        MONEY = "money", "缴款"
        DEPOSIT = "deposit", "抵扣履约保证金"

    check_of = models.ForeignKey(Check, on_delete=models.PROTECT, related_name="penalty_entries")
    kind = models.CharField(max_length=8, choices=Kind.choices)
    day = models.DateField()
    amount = models.DecimalField(max_digits=16, decimal_places=2, null=True)
    pay_by = models.DateField(null=True)
    way = models.CharField(max_length=7, choices=Way.choices, blank=True)
    paper = models.CharField(max_length=160, blank=True)
    reason = models.CharField(max_length=300, blank=True)
    document = models.ForeignKey(Document, null=True, on_delete=models.PROTECT, related_name="+")
    strikes = models.OneToOneField(
        "self", null=True, on_delete=models.PROTECT, related_name="struck_by"
    )
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(amount__gt=0) | ~Q(kind__in=("paid", "remitted")),
                name="standard_penalty_of_something",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.day} {self.amount or ''}".strip()
