"""Places that are looked after: a record with a field of every sort."""

from typing import ClassVar

from django.conf import settings
from django.db import models

from yinfeng.web.lists.records import Record, Records
from yinfeng.web.people.private import Private


class Place(Record):
    """One place."""

    class State(models.TextChoices):
        """How it stands with it."""

        OPEN = "open", "在用"
        EMPTY = "empty", "闲置"
        SHUT = "shut", "停用"

    number = models.CharField("编号", max_length=20)
    name = models.CharField("名称", max_length=80)
    state = models.CharField("状况", max_length=8, choices=State.choices, default=State.OPEN)
    area = models.DecimalField("面积", max_digits=14, decimal_places=2, null=True, blank=True)
    seen = models.DateField("查看日期", null=True, blank=True)
    is_fenced = models.BooleanField("有围挡", default=False)
    phone = models.CharField("联系电话", max_length=20, blank=True)
    keeper = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="看管人", null=True, on_delete=models.PROTECT
    )

    PRIVATE: ClassVar = {"phone": Private.PHONE}

    objects = Records["Place"].as_manager()

    def __str__(self) -> str:
        return self.name
