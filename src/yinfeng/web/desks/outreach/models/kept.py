"""What every record of outreach has besides what every record has: the words that prove it.

A record with a number has one series a unit and a year: 外出2017-003.
"""

from typing import ClassVar, Self, TypeVar

from django.db import models

from yinfeng.lexicon.outreach import words
from yinfeng.web.lists.records import Record, Records
from yinfeng.web.people.models import User
from yinfeng.web.people.private import Private

M = TypeVar("M", bound=models.Model)


class KeptRows(Records[M]):
    """Records of outreach, seen only from where one may see them."""

    def visible_to(self, user: User) -> Self:
        """Those in the user's scope that were not removed."""
        return self.in_scope_of(user, "outreach.read")


class Kept(Record):
    """A record that an office keeps of its outreach."""

    fact = models.ForeignKey(
        "store.Fact",
        verbose_name="出处",
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )

    objects = KeptRows.as_manager()

    class Meta:
        abstract = True


class Numbered(Kept):
    """A record with a number of its own."""

    year = models.PositiveSmallIntegerField("年度", editable=False)
    # What came from a sheet keeps the number of that sheet and takes no place in the series.
    serial = models.PositiveIntegerField("顺序号", null=True, editable=False)
    number = models.CharField("编号", max_length=24, editable=False)

    prefix: ClassVar[str]

    class Meta:
        abstract = True
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["unit", "number"],
                name="%(app_label)s_%(class)s_number",
                violation_error_message="本单位已有这个编号。",
            )
        ]

    def __str__(self) -> str:
        return self.number


class Contact(models.Model):
    """A person met, kept apart as personal data: masked for whoever has no part in the work."""

    PRIVATE: ClassVar = {"met_name": Private.NAME, "met_phone": Private.PHONE}

    met_name = models.CharField("对方联系人", max_length=40, blank=True)
    met_title = models.CharField("对方职务", max_length=60, blank=True)
    met_phone = models.CharField("对方电话", max_length=40, blank=True)

    class Meta:
        abstract = True


class Half(models.IntegerChoices):
    """A half of a day."""

    MORNING = 0, "上午"
    AFTERNOON = 1, "下午"


def choices_of(which: str) -> list[tuple[str, str]]:
    """The keys and labels of one of the lists, for a field that chooses from it."""
    return list(words(which).items())


def label(which: str, key: str) -> str:
    """The words of a key; the key itself where the list does not know it any more."""
    return words(which).get(key, key)
