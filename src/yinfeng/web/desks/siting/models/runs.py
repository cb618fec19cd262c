"""Placements of many projects: what was asked, and the sealed result; rules of an office."""

from typing import Self

from django.conf import settings
from django.db import models

from yinfeng.web.people.may import in_scope
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.shell.office_files import OfficeFile


class Runs(models.QuerySet["Run"]):
    """Placements that were asked for."""

    def visible_to(self, user: User) -> Self:
        """Those in the user's scope."""
        return self.filter(in_scope(user, "siting.read"))


class Run(models.Model):
    """A placement asked for: of which needs, as of which day. Append-only."""

    unit = models.ForeignKey(OrgUnit, on_delete=models.PROTECT, related_name="+")
    title = models.CharField(max_length=120)
    needs = models.JSONField()
    day = models.DateField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    objects = Runs.as_manager()

    def __str__(self) -> str:
        return self.title


class RunResult(models.Model):
    """What a placement came to, with the fingerprint of what went in. Append-only."""

    run = models.OneToOneField(Run, on_delete=models.PROTECT, related_name="result")
    plan = models.JSONField()
    value = models.PositiveBigIntegerField()
    bound = models.PositiveBigIntegerField()
    greedy = models.PositiveBigIntegerField()
    fingerprint = models.CharField(max_length=64)
    rules = models.CharField(max_length=80)
    seal = models.CharField(max_length=64)
    at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"{self.run} {self.value}"

    @property
    def gap(self) -> float:
        """By how much, at most, another placement could be better, in per cent."""
        return 100 * (self.bound - self.value) / self.bound if self.bound else 0.0


class SitingRule(OfficeFile):
    """How an office weighs lots, from a day on."""
