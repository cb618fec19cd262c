"""The fields that an office adds to its records."""

from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.people.paths import line_of


class CustomFields(models.QuerySet["CustomField"]):
    """Fields that offices added."""

    def of(self, model: type[models.Model], user: User) -> Self:
        """Those of a sort of record that stand for the person: of the units above and below."""
        mine = Q(unit__path__in=line_of(user.unit.path))
        below = Q(unit__path__startswith=user.unit.path)
        standing = self.filter(mine | below, model=model._meta.label_lower, ended_at=None)
        return standing.select_related("unit").order_by("place", "pk")


class CustomField(models.Model):
    """A field that an office adds to a sort of record, for its unit and everything below."""

    class Kind(models.TextChoices):
        """What sort of value it holds."""

        WORDS = "words", "文字"
        NUMBER = "number", "数字"
        DAY = "day", "日期"
        CHOICE = "choice", "选项"
        FLAG = "flag", "是否"

    model = models.CharField(max_length=60)
    unit = models.ForeignKey(OrgUnit, on_delete=models.PROTECT, related_name="+")
    label = models.CharField("名称", max_length=20)
    kind = models.CharField("类型", max_length=8, choices=Kind.choices)
    measure = models.CharField("计量单位", max_length=10, blank=True)
    choices = models.JSONField("选项", default=list, blank=True)
    place = models.PositiveIntegerField("次序", default=0)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    ended_at = models.DateTimeField(null=True)

    objects = CustomFields.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["model", "unit", "label"],
                condition=Q(ended_at=None),
                name="custom_field_once_a_label",
            )
        ]

    def __str__(self) -> str:
        return self.label

    @property
    def key(self) -> str:
        """Under what its values stand in the rows of records."""
        return f"x{self.pk}"
