"""Photos of building sites: when and where taken, and which other photo they are like."""

from typing import ClassVar

from django.db import models

from yinfeng.web.desks.delivery.models.files import Attachment
from yinfeng.web.desks.delivery.models.kept import DeliveryRecord
from yinfeng.web.desks.projects.models import Project


class Photo(DeliveryRecord):
    """One photo. *look* is its perceptual hash; *doubts* are what speaks against it, in words."""

    project = models.ForeignKey(
        Project, verbose_name="项目", on_delete=models.PROTECT, related_name="photos"
    )
    attachment = models.ForeignKey(
        Attachment, editable=False, on_delete=models.PROTECT, related_name="+"
    )
    says = models.CharField("说明", max_length=200)
    day = models.DateField("拍摄日期")
    place = models.CharField("地点", max_length=120, blank=True)
    taken = models.DateTimeField("照片内时间", null=True, editable=False)
    lng = models.DecimalField("经度", max_digits=9, decimal_places=6, null=True, editable=False)
    lat = models.DecimalField("纬度", max_digits=8, decimal_places=6, null=True, editable=False)
    look = models.CharField(max_length=128, editable=False, blank=True)
    like = models.ForeignKey(
        "self", null=True, editable=False, on_delete=models.PROTECT, related_name="copies"
    )
    likeness = models.PositiveSmallIntegerField(null=True, editable=False)
    doubts = models.JSONField("疑点", default=list, editable=False)

    class Meta:
        verbose_name = verbose_name_plural = "现场照片"
        indexes: ClassVar = [
            models.Index(fields=["project", "-day"], name="photo_day"),
            models.Index(fields=["look"], name="photo_look"),
        ]

    def __str__(self) -> str:
        return f"{self.project.name} {self.day} {self.says}"[:100]


class PhotoPlate(models.Model):
    """A small grey picture of a photo, as a whole or without its border, that finds its copies."""

    photo = models.ForeignKey(Photo, on_delete=models.PROTECT, related_name="plates")
    grey = models.BinaryField()

    def __str__(self) -> str:
        return str(self.photo)
