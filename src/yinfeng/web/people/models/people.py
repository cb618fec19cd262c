"""People, the posts they hold for a time, and the passwords they had."""

from datetime import date
from typing import ClassVar, Self

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q
from django.utils import timezone

from yinfeng.web.people.models.units import OrgUnit
from yinfeng.web.people.roles import Role


class Lasting(models.QuerySet["Post"]):
    """Posts with the days from and until which they are held."""

    def on(self, day: date) -> Self:
        """Those held on *day*."""
        return self.filter(Q(until=None) | Q(until__gt=day), since__lte=day)


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
        verbose_name = verbose_name_plural = "任职"
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
