"""What turns the life of a project: pausing and ending, handing over, shares, merging, splitting.

All are append-only. What is undone is undone by a row of its own, so both stay to be read.
"""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from yinfeng.web.desks.projects.models.projects import Project
from yinfeng.web.people.models import OrgUnit

_WHOLE = 100


class Ending(models.Model):
    """A project paused, lost or ended: the reason, the rival, what stood then. Append-only."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="endings")
    state = models.CharField(max_length=6, choices=Project.State.choices)
    code = models.CharField(max_length=8)
    reason = models.CharField(max_length=80)
    rival = models.CharField("竞争地", max_length=80, blank=True)
    words = models.TextField()
    steps = models.JSONField(default=list)
    stage = models.CharField(max_length=4, blank=True)
    days_in_stage = models.PositiveIntegerField()
    amount = models.CharField(max_length=40, blank=True)
    is_recoverable = models.BooleanField()
    revisit = models.DateField()
    day = models.DateField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"{self.code} {self.reason}"


class Handover(models.Model):
    """A project that went from one unit to another (流转) and the shares agreed. Append-only."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="handovers")
    giver = models.ForeignKey(OrgUnit, on_delete=models.PROTECT, related_name="+")
    taker = models.ForeignKey(OrgUnit, on_delete=models.PROTECT, related_name="+")
    giver_share = models.PositiveSmallIntegerField()
    agreement = models.CharField("分成协议", max_length=120, blank=True)
    day = models.DateField()
    why = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(giver_share__lte=100), name="handover_share_of_a_hundred"
            )
        ]

    @property
    def taker_share(self) -> int:
        """What the other side has: both make a hundred."""
        return _WHOLE - self.giver_share

    def __str__(self) -> str:
        return f"{self.giver} → {self.taker}"


class Enclave(models.Model):
    """The terms of a project that lands elsewhere (飞地), from a day on. Append-only.

    *shares* holds what each side has of each measure, in hundredths that sum to 100.
    """

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="enclaves")
    sender = models.CharField("飞出地", max_length=80)
    receiver = models.CharField("飞入地", max_length=80)
    shares = models.JSONField()
    since = models.DateField()
    until = models.DateField(null=True)
    basis = models.CharField("协议", max_length=200)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"{self.sender} → {self.receiver}"


class Joining(models.Model):
    """Projects made one, or one made several; undone by a row that names it. Append-only."""

    class Kind(models.TextChoices):
        """Which way."""

        MERGE = "merge", "合并"
        SPLIT = "split", "拆分"

    kind = models.CharField(max_length=5, choices=Kind.choices)
    whole = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="joinings")
    pieces = models.ManyToManyField(Project, related_name="joined")
    before = models.JSONField(default=dict)
    undoes = models.OneToOneField(
        "self", null=True, on_delete=models.PROTECT, related_name="undone_by"
    )
    why = models.TextField()
    day = models.DateField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.whole}"
