"""Control zones, and what touches them since when and until when; the last two append-only."""

from datetime import date
from functools import partial
from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from yinfeng.web.desks.land.models.kept import Bounded, choices_of
from yinfeng.web.people.may import in_scope
from yinfeng.web.people.models import OrgUnit, User


class Zone(Bounded):
    """A stretch in which a rule holds: 预控区, 红线, 永久基本农田, 化工园区 …"""

    name = models.CharField("管控区名称", max_length=120)
    layer = models.CharField("图层", max_length=12, choices=partial(choices_of, "layers"))
    rule = models.CharField("规则", max_length=12, choices=partial(choices_of, "rules"))
    conditions = models.CharField("准入条件", max_length=400, blank=True)
    asks = models.CharField("征求意见的部门", max_length=120, blank=True)
    basis = models.CharField("依据", max_length=200)
    since = models.DateField("施行日期")
    until = models.DateField("失效日期", null=True, blank=True)

    class Meta(Bounded.Meta):
        verbose_name = verbose_name_plural = "管控区"
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gt=F("since")),
                name="zone_in_order",
                violation_error_message="失效日期应在施行日期之后。",
            )
        ]

    def __str__(self) -> str:
        return self.name

    def holds_on(self, day: date) -> bool:
        """Whether it is in force on the day."""
        return self.since <= day and (self.until is None or day < self.until)


class Touches(models.QuerySet["Touch"]):
    """Touches of things with zones."""

    def visible_to(self, user: User) -> Self:
        """Those of things in the user's scope."""
        return self.filter(in_scope(user, "land.read"))

    def standing(self) -> Self:
        """Those that have not ended."""
        return self.filter(end=None)

    def on(self, day: date) -> Self:
        """Those that stood on the day."""
        ended = Q(end=None) | Q(end__on__gt=day)
        return self.filter(ended, since__lte=day)

    def of(self, thing: models.Model) -> Self:
        """Those of one thing."""
        return self.filter(kind=thing._meta.label_lower, key=thing.pk)


class Touch(models.Model):
    """That a thing lies in a zone: a parcel, a project, a siting. Append-only.

    Found by the drawing, or said by a person where the zone or the thing has only words.
    """

    zone = models.ForeignKey(Zone, on_delete=models.PROTECT, related_name="touches")
    unit = models.ForeignKey(OrgUnit, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=60)
    key = models.BigIntegerField()
    since = models.DateField()
    area = models.DecimalField(max_digits=16, decimal_places=2, null=True)
    share = models.DecimalField(max_digits=7, decimal_places=4, null=True)
    why = models.CharField(max_length=200)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField(auto_now_add=True)

    objects = Touches.as_manager()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["kind", "key", "zone"], name="touch_of_thing")]

    def __str__(self) -> str:
        return f"{self.zone} {self.kind} {self.key}"


class TouchEnd(models.Model):
    """That a touch is over, and why: the zone expired, the range changed. Append-only."""

    touch = models.OneToOneField(Touch, on_delete=models.PROTECT, related_name="end")
    on = models.DateField()
    why = models.CharField(max_length=200)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"{self.touch} {self.on}"
