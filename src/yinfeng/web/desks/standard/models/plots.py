"""Plots of standard land, and the indicators that were set for them, version by version."""

from decimal import Decimal
from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from yinfeng.judgement.standard.values import Limits
from yinfeng.mapping.areas import mu_of
from yinfeng.web.desks.land.models import Parcel
from yinfeng.web.lists.records import Record, Records
from yinfeng.web.people.models import OrgUnit, User


class Plots(Records["StandardPlot"]):
    """Plots, seen only from where one may see them."""

    def visible_to(self, user: User) -> Self:
        """Those in the user's scope that were not removed."""
        return self.in_scope_of(user, "standard.read")

    def waiting_to_return(self) -> Self:
        """Those taken back whose parcel still stands in the register as given away."""
        taken = StandardPlot.TAKEN
        return self.filter(state=StandardPlot.State.RECLAIMED, parcel__state__in=taken)


class StandardPlot(Record):
    """A parcel that is given as standard land, with the papers that say so."""

    class State(models.TextChoices):
        """Where it stands."""

        PREPARING = "preparing", "待设指标"
        SET = "set", "已设指标"
        COMMITTED = "committed", "已承诺"
        FULFILLED = "fulfilled", "已履行"
        RECLAIMED = "reclaimed", "已收回"

    parcel = models.ForeignKey(
        Parcel, verbose_name="宗地", on_delete=models.PROTECT, related_name="standard_plots"
    )
    paper = models.CharField(
        "出让方案或规划条件文号", max_length=120, blank=True, help_text="写明指标出自哪份文件。"
    )
    assessed = models.CharField(
        "已完成的区域评估",
        max_length=300,
        blank=True,
        help_text="如：区域环评、区域能评、文物、地灾。",
    )
    supply_on = models.DateField("拟出让日期", null=True, blank=True)
    note = models.CharField("备注", max_length=300, blank=True)
    state = models.CharField(
        "状态", max_length=10, choices=State.choices, default=State.PREPARING, editable=False
    )

    objects = Plots.as_manager()

    stands_on_land: ClassVar = ("parcel",)

    # States of a parcel that say that somebody has it, and those after it was taken back.
    TAKEN: ClassVar = ("supplied", "building", "used")
    FREE_AGAIN: ClassVar = ("clear", "idle", "planned")

    class Meta:
        verbose_name = verbose_name_plural = "标准地宗地"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["parcel"],
                condition=Q(removed_at=None),
                name="standard_plot_of_parcel",
                violation_error_message="这宗地已登记为标准地。",
            )
        ]
        indexes: ClassVar = [
            models.Index(fields=["unit", "removed_at", "state"], name="standard_plot_standing")
        ]

    def __str__(self) -> str:
        return str(self.parcel)

    @property
    def mu(self) -> Decimal:
        """Its area in mu."""
        return mu_of(self.parcel.area or Decimal(0)).quantize(Decimal("0.01"))


def limits_of(rows: Any) -> dict[str, Limits]:
    """Limits as a row keeps them: {"tax": {"low": "20", "high": null}}."""
    return {
        key: Limits(*(None if row.get(end) is None else Decimal(row[end]) for end in _ENDS))
        for key, row in rows.items()
    }


def rows_of(limits: "dict[str, Limits]") -> dict[str, dict[str, str | None]]:
    """Limits as a row keeps them, in digits."""
    return {
        key: {end: None if getattr(one, end) is None else f"{getattr(one, end):f}" for end in _ENDS}
        for key, one in limits.items()
    }


_ENDS = ("low", "high")


class IndicatorSet(models.Model):
    """What indicators were set for a plot from a day on. Append-only; the latest holds."""

    unit = models.ForeignKey(OrgUnit, on_delete=models.PROTECT, related_name="+")
    plot = models.ForeignKey(StandardPlot, on_delete=models.PROTECT, related_name="sets")
    number = models.PositiveSmallIntegerField("第几版")
    since = models.DateField("施行日期")
    area = models.DecimalField("当时面积（㎡）", max_digits=16, decimal_places=4)
    rows = models.JSONField("指标")
    version = models.CharField("指标规则版本", max_length=80)
    paper = models.CharField("文号", max_length=120)
    why = models.CharField("理由", max_length=300, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["plot", "number"], name="standard_set_once")
        ]
        indexes: ClassVar = [models.Index(fields=["plot", "since"], name="standard_set_since")]

    def __str__(self) -> str:
        return f"{self.plot}第{self.number}版指标"

    @property
    def limits(self) -> dict[str, Limits]:
        """The limits by indicator."""
        return limits_of(self.rows)
