"""Who goes out and by what ways: teams, outposts and liaison stations, tasks, leads, channels."""

from functools import partial
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from yinfeng.web.desks.outreach.models.kept import Contact, Kept, choices_of


class Team(Kept):
    """A team, an outpost or a liaison station."""

    name = models.CharField("名称", max_length=80)
    kind = models.CharField("类别", max_length=16, choices=partial(choices_of, "teams"))
    place = models.CharField("所在地", max_length=60, blank=True)
    host = models.CharField("依托单位", max_length=120, blank=True)
    focus = models.CharField("主攻方向", max_length=120, blank=True)
    since = models.DateField("设立日期")
    until = models.DateField("撤销日期", null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "队伍"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["unit", "name"],
                condition=Q(removed_at=None),
                name="team_name_once",
                violation_error_message="本单位已有同名队伍。",
            )
        ]

    def __str__(self) -> str:
        return self.name


class Member(Kept):
    """One of the staff of a team, for a time."""

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="members")
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
    full_time = models.BooleanField("专职", default=False)
    since = models.DateField("起")
    until = models.DateField("止", null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "队员"

    def __str__(self) -> str:
        return f"{self.title}{self.name}"


class Task(Kept):
    """What a team has to bring in a year: a measure and a number."""

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="tasks")
    year = models.PositiveSmallIntegerField("年度")
    measure = models.CharField("指标", max_length=30)
    target = models.DecimalField("任务数", max_digits=8, decimal_places=1)

    class Meta:
        verbose_name = verbose_name_plural = "任务"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["team", "year", "measure"],
                condition=Q(removed_at=None),
                name="task_once_a_year",
                violation_error_message="这支队伍本年度已有这项任务。",
            )
        ]

    def __str__(self) -> str:
        return f"{self.year} {self.measure}"


class Channel(Kept, Contact):
    """An agent, a firm, a fund or a fair through which investors come."""

    name = models.CharField("名称", max_length=120)
    kind = models.CharField("方式", max_length=16, choices=partial(choices_of, "channels"))
    paper = models.CharField("委托协议编号", max_length=60, blank=True)
    since = models.DateField("起", null=True, blank=True)
    until = models.DateField("止", null=True, blank=True)
    note = models.TextField("备注", blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "渠道"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["unit", "kind", "name"],
                condition=Q(removed_at=None),
                name="channel_name_once",
                violation_error_message="本单位已有同名渠道。",
            )
        ]

    def __str__(self) -> str:
        return self.name


class Brought(Kept):
    """A lead, and the team, channel, trip or reception that brought it."""

    lead = models.CharField("线索编号", max_length=24)
    on = models.DateField("日期", db_index=True)
    says = models.CharField("线索内容", max_length=200)
    channel = models.CharField(
        "招商方式", max_length=16, choices=partial(choices_of, "channels"), blank=True
    )
    agent = models.ForeignKey(
        Channel, verbose_name="介绍机构", null=True, blank=True, on_delete=models.PROTECT
    )
    team = models.ForeignKey(
        Team, verbose_name="队伍", null=True, blank=True, on_delete=models.PROTECT
    )
    trip = models.ForeignKey(
        "outreach.Trip", verbose_name="外出", null=True, blank=True, on_delete=models.PROTECT
    )
    reception = models.ForeignKey(
        "outreach.Reception", verbose_name="接待", null=True, blank=True, on_delete=models.PROTECT
    )

    class Meta:
        verbose_name = verbose_name_plural = "带来线索"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["unit", "lead"],
                condition=Q(removed_at=None),
                name="lead_brought_once",
                violation_error_message="这条线索已经登记过由谁带来。",
            )
        ]

    def __str__(self) -> str:
        return self.lead
