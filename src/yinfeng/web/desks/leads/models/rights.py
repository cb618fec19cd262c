"""Whose a lead is: first-report claims, and where two offices claim one investor."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from yinfeng.web.desks.leads.models.leads import Lead
from yinfeng.web.people.models import OrgUnit


class Claim(models.Model):
    """The right of one unit to a lead: first reported, complete, confirmed, extended, ended."""

    class End(models.TextChoices):
        """How it ended."""

        LAPSED = "lapsed", "首报失效"
        YIELDED = "yielded", "裁定归其他单位"
        LOST = "lost", "线索流失"
        CONVERTED = "converted", "转为项目"

    lead = models.ForeignKey(Lead, on_delete=models.PROTECT, related_name="claims")
    unit = models.ForeignKey(OrgUnit, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    since = models.DateField()
    from_pool = models.BooleanField(default=False)
    complete = models.DateField(null=True)
    confirmed = models.DateField(null=True)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    extended = models.DateField(null=True)
    extended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    why = models.TextField(blank=True)
    ended = models.DateField(null=True)
    end = models.CharField(max_length=9, choices=End.choices, blank=True)
    end_says = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["lead"], condition=Q(ended=None), name="claim_stands_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.unit} {self.since}"


class Clash(models.Model):
    """Two leads that may be one (撞单): the grounds, why it was registered, who stands first."""

    class Ruling(models.TextChoices):
        """What was decided."""

        FIRST = "first", "归先报单位"
        SECOND = "second", "归后报单位"
        BOTH = "both", "不是同一线索，各自跟踪"

    later = models.ForeignKey(Lead, on_delete=models.PROTECT, related_name="clashes")
    earlier = models.ForeignKey(Lead, on_delete=models.PROTECT, related_name="clashed")
    grounds = models.CharField(max_length=300)
    score = models.FloatField()
    said = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    day = models.DateField()
    due = models.DateField()
    ruling = models.CharField(max_length=6, choices=Ruling.choices, blank=True)
    ruled = models.DateField(null=True)
    ruled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    why = models.TextField(blank=True)
    first_share = models.PositiveSmallIntegerField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["later", "earlier"], name="clash_once")
        ]

    def __str__(self) -> str:
        return f"{self.later} / {self.earlier}"
