"""Gates that a project passed: reported with evidence, confirmed by another person, corrected.

All three are append-only. A passage without a confirmation is 自报 and never counts; one that was
corrected is shown with what it was, who changed it and why.
"""

from datetime import datetime
from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q

from yinfeng.web.desks.projects.models.projects import Project
from yinfeng.web.desks.projects.models.told import Statement
from yinfeng.web.people.may import in_scope
from yinfeng.web.people.models import User
from yinfeng.web.store.models import Document, Entry


class Passages(models.QuerySet["Passage"]):
    """Gates passed by projects that still stand."""

    def visible_to(self, user: User) -> Self:
        """Those of projects in the user's scope."""
        return self.filter(
            in_scope(user, "projects.read", "project__unit"), project__removed_at=None
        )

    def standing(self) -> Self:
        """Those that no correction took back or put in another's place."""
        return self.filter(correction=None)

    def confirmed(self, moment: datetime | None = None) -> Self:
        """Those that stand and that a second person confirmed: only these count.

        With a moment, those that stood and were confirmed before it.
        """
        words = Review.objects.filter(passage=OuterRef("pk"))
        rows = self.standing()
        if moment is not None:
            words = words.filter(at__lt=moment)
            put_right = Correction.objects.filter(passage=OuterRef("pk"), at__lt=moment)
            rows = self.filter(at__lt=moment).exclude(Exists(put_right))
        yes, no = words.filter(is_confirmed=True), words.filter(is_confirmed=False)
        return rows.filter(Exists(yes)).exclude(Exists(no))


class Passage(models.Model):
    """One gate passed by one project on a day, as one person reports it. Append-only."""

    class Precision(models.TextChoices):
        """How well the day is known; what papers tell is often known to the month, or only by."""

        DAY = "day", "准确"
        MONTH = "month", "只知月份"
        YEAR = "year", "只知年份"
        PAPER = "paper", "不晚于材料日期"
        NONE = "none", "未载明"

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="passages")
    gate = models.CharField(max_length=4)
    day = models.DateField(null=True, db_index=True)
    precision = models.CharField(max_length=5, choices=Precision.choices, default=Precision.DAY)
    # Which of the five meanings of 开工 it was judged by; empty for any other gate.
    definition = models.CharField(max_length=10, blank=True)
    says = models.TextField(blank=True)
    statement = models.ForeignKey(
        Statement, null=True, on_delete=models.PROTECT, related_name="passages"
    )
    entry = models.ForeignKey(Entry, null=True, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    objects = Passages.as_manager()

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["project", "gate", "day"], name="passage_gate"),
            models.Index(fields=["gate", "day"], name="passage_day"),
        ]

    @property
    def when(self) -> str:
        """The day as well as it is known, in words."""
        if self.day is None:
            return "日期未载明"
        match self.precision:
            case self.Precision.MONTH:
                return f"{self.day:%Y-%m}"
            case self.Precision.YEAR:
                return f"{self.day:%Y}年"
            case self.Precision.PAPER:
                return f"不晚于{self.day}"
            case _:
                return f"{self.day}"

    def __str__(self) -> str:
        return f"{self.project} {self.gate} {self.when}"


class Proof(models.Model):
    """One piece of evidence of a passage: a paper of the library, or a number that leads to one.

    Append-only. *wanted* is the key of what the gate asks for.
    """

    passage = models.ForeignKey(Passage, on_delete=models.PROTECT, related_name="proofs")
    wanted = models.CharField(max_length=20)
    document = models.ForeignKey(Document, null=True, on_delete=models.PROTECT, related_name="+")
    says = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(document__isnull=False) | ~Q(says=""), name="proof_says_something"
            )
        ]

    def __str__(self) -> str:
        return self.says or str(self.document)


class Review(models.Model):
    """What a second person says of a passage. Append-only; one word that is not yes undoes it."""

    passage = models.ForeignKey(Passage, on_delete=models.PROTECT, related_name="reviews")
    is_confirmed = models.BooleanField()
    why = models.TextField(blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["passage", "by"], name="one_word_a_reviewer")
        ]

    def __str__(self) -> str:
        return "确认" if self.is_confirmed else "不确认"


class Correction(models.Model):
    """A passage taken back, or put right by another one, for a reason. Append-only."""

    passage = models.OneToOneField(Passage, on_delete=models.PROTECT, related_name="correction")
    instead = models.OneToOneField(
        Passage, null=True, on_delete=models.PROTECT, related_name="corrects"
    )
    why = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"{self.passage}：{self.why}"[:100]
