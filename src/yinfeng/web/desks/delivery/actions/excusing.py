"""Delays for which the government is to blame: written down with the paper that says so."""

from datetime import date

from django.db import transaction

from yinfeng.web.desks.delivery.actions.keeping import keep_file
from yinfeng.web.desks.delivery.models import Delay
from yinfeng.web.desks.projects.models import Project
from yinfeng.web.lists import keeping
from yinfeng.web.people.may import require
from yinfeng.web.people.models import User
from yinfeng.web.shell.events import record
from yinfeng.web.shell.refusals import Refused

File = tuple[str, bytes]


@transaction.atomic
def excuse(
    project: Project,
    *,
    by: User,
    today: date,
    since: date,
    until: date,
    why: str,
    paper: str,
    file: File | None = None,
) -> Delay:
    """Take these days off the terms of idle land: the government was the cause, by this paper."""
    require(by, "delivery.excuse", project.unit)
    if until < since:
        raise Refused("截止日期不能早于起始日期。")
    if since > today:
        raise Refused("延误要在发生之后登记。")
    if not why.strip() or not paper.strip():
        raise Refused("请写明政府原因和认定它的文件。")
    proof = keep_file(*file, by=by, unit=project.unit, project=project) if file else None
    made = keeping.add(
        Delay(
            unit=project.unit,
            project=project,
            since=since,
            until=until,
            why=why.strip(),
            paper=paper.strip(),
            proof=proof,
        ),
        by=by,
    )
    record(by, "delivery.excuse", made, unit=project.unit, reason=why, since=since, until=until)
    return made


@transaction.atomic
def withdraw_delay(delay: Delay, *, by: User, reason: str, version: int) -> Delay:
    """Take a delay back that should not be there; past days still show it."""
    require(by, "delivery.excuse", delay.unit)
    gone = keeping.remove(delay, by=by, reason=reason, version=version)
    record(by, "delivery.excuse", gone, unit=gone.unit, reason=reason)
    return gone
