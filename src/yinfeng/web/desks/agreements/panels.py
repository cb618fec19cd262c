"""What this room shows on the page of a project: reviews, agreements, duties of both sides."""

from collections.abc import Mapping
from datetime import date

from django.utils import timezone

from yinfeng.web.desks.agreements.admission import owed
from yinfeng.web.desks.agreements.models import AdmissionReview, Agreement
from yinfeng.web.desks.agreements.standing import duties_of
from yinfeng.web.desks.projects.models import Project
from yinfeng.web.desks.projects.panels import Panel
from yinfeng.web.lists.history import end_of, standing_as
from yinfeng.web.people.may import may
from yinfeng.web.shell.doors import DeskRequest


def _agreements(project: Project, request: DeskRequest, day: date | None) -> Mapping[str, object]:
    """The reviews and agreements of a project, now or as of a past day."""
    user = request.user
    if day is None:
        agreements = list(project.agreements.standing().order_by("pk"))
        reviews = list(project.admission_reviews.standing().order_by("pk"))
    else:
        moment = end_of(day)
        then = Agreement.history.at(moment).filter(project=project.pk, removed_at=None)
        agreements = [standing_as(one) for one in then.order_by("id")]
        met = AdmissionReview.history.at(moment).filter(project=project.pk, removed_at=None)
        reviews = [standing_as(one) for one in met.order_by("id")]
    today = day or timezone.localdate()
    return {
        "agreements": agreements,
        "reviews": reviews,
        "duties": duties_of(agreements, today, end_of(day) if day else None),
        "owed": "" if day else owed(project, today),
        "may_review": day is None and may(user, "agreements.open_review", project.unit),
        "may_draft": day is None and may(user, "agreements.draft", project.unit),
    }


PANELS = (
    Panel(
        "agreements",
        "评审与协议",
        "agreements.read",
        "agreements/_panel.html",
        _agreements,
        order=15,
    ),
)
