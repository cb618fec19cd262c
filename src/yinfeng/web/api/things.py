"""What may be done with a thing of a desk, offered to programs: its doors, forms and actions.

`POST /leads/12/dispatch` is what the button 派单 of the page does: the same right, the same form,
the same action. A desk that names a doing in its list has it here too.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils import timezone
from ninja import Schema

from yinfeng.web.api.answers import UNDONE
from yinfeng.web.api.bodies import body_of, checked, files_of, given_or_first
from yinfeng.web.api.door import TokenRequest, opens
from yinfeng.web.api.routes import routes
from yinfeng.web.people.models import User
from yinfeng.web.people.scopes import is_for_tokens

Bind = Callable[..., forms.BaseForm]


class DoneOut(Schema):
    """A thing after what was done, with the version that the next change names."""

    id: int
    label: str
    version: int | None
    says: str


@dataclass(frozen=True, kw_only=True)
class Things:
    """The things of one kind: where they stand, how one is found, what may be done with it.

    *bind* makes the form of a doing: its name, the doing, the thing, who asks, then what was sent
    with its files.
    *but* names what is served elsewhere, or asks what no program can know.
    """

    key: str
    tag: str
    found: Callable[[User, int], Any]
    doings: Mapping[str, Any]
    bind: Bind
    values: Callable[[Any], Mapping[str, Any]]
    but: frozenset[str] = frozenset()


def offer(things: Things) -> None:
    """An address for each thing that may be done."""
    for name, what in things.doings.items():
        if name not in things.but and is_for_tokens(what.right):
            _add(things, name, what)


def done(thing: Any, says: str) -> dict[str, object]:
    """The thing as it stands now."""
    kept = type(thing)._base_manager.filter(pk=thing.pk).first() or thing
    version = getattr(kept, "version", None)
    return {"id": kept.pk, "label": str(kept), "version": version, "says": says}


def _add(things: Things, name: str, what: Any) -> None:
    @opens(what.right)
    def do(request: TokenRequest, pk: int, body: Any) -> Any:
        user = request.user
        thing = things.found(user, pk)
        told = given_or_first(body, things.bind(name, what, thing, user))
        form = things.bind(name, what, thing, user, told, files_of(body))
        checked(form)
        what.do(thing, user, things.values(form), timezone.localdate())
        return done(thing, what.told)

    of = f"{things.key}_{name}".replace("-", "_").replace("/", "_")
    do.__wrapped__.__annotations__["body"] = body_of(f"{of}_in", what.form)  # type: ignore[attr-defined]
    routes.post(
        f"/{things.key}/{{int:pk}}/{name}",
        tags=[things.tag],
        response={200: DoneOut, **UNDONE},
        operation_id=f"do_{of}",
        summary=getattr(what, "title", "") or what.told.rstrip("。"),
    )(do)
