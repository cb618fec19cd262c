"""What an office says about counting: its own rules, and what it recognised of a project."""

from django.conf import settings
from django.db import models

from yinfeng.web.desks.projects.models import Project
from yinfeng.web.shell.office_files import OfficeFile


class CountingRule(OfficeFile):
    """How an office counts, from a day on."""


class Recognition(models.Model):
    """Whether a project falls under a rule of counting, as a person found. Append-only.

    The latest of a project and rule stands.
    """

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="recognitions")
    rule = models.CharField(max_length=20)
    holds = models.BooleanField()
    # The day of what is recognised, where it has one: when the project changed hands.
    day = models.DateField(null=True)
    why = models.CharField(max_length=300)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"{self.project} {self.rule}"


APPEND_ONLY = (CountingRule, Recognition)
