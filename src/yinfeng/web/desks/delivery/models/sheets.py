"""The superior's forms: the workbook as it came, which cell says what, and each filled copy."""

from typing import Self

from django.conf import settings
from django.db import models

from yinfeng.web.people.may import in_scope
from yinfeng.web.people.models import OrgUnit, User


class Sheets(models.QuerySet["SheetTemplate"]):
    """Forms, seen only from where one may see them."""

    def visible_to(self, user: User) -> Self:
        """Those in the user's scope."""
        return self.filter(in_scope(user, "delivery.read"))

    def in_force(self) -> Self:
        """Of each form the version that no later one replaces."""
        return self.filter(replaced_by=None)


class SheetTemplate(models.Model):
    """One form of the superior and the table of its cells. Append-only; a later one replaces it."""

    unit = models.ForeignKey(OrgUnit, on_delete=models.PROTECT, related_name="+")
    name = models.CharField("表名", max_length=80)
    file = models.CharField("文件名", max_length=255)
    sha256 = models.CharField(max_length=64)
    cells = models.TextField("填报对应")
    replaces = models.OneToOneField(
        "self", null=True, on_delete=models.PROTECT, related_name="replaced_by"
    )
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    objects = Sheets.as_manager()

    def __str__(self) -> str:
        return self.name


class FilledSheet(models.Model):
    """One filled copy: for which days, what stands in each cell and what proves it. Append-only."""

    template = models.ForeignKey(SheetTemplate, on_delete=models.PROTECT, related_name="filled")
    unit = models.ForeignKey(OrgUnit, on_delete=models.PROTECT, related_name="+")
    first = models.DateField()
    last = models.DateField()
    cells = models.JSONField()
    sha256 = models.CharField(max_length=64)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"{self.template} {self.last}"
