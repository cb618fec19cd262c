"""An office recognises what a project falls under, and lays its own rules of counting down."""

from datetime import date
from typing import Unpack

from django.db import transaction

from yinfeng.web.desks.counts.models import CountingRule, Recognition
from yinfeng.web.desks.counts.rules import MARKS, check
from yinfeng.web.desks.projects.models import Project
from yinfeng.web.lists import keeping
from yinfeng.web.people.may import require
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.shell.events import record
from yinfeng.web.shell.refusals import Refused
from yinfeng.web.shell.ruling import Laid, put_down


@transaction.atomic
def recognise(
    project: Project, *, by: User, rule: str, holds: bool, reason: str, day: date | None = None
) -> Recognition:
    """Say that a project falls under a rule of counting, or that it does not, and why."""
    require(by, "counts.recognise", project.unit)
    project = keeping.held(project)
    if rule not in MARKS:
        raise Refused("请选择由人认定的规则。")
    if rule == "new_owner" and holds and day is None:
        raise Refused("业主变更的，请填变更日期：项目按较晚的事件计一次。")
    day = day if rule == "new_owner" and holds else None
    row = Recognition.objects.create(
        project=project, rule=rule, holds=holds, day=day, why=reason.strip(), by=by
    )
    record(
        by, "counts.recognise", project, unit=project.unit, reason=reason, rule=rule,
        holds=holds, day=day,
    )  # fmt: skip
    return row


def set_rules(unit: OrgUnit, **given: Unpack[Laid]) -> CountingRule:
    """Lay a file over the house's counting from a day on; an empty one takes the house's again."""
    return put_down(CountingRule, "counts.set_rules", check, unit, **given)
