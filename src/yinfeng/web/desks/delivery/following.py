"""Delivery follows projects and plans: what hangs on one goes along, its light is reckoned."""

from datetime import date

from yinfeng.web.desks.delivery.actions.following import carry
from yinfeng.web.desks.delivery.actions.lights import relight
from yinfeng.web.desks.projects.models import Project
from yinfeng.web.people.models import User


def follow(project: Project, *, by: User | None, today: date) -> int:
    """Bring everything of delivery to how the project stands now; how much changed."""
    carried = carry(project, by=by, today=today) if project.handovers.exists() else 0
    return carried + relight(project, today=today)


FOLLOWS = (follow,)
