"""Notices, what is to be sent of them and by which way, and what each person wants."""

from datetime import datetime
from typing import ClassVar, Self

from django.conf import settings
from django.db import models

from yinfeng.web.people.models import OrgUnit, User


class Notices(models.QuerySet["Notice"]):
    """Notices, each seen by the one to whom it is told."""

    def visible_to(self, user: User) -> Self:
        """Those told to the user."""
        return self.filter(to=user)

    def unread(self) -> Self:
        """Those not read yet."""
        return self.filter(read=None)


class Notice(models.Model):
    """One thing that one person, or the group of a unit, is told."""

    to = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT)
    unit = models.ForeignKey(OrgUnit, null=True, on_delete=models.PROTECT)
    kind = models.CharField(max_length=30)
    says = models.CharField(max_length=300)
    address = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField()
    read = models.DateTimeField(null=True)
    # The same thing is told once: a job that is done again tells nothing new.
    key = models.CharField(max_length=120, blank=True)

    objects = Notices.as_manager()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["to", "read"], name="notice_unread")]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["to", "kind", "key"],
                condition=~models.Q(key=""),
                name="notice_told_once",
            )
        ]

    def __str__(self) -> str:
        return self.says


class Wish(models.Model):
    """How a person wants to be told outside the workspace."""

    class When(models.TextChoices):
        """When mail is sent."""

        SOON = "soon", "工作时间内随时（几分钟内合并成一封）"
        MORNING = "morning", "每个工作日早上一封"
        NEVER = "never", "不发邮件，只在系统里看"

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.PROTECT)
    mail = models.EmailField("邮箱", blank=True)
    when = models.CharField("邮件", max_length=7, choices=When.choices, default=When.NEVER)

    def __str__(self) -> str:
        return f"{self.user} {self.when}"


class Robot(models.Model):
    """A robot of a group chat (企业微信, 钉钉, 飞书), to which a unit's notices go."""

    unit = models.ForeignKey(OrgUnit, on_delete=models.PROTECT)
    name = models.CharField("名称", max_length=40)
    address = models.CharField("地址", max_length=300)
    ended = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.name


class Postings(models.QuerySet["Posting"]):
    """What is to be sent."""

    def due(self, now: datetime) -> Self:
        """What may be sent now, the oldest first."""
        return self.filter(state=Posting.State.WAITING, due__lte=now).order_by("pk")


class Posting(models.Model):
    """One notice on its way out: by mail to its person, or to a robot."""

    class State(models.TextChoices):
        """How far it is."""

        WAITING = "waiting", "待发"
        SENDING = "sending", "正在发"
        SENT = "sent", "已发"
        FAILED = "failed", "没有发出"

    notice = models.ForeignKey(Notice, on_delete=models.PROTECT, related_name="postings")
    robot = models.ForeignKey(Robot, null=True, on_delete=models.PROTECT)
    due = models.DateTimeField()
    state = models.CharField(max_length=7, choices=State.choices, default=State.WAITING)
    # The message of which it is a part; a mail that is sent again carries the same number.
    message = models.CharField(max_length=32, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)

    objects = Postings.as_manager()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["state", "due"], name="posting_due")]

    def __str__(self) -> str:
        return f"{self.notice} {self.state}"
