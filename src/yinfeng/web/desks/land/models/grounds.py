"""Parks, their blocks, and the parcels in them."""

from functools import partial
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from yinfeng.web.desks.land.models.kept import Bounded, choices_of, square_metres


class Park(Bounded):
    """A park: a stretch of land that the office brings enterprises to."""

    name = models.CharField("园区名称", max_length=80)
    kind = models.CharField("类别", max_length=12, choices=partial(choices_of, "parks"))
    planned = square_metres("规划面积")
    built = square_metres("已建成面积")
    industries = models.CharField("主导产业", max_length=200, blank=True)
    since = models.DateField("设立日期", null=True, blank=True)

    class Meta(Bounded.Meta):
        verbose_name = verbose_name_plural = "园区"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["unit", "name"],
                condition=Q(removed_at=None),
                name="park_name_once",
                violation_error_message="本单位已有同名园区。",
            )
        ]

    def __str__(self) -> str:
        return self.name


class Block(Bounded):
    """A block: what is planned, renewed or supplied as one; within a park or on its own."""

    park = models.ForeignKey(
        Park, verbose_name="所在园区", null=True, blank=True, on_delete=models.PROTECT,
        related_name="blocks",
    )  # fmt: skip
    code = models.CharField("区块编号", max_length=40)
    name = models.CharField("区块名称", max_length=80)
    planned = square_metres("规划面积")
    built = square_metres("已建成面积")
    functions = models.CharField("规划功能", max_length=200, blank=True)
    since = models.DateField("启动日期", null=True, blank=True)

    class Meta(Bounded.Meta):
        verbose_name = verbose_name_plural = "区块"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["unit", "code"],
                condition=Q(removed_at=None),
                name="block_code_once",
                violation_error_message="本单位已有这个区块编号。",
            )
        ]

    def __str__(self) -> str:
        return self.name


class Parcel(Bounded):
    """A parcel (宗地): one right to one piece of land.

    *area* is what the office reckons with, *certified* what the certificate says, *measured* what
    the drawing gives. *let_area* is kept by the occupancy of the desk above.
    """

    park = models.ForeignKey(
        Park, verbose_name="所在园区", null=True, blank=True, on_delete=models.PROTECT,
        related_name="parcels",
    )  # fmt: skip
    block = models.ForeignKey(
        Block, verbose_name="所在区块", null=True, blank=True, on_delete=models.PROTECT,
        related_name="parcels",
    )  # fmt: skip
    number = models.CharField("宗地号", max_length=60)
    name = models.CharField("宗地名称", max_length=120, blank=True)
    state = models.CharField(
        "状态", max_length=12, choices=partial(choices_of, "states"), default="planned"
    )
    use = models.CharField("用途", max_length=16, choices=partial(choices_of, "uses"), blank=True)
    right = models.CharField(
        "权利类型", max_length=12, choices=partial(choices_of, "rights"), blank=True
    )
    holder = models.CharField("权利人", max_length=120, blank=True)
    certificate = models.CharField("不动产权证号", max_length=120, blank=True)
    area = square_metres("面积")
    certified = square_metres("证载面积")
    uncertified = square_metres("无证面积")
    let_area = square_metres("已租（已用）面积", editable=False)
    since = models.DateField("使用权起", null=True, blank=True)
    until = models.DateField("使用权止", null=True, blank=True)
    free_on = models.DateField("可供日期", null=True, blank=True)
    far_low = models.DecimalField(
        "容积率下限", max_digits=5, decimal_places=2, null=True, blank=True
    )
    far_high = models.DecimalField(
        "容积率上限", max_digits=5, decimal_places=2, null=True, blank=True
    )
    floor_area = square_metres("总建筑面积")
    power = models.DecimalField(
        "供电容量（kVA）", max_digits=10, decimal_places=1, null=True, blank=True
    )
    pipes = models.CharField("管线配套", max_length=120, blank=True)
    soil = models.CharField("土壤调查", max_length=120, blank=True)

    class Meta(Bounded.Meta):
        verbose_name = verbose_name_plural = "宗地"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["unit", "number"],
                condition=Q(removed_at=None),
                name="parcel_number_once",
                violation_error_message="本单位已有这个宗地号。",
            ),
            models.CheckConstraint(
                condition=Q(until=None) | Q(since=None) | Q(until__gt=F("since")),
                name="parcel_term_in_order",
                violation_error_message="使用权的止日应在起日之后。",
            ),
            models.CheckConstraint(
                condition=Q(far_low=None) | Q(far_high=None) | Q(far_high__gte=F("far_low")),
                name="parcel_far_in_order",
                violation_error_message="容积率上限不能低于下限。",
            ),
        ]
        indexes: ClassVar = [
            *Bounded.Meta.indexes,
            models.Index(fields=["unit", "number"], name="parcel_by_number"),
            models.Index(fields=["park", "state"], name="parcel_of_park"),
            models.Index(fields=["block", "state"], name="parcel_of_block"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.name}".strip()
