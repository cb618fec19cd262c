"""How files that prove something are kept, and which numbers records of an office get."""

from datetime import date
from typing import Any

from django.db.models import Max, Q

from yinfeng.web.desks.delivery.models import Attachment, Call, ProblemCall
from yinfeng.web.desks.projects.models import Project
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.shell.refusals import Refused
from yinfeng.web.store import vault

MOST_BYTES = 30 * 1024 * 1024
_LONGEST = 255


def keep_file(
    name: str, content: bytes, *, by: User, unit: OrgUnit, project: Project | None = None
) -> Attachment:
    """The file kept by its hash, in the caller's transaction."""
    if not content:
        raise Refused(f"“{name}”是空文件。")
    if len(content) > MOST_BYTES:
        raise Refused(f"“{name}”超过{MOST_BYTES // 1024 // 1024}MB，请压缩后再传。")
    return Attachment.objects.create(
        unit=unit,
        project=project,
        name=name[-_LONGEST:],
        sha256=vault.put(content),
        size=len(content),
        by=by,
    )


def next_number(model: Any, unit: OrgUnit, prefix: str, today: date) -> str:
    """The next number of the year's series of a unit: WT2026-0007.

    What was handed to another unit has a number of that one now; its versions know the old one.
    """
    OrgUnit.objects.select_for_update(of=("self",)).get(pk=unit.pk)
    head = f"{prefix}{today.year}-"
    last = max(
        rows.filter(unit=unit, number__startswith=head).aggregate(last=Max("number"))["last"] or ""
        for rows in (model._base_manager, model.history)
    )
    return f"{head}{int(last.removeprefix(head)) + 1 if last else 1:04d}"


def next_order(unit: OrgUnit, today: date) -> str:
    """The next number of the orders (督办单) of a unit's year: DB2026-0003.

    Those of projects that it has handed over since count on.
    """
    OrgUnit.objects.select_for_update(of=("self",)).get(pk=unit.pk)
    head = f"DB{today.year}-"
    of_lights = Call.objects.filter(Q(project__unit=unit) | Q(project__handovers__giver=unit))
    of_problems = ProblemCall.objects.filter(
        Q(problem__unit=unit) | Q(problem__project__handovers__giver=unit)
    )
    last = max(
        rows.filter(number__startswith=head).aggregate(last=Max("number"))["last"] or ""
        for rows in (of_lights, of_problems)
    )
    return f"{head}{int(last.removeprefix(head)) + 1 if last else 1:04d}"
