"""A sheet that is imported: what it holds, how its columns are read, what came of each row."""

from typing import ClassVar

from django.conf import settings
from django.db import models

from yinfeng.web.people.models import OrgUnit, User


class Batches(models.QuerySet["Batch"]):
    """Imported sheets."""

    def of(self, listing: str, user: User) -> "Batches":
        """A person's own sheets for a list, the latest first, without their cells."""
        found = self.filter(listing=listing, by=user)
        return found.defer("rows").select_related("by", "unit").order_by("-pk")


class Batch(models.Model):
    """One sheet, from the moment that it is sent up to the moment that it is undone."""

    class State(models.TextChoices):
        """How far it has come."""

        DRAFT = "draft", "待导入"
        WAITING = "waiting", "正在导入"
        DONE = "done", "已导入"
        UNDONE = "undone", "已撤销"

    listing = models.CharField(max_length=40)
    unit = models.ForeignKey(OrgUnit, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField("上传时间", auto_now_add=True)
    name = models.CharField("文件名", max_length=255)
    sha256 = models.CharField(max_length=64)
    state = models.CharField(max_length=8, choices=State.choices, default=State.DRAFT)
    heads = models.JSONField()
    first_row = models.PositiveIntegerField()
    rows = models.JSONField()
    mapping = models.JSONField(default=dict)
    rulings = models.JSONField(default=dict)
    created = models.PositiveIntegerField(default=0)
    changed = models.PositiveIntegerField(default=0)
    skipped = models.PositiveIntegerField(default=0)
    bad = models.PositiveIntegerField(default=0)
    done_at = models.DateTimeField(null=True)
    undone_at = models.DateTimeField(null=True)
    undone_why = models.TextField(blank=True)
    # The task that imports it, and why the last one did not.
    task = models.ForeignKey("work.Task", null=True, on_delete=models.SET_NULL, related_name="+")
    says = models.TextField(blank=True)

    objects = Batches.as_manager()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["listing", "by"], name="batch_of_person")]

    def __str__(self) -> str:
        return self.name


class BatchLine(models.Model):
    """What one row of a sheet became: a record made or changed, and the version that it got."""

    batch = models.ForeignKey(Batch, on_delete=models.PROTECT, related_name="lines")
    row = models.PositiveIntegerField()
    key = models.BigIntegerField()
    is_new = models.BooleanField()
    version = models.PositiveIntegerField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["batch", "row"], name="batch_line_once")
        ]

    def __str__(self) -> str:
        return f"{self.batch_id} {self.row}"
