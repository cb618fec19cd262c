"""A file of shapes that is taken in: what it holds, in which coordinates, what came of each."""

from typing import ClassVar

from django.conf import settings
from django.db import models

from yinfeng.web.people.models import OrgUnit, User


class Drawings(models.QuerySet["Drawing"]):
    """Files of shapes."""

    def of(self, user: User) -> "Drawings":
        """A person's own, the latest first, without their contents."""
        return self.filter(by=user).defer("content", "read").select_related("unit").order_by("-pk")


class Drawing(models.Model):
    """One file, from the moment that it is sent up to the moment that it is undone."""

    class State(models.TextChoices):
        """How far it has come."""

        DRAFT = "draft", "待导入"
        DONE = "done", "已导入"
        UNDONE = "undone", "已撤销"

    class Target(models.TextChoices):
        """What its shapes become."""

        PARCELS = "parcels", "宗地"
        BLOCKS = "blocks", "区块"
        PARKS = "parks", "园区"
        BUILDINGS = "buildings", "楼幢"
        ZONES = "zones", "管控区"

    target = models.CharField("导入为", max_length=10, choices=Target.choices)
    unit = models.ForeignKey(OrgUnit, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField("上传时间", auto_now_add=True)
    name = models.CharField("文件名", max_length=255)
    sha256 = models.CharField(max_length=64)
    content = models.BinaryField()
    # The shapes as the file has them, and what to take them for; both as JSON.
    read = models.JSONField()
    system = models.CharField("坐标系", max_length=24, blank=True)
    settings = models.JSONField(default=dict)
    state = models.CharField(max_length=8, choices=State.choices, default=State.DRAFT)
    created = models.PositiveIntegerField(default=0)
    changed = models.PositiveIntegerField(default=0)
    bad = models.PositiveIntegerField(default=0)
    done_at = models.DateTimeField(null=True)
    undone_at = models.DateTimeField(null=True)
    undone_why = models.TextField(blank=True)

    objects = Drawings.as_manager()

    def __str__(self) -> str:
        return self.name


class DrawnShape(models.Model):
    """What one shape of a file became: a record made or changed, and the version that it got."""

    drawing = models.ForeignKey(Drawing, on_delete=models.PROTECT, related_name="lines")
    place = models.PositiveIntegerField()
    kind = models.CharField(max_length=60)
    key = models.BigIntegerField()
    is_new = models.BooleanField()
    version = models.PositiveIntegerField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["drawing", "place"], name="drawn_shape_once")
        ]

    def __str__(self) -> str:
        return f"{self.drawing_id} {self.place}"
