"""Money and permits of projects: each month, the entry into statistics, what is granted."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from yinfeng.web.desks.delivery.models.files import Attachment
from yinfeng.web.desks.delivery.models.kept import DeliveryRecord
from yinfeng.web.desks.projects.models import Project


class Month(DeliveryRecord):
    """One month of one project: planned, reported, recognised with proof; revenue once it sells.

    Reported is what somebody says; only recognised counts.
    """

    project = models.ForeignKey(
        Project, verbose_name="项目", on_delete=models.PROTECT, related_name="months"
    )
    month = models.DateField("月份")
    planned = models.DecimalField(
        "计划投资", max_digits=18, decimal_places=2, null=True, blank=True
    )
    reported = models.DecimalField(
        "自报投资", max_digits=18, decimal_places=2, null=True, blank=True
    )
    reported_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="报送人",
        null=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )
    recognised = models.DecimalField(
        "认定投资", max_digits=18, decimal_places=2, null=True, editable=False
    )
    recognised_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="认定人",
        null=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )
    recognised_on = models.DateField("认定日期", null=True, editable=False)
    proof = models.ForeignKey(
        Attachment, null=True, editable=False, on_delete=models.PROTECT, related_name="+"
    )
    proof_says = models.CharField("认定依据", max_length=200, blank=True, editable=False)
    revenue = models.DecimalField(
        "营业收入", max_digits=18, decimal_places=2, null=True, blank=True
    )
    built = models.DecimalField(
        "已动工面积占比（%）", max_digits=5, decimal_places=2, null=True, blank=True
    )

    class Meta:
        verbose_name = verbose_name_plural = "月度投资"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["project", "month"],
                condition=Q(removed_at=None),
                name="month_of_a_project_once",
            ),
            models.CheckConstraint(condition=Q(month__day=1), name="month_begins_on_the_first"),
            models.CheckConstraint(
                condition=Q(built=None) | Q(built__gte=0, built__lte=100),
                name="built_is_a_share",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["unit", "removed_at", "-month"], name="month_list")
        ]

    def __str__(self) -> str:
        return f"{self.project.name} {self.month:%Y年%m月}"


class Filing(DeliveryRecord):
    """Where a project stands with the statistics: 入库 and 入规, and its sector."""

    project = models.OneToOneField(
        Project, verbose_name="项目", on_delete=models.PROTECT, related_name="filing"
    )
    sector = models.CharField("四上行业", max_length=20, blank=True)
    entered = models.DateField("入库日期", null=True, blank=True)
    code = models.CharField("入库编码", max_length=40, blank=True)
    scaled = models.DateField("入规日期", null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "入库入规"

    def __str__(self) -> str:
        return f"{self.project.name}入库入规"


class Delay(DeliveryRecord):
    """Days for which the government is to blame: they are taken off the terms of idle land."""

    project = models.ForeignKey(
        Project, verbose_name="项目", on_delete=models.PROTECT, related_name="delays"
    )
    since = models.DateField("自")
    until = models.DateField("至")
    why = models.CharField("政府原因", max_length=300)
    paper = models.CharField("认定文件", max_length=120)
    proof = models.ForeignKey(
        Attachment, null=True, editable=False, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = verbose_name_plural = "政府原因延误"
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(until__gte=F("since")), name="delay_ends_after")
        ]

    def __str__(self) -> str:
        return f"{self.since}至{self.until} {self.why}"


class Permit(DeliveryRecord):
    """One permit that a project needs: asked for, granted, its number and proof."""

    project = models.ForeignKey(
        Project, verbose_name="项目", on_delete=models.PROTECT, related_name="permits"
    )
    key = models.CharField("代码", max_length=20)
    name = models.CharField("手续", max_length=60)
    authority = models.CharField("办理部门", max_length=40, blank=True)
    is_needed = models.BooleanField("需要办理", default=True)
    why_not = models.CharField("不需办理的理由", max_length=200, blank=True)
    applied = models.DateField("受理日期", null=True, blank=True)
    granted = models.DateField("办结日期", null=True, blank=True)
    paper = models.CharField("文号或证号", max_length=80, blank=True)
    proof = models.ForeignKey(
        Attachment, null=True, editable=False, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = verbose_name_plural = "手续"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["project", "key"],
                condition=Q(removed_at=None),
                name="permit_of_a_project_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.project.name} {self.name}"
