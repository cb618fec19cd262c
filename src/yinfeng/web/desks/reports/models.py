"""Issues of reports, their files, and the templates of offices. All append-only.

An issue is never edited: what was wrong in it is put right by a new issue that names it.
"""

from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from yinfeng.web.people.may import in_scope
from yinfeng.web.people.models import OrgUnit, User


class Issues(models.QuerySet["Issue"]):
    """Issues, seen only from where one may see them."""

    def visible_to(self, user: User) -> Self:
        """Those in the user's scope."""
        return self.filter(in_scope(user, "reports.read"))

    def of(self, unit: OrgUnit, kind: str) -> Self:
        """Those of one kind of one unit."""
        return self.filter(unit=unit, kind=kind)

    def standing(self) -> Self:
        """Those that no later one replaces."""
        return self.filter(replaced_by=None)


class Template(models.Model):
    """A Word template of an office for one kind; the latest stands, an empty one takes it back."""

    unit = models.ForeignKey(OrgUnit, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField("报表", max_length=8)
    name = models.CharField("文件名", max_length=255, blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.name or "系统模板"


class Issue(models.Model):
    """One issue of a report: its number, its sealed content, and which issue it replaces."""

    unit = models.ForeignKey(
        OrgUnit, verbose_name="单位", on_delete=models.PROTECT, related_name="+"
    )
    kind = models.CharField("报表", max_length=8)
    year = models.PositiveSmallIntegerField("年度")
    serial = models.PositiveIntegerField("期号")
    number = models.CharField("编号", max_length=120)
    first = models.DateField("起")
    last = models.DateField("止")
    content = models.JSONField()
    sha256 = models.CharField("指纹", max_length=64)
    template = models.ForeignKey(Template, null=True, on_delete=models.PROTECT, related_name="+")
    replaces = models.OneToOneField(
        "self", null=True, on_delete=models.PROTECT, related_name="replaced_by"
    )
    reason = models.CharField("更正理由", max_length=200, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField("签发时间")

    objects = Issues.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["unit", "kind", "year", "serial"], name="issue_number_once"
            ),
            models.UniqueConstraint(
                fields=["unit", "kind", "last"],
                condition=Q(replaces=None),
                name="issue_once_a_day",
            ),
        ]

    def __str__(self) -> str:
        return self.number


class IssueFile(models.Model):
    """An issue as a file; the bytes lie on the disk under their hash."""

    issue = models.ForeignKey(Issue, on_delete=models.PROTECT, related_name="files")
    form = models.CharField(max_length=4)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["issue", "form"], name="issue_file_once")
        ]

    def __str__(self) -> str:
        return f"{self.issue}.{self.form}"


APPEND_ONLY: tuple[type[models.Model], ...] = (Issue, IssueFile, Template)
