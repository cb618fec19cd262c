"""What is due of plans: for today's page, the weekly meeting and the list of the month."""

from datetime import date, timedelta

from django.db.models import Q, QuerySet

from yinfeng.web.desks.plans.models import Milestone
from yinfeng.web.people.models import User

SOON = timedelta(days=7)


def due_milestones(user: User, today: date) -> "QuerySet[Milestone]":
    """Milestones in the user's scope that are late or due within a week, the most urgent first."""
    until = today + SOON
    wanted = Q(ends__lte=until) | Q(latest__lte=until) | Q(next_date__lte=until)
    rows = Milestone.objects.visible_to(user).awaited().filter(wanted)
    return rows.select_related("project__unit", "plan", "unit").order_by("ends", "place", "pk")


def late(day: date) -> Q:
    """Those that the plan had done by a day and that are not."""
    return Q(ended=None, ends__lt=day)


def past_latest(day: date) -> Q:
    """Those whose latest day has passed: a fixed day can no longer be kept without haste."""
    return Q(ended=None, latest__lt=day)
