"""Checks of a commitment: when each is due, what was found, what a person decided."""

from datetime import date, timedelta
from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from yinfeng.web.desks.standard.models.commitments import Commitment
from yinfeng.web.lists.records import Record, Records
from yinfeng.web.people.models import User
from yinfeng.web.store.models import Document


class CheckRows(Records["Check"]):
    """Checks, seen only from where one may see them."""

    def visible_to(self, user: User) -> Self:
        """Those in the user's scope that were not removed."""
        return self.in_scope_of(user, "standard.read")

    def open(self) -> Self:
        """Those that nobody has decided."""
        return self.exclude(state=Check.State.DECIDED)

    def due_by(self, day: date, days: int = 0) -> Self:
        """Open ones that are due by so many days after a day, the most urgent first."""
        last = day + timedelta(days=days)
        return self.standing().open().filter(due__lte=last).order_by("due", "pk")

    def owing(self) -> Self:
        """Those of whose penalty something is still to be paid."""
        return self.filter(unpaid__gt=0)

    def owing_by(self, day: date, days: int = 0) -> Self:
        """Penalties that are to be paid by so many days after a day, the most urgent first."""
        last = day + timedelta(days=days)
        return self.standing().owing().filter(pay_by__lte=last).order_by("pay_by", "pk")


class Check(Record):
    """One check at one time; what has to be put right is checked again in the next round."""

    class State(models.TextChoices):
        """How far it has got."""

        WAITING = "waiting", "待核"
        FOUND = "found", "待复核"
        CONFIRMED = "confirmed", "待结论"
        DECIDED = "decided", "已结论"

    class Result(models.TextChoices):
        """What came of it."""

        PASSED = "passed", "通过"
        RECTIFY = "rectify", "限期整改"
        PENALTY = "penalty", "违约金"
        RECLAIM = "reclaim", "收回"

    commitment = models.ForeignKey(
        Commitment, verbose_name="承诺", editable=False, on_delete=models.PROTECT,
        related_name="checks",
    )  # fmt: skip
    point = models.CharField("时点", max_length=20, editable=False)
    label = models.CharField("核查", max_length=40, editable=False)
    asks_day = models.BooleanField(editable=False)
    round = models.PositiveSmallIntegerField("轮次", default=1, editable=False)
    attempt = models.PositiveSmallIntegerField(default=1, editable=False)
    opens = models.DateField("可以开始", null=True, editable=False)
    due = models.DateField("到期", null=True, editable=False)
    due_says = models.CharField("怎么算的", max_length=200, editable=False)
    is_fixed = models.BooleanField(default=False, editable=False)
    actual = models.DateField("实际日期", null=True, editable=False)
    owner = models.CharField("经办人", max_length=40, blank=True)
    note = models.CharField("备注", max_length=300, blank=True)
    state = models.CharField(
        "进度", max_length=9, choices=State.choices, default=State.WAITING, editable=False
    )
    result = models.CharField(
        "结论", max_length=7, choices=Result.choices, blank=True, editable=False
    )
    amount = models.DecimalField(
        "违约金（万元）", max_digits=16, decimal_places=2, null=True, editable=False
    )
    unpaid = models.DecimalField(
        "欠缴违约金（万元）", max_digits=16, decimal_places=2, null=True, editable=False
    )
    pay_by = models.DateField("违约金缴纳期限", null=True, editable=False)

    objects = CheckRows.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "标准地核查"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["commitment", "point", "round"],
                condition=Q(removed_at=None),
                name="standard_check_once",
            )
        ]
        indexes: ClassVar = [
            models.Index(fields=["unit", "removed_at", "state", "due"], name="standard_check_due"),
            models.Index(fields=["state", "due"], name="standard_check_open"),
            models.Index(
                fields=["unit", "pay_by"],
                condition=Q(removed_at=None, unpaid__gt=0),
                name="standard_check_owing",
            ),
        ]

    def __str__(self) -> str:
        again = f"（第{self.round}次）" if self.round > 1 else ""
        return f"{self.commitment.firm}{self.label}{again}"


class Finding(models.Model):
    """What was found on a day, with what shows it. Append-only; the latest of an attempt stands.

    A check of a day finds whether it is done and on which day; one of values finds a value of an
    indicator, with the parts it was reckoned from.
    """

    check_of = models.ForeignKey(Check, on_delete=models.PROTECT, related_name="findings")
    attempt = models.PositiveSmallIntegerField(default=1)
    indicator = models.CharField(max_length=40, blank=True)
    day = models.DateField("哪天的情况")
    is_done = models.BooleanField(default=True)
    value = models.DecimalField("实测值", max_digits=24, decimal_places=6, null=True)
    parts = models.JSONField(default=dict)
    working = models.TextField(blank=True)
    way = models.CharField("口径", max_length=20, blank=True)
    proof = models.CharField("凭据", max_length=300)
    document = models.ForeignKey(Document, null=True, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["check_of", "indicator"], name="standard_finding_of")
        ]

    def __str__(self) -> str:
        return (
            f"{self.check_of} {self.indicator} {self.value if self.value is not None else self.day}"
        )


class Verdict(models.Model):
    """What was said of a check by a second person or by who decides. Append-only."""

    class Kind(models.TextChoices):
        """What was said."""

        CONFIRMED = "confirmed", "复核无误"
        SENT_BACK = "sent_back", "退回重核"
        DECIDED = "decided", "结论"
        POSTPONED = "postponed", "顺延"

    check_of = models.ForeignKey(Check, on_delete=models.PROTECT, related_name="verdicts")
    kind = models.CharField(max_length=9, choices=Kind.choices)
    result = models.CharField(max_length=7, choices=Check.Result.choices, blank=True)
    proposed = models.CharField(max_length=7, choices=Check.Result.choices, blank=True)
    ground = models.CharField("建议的依据", max_length=300, blank=True)
    reason = models.CharField("理由", max_length=300, blank=True)
    deadline = models.DateField("整改期限", null=True)
    owed = models.JSONField("违约金怎么算", default=list)
    reckoned = models.DecimalField(max_digits=16, decimal_places=2, null=True)
    amount = models.DecimalField(max_digits=16, decimal_places=2, null=True)
    pay_by = models.DateField("缴纳期限", null=True)
    paper = models.CharField("文号", max_length=120, blank=True)
    version = models.CharField("规则版本", max_length=160, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"{self.check_of} {self.get_kind_display()}"
