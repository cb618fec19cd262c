"""The way of a trip as its page shows it: what this person may do, and who may approve it."""

from datetime import date

from django.utils import timezone

from yinfeng.web.desks.outreach.forms import ApprovalForm, ReportForm
from yinfeng.web.desks.outreach.models import Trip
from yinfeng.web.people.may import may
from yinfeng.web.people.models import Post, User
from yinfeng.web.people.paths import line_of
from yinfeng.web.people.rights import MAY

_APPROVES = "outreach.approve"


def trip_forms(user: User, trip: Trip, as_of: date | None) -> dict[str, object]:
    """What the person may do with the trip, and who may approve it."""
    unit = trip.unit
    if as_of is not None:
        return {}
    asked, approved = trip.state == Trip.State.ASKED, trip.state == Trip.State.APPROVED
    today, decides = timezone.localdate(), may(user, _APPROVES, unit)
    return {
        "may_approve": asked and decides and trip.created_by_id != user.pk,
        "own_trip": asked and decides and trip.created_by_id == user.pk,
        "approvers": approvers_of(trip, today) if asked else (),
        "may_reopen": not asked and may(user, "outreach.reopen", unit),
        "may_report": approved and may(user, "outreach.report", unit),
        "may_cancel": (asked or approved) and may(user, "outreach.change", unit),
        "is_late": approved and bool(trip.report_due and trip.report_due < today),
        "approval_form": ApprovalForm(label_suffix="", auto_id="approval_%s"),
        "report_form": ReportForm(
            label_suffix="",
            initial={"version": trip.version, "on": max(today, trip.until)},
        ),
    }


def approvers_of(trip: Trip, today: date) -> list[User]:
    """Who may approve the trip: of its unit or one above, and not who asked for it."""
    posts = Post.objects.on(today).filter(
        unit__path__in=line_of(trip.unit.path), role__in=MAY[_APPROVES]
    )
    others = User.objects.filter(pk__in=posts.values("user"), is_active=True)
    return list(others.exclude(pk=trip.created_by_id or 0).order_by("name", "pk"))
