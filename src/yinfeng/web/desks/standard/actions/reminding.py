"""Who is told of checks that are due soon or late: the heads of the office and its land officers.

Each rung of the rules once: so many days ahead, so many days late. The group chat hears a count.
"""

from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.urls import reverse

from yinfeng.web.desks.standard.models import Check
from yinfeng.web.desks.standard.rules import rules_of
from yinfeng.web.notices.actions import announce, tell
from yinfeng.web.people.models import OrgUnit, Post, User
from yinfeng.web.people.roles import Role

SOON, LATE = "standard.soon", "standard.late"
_TOLD = (Role.HEAD, Role.LAND)


@transaction.atomic
def remind(*, today: date) -> int:
    """Tell everybody of the rung that each open check has come to; how many notices are new."""
    rows = Check.objects.standing().open().exclude(due=None)
    units = list(OrgUnit.objects.filter(pk__in=rows.order_by().values("unit")).order_by("path"))
    people, told = _people(units, today), 0
    for unit in units:
        checks = rules_of(unit, today).checks
        ahead, late = checks.ahead, checks.late
        mine = rows.filter(unit=unit).due_by(today, ahead[-1])
        counts = 0
        for one in mine.select_related("commitment__plot__parcel", "unit"):
            assert one.due is not None
            left = (one.due - today).days
            rung = _rung(left, ahead, late)
            if rung is not None:
                new = _tell(one, people.get(unit.pk, ()), left, rung)
                told, counts = told + new, counts + bool(new)
        if counts:
            says = f"{unit}：{counts}项标准地核查到期或逾期，请看“标准地”。"
            address = reverse("standard:checks")
            announce(unit, kind=SOON, says=says, address=address, key=today.isoformat())
    return told


def _rung(left: int, ahead: tuple[int, ...], late: tuple[int, ...]) -> str | None:
    """The rung that a check has come to: the nearest ahead, the farthest behind."""
    if left >= 0:
        return f"in{min(day for day in ahead if left <= day)}"
    passed = [day for day in late if -left >= day]
    return f"late{max(passed)}" if passed else None


def _tell(check: Check, people: Iterable[User], left: int, rung: str) -> int:
    when = f"还有{left}天到期" if left > 0 else "今天到期" if not left else f"已逾期{-left}天"
    says = f"标准地{check.label}{when}：{check.commitment}（{check.due}）。"
    address = reverse("standard:check", args=[check.pk])
    # A check that was put off comes to its rungs again.
    key = f"{check.pk}-{check.due}-{rung}"
    kind = SOON if left >= 0 else LATE
    return tell(people, kind=kind, says=says, address=address, unit=check.unit, key=key)


def _people(units: Iterable[OrgUnit], today: date) -> dict[int, list[User]]:
    posts = Post.objects.on(today).filter(role__in=_TOLD, unit__in=list(units))
    found: dict[int, list[User]] = {}
    for post in posts.filter(user__is_active=True).select_related("user__unit").order_by("pk"):
        found.setdefault(post.unit_id, []).append(post.user)
    return found
