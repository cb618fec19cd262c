"""Projects are found by number, name, investors and content; who answers for one by the name.

Whoever speaks for the firm is personal data and is not found.
"""

from collections.abc import Iterable, Mapping, Sequence

from django.db.models import QuerySet
from django.urls import reverse

from yinfeng.web.desks.leads.clashes import split
from yinfeng.web.desks.projects.models import Project, Seat
from yinfeng.web.search.findable import Card, Findable


def _card(project: Project) -> Card | None:
    if project.is_removed:
        return None
    told = (project.content, project.amount, project.land, project.plant, project.site)
    return Card(
        unit=project.unit,
        title=str(project),
        text="\n".join(one for one in told if one),
        names=tuple(name for name in (project.name, project.investors) if name),
        day=project.stage_since,
    )


def _rows() -> "QuerySet[Project]":
    return Project.objects.filter(removed_at=None).select_related("unit")


def _address(key: str) -> str:
    return reverse("projects:project", args=[key])


def _firms(keys: Sequence[str]) -> Mapping[str, Sequence[str]]:
    rows = Project.objects.filter(pk__in=[int(key) for key in keys])
    return {str(pk): split(names) for pk, names in rows.values_list("pk", "investors")}


def _seats_of(projects: Sequence[Project]) -> Iterable[Seat]:
    return Seat.objects.filter(project__in=projects).select_related("project__unit")


def _seat_card(seat: Seat) -> Card | None:
    if seat.until is not None or seat.project.is_removed or seat.post == Seat.Post.OWNER:
        return None
    return Card(
        unit=seat.project.unit,
        title=f"{seat.name} {seat.get_post_display()}",
        text=f"{seat.project.name} {seat.title}",
        names=(seat.name,),
        day=seat.since,
    )


def _seats() -> "QuerySet[Seat]":
    held = Seat.objects.filter(until=None, project__removed_at=None).exclude(post=Seat.Post.OWNER)
    return held.select_related("project__unit")


def _seat_address(key: str) -> str:
    return reverse("projects:project", args=[Seat.objects.values_list("project").get(pk=key)[0]])


FINDABLE = (
    Findable(
        Project, "项目", "projects.read", _card, _rows, _address, firms=_firms, along=_seats_of
    ),
    Findable(Seat, "项目责任人", "projects.read", _seat_card, _seats, _seat_address),
)
