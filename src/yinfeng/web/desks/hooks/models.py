"""Where may be told, who is told of what, and how each telling went."""

from typing import ClassVar, Self

from django.conf import settings
from django.db import models

from yinfeng.web.people.may import in_scope
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.shell.models import Event


class Allowed(models.Model):
    """A server that may be told, as the system administrator says."""

    host = models.CharField("主机", max_length=253)
    port = models.PositiveIntegerField("端口")
    why = models.CharField("用途", max_length=200)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT)
    at = models.DateTimeField("登记时间", auto_now_add=True)
    ended = models.DateTimeField("停用时间", null=True)

    class Meta:
        verbose_name = verbose_name_plural = "允许的推送地址"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["host", "port"], condition=models.Q(ended=None), name="allowed_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.host}:{self.port}"


class Hooks(models.QuerySet["Hook"]):
    """Hooks, seen only from where one may see them."""

    def visible_to(self, user: User) -> Self:
        """Those of units in the user's scope."""
        return self.filter(in_scope(user, "hooks.read"))

    def standing(self) -> Self:
        """Those that are told."""
        return self.filter(ended=None)


class Hook(models.Model):
    """A system that is told of what happens in a unit and below it."""

    unit = models.ForeignKey(OrgUnit, verbose_name="单位", on_delete=models.PROTECT)
    name = models.CharField("名称", max_length=80)
    address = models.CharField("推送地址", max_length=500)
    secret = models.CharField(max_length=255)
    desks = models.JSONField("内容")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT)
    at = models.DateTimeField("新建时间", auto_now_add=True)
    ended = models.DateTimeField("停用时间", null=True)
    # The number of the last event that was looked at for it.
    cursor = models.PositiveBigIntegerField()

    objects = Hooks.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "推送"

    def __str__(self) -> str:
        return self.name


class Delivery(models.Model):
    """One event told to one system: once received, never sent again by itself."""

    class State(models.TextChoices):
        """How it stands."""

        WAITING = "waiting", "待送达"
        SENT = "sent", "已送达"
        FAILED = "failed", "未送达"

    hook = models.ForeignKey(Hook, on_delete=models.PROTECT, related_name="deliveries")
    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    state = models.CharField(max_length=7, default=State.WAITING)
    tries = models.PositiveIntegerField("次数", default=0)
    tried = models.DateTimeField("最近一次", null=True)
    status = models.PositiveIntegerField("对方答复", null=True)
    says = models.CharField("结果", max_length=300, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "推送记录"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["hook", "event"], name="delivery_once")
        ]

    def __str__(self) -> str:
        return f"{self.hook} {self.event_id}"

    @property
    def state_label(self) -> str:
        """How it stands, in words."""
        return Delivery.State(self.state).label
