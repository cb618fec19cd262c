"""The tree of bodies: one body is one unit, whatever it was called and wherever it stood."""

from datetime import date
from typing import ClassVar, Self

from django.db import models
from django.db.models import Q

from yinfeng.web.people.paths import LONGEST, after


class Units(models.QuerySet["OrgUnit"]):
    """Units of the tree."""

    def under(self, top: "OrgUnit") -> Self:
        """The unit itself and everything below it."""
        return self.filter(path__gte=top.path, path__lt=after(top.path))

    def called(self, name: str, on: date) -> Self:
        """The units of that name on a day, be it their own or another hat they wear."""
        worn = Alias.objects.filter(Q(until=None) | Q(until__gt=on), name=name, since__lte=on)
        return self.filter(Q(name=name) | Q(pk__in=worn.values("unit")))


class OrgUnit(models.Model):
    """A body of the tree: province … town or zone … village or grid. One body is one unit."""

    class Kind(models.TextChoices):
        """What sort of body it is."""

        PROVINCE = "province", "省"
        CITY = "city", "市"
        COUNTY = "county", "县、区"
        ZONE = "zone", "开发区"
        TOWN = "town", "镇、街道"
        OFFICE = "office", "部门、办公室"
        VILLAGE = "village", "村、社区"
        GRID = "grid", "网格"

    name = models.CharField("名称", max_length=80)
    kind = models.CharField("类别", max_length=12)
    parent = models.ForeignKey(
        "self", verbose_name="上级", null=True, blank=True, on_delete=models.PROTECT
    )
    path = models.CharField(max_length=LONGEST, unique=True)
    since = models.DateField("设立日期", null=True, blank=True)
    until = models.DateField("撤销日期", null=True, blank=True)

    objects = Units.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "单位"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["parent", "name"], name="unit_name_once_under_parent")
        ]

    def __str__(self) -> str:
        return self.name


class Alias(models.Model):
    """Another name of one body: 区街合一, a former name, a short one."""

    unit = models.ForeignKey(OrgUnit, on_delete=models.PROTECT, related_name="aliases")
    name = models.CharField("名称", max_length=80)
    since = models.DateField("起")
    until = models.DateField("止", null=True, blank=True)
    is_former = models.BooleanField("曾用名", default=False)

    class Meta:
        verbose_name = verbose_name_plural = "另有名称"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["unit", "name", "since"], name="alias_once")
        ]

    def __str__(self) -> str:
        return self.name


class Code(models.Model):
    """A code of a body for a time: of its region, or its credit code."""

    class Scheme(models.TextChoices):
        """Who gives the code."""

        REGION = "region", "行政区划代码"
        CREDIT = "credit", "统一社会信用代码"

    unit = models.ForeignKey(OrgUnit, on_delete=models.PROTECT, related_name="codes")
    scheme = models.CharField("类别", max_length=8)
    code = models.CharField("代码", max_length=18)
    since = models.DateField("起")
    until = models.DateField("止", null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "代码"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["scheme", "code", "since"], name="code_once")
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def scheme_label(self) -> str:
        """Who gives the code, in words."""
        return Code.Scheme(self.scheme).label


class OldPlace(models.Model):
    """Where in the tree a unit stood before, and until which day."""

    unit = models.ForeignKey(OrgUnit, on_delete=models.PROTECT, related_name="old_places")
    parent = models.ForeignKey(OrgUnit, on_delete=models.PROTECT, related_name="+")
    until = models.DateField("止")

    class Meta:
        verbose_name = verbose_name_plural = "原上级"

    def __str__(self) -> str:
        return f"{self.parent}（至{self.until}）"
