"""What people say of a project: a field put right, a source chosen, a point on the map."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction

from yinfeng.web.desks.projects.actions.signing import FIGURE, name_anew, signed
from yinfeng.web.desks.projects.actions.standing import reckoned
from yinfeng.web.desks.projects.fields import FIELDS, columns
from yinfeng.web.desks.projects.models import Choice, Project, Telling
from yinfeng.web.desks.projects.sources import choices_of, standing, tellings_of, words_of
from yinfeng.web.lists import keeping
from yinfeng.web.people.may import require
from yinfeng.web.people.models import User
from yinfeng.web.shell.events import record
from yinfeng.web.shell.refusals import Refused

# A rough frame around the country: a point outside it has its figures the wrong way round.
_EAST = (Decimal("73"), Decimal("136"))
_NORTH = (Decimal("3"), Decimal("54"))


@transaction.atomic
def correct(
    project: Project, *, by: User, field: str, words: str, reason: str, today: date, version: int
) -> Project:
    """Say otherwise what the register says of one field; what was said before is kept."""
    require(by, "projects.correct", project.unit)
    project = keeping.held(project, version=version)
    if field not in FIELDS:
        raise Refused("没有这一项。")
    if not words.strip():
        raise Refused(f"请写明更正后的{FIELDS[field]}。")
    if not reason.strip():
        raise Refused("请写明更正的理由。")
    values = columns({field: words})
    before = {name: getattr(project, name) for name in values}
    if before == values:
        raise Refused(f"{FIELDS[field]}没有变化。")
    said = str(values[field])
    _, tellings = signed(project, FIGURE, {field: said}, by=by, why=reason)
    Choice.objects.create(
        project=project, field=field, telling=tellings[0], why=reason.strip(), by=by
    )
    because = f"更正{FIELDS[field]}"
    project = reckoned(project, by=by, today=today, because=because, **values).record
    if field in ("name", "investors"):
        name_anew([project])
    record(
        by, "projects.correct", project, unit=project.unit, before=before, reason=reason, **values
    )
    return project


@transaction.atomic
def choose(
    project: Project, telling: Telling, *, by: User, reason: str, today: date, version: int
) -> Project:
    """Let one of several sources stand for a field, with a reason; the others stay beside it."""
    require(by, "projects.choose", project.unit)
    project = keeping.held(project, version=version)
    if telling.project_id != project.pk:
        raise Refused("这一处记载不属于本项目。")
    if not reason.strip():
        raise Refused("请写明为什么采用这一处。")
    field = telling.field
    values = columns({field: words_of(telling)}) if field in FIELDS else {}
    before = {name: getattr(project, name) for name in values}
    Choice.objects.create(project=project, field=field, telling=telling, why=reason.strip(), by=by)
    because = f"选定{FIELDS.get(field, field)}的来源"
    project = reckoned(project, by=by, today=today, because=because, **values).record
    if field in ("name", "investors"):
        name_anew([project])
    record(
        by, "projects.choose", project, unit=project.unit, before=before, reason=reason,
        telling=telling.pk, **values,
    )  # fmt: skip
    return project


@transaction.atomic
def place(
    project: Project,
    *,
    by: User,
    lng: Decimal | None,
    lat: Decimal | None,
    version: int,
    ceremony: date | None = None,
) -> Project:
    """Put the project on the map, and keep the day of its ceremony apart from that of 开工."""
    require(by, "projects.place", project.unit)
    values: dict[str, Any] = {**point(lng, lat), "ceremony": ceremony}
    made = keeping.change(project, by=by, version=version, reason="定位", **values)
    if not made.is_other:
        raise Refused("位置和仪式日期都没有变化。")
    changed: dict[str, Any] = dict(made.after)
    record(by, "projects.place", made.record, unit=project.unit, before=made.before, **changed)
    return made.record


def point(lng: Decimal | None, lat: Decimal | None) -> dict[str, Decimal | None]:
    """A point of the map, whole and inside the country, or none."""
    if (lng is None) != (lat is None):
        raise Refused("经度和纬度要一起填写。")
    if lng is None or lat is None:
        return {"lng": None, "lat": None}
    if not (_EAST[0] <= lng <= _EAST[1] and _NORTH[0] <= lat <= _NORTH[1]):
        raise Refused("这个点不在国内，请核对经度、纬度有没有填反。")
    return {"lng": lng, "lat": lat}


def filled_in(project: Project) -> dict[str, Any]:
    """What papers tell of fields that the register leaves empty: the first telling fills it."""
    told = tellings_of(project)
    chosen = choices_of(project)
    found: dict[str, Any] = {}
    for field in FIELDS:
        own = [telling for telling in told if telling.field == field]
        stands = standing(own, chosen.get(field))
        if stands is not None and not getattr(project, field):
            try:
                found |= columns({field: words_of(stands)})
            except Refused:
                # Words that the register cannot keep stay with the sources.
                continue
    return found
