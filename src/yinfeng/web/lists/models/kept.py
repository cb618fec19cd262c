"""What people keep of lists: the columns that each chose, and filters under a name."""

from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.people.paths import line_of


class SavedFilters(models.QuerySet["SavedFilter"]):
    """Saved filters: one's own, and those that the own office or one above it shares."""

    def open_to(self, user: User, listing: str) -> Self:
        """Those of a list that the person may use."""
        shared = Q(is_shared=True, unit__path__in=line_of(user.unit.path))
        standing = self.filter(listing=listing, dropped_at=None)
        return standing.filter(Q(owner=user) | shared).select_related("owner", "unit")

    def of(self, user: User) -> Self:
        """The person's own."""
        return self.filter(owner=user, dropped_at=None)


class SavedFilter(models.Model):
    """A question to a list under a name, kept for oneself or shared in one's unit."""

    listing = models.CharField(max_length=40)
    name = models.CharField("名称", max_length=40)
    query = models.TextField()
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(OrgUnit, on_delete=models.PROTECT, related_name="+")
    is_shared = models.BooleanField("单位共用", default=False)
    at = models.DateTimeField(auto_now_add=True)
    dropped_at = models.DateTimeField(null=True)

    objects = SavedFilters.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["owner", "listing", "name"],
                condition=Q(dropped_at=None),
                name="saved_filter_once_a_name",
            )
        ]

    def __str__(self) -> str:
        return self.name


class ChosenColumns(models.Model):
    """The columns of a list that a person wants to see, in that order."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    listing = models.CharField(max_length=40)
    columns = models.JSONField(default=list)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["user", "listing"], name="columns_chosen_once")
        ]

    def __str__(self) -> str:
        return f"{self.user} {self.listing}"
