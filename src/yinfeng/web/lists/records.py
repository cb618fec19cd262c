"""The main records of the desks: whose they are, who changed them last, and what they were.

A record is never deleted: it is removed with a reason, and every list as of an earlier day still
shows it. `version` grows with every change, so that of two people who edit one record at once the
second is told what the first has done.
"""

from typing import Any, Self, TypeVar

from django.conf import settings
from django.db import models

from yinfeng.web.lists.history import History
from yinfeng.web.people.may import in_scope
from yinfeng.web.people.models import OrgUnit, User

M = TypeVar("M", bound=models.Model)


class Records(models.QuerySet[M]):
    """Records, seen only from where one may see them, and only while they stand."""

    def standing(self) -> Self:
        """Those that are not removed."""
        return self.filter(removed_at=None)

    def in_scope_of(self, user: User, action: str) -> Self:
        """Those that stand and on which the user may do the action."""
        return self.standing().filter(in_scope(user, action))


class Record(models.Model):
    """A thing that a desk keeps, with its unit, its history and the fields an office adds."""

    unit = models.ForeignKey(
        OrgUnit, verbose_name="单位", on_delete=models.PROTECT, related_name="+"
    )
    version = models.PositiveIntegerField("版本", default=1, editable=False)
    custom = models.JSONField("自定义字段", default=dict, blank=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="登记人",
        null=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )
    created_at = models.DateTimeField("登记时间", editable=False)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="最后修改人",
        null=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )
    changed_at = models.DateTimeField("最后修改时间", editable=False)
    removed_at = models.DateTimeField("删除时间", null=True, editable=False)
    removed_why = models.TextField("删除理由", blank=True, editable=False)

    history: Any = History(inherit=True)

    class Meta:
        abstract = True

    @property
    def is_removed(self) -> bool:
        """Whether it stands no longer."""
        return self.removed_at is not None
