"""A programme, its blocks with one plan each, and the plots of a block.

A single plot that is taken back is a block of one plot. A plot may name the parcel of the register
of land that it is; what the survey found of it stands here.
"""

from collections.abc import Iterator
from typing import ClassVar

from django.db import models
from django.db.models import Q

from yinfeng.web.desks.land.clearing import Clearing
from yinfeng.web.desks.land.models import Block, Parcel
from yinfeng.web.desks.renewal.models.kept import Kept, square_metres


class Programme(Kept):
    """A renewal programme: 工业园区全域有机更新."""

    name = models.CharField("计划名称", max_length=80)
    area = square_metres("规划面积")
    since = models.DateField("启动日期", null=True, blank=True)
    until = models.DateField("计划完成", null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "更新计划"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["unit", "name"],
                condition=Q(removed_at=None),
                name="programme_name_once",
                violation_error_message="本单位已有同名更新计划。",
            )
        ]

    def __str__(self) -> str:
        return self.name


class RenewalBlock(Kept):
    """A block that is renewed as one, by one plan."""

    programme = models.ForeignKey(
        Programme, verbose_name="更新计划", null=True, blank=True, on_delete=models.PROTECT,
        related_name="blocks",
    )  # fmt: skip
    name = models.CharField("区块名称", max_length=80)
    land_block = models.ForeignKey(
        Block, verbose_name="载体区块", null=True, blank=True, on_delete=models.PROTECT,
        related_name="+",
    )  # fmt: skip
    boundary = models.CharField("四至", max_length=400, blank=True)
    area = square_metres("红线内面积")
    owners_told = models.PositiveIntegerField("应登记产权户", null=True, blank=True)
    tenants_told = models.PositiveIntegerField("应登记租户", null=True, blank=True)
    is_single = models.BooleanField("单宗地块", default=False)
    industries = models.CharField("原有行业", max_length=200, blank=True)
    functions = models.CharField("规划功能", max_length=200, blank=True)
    plan = models.CharField(
        "更新方案", max_length=120, blank=True, help_text="一区块一方案：方案名称和文号。"
    )
    team = models.CharField("专班", max_length=120, blank=True)
    leader = models.CharField("牵头领导", max_length=40, blank=True)
    since = models.DateField("启动日期", null=True, blank=True)
    signing_since = models.DateField("签约启动", null=True, blank=True)
    signing_until = models.DateField("签约截止", null=True, blank=True)
    budget = models.DecimalField(
        "补偿预算（元）", max_digits=18, decimal_places=2, null=True, blank=True
    )
    clear_by = models.DateField(
        "计划净地", null=True, blank=True, help_text="选址从这一天起把还没有净地的宗地列为待供。"
    )
    stage = models.CharField("阶段", max_length=16, default="survey", editable=False)

    class Meta:
        verbose_name = verbose_name_plural = "更新区块"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["unit", "name"],
                condition=Q(removed_at=None),
                name="renewal_block_name_once",
                violation_error_message="本单位已有同名更新区块。",
            ),
            models.UniqueConstraint(
                fields=["unit", "plan"],
                condition=Q(removed_at=None) & ~Q(plan=""),
                name="renewal_plan_of_one_block",
                violation_error_message="这个方案已用在另一个区块：一个区块一个方案。",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["unit", "removed_at"], name="renewal_block_standing"),
        ]

    def __str__(self) -> str:
        return self.name


class Plot(Kept):
    """A plot in the red line of a block, as the survey found it."""

    block = models.ForeignKey(
        RenewalBlock, verbose_name="更新区块", on_delete=models.PROTECT, related_name="plots"
    )
    number = models.CharField("宗地号", max_length=60)
    parcel = models.ForeignKey(
        Parcel, verbose_name="载体宗地", null=True, blank=True, editable=False,
        on_delete=models.PROTECT, related_name="+",
    )  # fmt: skip
    certificate = models.CharField("不动产权证号", max_length=120, blank=True)
    area = square_metres("土地面积")
    certified = square_metres("证载土地面积")
    floor = square_metres("建筑面积")
    certified_floor = square_metres("证载建筑面积")
    floor_at_notice = square_metres("公告时建筑面积")
    charges = models.CharField("抵押、查封", max_length=120, blank=True)
    photos = models.PositiveSmallIntegerField("现场照片（张）", default=0)
    clear_by = models.DateField(
        "计划净地", null=True, blank=True, help_text="与区块的计划日期不同的才填。"
    )
    demolished_on = models.DateField("拆除日期", null=True, blank=True, editable=False)
    cleared_on = models.DateField("净地日期", null=True, blank=True, editable=False)

    stands_on_land: ClassVar = ("parcel",)

    class Meta:
        verbose_name = verbose_name_plural = "宗地"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["unit", "number"],
                condition=Q(removed_at=None),
                name="plot_number_once",
                violation_error_message="这宗地已在一个更新区块里。",
            )
        ]

    def __str__(self) -> str:
        return self.number

    @classmethod
    def plans_net_land(cls, path: str) -> Iterator[Clearing]:
        """Which parcels below a path are being cleared, by which day as planned."""
        rows = cls._base_manager.filter(
            unit__path__startswith=path, removed_at=None, cleared_on=None
        ).exclude(parcel=None)
        told = rows.values_list("parcel", "clear_by", "block__clear_by", "block__name")
        for parcel, own, of_block, name in told.order_by("pk"):
            day = own or of_block
            says = f"{name}计划{day}净地，以实际净地为准" if day else f"{name}没有计划净地日期"
            yield Clearing(parcel, day, says)
