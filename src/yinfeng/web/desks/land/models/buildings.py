"""Buildings on parcels, their floors, and the units of a floor that are let one by one."""

from functools import partial
from typing import ClassVar

from django.db import models
from django.db.models import Q

from yinfeng.web.desks.land.models.grounds import Parcel
from yinfeng.web.desks.land.models.kept import Bounded, Kept, choices_of, square_metres


class Building(Bounded):
    """A building (楼幢)."""

    parcel = models.ForeignKey(
        Parcel, verbose_name="所在宗地", on_delete=models.PROTECT, related_name="buildings"
    )
    number = models.CharField("幢号", max_length=40)
    name = models.CharField("名称", max_length=80, blank=True)
    structure = models.CharField(
        "结构", max_length=12, choices=partial(choices_of, "structures"), blank=True
    )
    use = models.CharField("用途", max_length=60, blank=True)
    storeys = models.PositiveSmallIntegerField("层数", null=True, blank=True)
    built_on = models.DateField("竣工日期", null=True, blank=True)
    certificate = models.CharField("不动产权证号", max_length=120, blank=True)
    area = square_metres("建筑面积")
    certified = square_metres("有证建筑面积")
    uncertified = square_metres("无证建筑面积")
    power = models.DecimalField(
        "供电容量（kVA）", max_digits=10, decimal_places=1, null=True, blank=True
    )

    class Meta(Bounded.Meta):
        verbose_name = verbose_name_plural = "楼幢"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["parcel", "number"],
                condition=Q(removed_at=None),
                name="building_number_once",
                violation_error_message="这宗地上已有这个幢号。",
            )
        ]

    def __str__(self) -> str:
        return self.name or self.number


class Floor(Kept):
    """A floor of a building, and what it bears."""

    building = models.ForeignKey(
        Building, verbose_name="所在楼幢", on_delete=models.PROTECT, related_name="floors"
    )
    level = models.SmallIntegerField("楼层", help_text="地下写负数，如：-1")
    area = square_metres("建筑面积")
    height = models.DecimalField(
        "层高（米）", max_digits=5, decimal_places=2, null=True, blank=True
    )
    load = models.DecimalField(
        "楼面荷载（kN/㎡）", max_digits=6, decimal_places=2, null=True, blank=True
    )

    class Meta:
        verbose_name = verbose_name_plural = "楼层"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["building", "level"],
                condition=Q(removed_at=None),
                name="floor_level_once",
                violation_error_message="这幢楼已有这一层。",
            ),
            models.CheckConstraint(
                condition=~Q(level=0),
                name="floor_level_not_zero",
                violation_error_message="楼层没有0层，地下一层写-1。",
            ),
        ]

    def __str__(self) -> str:
        level = f"地下{-self.level}层" if self.level < 0 else f"{self.level}层"
        return f"{self.building} {level}"


class Unit(Kept):
    """A unit (单元) of a floor: the smallest thing that is let."""

    floor = models.ForeignKey(
        Floor, verbose_name="所在楼层", on_delete=models.PROTECT, related_name="units"
    )
    number = models.CharField("单元号", max_length=40)
    area = square_metres("建筑面积")
    let_area = square_metres("已租面积", editable=False)
    use = models.CharField("用途", max_length=60, blank=True)
    power = models.DecimalField(
        "供电容量（kVA）", max_digits=10, decimal_places=1, null=True, blank=True
    )
    free_on = models.DateField("可租日期", null=True, blank=True)
    beside = models.CharField(
        "相邻单元",
        max_length=120,
        blank=True,
        help_text="同一层里只隔一道墙的单元号，如 102、103；都不填的按编号顺序相邻。",
    )

    class Meta:
        verbose_name = verbose_name_plural = "单元"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["floor", "number"],
                condition=Q(removed_at=None),
                name="unit_number_once",
                violation_error_message="这一层已有这个单元号。",
            )
        ]

    def __str__(self) -> str:
        return self.number
