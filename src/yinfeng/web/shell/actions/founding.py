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

    Each line is a body under those before it: 浙江省, 嘉兴市, 海盐县, 沈荡镇. Administrators hold
    their posts at the top of every line, the head of the office at the lowest unit above all that
    begin there: of a single town, at the town.
    """
    if User.objects.exists():
        return {}
    planted_lines = [_planted_line(line) for line in lines]
    tops = list(dict.fromkeys(line[0] for line in planted_lines))
    seats = [_seat([line for line in planted_lines if line[0] == top]) for top in tops]
    return dict(_first_people(tops, seats, today))


def _seat(lines: Sequence[Sequence[OrgUnit]]) -> OrgUnit:
    """The lowest unit that all the lines go through."""
    shared = [unit for unit in lines[0] if all(unit in line for line in lines)]
    return shared[-1]


def _planted_line(line: Sequence[Body]) -> list[OrgUnit]:
    """The units of the line, all of which now stand."""
    under: OrgUnit | None = None
    units: list[OrgUnit] = []
    for body in line:
        known = OrgUnit.objects.filter(parent=under, name=body.name).first()
        under = known or _planted(body, under)
        units.append(under)
    return units


def _planted(body: Body, parent: OrgUnit | None) -> OrgUnit:
    unit = planted(body.name, body.kind, parent)
    for other in body.others:
        Alias.objects.create(unit=unit, name=other, since=EVER)
    if body.code:
        Code.objects.create(unit=unit, scheme=Code.Scheme.REGION, code=body.code, since=EVER)
    record(None, "people.found", unit, unit=unit, name=body.name, others=list(body.others))
    return unit


def _first_people(
    tops: Sequence[OrgUnit], seats: Sequence[OrgUnit], today: date
) -> Iterator[tuple[str, str]]:
    for username, name, role in _FIRST:
        password = one_time_password()
        units = seats if role is Role.HEAD else tops
        user = User(username=username, name=name, unit=units[0])
        user.set_password(password)
        user.save(force_insert=True)
        for unit in units:
            Post.objects.create(user=user, unit=unit, role=role, since=today)
        record(None, "people.add_user", user, unit=units[0], username=username, role=role)
        yield username, password
