"""Photos of sites: kept with time and place; one that was used before is noticed and told."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from yinfeng.lexicon.delivery import Money
from yinfeng.web.desks.delivery.actions.keeping import keep_file
from yinfeng.web.desks.delivery.actions.lights import relight
from yinfeng.web.desks.delivery.actions.likening import keep_plates, likest
from yinfeng.web.desks.delivery.models import Photo
from yinfeng.web.desks.delivery.pictures import (
    NotAPhoto,
    Picture,
    metres_between,
    picture_of,
)
from yinfeng.web.desks.delivery.rules import money_on
from yinfeng.web.desks.projects.models import Project
from yinfeng.web.lists import keeping
from yinfeng.web.people.may import may, require
from yinfeng.web.people.models import User
from yinfeng.web.shell.events import record
from yinfeng.web.shell.refusals import Refused


@transaction.atomic
def add_photo(
    project: Project,
    *,
    by: User,
    today: date,
    name: str,
    content: bytes,
    says: str,
    day: date,
    place: str = "",
) -> Photo:
    """Keep a photo of the site; what speaks against it stands beside it."""
    require(by, "delivery.photo", project.unit)
    if day > today:
        raise Refused("拍摄日期不能晚于今天。")
    if not says.strip():
        raise Refused("请写明照片上是什么。")
    try:
        seen = picture_of(content)
    except NotAPhoto as error:
        raise Refused(str(error)) from error
    rules = money_on(project.unit, today)
    file = keep_file(name, content, by=by, unit=project.unit, project=project)
    like, likeness = likest(seen, file.sha256, rules)
    doubts = [*_used_before(project, like, likeness, by), *_odd(project, seen, day, rules)]
    made = keeping.add(
        Photo(
            unit=project.unit,
            project=project,
            attachment=file,
            says=says.strip(),
            day=day,
            place=place.strip(),
            taken=timezone.make_aware(seen.taken) if seen.taken else None,
            lng=seen.lng,
            lat=seen.lat,
            look=seen.look,
            like=like,
            likeness=likeness,
            doubts=doubts,
        ),
        by=by,
    )
    keep_plates(made, seen)
    relight(project, today=today)
    record(by, "delivery.photo", made, unit=project.unit, sha256=file.sha256, doubts=doubts)
    return made


@transaction.atomic
def remove_photo(photo: Photo, *, by: User, reason: str, version: int) -> Photo:
    """Take a photo off the page for a reason; its look is still remembered."""
    require(by, "delivery.remove", photo.unit)
    gone = keeping.remove(photo, by=by, reason=reason, version=version)
    record(by, "delivery.remove", gone, unit=gone.unit, reason=reason)
    return gone


def _used_before(
    project: Project, like: Photo | None, likeness: int | None, by: User
) -> Iterator[str]:
    if like is None:
        return
    how = "是同一张" if likeness == 0 else "几乎相同"
    if likeness is None:
        how = "像是同一张：裁切、加边、调亮或截屏后再传的"
    if like.project_id == project.pk:
        yield f"与本项目{like.day}的照片{how}"
    elif may(by, "delivery.read", like.unit):
        yield f"与{like.project.name}{like.day}的照片{how}"
    else:
        # Of another office's project only that there is such a photo is told.
        yield f"与{like.unit}另一个项目的照片{how}"


def _odd(project: Project, seen: Picture, day: date, rules: Money) -> Iterator[str]:
    if seen.taken is None:
        yield "照片里没有拍摄时间"
    elif abs((seen.taken.date() - day).days) >= 1:
        yield f"照片里的时间是{seen.taken:%Y-%m-%d}，与登记的{day}不符"
    if seen.lng is None or seen.lat is None:
        yield "照片里没有拍摄地点"
    elif project.lng is not None and project.lat is not None:
        away = metres_between(*map(float, (project.lng, project.lat, seen.lng, seen.lat)))
        if away > rules.far_metres:
            yield f"拍摄地点距项目{Decimal(away / 1000).quantize(Decimal('0.1'))}公里"
