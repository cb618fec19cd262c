"""What opens the door beside a password: second factors, other directories, tokens of programs.

A secret that must be used again is sealed (`people/sealing.py`); one that is only compared is
kept as its hash.
"""

from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import Q

from yinfeng.web.people.models.people import User


class Factor(models.Model):
    """The second factor of a person: a secret shared with the person's telephone."""

    user = models.OneToOneField(User, on_delete=models.PROTECT, related_name="factor")
    secret = models.CharField(max_length=255)
    since = models.DateTimeField("启用时间", null=True)
    # The last thirty seconds in which a code was taken: no code opens twice.
    step = models.PositiveBigIntegerField(default=0)

    class Meta:
        verbose_name = verbose_name_plural = "双因素登录"

    def __str__(self) -> str:
        return str(self.user)


class RecoveryCode(models.Model):
    """A code for the day when the telephone is lost; each opens once."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="recovery_codes")
    digest = models.CharField(max_length=64)
    used = models.DateTimeField(null=True)

    class Meta:
        verbose_name = verbose_name_plural = "恢复码"

    def __str__(self) -> str:
        return f"{self.user} {self.used or ''}"


class Outside(models.Model):
    """A person as another directory knows the person; opens only what it is tied to by hand."""

    class Source(models.TextChoices):
        """Which sort of directory it is."""

        OIDC = "oidc", "统一身份认证"
        LDAP = "ldap", "目录服务"

    source = models.CharField("来源", max_length=4)
    subject = models.CharField("外部标识", max_length=255)
    name = models.CharField("外部姓名", max_length=80, blank=True)
    user = models.ForeignKey(
        User, verbose_name="账号", null=True, on_delete=models.PROTECT, related_name="outside"
    )
    seen = models.DateTimeField("首次登录时间", auto_now_add=True)

    class Meta:
        verbose_name = verbose_name_plural = "外部身份"
        constraints = [
            models.UniqueConstraint(fields=["source", "subject"], name="outside_once"),
        ]

    def __str__(self) -> str:
        return f"{self.source_label}：{self.subject}"

    @property
    def source_label(self) -> str:
        """The sort of directory in words."""
        return Outside.Source(self.source).label


class Tokens(models.QuerySet["Token"]):
    """Tokens with the time for which they hold."""

    def open_at(self, moment: datetime) -> Self:
        """Those that open at that moment."""
        return self.filter(Q(ended=None), until__gt=moment)


class Token(models.Model):
    """A key with which a program does what its owner may do, and of that only what it names."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="tokens")
    name = models.CharField("用途", max_length=80)
    prefix = models.CharField(max_length=8, unique=True)
    digest = models.CharField(max_length=64)
    scopes = models.JSONField("范围")
    made = models.DateTimeField("签发时间", auto_now_add=True)
    until = models.DateTimeField("有效期至")
    ended = models.DateTimeField("撤销时间", null=True)
    used = models.DateTimeField("最近使用", null=True)

    objects = Tokens.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "接口令牌"

    def __str__(self) -> str:
        return f"{self.name}（{self.prefix}）"
