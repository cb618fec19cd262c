"""The trail as a list: who did what to which thing, when, and in which request."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet

from yinfeng.web.desks.audit.fields import shown, titled
from yinfeng.web.desks.audit.words import called, thing
from yinfeng.web.lists.columns import Column, Kind
from yinfeng.web.lists.filters import Choices, Moments, OneOf, Under, Words, units_of
from yinfeng.web.lists.listing import Listing
from yinfeng.web.people.may import in_scope, is_at_the_top
from yinfeng.web.people.models import User
from yinfeng.web.shell.models import Event


def in_sight(user: User) -> Q:
    """Events in the units of the administrator; those of no unit are seen from the top only."""
    seen = in_scope(user, "audit.read")
    return seen | Q(unit=None) if is_at_the_top(user, "audit.read") else seen


def _actions(user: User) -> Choices:
    known = _distinct(user, "action")
    return sorted(((one, called(one)) for one in known), key=lambda pair: pair[1])


def _kinds(user: User) -> Choices:
    return sorted(((one, thing(one)) for one in _distinct(user, "kind")), key=lambda pair: pair[1])


def _distinct(user: User, name: str) -> list[str]:
    rows = Event.objects.filter(in_sight(user)).order_by().values_list(name, flat=True)
    return list(rows.distinct())


def _until(rows: QuerySet[Any], moment: datetime) -> QuerySet[Any]:
    return rows.filter(at__lt=moment)


def _words(row: Event, values: Mapping[str, object]) -> str:
    told = ((name, shown(row.kind, name, value)) for name, value in values.items())
    return "；".join(f"{titled(row.kind, name)}：{says}" for name, says in told)


EVENTS = Listing(
    key="audit",
    title="审计",
    about="谁在什么时候对什么做了什么，一次操作一条，前后相扣，数据库不许改、不许删。",
    model=Event,
    reads="audit.read",
    scope=in_sight,
    columns=(
        Column(key="number", label="序号", value="number", kind=Kind.NUMBER, sort="number"),
        Column(key="at", label="时间", value="at", kind=Kind.MOMENT, sort="at"),
        Column(key="actor", label="操作人", value="actor_name", sort="actor_name"),
        Column(key="action", label="操作", value=lambda row: called(row.action), sort="action"),
        Column(key="kind", label="对象类别", value=lambda row: thing(row.kind), is_shown=False),
        Column(key="label", label="对象", value="label"),
        Column(key="unit", label="单位", value="unit.name", sort="unit__path"),
        Column(key="reason", label="理由", value="reason"),
        Column(key="request", label="请求编号", value="request", is_shown=False),
        Column(
            key="before", label="操作前", value=lambda row: _words(row, row.before), is_shown=False
        ),
        Column(
            key="after", label="操作后", value=lambda row: _words(row, row.after), is_shown=False
        ),
        Column(key="seal", label="封印", value="seal", is_shown=False),
    ),
    filters=(
        Words(
            label="姓名、对象、理由、请求编号",
            paths=("actor_name", "label", "reason", "request", "key"),
        ),
        OneOf(key="action", label="操作", path="action", choices=_actions),
        OneOf(key="kind", label="对象类别", path="kind", choices=_kinds),
        Moments(key="at", label="时间", path="at"),
        Under(among=units_of("audit.read")),
    ),
    order=("-number",),
    related=("unit", "actor"),
    opens="audit:event",
    past=_until,
    empty="还没有事件。",
    template="audit/index.html",
)
