"""Who answers for a project: the five posts, each with from and to, and the leader's visits."""

from datetime import date, datetime
from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from yinfeng.web.desks.projects.models.projects import Project
from yinfeng.web.people.models import OrgUnit
from yinfeng.web.people.private import Private


class Seats(models.QuerySet["Seat"]):
    """Posts of projects and who holds them."""

    def on(self, day: date, known: datetime | None = None) -> Self:
        """Those held on a day, as it stands now or as it was *known* just before a moment."""
        if known is None:
            return self.filter(Q(until=None) | Q(until__gte=day), since__lte=day)
        # An end that was written later was not known then: whoever left still held the post.
        going = Q(until=None) | Q(until__gte=day) | Q(ended_at__gte=known)
        return self.filter(going, since__lte=day, at__lt=known)


class Seat(models.Model):
    """One post of a project and who holds it from a day; a person, a unit, or someone outside."""

    PRIVATE: ClassVar = {"phone": Private.PHONE}

    class Post(models.TextChoices):
        """The five posts."""

        LEADER = "leader", "挂钩领导"
        UNIT = "unit", "牵头单位"
        OFFICER = "officer", "责任人"
        LIAISON = "liaison", "驻点（联络员）"
        OWNER = "owner", "业主联系人"

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="seats")
    post = models.CharField(max_length=8, choices=Post.choices)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    body = models.ForeignKey(OrgUnit, null=True, on_delete=models.PROTECT, related_name="+")
    name = models.CharField("姓名", max_length=60)
    title = models.CharField("职务", max_length=80, blank=True)
    phone = models.CharField("电话", max_length=40, blank=True)
    since = models.DateField()
    until = models.DateField(null=True)
    ended_why = models.CharField(max_length=200, blank=True)
    # When the end was written down; empty for those of before it was kept.
    ended_at = models.DateTimeField(null=True, editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    objects = Seats.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")), name="seat_ends_after_it_began"
            ),
            models.UniqueConstraint(
                fields=["project", "post"], condition=Q(until=None), name="seat_is_held_once"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["post", "since"], name="seat_post")]

    def __str__(self) -> str:
        return f"{self.get_post_display()} {self.name}"


class Visit(models.Model):
    """A visit to a project on its site: who went, when, and what was solved. Append-only."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="visits")
    seat = models.ForeignKey(Seat, null=True, on_delete=models.PROTECT, related_name="visits")
    day = models.DateField(db_index=True)
    who = models.CharField(max_length=120)
    says = models.TextField()
    solved = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"{self.day} {self.who}"
