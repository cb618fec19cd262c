"""On which terms parks and parcels are given, and which lots are promised."""

from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from yinfeng.web.desks.land.models import Floor, Parcel, Park, Unit
from yinfeng.web.desks.siting.models.needs import SitingNeed, environments
from yinfeng.web.lists.records import Record, Records
from yinfeng.web.people.models import User


class TermsRows(Records["Terms"]):
    """Terms, seen only from where one may see them."""

    def visible_to(self, user: User) -> Self:
        """Those in the user's scope that were not removed."""
        return self.in_scope_of(user, "siting.read")


class Terms(Record):
    """The terms of a park, or of one parcel, where they differ from its park's."""

    park = models.ForeignKey(
        Park, verbose_name="园区", null=True, editable=False, on_delete=models.PROTECT,
        related_name="+",
    )  # fmt: skip
    parcel = models.ForeignKey(
        Parcel, verbose_name="宗地", null=True, editable=False, on_delete=models.PROTECT,
        related_name="+",
    )  # fmt: skip
    environment = models.CharField(
        "准入到哪一环境类别", max_length=12, choices=environments, blank=True
    )
    investment = models.DecimalField(
        "亩均投资门槛（万元/亩）", max_digits=10, decimal_places=2, null=True, blank=True
    )
    tax = models.DecimalField(
        "亩均税收门槛（万元/亩）", max_digits=10, decimal_places=2, null=True, blank=True
    )
    splits = models.BooleanField("宗地可以分割", default=True)
    joins = models.BooleanField("可与相邻宗地合并", default=True)
    basis = models.CharField("依据", max_length=200)

    objects = TermsRows.as_manager()

    stands_on_land: ClassVar = ("park", "parcel")

    class Meta:
        verbose_name = verbose_name_plural = "供地条件"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["park"], condition=Q(removed_at=None), name="siting_terms_of_park"
            ),
            models.UniqueConstraint(
                fields=["parcel"], condition=Q(removed_at=None), name="siting_terms_of_parcel"
            ),
            models.CheckConstraint(
                condition=Q(park=None) ^ Q(parcel=None), name="siting_terms_of_one"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.park or self.parcel}的供地条件"


class Promises(Records["LotPromise"]):
    """Promises, seen only from where one may see them."""

    def visible_to(self, user: User) -> Self:
        """Those in the user's scope that were not removed."""
        return self.in_scope_of(user, "siting.read")


class LotPromise(Record):
    """So many square metres of a parcel, floor or room, promised until they are released."""

    need = models.ForeignKey(SitingNeed, on_delete=models.PROTECT, related_name="promises")
    parcel = models.ForeignKey(
        Parcel, null=True, on_delete=models.PROTECT, related_name="siting_promises"
    )
    room = models.ForeignKey(
        Unit, null=True, on_delete=models.PROTECT, related_name="siting_promises"
    )
    floor = models.ForeignKey(
        Floor, null=True, on_delete=models.PROTECT, related_name="siting_promises"
    )
    area = models.DecimalField("承诺面积（㎡）", max_digits=14, decimal_places=2)
    since = models.DateField("承诺日期")
    free_from = models.DateField("何日起交付", null=True, editable=False)
    why = models.TextField("理由")
    promised_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    objects = Promises.as_manager()

    stands_on_land: ClassVar = ("parcel", "room", "floor")

    class Meta:
        verbose_name = verbose_name_plural = "承诺"
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(parcel__isnull=False, room=None, floor=None)
                | Q(parcel=None, room__isnull=False, floor=None)
                | Q(parcel=None, room=None, floor__isnull=False),
                name="siting_promise_of_one",
            ),
            models.CheckConstraint(condition=Q(area__gt=0), name="siting_promise_has_area"),
        ]
        indexes: ClassVar = [models.Index(fields=["parcel", "removed_at"], name="siting_promised")]

    def __str__(self) -> str:
        return f"{self.place}承诺给{self.need.project.name}"

    @property
    def place(self) -> Parcel | Floor | Unit | None:
        """What is promised."""
        return self.parcel or self.room or self.floor
