"""Where a project stands, reckoned anew after a gate was told, confirmed or corrected."""

from datetime import date
from typing import Any

from yinfeng.judgement.gates import Stand, stand_of
from yinfeng.web.desks.projects.following import follow_up
from yinfeng.web.desks.projects.gates import passed_of
from yinfeng.web.desks.projects.models import Project
from yinfeng.web.desks.projects.rules import stages_of
from yinfeng.web.desks.projects.sources import is_disputed
from yinfeng.web.lists import keeping
from yinfeng.web.people.models import User


def reckoned(
    project: Project, *, by: User | None, today: date, because: str, **values: Any
) -> keeping.Changed[Project]:
    """The project with *values*, its stage, and whether its sources differ, in one version."""
    stand = stand_of(passed_of(project), stages_of(project.unit, today))
    changed = keeping.change(
        project,
        by=by,
        reason=because,
        **values,
        **columns_of(stand),
        is_disputed=is_disputed(project),
    )
    follow_up(changed.record, by=by, today=today)
    return changed


def columns_of(stand: Stand) -> dict[str, Any]:
    """Where a project stands, as the register keeps it."""
    return {
        "stage": stand.stage,
        "stage_since": stand.since,
        "proved": stand.proved,
        "proved_since": stand.proved_since,
    }
