"""What every record of delivery has: its project, and who may see it."""

from typing import Self, TypeVar

from django.db import models

from yinfeng.web.lists.records import Record, Records
from yinfeng.web.people.models import User

M = TypeVar("M", bound=models.Model)


class DeliveryRows(Records[M]):
    """Records of delivery, seen only from where one may see them."""

    def visible_to(self, user: User) -> Self:
        """Those in the user's scope that were not removed."""
        return self.in_scope_of(user, "delivery.read")


class DeliveryRecord(Record):
    """A record of delivery."""

    objects = DeliveryRows.as_manager()

    class Meta:
        abstract = True
