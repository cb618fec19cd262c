"""Drafts of an agreement, and what the clause screen says of each by which version of the rules."""

from typing import ClassVar

from django.conf import settings
from django.db import models

from yinfeng.web.desks.agreements.models.agreements import Agreement
from yinfeng.web.store.models import Upload


class Draft(models.Model):
    """One draft as it was handed in: its bytes lie with the papers of the house. Append-only."""

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="drafts")
    upload = models.ForeignKey(Upload, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=255)
    written = models.DateField(null=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.name


class DraftScreening(models.Model):
    """What one version of the rules says of a draft on a day. Append-only; the latest stands.

    *clauses* holds every clause with its number, colour, place in the source, and the rules that
    speak of it, each with its words, basis, why and what may be written instead.
    """

    draft = models.ForeignKey(Draft, on_delete=models.PROTECT, related_name="screenings")
    version = models.CharField(max_length=120)
    day = models.DateField()
    written = models.DateField(null=True)
    colour = models.CharField(max_length=8)
    reds = models.PositiveIntegerField()
    yellows = models.PositiveIntegerField()
    historic = models.PositiveIntegerField()
    clauses = models.JSONField()
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"{self.draft} {self.version}"


class ClauseAnswer(models.Model):
    """Why a red clause may stand nevertheless, by a second person, on a legal ground. Append-only.

    It holds for the very words of the clause: a draft that says it otherwise is asked again.
    """

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="answers")
    rule = models.CharField(max_length=12)
    quote = models.TextField()
    says = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["agreement", "rule"], name="clause_answer")]

    def __str__(self) -> str:
        return f"{self.rule}：{self.says}"[:100]
