"""Files that prove something of a project: kept by hash in the vault, never changed."""

from typing import Self

from django.conf import settings
from django.db import models

from yinfeng.web.desks.projects.models import Project
from yinfeng.web.people.may import in_scope
from yinfeng.web.people.models import OrgUnit, User


class Attachments(models.QuerySet["Attachment"]):
    """Files, seen only from where one may see them."""

    def visible_to(self, user: User) -> Self:
        """Those in the user's scope."""
        return self.filter(in_scope(user, "delivery.read"))


class Attachment(models.Model):
    """One file with its name and what it shows. Append-only; the bytes lie under their hash."""

    unit = models.ForeignKey(OrgUnit, on_delete=models.PROTECT, related_name="+")
    project = models.ForeignKey(
        Project, null=True, on_delete=models.PROTECT, related_name="attachments"
    )
    name = models.CharField(max_length=255)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    objects = Attachments.as_manager()

    def __str__(self) -> str:
        return self.name
