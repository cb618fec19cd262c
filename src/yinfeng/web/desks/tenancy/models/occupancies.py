"""Occupancies: an enterprise holds so much of a parcel or of a room from a day to a day.

Land is counted on the parcel, floor space on the building, the floor or the room; both know their
parcel. The last day is included; without one the occupancy goes on.
"""

from datetime import date, timedelta
from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from yinfeng.web.desks.land.models import Building, Floor, Parcel, Unit
from yinfeng.web.desks.tenancy.models.tenants import Tenant
from yinfeng.web.lists.records import Record, Records
from yinfeng.web.people.may import in_scope
from yinfeng.web.people.models import OrgUnit, User


class Occupancies(Records["Occupancy"]):
    """Occupancies, seen only from where one may see them."""

    def visible_to(self, user: User) -> Self:
        """Those in the user's scope that were not removed."""
        return self.in_scope_of(user, "tenancy.read")

    def holding(self, day: date) -> Self:
        """Those that stand on a day."""
        return self.filter(Q(until=None) | Q(until__gte=day), since__lte=day)

    def touching(self, first: date, last: date) -> Self:
        """Those that stand on some day between two days."""
        return self.filter(Q(until=None) | Q(until__gte=first), since__lte=last)

    def ending(self, first: date, days: int) -> Self:
        """Those that end within so many days from a day, the nearest first."""
        span = (first, first + timedelta(days=days))
        return self.filter(since__lte=first, until__range=span).order_by("until", "pk")


class Occupancy(Record):
    """One stay of one enterprise."""

    class Tenure(models.TextChoices):
        """By what right."""

        OWN = "own", "自有自用"
        LEASE = "lease", "租赁"
        SUBLET = "sublet", "转租"

    tenant = models.ForeignKey(
        Tenant, verbose_name="入驻企业", null=True, editable=False, on_delete=models.PROTECT,
        related_name="occupancies",
    )  # fmt: skip
    firm = models.CharField("企业名称", max_length=120)
    place = models.CharField(
        "位置",
        max_length=200,
        help_text="宗地号，或宗地号/幢号/楼层/单元号，如 YZ-01/1号楼/2层/201。",
    )
    parcel = models.ForeignKey(
        Parcel, verbose_name="宗地", editable=False, on_delete=models.PROTECT,
        related_name="occupancies",
    )  # fmt: skip
    building = models.ForeignKey(
        Building, null=True, editable=False, on_delete=models.PROTECT, related_name="+"
    )
    floor = models.ForeignKey(
        Floor, null=True, editable=False, on_delete=models.PROTECT, related_name="+"
    )
    room = models.ForeignKey(
        Unit, null=True, editable=False, on_delete=models.PROTECT, related_name="+"
    )
    tenure = models.CharField("方式", max_length=8, choices=Tenure.choices, default=Tenure.LEASE)
    lessor = models.CharField("出租人", max_length=120, blank=True)
    area = models.DecimalField("面积（㎡）", max_digits=14, decimal_places=2)
    since = models.DateField("起")
    until = models.DateField("止", null=True, blank=True, help_text="最后一天；不定期的不填。")
    contract = models.CharField("合同编号", max_length=60, blank=True)
    rent = models.DecimalField(
        "租金（元/㎡·月）", max_digits=10, decimal_places=4, null=True, blank=True
    )
    months = models.PositiveSmallIntegerField(
        "几个月一付", default=3, help_text="先付后用，按合同起日起算。"
    )
    rises = models.CharField(
        "租金递增",
        max_length=200,
        blank=True,
        help_text="哪天起每㎡每月多少元，如：2028-01-01起12.5，2030-01-01起13.2。",
    )
    free_until = models.DateField("免租至", null=True, blank=True)
    deposit = models.DecimalField(
        "押金（元）", max_digits=14, decimal_places=2, null=True, blank=True
    )
    is_counted = models.BooleanField(
        "计入亩均用地", default=True, help_text="按合同还没到投产期的用地不计入。"
    )
    left_why = models.CharField("退出原因", max_length=200, blank=True, editable=False)
    note = models.CharField("备注", max_length=300, blank=True)

    objects = Occupancies.as_manager()

    stands_on_land: ClassVar = ("parcel", "building", "floor", "room")
    is_over_after: ClassVar = "until"

    class Meta:
        verbose_name = verbose_name_plural = "入驻"
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")),
                name="occupancy_in_order",
                violation_error_message="止日不能早于起日。",
            ),
            models.CheckConstraint(
                condition=Q(area__gt=0),
                name="occupancy_has_area",
                violation_error_message="面积应大于零。",
            ),
            models.CheckConstraint(
                condition=Q(months__gte=1) & Q(months__lte=60),
                name="occupancy_pays_in_months",
                violation_error_message="几个月一付请填1到60。",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["unit", "removed_at", "-since"], name="occupancy_standing"),
            models.Index(fields=["parcel", "since"], name="occupancy_of_parcel"),
            models.Index(fields=["unit", "until"], name="occupancy_ending"),
        ]

    def __str__(self) -> str:
        return f"{self.firm} {self.place}"

    @property
    def is_floor(self) -> bool:
        """Whether it is floor space, and not land."""
        return self.building_id is not None


class Receipts(models.QuerySet["Receipt"]):
    """Rent that came in, seen only from where one may see it."""

    def visible_to(self, user: User) -> Self:
        """Those in the user's scope."""
        return self.filter(in_scope(user, "tenancy.read"))


class Receipt(models.Model):
    """Rent that came in on a day. Append-only: a slip is put right by one of the other sign."""

    unit = models.ForeignKey(OrgUnit, on_delete=models.PROTECT, related_name="+")
    occupancy = models.ForeignKey(Occupancy, on_delete=models.PROTECT, related_name="receipts")
    day = models.DateField("到账日期")
    amount = models.DecimalField("金额（元）", max_digits=14, decimal_places=2)
    paper = models.CharField("凭证", max_length=80, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    objects = Receipts.as_manager()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["occupancy", "day"], name="receipt_day")]

    def __str__(self) -> str:
        return f"{self.day} {self.amount}元"
