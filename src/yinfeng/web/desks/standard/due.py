"""What of standard land is due: for today's page."""

from datetime import date

from django.db.models import QuerySet

from yinfeng.web.desks.standard.models import Check
from yinfeng.web.people.models import User

_WEEK = 7


def due_checks(user: User, today: date) -> "QuerySet[Check]":
    """Checks in the user's scope that are late or due within a week, the most urgent first."""
    rows = Check.objects.visible_to(user).due_by(today, _WEEK)
    return rows.select_related("commitment__plot__parcel", "unit")
