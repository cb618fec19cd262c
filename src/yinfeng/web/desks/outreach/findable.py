"""Records of outreach are found by their numbers, firms, projects and what was talked of."""

from collections.abc import Callable
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from yinfeng.web.desks.outreach.kinds import KINDS, Kind
from yinfeng.web.desks.outreach.models import Kept
from yinfeng.web.people.private import private_fields
from yinfeng.web.search.findable import Card, Findable

# What a record is called by, besides how it names itself.
_NAMES = ("firm", "group", "project", "name", "host", "ours")
_TEXTS = (
    "purpose",
    "topic",
    "outcome",
    "next_step",
    "place",
    "focus",
    "note",
    "says",
    "subject",
    "paper",
    "review",
    "lead",
    "hosts",
)
_DAYS = ("on", "since")


def _card(thing: Kept) -> Card | None:
    if thing.is_removed:
        return None
    hidden = private_fields(type(thing))
    names = [getattr(thing, name, "") for name in _NAMES if name not in hidden]
    texts = [getattr(thing, name, "") for name in _TEXTS if name not in hidden]
    days = [day for name in _DAYS if (day := getattr(thing, name, None))]
    return Card(
        unit=thing.unit,
        title=" ".join(dict.fromkeys(filter(None, (str(thing), *map(str, names))))),
        text="\n".join(filter(None, map(str, texts))),
        names=tuple(str(name) for name in names if name),
        day=days[0] if days else None,
    )


def _findable(kind: Kind) -> Findable:
    def rows() -> "QuerySet[Any]":
        return kind.model._default_manager.filter(removed_at=None).select_related("unit")

    def address(key: str) -> str:
        return reverse(f"outreach:{kind.key}-record", args=[key])

    card: Callable[[Any], Card | None] = _card
    return Findable(kind.model, kind.title, "outreach.read", card, rows, address)


FINDABLE = tuple(_findable(kind) for kind in KINDS)
