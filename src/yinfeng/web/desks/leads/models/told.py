"""What is told of a lead: statements of persons, figures with their proof, facts, and grades."""

from typing import ClassVar

from django.conf import settings
from django.db import models

from yinfeng.web.desks.leads.models.leads import Lead
from yinfeng.web.people.models import OrgUnit
from yinfeng.web.store.models import Entry, Fact


class Statement(models.Model):
    """What one person says of a lead: a signed form, or a dated event. Append-only."""

    lead = models.ForeignKey(Lead, on_delete=models.PROTECT, related_name="statements")
    kind = models.CharField(max_length=12)
    day = models.DateField(null=True)
    text = models.TextField()
    places = models.JSONField(default=dict)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    why = models.TextField(blank=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["day", "kind"], name="statement_day")]

    def __str__(self) -> str:
        return self.text[:100]


class Telling(models.Model):
    """One figure or word of a lead with its proof: an entry of a paper, or words of a statement.

    Append-only; of a field the latest stands.
    """

    lead = models.ForeignKey(Lead, on_delete=models.PROTECT, related_name="tellings")
    field = models.CharField(max_length=20)
    value = models.JSONField()
    statement = models.ForeignKey(
        Statement, null=True, on_delete=models.PROTECT, related_name="tellings"
    )
    entry = models.ForeignKey(Entry, null=True, on_delete=models.PROTECT, related_name="+")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    quote = models.TextField()
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(statement=None, entry__isnull=False)
                | models.Q(statement__isnull=False, entry=None),
                name="telling_has_one_proof",
            )
        ]

    def __str__(self) -> str:
        return f"{self.field}：{self.quote}"[:100]


class LeadFact(models.Model):
    """A fact of a paper that tells of a lead, and by whom or by what it was recognised as such."""

    lead = models.ForeignKey(Lead, on_delete=models.PROTECT, related_name="facts")
    fact = models.ForeignKey(Fact, on_delete=models.PROTECT, related_name="+")
    grounds = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField(auto_now_add=True)
    taken_off = models.DateTimeField(null=True)
    taken_off_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    why = models.TextField(blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["lead", "fact"], name="fact_once_a_lead")
        ]

    def __str__(self) -> str:
        return str(self.fact)


class GradeChange(models.Model):
    """A grade as it was given, with every reason and what it rests on. Append-only."""

    lead = models.ForeignKey(Lead, on_delete=models.PROTECT, related_name="grades")
    grade = models.CharField(max_length=1)
    score = models.PositiveSmallIntegerField()
    stage = models.CharField(max_length=12, blank=True)
    reasons = models.JSONField()
    lacking = models.JSONField()
    policy = models.CharField(max_length=80)
    basis = models.TextField()
    because = models.CharField(max_length=120)
    was = models.CharField(max_length=1, blank=True)
    day = models.DateField()
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["day"], name="grade_day")]

    def __str__(self) -> str:
        return f"{self.grade}（{self.score}分）"


class Hearing(models.Model):
    """How far a unit's papers have been searched for what they tell of its leads."""

    unit = models.OneToOneField(OrgUnit, on_delete=models.PROTECT, related_name="+")
    decision = models.PositiveBigIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.unit} {self.decision}"
