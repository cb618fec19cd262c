"""Incidents of security, written down for the report that the law asks for. Append-only."""

from typing import ClassVar, Self

from django.conf import settings
from django.db import models

from yinfeng.web.people.may import in_scope
from yinfeng.web.people.models import OrgUnit, User


class Incidents(models.QuerySet["Incident"]):
    """Incidents, seen only from where one may see them."""

    def visible_to(self, user: User) -> Self:
        """Those in the user's scope."""
        return self.filter(in_scope(user, "audit.read"))


class Incident(models.Model):
    """What happened, whom it concerns, what was done about it, and who says so."""

    class Kind(models.TextChoices):
        """What sort of incident it is."""

        LEAK = "leak", "信息泄露"
        INTRUSION = "intrusion", "非法登录或入侵"
        LOSS = "loss", "数据丢失或损坏"
        OUTAGE = "outage", "系统中断"
        SECRET = "secret", "误传涉密内容"
        OTHER = "other", "其他"

    unit = models.ForeignKey(OrgUnit, verbose_name="单位", on_delete=models.PROTECT)
    happened = models.DateField("发生日期")
    kind = models.CharField("类别", max_length=9)
    says = models.TextField("经过")
    persons = models.PositiveIntegerField("涉及人数", default=0)
    measures = models.TextField("处置措施")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT)
    at = models.DateTimeField("登记时间", auto_now_add=True)

    objects = Incidents.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "安全事件"
        indexes: ClassVar = [models.Index(fields=["unit", "happened"], name="incident_of_unit")]

    def __str__(self) -> str:
        return f"{self.happened} {self.kind_label}"

    @property
    def kind_label(self) -> str:
        """The sort of incident in words."""
        return Incident.Kind(self.kind).label
