"""Trips: approved before, reported after; who went where on which half days, and whom they met."""

from functools import partial
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from yinfeng.web.desks.outreach.models.kept import Contact, Half, Kept, Numbered, choices_of

_IN_ORDER = Q(until__gt=F("since")) | Q(until=F("since"), until_half__gte=F("since_half"))
_WRONG_ORDER = "结束时间早于开始时间。"


class Span(models.Model):
    """A time in half days, both ends included."""

    since = models.DateField("开始日期")
    since_half = models.PositiveSmallIntegerField(
        "开始于", choices=Half.choices, default=Half.MORNING
    )
    until = models.DateField("结束日期")
    until_half = models.PositiveSmallIntegerField(
        "结束于", choices=Half.choices, default=Half.AFTERNOON
    )

    class Meta:
        abstract = True


class Trip(Numbered, Span):
    """A journey out to find and meet enterprises."""

    prefix = "外出"

    class State(models.TextChoices):
        """How far it is."""

        ASKED = "asked", "待批准"
        APPROVED = "approved", "已批准"
        REFUSED = "refused", "未批准"
        REPORTED = "reported", "已报告"
        CANCELLED = "cancelled", "已取消"

    purpose = models.CharField("事由", max_length=200)
    channel = models.CharField(
        "招商方式", max_length=16, choices=partial(choices_of, "channels"), blank=True
    )
    agent = models.ForeignKey(
        "outreach.Channel",
        verbose_name="介绍机构",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
    )
    team = models.ForeignKey(
        "outreach.Team", verbose_name="所属队伍", null=True, blank=True, on_delete=models.PROTECT
    )
    expense = models.CharField("费用报销单号", max_length=60, blank=True)
    state = models.CharField(
        "状态", max_length=10, choices=State.choices, default=State.ASKED, editable=False
    )
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="批准人",
        null=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )
    approved_on = models.DateField("批准日期", null=True, editable=False)
    approval = models.CharField("批件号", max_length=60, blank=True, editable=False)
    outcome = models.TextField("成果", blank=True, editable=False)
    next_step = models.CharField("下一步", max_length=200, blank=True, editable=False)
    report_due = models.DateField("报告期限", null=True, editable=False)
    reported_on = models.DateField("报告日期", null=True, editable=False)

    class Meta(Numbered.Meta):
        verbose_name = verbose_name_plural = "外出"
        constraints: ClassVar = [
            *Numbered.Meta.constraints,
            models.CheckConstraint(
                condition=_IN_ORDER, name="trip_in_order", violation_error_message=_WRONG_ORDER
            ),
        ]


class Leg(Kept, Span):
    """A stretch of a trip in one place."""

    trip = models.ForeignKey(Trip, on_delete=models.PROTECT, related_name="legs")
    place = models.CharField("地点", max_length=60, help_text="写到市，如：上海")
    outside = models.BooleanField("在本县（区）以外", default=True)

    class Meta:
        verbose_name = verbose_name_plural = "行程"
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=_IN_ORDER, name="leg_in_order", violation_error_message=_WRONG_ORDER
            )
        ]

    def __str__(self) -> str:
        return f"{self.place} {self.since:%m-%d}至{self.until:%m-%d}"


class Traveller(Kept):
    """One who went; without days of the own for the whole trip."""

    trip = models.ForeignKey(Trip, on_delete=models.PROTECT, related_name="travellers")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="系统用户",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    name = models.CharField("姓名", max_length=40)
    title = models.CharField("职务", max_length=60, blank=True)
    leader = models.BooleanField("主要领导", default=False)
    since = models.DateField("中途加入日期", null=True, blank=True)
    since_half = models.PositiveSmallIntegerField(
        "加入于", choices=Half.choices, default=Half.MORNING
    )
    until = models.DateField("中途离开日期", null=True, blank=True)
    until_half = models.PositiveSmallIntegerField(
        "离开于", choices=Half.choices, default=Half.AFTERNOON
    )

    class Meta:
        verbose_name = verbose_name_plural = "外出人员"

    def __str__(self) -> str:
        return f"{self.title}{self.name}"


class Visit(Kept, Contact):
    """A firm that was met on a trip."""

    trip = models.ForeignKey(Trip, on_delete=models.PROTECT, related_name="visits")
    on = models.DateField("日期", db_index=True)
    firm = models.CharField("企业", max_length=120)
    code = models.CharField("统一社会信用代码", max_length=18, blank=True)
    topic = models.CharField("谈了什么", max_length=300, blank=True)
    result = models.CharField("结果", max_length=300, blank=True)
    lead = models.CharField("线索编号", max_length=24, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "拜访企业"

    def __str__(self) -> str:
        return f"{self.on:%m-%d} {self.firm}"
