"""The tree of offices with their names and codes over time; people, and the posts they hold."""

from datetime import date
from typing import ClassVar, Self

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q
from django.utils import timezone

from yinfeng.web.people.paths import after
from yinfeng.web.people.roles import Role


class Lasting(models.QuerySet["Post"]):
    """Posts with the days from and until which they are held."""

    def on(self, day: date) -> Self:
        """Those held on *day*."""
        return self.filter(Q(until=None) | Q(until__gt=day), since__lte=day)


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
    path = models.CharField(max_length=60, unique=True)
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

    class Meta:
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
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["scheme", "code", "since"], name="code_once")
        ]

    def __str__(self) -> str:
        return self.code


class User(AbstractBaseUser):
    """A person who signs in. Never deleted: what the person did stays the person's."""

    username = models.CharField("用户名", max_length=40, unique=True)
    name = models.CharField("姓名", max_length=40)
    unit = models.ForeignKey(OrgUnit, verbose_name="所在单位", on_delete=models.PROTECT)
    is_active = models.BooleanField("在用", default=True)
    one_time = models.BooleanField("须改密码", default=True)
    password_set = models.DateTimeField("密码设置时间", default=timezone.now)

    objects = BaseUserManager["User"]()

    USERNAME_FIELD = "username"

    class Meta:
        verbose_name = verbose_name_plural = "用户"

    def __str__(self) -> str:
        return self.name


class Post(models.Model):
    """A role that a person holds in a unit, and so in everything below it, for a time."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="posts")
    unit = models.ForeignKey(OrgUnit, on_delete=models.PROTECT, related_name="posts")
    role = models.CharField("角色", max_length=12)
    since = models.DateField("起")
    until = models.DateField("止", null=True, blank=True)

    objects = Lasting.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["user", "unit", "role"],
                condition=Q(until=None),
                name="post_held_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.unit} {self.role_label}"

    @property
    def role_label(self) -> str:
        """The role as an office calls it."""
        return Role(self.role).label


class OldPassword(models.Model):
    """A password that was used before, hashed, so that it is not used again soon."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="old_passwords")
    password = models.CharField(max_length=128)
    retired = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"{self.user} {self.retired:%Y-%m-%d}"
