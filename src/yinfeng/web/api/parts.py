"""What belongs to a thing and has a number of its own: dispatches, clocks, gates, promises.

Programs name these numbers where a doing asks which thing is meant; personal data is masked.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Model
from django.utils import timezone
from ninja import Schema

from yinfeng.web.api import rooms
from yinfeng.web.api.answers import UNDONE
from yinfeng.web.api.door import TokenRequest, opens
from yinfeng.web.api.routes import routes
from yinfeng.web.desks.projects.models import Seat
from yinfeng.web.people.models import User
from yinfeng.web.people.private import Private, masked, private_fields, shown


class PartOut(Schema):
    """One of them."""

    id: int
    values: dict[str, Any]


class PartsOut(Schema):
    """All of them, in the order in which they came."""

    title: str
    rows: list[PartOut]


@dataclass(frozen=True, slots=True)
class Part:
    """What belongs to a thing: whose, by which name of the model, and which of its fields."""

    of: str
    key: str
    title: str
    right: str
    found: Callable[[User, int], Any]
    related: str
    fields: tuple[str, ...]


PARTS = (
    Part(
        "leads", "dispatches", "派单", "leads.read", rooms.lead_of, "dispatches",
        ("leader", "instruction", "sent", "answer_due", "result_due", "answer", "answered",
         "result", "resulted", "withdrawn"),
    ),
    Part(
        "leads", "clocks", "时限", "leads.read", rooms.lead_of, "clocks",
        ("key", "says", "starts", "ends", "ended", "outcome", "proof", "is_provisional"),
    ),
    Part(
        "leads", "claims", "首报", "leads.read", rooms.lead_of, "claims",
        ("unit", "since", "complete", "confirmed", "extended", "ended", "end", "end_says"),
    ),
    Part(
        "leads", "clashes", "撞单", "leads.read", rooms.lead_of, "clashes",
        ("grounds", "day", "due", "ruling", "ruled", "why", "first_share"),
    ),
    Part(
        "leads", "facts", "归入的事实", "leads.read", rooms.lead_of, "facts",
        ("fact", "grounds", "taken_off"),
    ),
    Part(
        "projects", "gates", "节点", "projects.read", rooms.project_of, "passages",
        ("gate", "day", "precision", "definition", "says", "by", "at"),
    ),
    Part(
        "projects", "seats", "五个岗位", "projects.read", rooms.project_of, "seats",
        ("post", "name", "title", "phone", "since", "until"),
    ),
    Part(
        "projects", "sources", "来源", "projects.read", rooms.project_of, "tellings",
        ("field", "value", "start", "end", "quote", "entry"),
    ),
    Part(
        "projects", "facts", "归入的事实", "projects.read", rooms.project_of, "facts",
        ("fact", "grounds", "taken_off"),
    ),
    Part(
        "projects", "joinings", "合并和拆分", "projects.read", rooms.project_of, "joinings",
        ("kind", "why", "day", "undoes"),
    ),
    Part(
        "plans", "milestones", "节点", "plans.read", rooms.plan_of, "milestones",
        ("version", "key", "place", "name", "track", "gate", "owner", "person", "fixed", "begins",
         "ends", "latest", "began", "ended", "proof"),
    ),
    Part(
        "plans", "editions", "版次", "plans.read", rooms.plan_of, "editions",
        ("number", "day", "says", "why", "by"),
    ),
    Part(
        "agreements", "promises", "约定义务", "agreements.read", rooms.agreement_of, "promises",
        ("side", "says", "due", "clause", "quote", "withdrawn"),
    ),
    Part(
        "reviews", "members", "评委", "agreements.read", rooms.review_of, "members",
        ("user", "stands_for", "called_off"),
    ),
)  # fmt: skip


def _add(part: Part) -> None:
    @opens(part.right)
    def index(request: TokenRequest, pk: int) -> Any:
        thing = part.found(request.user, pk)
        rows = getattr(thing, part.related).order_by("pk")
        named = [name for name in part.fields if _is_key(rows.model, name)]
        kept = [_out(row, part.fields) for row in rows.select_related(*named)]
        return {"title": part.title, "rows": kept}

    routes.get(
        f"/{part.of}/{{int:pk}}/{part.key}",
        tags=["明细"],
        response={200: PartsOut, **UNDONE},
        operation_id=f"list_{part.of}_{part.key}",
        summary=part.title,
    )(index)


def _is_key(model: type[Model], name: str) -> bool:
    return bool(model._meta.get_field(name).is_relation)


def _out(row: Model, fields: tuple[str, ...]) -> dict[str, object]:
    return {"id": row.pk, "values": {name: _value(row, name) for name in fields}}


def _value(row: Model, name: str) -> object:
    if name in private_fields(type(row)):
        return shown(row, name)
    if isinstance(row, Seat) and name == "name" and row.post == Seat.Post.OWNER:
        return masked(row.name, Private.NAME)
    value = getattr(row, name)
    if isinstance(value, datetime):
        return timezone.localtime(value).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Model):
        return {"id": value.pk, "label": str(value)}
    return value


for _part in PARTS:
    _add(_part)
