"""What a new installation begins with: its bodies, and its first people with one-time passwords."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from yinfeng.web.people.models import Alias, Code, OrgUnit, Post, User
from yinfeng.web.people.passwords import one_time_password
from yinfeng.web.people.roles import Role
from yinfeng.web.shell.actions.tree import EVER, planted
from yinfeng.web.shell.events import record

_FIRST = (
    ("zhuren", "主任", Role.HEAD),
    ("system", "系统管理员", Role.SYSTEM),
    ("security", "安全管理员", Role.SECURITY),
    ("audit", "审计管理员", Role.AUDIT),
)


@dataclass(frozen=True)
class Body:
    """A body to begin with: its name and kind, the code of its region, its other names."""

    name: str
    kind: str
    code: str = ""
    others: tuple[str, ...] = ()


@transaction.atomic
def found_house(lines: Sequence[Sequence[Body]], *, today: date) -> dict[str, str]:
    """The first people and their one-time passwords; empty where the house has people already.

    Each line is a body under those before it: 浙江省, 嘉兴市, 海盐县, 沈荡镇. The first people hold
    their posts at the top of every line.
    """
    if User.objects.exists():
        return {}
    tops = dict.fromkeys(_planted_line(line) for line in lines)
    return dict(_first_people(list(tops), today))


def _planted_line(line: Sequence[Body]) -> OrgUnit:
    """The unit at the top of the line, all of which now stands."""
    under: OrgUnit | None = None
    units: list[OrgUnit] = []
    for body in line:
        known = OrgUnit.objects.filter(parent=under, name=body.name).first()
        under = known or _planted(body, under)
        units.append(under)
    return units[0]


def _planted(body: Body, parent: OrgUnit | None) -> OrgUnit:
    unit = planted(body.name, body.kind, parent)
    for other in body.others:
        Alias.objects.create(unit=unit, name=other, since=EVER)
    if body.code:
        Code.objects.create(unit=unit, scheme=Code.Scheme.REGION, code=body.code, since=EVER)
    record(None, "people.found", unit, unit=unit, name=body.name, others=list(body.others))
    return unit


def _first_people(tops: Sequence[OrgUnit], today: date) -> Iterator[tuple[str, str]]:
    for username, name, role in _FIRST:
        password = one_time_password()
        user = User(username=username, name=name, unit=tops[0])
        user.set_password(password)
        user.save(force_insert=True)
        for top in tops:
            Post.objects.create(user=user, unit=top, role=role, since=today)
        record(None, "people.add_user", user, unit=tops[0], username=username, role=role)
        yield username, password
