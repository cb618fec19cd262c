"""What is paid: sheets computed by a price book, approved by two, ruled on, paid in parts."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from yinfeng.web.desks.renewal.models.grounds import RenewalBlock
from yinfeng.web.desks.renewal.models.kept import Kept, square_metres
from yinfeng.web.desks.renewal.models.parties import Lessee, Owner


class Sheet(Kept):
    """A compensation sheet. *lines* are what was entered and what the price book made of it.

    *prices* is the office's file of prices as it stood when the sheet was computed, so that the
    sheet can be computed again to the cent.
    """

    class State(models.TextChoices):
        """Where it has got to."""

        DRAFT = "draft", "编制中"
        ONCE = "once", "待复审"
        APPROVED = "approved", "已审定"

    block = models.ForeignKey(
        RenewalBlock, verbose_name="更新区块", editable=False, on_delete=models.PROTECT,
        related_name="sheets",
    )  # fmt: skip
    owner = models.ForeignKey(
        Owner, null=True, editable=False, on_delete=models.PROTECT, related_name="sheets"
    )
    lessee = models.ForeignKey(
        Lessee, null=True, editable=False, on_delete=models.PROTECT, related_name="sheets"
    )
    holder = models.CharField("补偿对象", max_length=120, editable=False)
    valued_on = models.DateField("评估结果送达", null=True, blank=True)
    appraiser = models.CharField("评估机构", max_length=120, blank=True)
    compensated = square_metres("补偿建筑面积")
    declaration = models.CharField(
        "亲属关系申报", max_length=200, blank=True,
        help_text="经办人和审批人的申报，如：均无亲属和特定关系。",
    )  # fmt: skip
    has_relatives = models.BooleanField("有亲属或特定关系", default=False)
    lines = models.JSONField(default=list, editable=False)
    total = models.DecimalField(
        "补偿总额（元）", max_digits=18, decimal_places=2, default=0, editable=False
    )
    book = models.CharField("价格办法版本", max_length=80, editable=False)
    prices = models.TextField(blank=True, editable=False)
    drafted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )
    state = models.CharField(
        "状态", max_length=8, choices=State.choices, default=State.DRAFT, editable=False
    )

    class Meta:
        verbose_name = verbose_name_plural = "补偿表"
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(owner=None, lessee__isnull=False)
                | Q(owner__isnull=False, lessee=None),
                name="sheet_of_one_party",
            ),
            models.UniqueConstraint(
                fields=["owner"], condition=Q(removed_at=None), name="sheet_once_an_owner",
                violation_error_message="这个产权户已有补偿表。",
            ),
            models.UniqueConstraint(
                fields=["lessee"], condition=Q(removed_at=None), name="sheet_once_a_lessee",
                violation_error_message="这个租户已有补偿表。",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.owner or self.lessee}补偿表"


class Approval(models.Model):
    """That somebody approved a sheet with its sum. Append-only."""

    sheet = models.ForeignKey(Sheet, on_delete=models.PROTECT, related_name="approvals")
    version = models.PositiveIntegerField()
    total = models.DecimalField(max_digits=18, decimal_places=2)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    day = models.DateField()
    at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"{self.by} {self.day}"


class Ruling(models.Model):
    """What answers a red line of a sheet: the paper, and why. Append-only."""

    sheet = models.ForeignKey(Sheet, on_delete=models.PROTECT, related_name="rulings")
    line = models.CharField(max_length=24)
    about = models.CharField(max_length=160)
    paper = models.CharField(max_length=160)
    why = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"{self.line} {self.paper}"


class Payment(models.Model):
    """Money that was paid on a sheet. Append-only."""

    sheet = models.ForeignKey(Sheet, on_delete=models.PROTECT, related_name="payments")
    day = models.DateField()
    amount = models.DecimalField(max_digits=18, decimal_places=2)
    payee = models.CharField(max_length=120)
    paper = models.CharField(max_length=120)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"{self.day} {self.amount}元"
