"""Who is told of a project that is late: by posts of the project, and by roles of its unit.

A post that nobody holds is told as missing: an empty chair is a defect that a notice must not hide.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from yinfeng.web.desks.projects.models import Project, Seat
from yinfeng.web.people.models import Post, User
from yinfeng.web.people.paths import line_of
from yinfeng.web.people.roles import Role

_POSTS = {"owner": Seat.Post.OFFICER, "leader": Seat.Post.LEADER}
_LABELS = {
    "owner": "责任人",
    "leader": "挂钩领导",
    "head": "招商办主任",
    "bosses": "本单位领导",
    "above": "上级经办",
}


def receivers(
    project: Project, to: Sequence[str], day: date, *, owner: User | None = None
) -> tuple[list[User], list[str]]:
    """The persons who are told, and what of *to* nobody holds; *owner* stands in for the post."""
    seats = {seat.post: seat for seat in project.seats.on(day).select_related("person")}
    people: dict[int, User] = {}
    missing: list[str] = []
    for one in to:
        if one == "owner" and owner is not None and owner.is_active:
            found = [owner]
        elif one in _POSTS:
            found = _of(seats.get(_POSTS[one]))
        else:
            found = _ROLES[one](project, day)
        if not found:
            missing.append(_LABELS[one])
        people.update({person.pk: person for person in found})
    return list(people.values()), missing


def _of(seat: Seat | None) -> list[User]:
    return [seat.person] if seat and seat.person and seat.person.is_active else []


def _heads(project: Project, day: date) -> list[User]:
    return _holding(line_of(project.unit.path), (Role.HEAD,), day)


def _bosses(project: Project, day: date) -> list[User]:
    return _holding([project.unit.path], (Role.LEADER,), day)


def _above(project: Project, day: date) -> list[User]:
    return _holding(line_of(project.unit.path)[:-1], (Role.COUNTY, Role.HEAD), day)


def _holding(paths: Iterable[str], roles: Iterable[Role], day: date) -> list[User]:
    held = Post.objects.on(day).filter(unit__path__in=list(paths), role__in=list(roles))
    return list(User.objects.filter(pk__in=held.values("user"), is_active=True).order_by("pk"))


_ROLES: Mapping[str, Callable[[Project, date], list[User]]] = {
    "head": _heads,
    "bosses": _bosses,
    "above": _above,
}
