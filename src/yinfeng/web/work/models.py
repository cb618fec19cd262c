"""The queue as rows: tasks with their state and heartbeat, the next time of each scheduled job."""

from datetime import datetime
from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q

from yinfeng.web.people.may import in_scope
from yinfeng.web.people.models import OrgUnit, User


class State(models.TextChoices):
    """How far a task is."""

    WAITING = "waiting", "等待"
    RUNNING = "running", "进行中"
    DONE = "done", "已完成"
    FAILED = "failed", "失败"


class Tasks(models.QuerySet["Task"]):
    """Tasks of the queue."""

    def visible_to(self, user: User) -> Self:
        """Those of units where the user looks after the system, and those of the house itself."""
        return self.filter(in_scope(user, "work.read") | Q(unit=None))

    def due(self, now: datetime) -> Self:
        """Those that may be begun, what people wait for first; never two of one key at once."""
        twins = Task.objects.filter(
            state=State.RUNNING, job=OuterRef("job"), key=OuterRef("key")
        ).exclude(key="")
        waiting = self.filter(state=State.WAITING, due__lte=now)
        return waiting.exclude(Exists(twins)).order_by("rank", "due", "pk")

    def listed(self) -> Self:
        """With what a list shows, the latest first."""
        return self.select_related("unit", "by").order_by("-pk")


class Task(models.Model):
    """One piece of work that was asked for, and how far it is."""

    job = models.CharField("任务", max_length=60)
    arguments = models.JSONField(default=dict)
    key = models.CharField(max_length=120, blank=True)
    unit = models.ForeignKey(OrgUnit, null=True, on_delete=models.PROTECT)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT)
    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    rank = models.PositiveSmallIntegerField(default=0)
    due = models.DateTimeField()
    attempts = models.PositiveSmallIntegerField(default=0)
    worker = models.CharField(max_length=120, blank=True)
    heartbeat = models.DateTimeField(null=True)
    asked = models.DateTimeField()
    started = models.DateTimeField(null=True)
    ended = models.DateTimeField(null=True)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    says = models.TextField(blank=True)
    trace = models.TextField(blank=True)

    objects = Tasks.as_manager()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["state", "due"], name="task_due")]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["job", "key"],
                condition=Q(state="waiting") & ~Q(key=""),
                name="task_waits_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.job} {self.pk}"


class Slot(models.Model):
    """When a scheduled job is due next."""

    job = models.CharField(max_length=60, unique=True)
    due = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.job} {self.due}"


class Worker(models.Model):
    """A worker that has shown itself, and when it did last."""

    place = models.CharField(max_length=120, unique=True)
    since = models.DateTimeField()
    seen = models.DateTimeField()

    def __str__(self) -> str:
        return self.place
