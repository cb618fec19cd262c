"""What is told of a project: signed forms, figures with their proof, facts of papers, choices."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from yinfeng.web.desks.leads.models import Statement as LeadStatement
from yinfeng.web.desks.projects.models.projects import Project
from yinfeng.web.store.models import Entry, Fact


class Statement(models.Model):
    """What one person says of a project: a signed form. Append-only."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="statements")
    kind = models.CharField(max_length=12)
    day = models.DateField(null=True)
    text = models.TextField()
    places = models.JSONField(default=dict)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    why = models.TextField(blank=True)

    def __str__(self) -> str:
        return self.text[:100]


class Telling(models.Model):
    """One figure or word of a project with its proof. Append-only.

    The proof is an entry of a paper, or words of a form that was signed here or with the lead.
    """

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="tellings")
    field = models.CharField(max_length=20)
    value = models.JSONField()
    statement = models.ForeignKey(
        Statement, null=True, on_delete=models.PROTECT, related_name="tellings"
    )
    lead_statement = models.ForeignKey(
        LeadStatement, null=True, on_delete=models.PROTECT, related_name="+"
    )
    entry = models.ForeignKey(Entry, null=True, on_delete=models.PROTECT, related_name="+")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    quote = models.TextField()
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(statement__isnull=False, lead_statement=None, entry=None)
                | Q(statement=None, lead_statement__isnull=False, entry=None)
                | Q(statement=None, lead_statement=None, entry__isnull=False),
                name="project_telling_has_one_proof",
            )
        ]
        indexes: ClassVar = [
            models.Index(fields=["project", "field", "id"], name="project_telling_field")
        ]

    def __str__(self) -> str:
        return f"{self.field}：{self.quote}"[:100]


class Choice(models.Model):
    """Which telling of a field a person chose where sources differ, and why. Append-only."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="choices")
    field = models.CharField(max_length=20)
    telling = models.ForeignKey(Telling, on_delete=models.PROTECT, related_name="+")
    why = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"{self.field}：{self.why}"[:100]


class ProjectFact(models.Model):
    """A fact of a paper that tells of a project, and by whom or by what it was recognised."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="facts")
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
            models.UniqueConstraint(fields=["project", "fact"], name="fact_once_a_project")
        ]

    def __str__(self) -> str:
        return str(self.fact)
