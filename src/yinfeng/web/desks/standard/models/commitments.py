"""Commitments: what an enterprise promised for a plot, in which contract, for which money."""

from decimal import Decimal
from typing import ClassVar, Self

from django.db import models
from django.db.models import Q

from yinfeng.judgement.standard.values import Limits
from yinfeng.web.desks.agreements.models import Agreement
from yinfeng.web.desks.projects.models import Project
from yinfeng.web.desks.standard.models.plots import IndicatorSet, StandardPlot, limits_of
from yinfeng.web.lists.records import Record, Records
from yinfeng.web.people.models import User
from yinfeng.web.store.models import Document


class Commitments(Records["Commitment"]):
    """Commitments, seen only from where one may see them."""

    def visible_to(self, user: User) -> Self:
        """Those in the user's scope that were not removed."""
        return self.in_scope_of(user, "standard.read")


class Commitment(Record):
    """One commitment of one enterprise for one plot."""

    class State(models.TextChoices):
        """Where it stands."""

        RUNNING = "running", "履行中"
        FULFILLED = "fulfilled", "已履行"
        RECLAIMED = "reclaimed", "已收回"

    plot = models.ForeignKey(
        StandardPlot, verbose_name="标准地", on_delete=models.PROTECT, related_name="commitments"
    )
    indicators = models.ForeignKey(
        IndicatorSet, editable=False, on_delete=models.PROTECT, related_name="+"
    )
    firm = models.CharField("企业", max_length=120)
    project = models.ForeignKey(
        Project, verbose_name="项目", null=True, blank=True, on_delete=models.PROTECT,
        related_name="standard_commitments",
    )  # fmt: skip
    agreement = models.ForeignKey(
        Agreement, verbose_name="协议", null=True, blank=True, on_delete=models.PROTECT,
        related_name="+",
    )  # fmt: skip
    document = models.ForeignKey(
        Document, verbose_name="资料", null=True, blank=True, on_delete=models.PROTECT,
        related_name="+",
    )  # fmt: skip
    paper = models.CharField("合同或监管协议编号", max_length=120)
    signed = models.DateField("签订日期")
    handed_over = models.DateField("交地日期", null=True, blank=True)
    price = models.DecimalField(
        "土地价款（万元）", max_digits=14, decimal_places=4, null=True, blank=True
    )
    deposit = models.DecimalField(
        "履约保证金（万元）", max_digits=14, decimal_places=4, null=True, blank=True
    )
    area = models.DecimalField("用地面积（㎡）", max_digits=16, decimal_places=4)
    rows = models.JSONField("承诺指标", editable=False)
    agreed = models.JSONField("合同约定的日期", default=dict, editable=False)
    formulas = models.JSONField("合同约定的违约金算式", default=dict, editable=False)
    note = models.CharField("备注", max_length=300, blank=True)
    state = models.CharField(
        "状态", max_length=10, choices=State.choices, default=State.RUNNING, editable=False
    )

    objects = Commitments.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "标准地承诺"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["plot"],
                condition=Q(removed_at=None) & ~Q(state="reclaimed"),
                name="standard_commitment_of_plot",
                violation_error_message="这宗地已有承诺。",
            )
        ]
        indexes: ClassVar = [
            models.Index(fields=["unit", "removed_at", "state"], name="standard_commitments"),
        ]

    def __str__(self) -> str:
        return f"{self.firm} {self.plot}"

    @property
    def limits(self) -> dict[str, Limits]:
        """What was promised, by indicator."""
        return limits_of(self.rows)

    @property
    def money(self) -> dict[str, Decimal]:
        """What penalties are reckoned with, as far as it is known."""
        told = {"土地价款": self.price, "履约保证金": self.deposit}
        return {name: amount for name, amount in told.items() if amount is not None}
