"""What runs: clocks with their days, and what was handed to a leader, answered and done."""

from datetime import date
from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from yinfeng.web.desks.leads.models.leads import Lead
from yinfeng.web.people.may import in_scope
from yinfeng.web.people.models import User


class Clocks(models.QuerySet["Clock"]):
    """Clocks of leads that still stand."""

    def visible_to(self, user: User) -> Self:
        """Those in the user's scope."""
        return self.filter(in_scope(user, "leads.read", "lead__unit"), lead__removed_at=None)

    def running(self) -> Self:
        """Those that nobody has stopped."""
        return self.filter(ended=None)

    def overdue(self, today: date) -> Self:
        """Those that have run out."""
        return self.running().filter(ends__lt=today)

    def listed(self) -> Self:
        """With their leads, the most urgent first."""
        return self.select_related("lead__unit", "lead__owner").order_by("ends", "pk")


class Clock(models.Model):
    """A term of a lead: what has to be done by when, and whether it was done."""

    class Outcome(models.TextChoices):
        """How it ended."""

        DONE = "done", "按期办结"
        LATE = "late", "超期办结"
        REPLACED = "replaced", "重新起算"
        DROPPED = "dropped", "不再计时"

    lead = models.ForeignKey(Lead, on_delete=models.PROTECT, related_name="clocks")
    key = models.CharField(max_length=20)
    says = models.CharField(max_length=60)
    days = models.PositiveSmallIntegerField()
    is_working = models.BooleanField()
    policy = models.CharField(max_length=80)
    starts = models.DateField()
    ends = models.DateField(db_index=True)
    is_provisional = models.BooleanField(default=False)
    first_ends = models.DateField(null=True)
    extended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    extended_on = models.DateField(null=True)
    why = models.TextField(blank=True)
    ended = models.DateField(null=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    outcome = models.CharField(max_length=8, choices=Outcome.choices, blank=True)
    proof = models.CharField(max_length=200, blank=True)

    objects = Clocks.as_manager()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["ended", "ends", "lead"], name="clock_run_out")]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["lead", "key"], condition=Q(ended=None), name="clock_runs_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.says}（{self.ends}）"


class Dispatches(models.QuerySet["Dispatch"]):
    """What was handed to leaders, about leads that still stand."""

    def visible_to(self, user: User) -> Self:
        """Those in the user's scope."""
        return self.filter(in_scope(user, "leads.read", "lead__unit"), lead__removed_at=None)

    def open(self) -> Self:
        """Those without a result."""
        return self.filter(resulted=None, withdrawn=None)

    def overdue(self, today: date) -> Self:
        """Those whose answer or result is late."""
        late = Q(answered=None, answer_due__lt=today) | Q(result_due__lt=today)
        return self.open().filter(late)

    def listed(self) -> Self:
        """With lead and persons, the most urgent first."""
        return self.select_related("lead__unit", "leader", "by").order_by("result_due", "pk")


class Dispatch(models.Model):
    """A lead handed to a leader: what is asked, by when; the answer; what came of it."""

    lead = models.ForeignKey(Lead, on_delete=models.PROTECT, related_name="dispatches")
    leader = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="dispatches"
    )
    instruction = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    sent = models.DateField()
    answer_due = models.DateField()
    result_due = models.DateField()
    answer = models.TextField(blank=True)
    answered = models.DateField(null=True)
    result = models.TextField(blank=True)
    resulted = models.DateField(null=True)
    resulted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    withdrawn = models.DateField(null=True)
    why = models.TextField(blank=True)

    objects = Dispatches.as_manager()

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["resulted", "withdrawn", "result_due"], name="dispatch_open"),
            models.Index(fields=["answered"], name="dispatch_answered"),
        ]

    def __str__(self) -> str:
        return f"{self.leader}：{self.instruction}"[:100]
