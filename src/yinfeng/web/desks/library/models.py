"""What people say of whole papers, and figures of several papers set side by side.

That a paper was read through is said of it; which of several papers that differ is right is
chosen. What is set side by side is reckoned from the papers and may be reckoned anew.
"""

from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from yinfeng.web.people.may import in_scope
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.store.models import Document, Entry, Reading


class ReadThroughs(models.QuerySet["ReadThrough"]):
    """Marks."""

    def standing(self) -> Self:
        """Those that nobody took back."""
        return self.filter(ended_at=None)


class ReadThrough(models.Model):
    """看完: a person has read the whole paper, decided every figure and added what was left out.

    Only such papers can tell what the reader missed.
    """

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="read_throughs")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    ended_at = models.DateTimeField(null=True)

    objects = ReadThroughs.as_manager()

    class Meta:
        verbose_name = "看完标记"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["document"], condition=Q(ended_at=None), name="read_through_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.document} · {self.by} 看完"


class Tellings(models.QuerySet["Telling"]):
    """Figures that papers tell."""

    def visible_to(self, user: User) -> Self:
        """Those of papers in the user's scope."""
        return self.filter(in_scope(user, "library.read", "document__unit"))


class Compared(models.Model):
    """How far a paper is set beside the others: which reading, up to which decision."""

    document = models.OneToOneField(Document, on_delete=models.PROTECT, related_name="compared")
    reading = models.ForeignKey(Reading, on_delete=models.PROTECT, related_name="+")
    decision = models.PositiveBigIntegerField(default=0)

    class Meta:
        verbose_name = "比对进度"

    def __str__(self) -> str:
        return f"{self.document}"


class Telling(models.Model):
    """One figure as one paper tells it, under the key of what it is a figure of."""

    key = models.CharField(max_length=32, db_index=True)
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="figures_told")
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20)
    sort = models.CharField(max_length=12)
    host = models.CharField(max_length=200, blank=True)
    # As the paper calls it, and as the first paper did that told of the same thing.
    name = models.CharField(max_length=200)
    thing = models.CharField(max_length=200)
    figure = models.CharField(max_length=200)
    when = models.CharField(max_length=40, blank=True)
    status = models.CharField(max_length=10)
    value = models.JSONField()
    # From where to where the figure may lie, as the ledger sees it; none where an end is open.
    low = models.FloatField(null=True)
    high = models.FloatField(null=True)
    is_odd = models.BooleanField(default=False)

    objects = Tellings.as_manager()

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["key"], condition=Q(is_odd=True), name="telling_odd"),
            models.Index(fields=["sort", "host", "name"], name="telling_named"),
        ]

    def __str__(self) -> str:
        return f"{self.thing} {self.figure}"[:100]


class Reprint(models.Model):
    """A paper that tells the story of an earlier one; the first of a story has no row."""

    document = models.OneToOneField(Document, on_delete=models.PROTECT, related_name="reprint_of")
    first = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="reprints")

    def __str__(self) -> str:
        return f"{self.document} · {self.first}"


class Choice(models.Model):
    """Which paper's figure an office goes by where papers differ, and why. Append-only.

    Without an entry an earlier choice is taken back.
    """

    unit = models.ForeignKey(OrgUnit, on_delete=models.PROTECT, related_name="+")
    key = models.CharField(max_length=32, db_index=True)
    says = models.CharField(max_length=300)
    entry = models.ForeignKey(Entry, null=True, on_delete=models.PROTECT, related_name="+")
    value = models.JSONField(null=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    why = models.TextField()

    class Meta:
        verbose_name = "选定的说法"

    def __str__(self) -> str:
        return self.says


APPEND_ONLY = (Choice,)
