"""Lights of projects: which burns since when and why, every turn of it, and what it issued."""

from typing import ClassVar

from django.conf import settings
from django.db import models

from yinfeng.web.desks.delivery.models.files import Attachment
from yinfeng.web.desks.delivery.models.kept import DeliveryRecord
from yinfeng.web.desks.projects.models import Project


class LightRow(DeliveryRecord):
    """The light of one project as it stands. *reckoned* is what the figures say today.

    The two differ while a red light waits for a person who shows the proof.
    """

    project = models.OneToOneField(
        Project, verbose_name="项目", on_delete=models.PROTECT, related_name="light"
    )
    light = models.CharField("灯", max_length=10)
    rank = models.PositiveSmallIntegerField(default=0, editable=False)
    says = models.CharField("灯色", max_length=12)
    tone = models.CharField(max_length=5, default="plain")
    is_alarm = models.BooleanField("督办", default=False)
    since = models.DateField("起始日期")
    reasons = models.JSONField("原因", default=list)
    reckoned = models.CharField("测算", max_length=10)
    reckoned_says = models.CharField("测算灯色", max_length=12)
    reckoned_reasons = models.JSONField(default=list)
    waits = models.BooleanField("待举证转灯", default=False)
    money = models.CharField("投资灯", max_length=10, blank=True)
    money_label = models.CharField("投资灯色", max_length=12, blank=True)
    money_tone = models.CharField(max_length=5, default="plain")
    money_says = models.CharField("投资进度", max_length=120, blank=True)
    scheme = models.CharField("办法", max_length=80)

    class Meta:
        verbose_name = verbose_name_plural = "亮灯"
        indexes: ClassVar = [
            models.Index(fields=["unit", "removed_at", "-rank", "since"], name="light_board")
        ]

    def __str__(self) -> str:
        return f"{self.project.name} {self.says}"


class Turn(models.Model):
    """One change of a light: from which to which, why, by whom, with which proof. Append-only."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="turns")
    was = models.CharField(max_length=10, blank=True)
    was_says = models.CharField(max_length=12, blank=True)
    now = models.CharField(max_length=10)
    now_says = models.CharField(max_length=12)
    tone = models.CharField(max_length=5, default="plain")
    why = models.TextField()
    day = models.DateField(db_index=True)
    scheme = models.CharField(max_length=80)
    attachment = models.ForeignKey(
        Attachment, null=True, on_delete=models.PROTECT, related_name="+"
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"{self.was_says}→{self.now_says}"


class Call(models.Model):
    """One rung that a red light has issued: a notice, a 督办单, a 约谈. Append-only."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="calls")
    turn = models.ForeignKey(Turn, on_delete=models.PROTECT, related_name="calls")
    rung = models.CharField(max_length=20)
    kind = models.CharField(max_length=6)
    says = models.CharField(max_length=60)
    asks = models.CharField(max_length=200)
    number = models.CharField(max_length=20, blank=True)
    to = models.JSONField(default=list)
    untold = models.JSONField(default=list)
    day = models.DateField(db_index=True)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["turn", "rung"], name="a_rung_is_called_once")
        ]

    def __str__(self) -> str:
        return f"{self.says} {self.day}"


class Reply(models.Model):
    """What was answered to a call. Append-only."""

    call = models.ForeignKey(Call, on_delete=models.PROTECT, related_name="replies")
    says = models.TextField()
    day = models.DateField()
    attachment = models.ForeignKey(
        Attachment, null=True, on_delete=models.PROTECT, related_name="+"
    )
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.says[:100]
