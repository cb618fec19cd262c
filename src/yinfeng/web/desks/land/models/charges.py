"""What lies on a parcel or a building: a mortgage (抵押), a seal of a court (查封)."""

from functools import partial
from typing import ClassVar

from django.db import models
from django.db.models import Q

from yinfeng.web.desks.land.models.buildings import Building
from yinfeng.web.desks.land.models.grounds import Parcel
from yinfeng.web.desks.land.models.kept import Kept, choices_of


class Charge(Kept):
    """One charge, from its entry up to its end."""

    parcel = models.ForeignKey(
        Parcel, verbose_name="宗地", null=True, blank=True, on_delete=models.PROTECT,
        related_name="charges",
    )  # fmt: skip
    building = models.ForeignKey(
        Building, verbose_name="楼幢", null=True, blank=True, on_delete=models.PROTECT,
        related_name="charges",
    )  # fmt: skip
    kind = models.CharField("类别", max_length=12, choices=partial(choices_of, "charges"))
    holder = models.CharField("权利人或机关", max_length=120)
    paper = models.CharField("文号或登记号", max_length=120, blank=True)
    amount = models.DecimalField(
        "金额（万元）", max_digits=14, decimal_places=2, null=True, blank=True
    )
    since = models.DateField("起")
    until = models.DateField("止", null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "抵押查封"
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(parcel=None) ^ Q(building=None),
                name="charge_lies_on_one",
                violation_error_message="请选定宗地或楼幢其中之一。",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.holder}"
