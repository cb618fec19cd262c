"""The weekly meeting: its sealed pack, what was decided, and the tasks that came of it."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from yinfeng.web.desks.delivery.models.files import Attachment
from yinfeng.web.desks.delivery.models.kept import DeliveryRecord
from yinfeng.web.desks.projects.models import Project
from yinfeng.web.people.models import OrgUnit


class Meeting(DeliveryRecord):
    """One meeting. Until it is held its pack is made anew each time; then it is sealed."""

    class State(models.TextChoices):
        """How far it is."""

        CALLED = "called", "筹备"
        HELD = "held", "已召开"

    title = models.CharField("会议名称", max_length=80)
    day = models.DateField("日期")
    number = models.CharField("编号", max_length=30, editable=False)
    place = models.CharField("地点", max_length=80, blank=True)
    chair = models.CharField("主持人", max_length=60)
    recorder = models.CharField("记录人", max_length=60, blank=True)
    present = models.TextField("出席", max_length=1000, blank=True)
    absent = models.TextField("请假", max_length=500, blank=True)
    words = models.TextField("会议要求", max_length=3000, blank=True)
    state = models.CharField(
        "状态", max_length=6, choices=State.choices, default=State.CALLED, editable=False
    )

    class Meta:
        verbose_name = verbose_name_plural = "例会"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["unit", "day"], condition=Q(removed_at=None), name="meeting_once_a_day"
            )
        ]
        indexes: ClassVar = [
            models.Index(fields=["unit", "removed_at", "-day"], name="meeting_list")
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.title}"


class Pack(models.Model):
    """What lay before a meeting, word for word, with its seal. Append-only."""

    meeting = models.OneToOneField(Meeting, on_delete=models.PROTECT, related_name="pack")
    content = models.JSONField()
    sha256 = models.CharField(max_length=64)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.sha256


class Task(DeliveryRecord):
    """One decision as a task: what, of which project, whose, by when, and how one sees it done."""

    class State(models.TextChoices):
        """Where it has got to."""

        OPEN = "open", "在办"
        CLAIMED = "claimed", "自报完成"
        DONE = "done", "已完成"
        DROPPED = "dropped", "不再办理"

    meeting = models.ForeignKey(
        Meeting, verbose_name="会议", on_delete=models.PROTECT, related_name="tasks"
    )
    ordinal = models.PositiveSmallIntegerField("序号", editable=False)
    project = models.ForeignKey(
        Project,
        verbose_name="项目",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="tasks",
    )
    says = models.CharField("议定事项", max_length=300)
    owner = models.CharField("责任单位（人）", max_length=80)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="系统内责任人",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    due = models.DateField("完成期限")
    measure = models.CharField("完成标准", max_length=200, blank=True)
    state = models.CharField(
        "状态", max_length=7, choices=State.choices, default=State.OPEN, editable=False
    )
    claimed = models.DateField("自报完成日期", null=True, editable=False)
    claimed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )
    result = models.CharField("结果", max_length=500, blank=True, editable=False)
    attachment = models.ForeignKey(
        Attachment, null=True, editable=False, on_delete=models.PROTECT, related_name="+"
    )
    done = models.DateField("确认完成日期", null=True, editable=False)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="确认人",
        null=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )

    class Meta:
        verbose_name = verbose_name_plural = "议定事项"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["meeting", "ordinal"], name="task_in_order")
        ]
        indexes: ClassVar = [
            models.Index(fields=["unit", "removed_at", "state", "due"], name="task_list")
        ]

    def __str__(self) -> str:
        return self.says[:60]


class MinutesTemplate(models.Model):
    """An office's own template of its minutes; the latest stands, an empty one takes it back."""

    unit = models.ForeignKey(OrgUnit, on_delete=models.PROTECT, related_name="+")
    name = models.CharField("文件名", max_length=255, blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.name or "系统模板"
