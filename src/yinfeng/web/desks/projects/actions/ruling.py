"""Rules of an office, put down as a file that is checked before it holds."""

from datetime import date
from typing import Unpack

from django.db import transaction

from yinfeng.web.desks.projects.actions.standing import reckoned
from yinfeng.web.desks.projects.models import Project, ProjectRule
from yinfeng.web.desks.projects.rules import check
from yinfeng.web.lists import keeping
from yinfeng.web.people.models import OrgUnit
from yinfeng.web.people.paths import after
from yinfeng.web.shell.ruling import LaidOf, put_down


@transaction.atomic
def set_rules(unit: OrgUnit, **given: Unpack[LaidOf]) -> ProjectRule:
    """Lay a file over the house's rules from a day on; an empty one takes the house's again."""
    rule = put_down(ProjectRule, "projects.set_rules", check, unit, **given)
    if rule.since == given["today"]:
        stand_again(unit, today=rule.since)
    return rule


def stand_again(unit: OrgUnit, *, today: date) -> int:
    """Reckon the stages of a unit's projects by the rules of today; how many changed."""
    path = unit.path
    rows = Project.objects.standing().filter(unit__path__gte=path, unit__path__lt=after(path))
    changed = 0
    for project in rows.order_by("pk").select_related("unit"):
        held = keeping.held(project)
        made = reckoned(held, by=None, today=today, because="阶段办法有变")
        changed += made.is_other
    return changed
