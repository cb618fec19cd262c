"""Trips, receptions, talks and the like written by programs: the desk's forms and actions."""

from typing import Any

from django.shortcuts import get_object_or_404
from ninja import Schema, Status
from pydantic import Field, create_model

from yinfeng.web.api.answers import UNDONE
from yinfeng.web.api.bodies import body_of, checked, given
from yinfeng.web.api.door import TokenRequest, opens
from yinfeng.web.api.routes import routes
from yinfeng.web.desks.outreach import actions
from yinfeng.web.desks.outreach.kinds import KINDS, Kind
from yinfeng.web.desks.outreach.models import Kept, Trip
from yinfeng.web.people.may import in_scope

_TAGS = ["招商"]


class KeptOut(Schema):
    """A record after what was done, with the version that the next change names."""

    id: int
    label: str
    version: int


class RemoveIn(Schema):
    """Why."""

    reason: str


def _add(kind: Kind) -> None:
    @opens("outreach.keep")
    def keep(request: TokenRequest, body: Any) -> Any:
        unit = request.user.unit
        values = checked(kind.adding(given(body), unit=unit))
        act = actions.ask_for_trip if kind.model is Trip else _keeper(kind)
        return Status(201, _out(act(by=request.user, unit=unit, **values)))

    @opens("outreach.change")
    def change(request: TokenRequest, pk: int, body: Any) -> Any:
        thing, told = _found(request, kind, pk), given(body)
        version = told.pop("version")
        reason = told.pop("reason", "")
        form = kind.form({**_standing(kind, thing), **told}, unit=thing.unit, instance=thing)
        values = checked(form)
        thing = _found(request, kind, pk)
        changed = actions.change(thing, by=request.user, version=version, reason=reason, **values)
        return _out(changed)

    @opens("outreach.remove")
    def remove(request: TokenRequest, pk: int, body: RemoveIn) -> Any:
        thing = _found(request, kind, pk)
        return _out(actions.remove(thing, by=request.user, reason=body.reason))

    key = kind.key
    keep.__wrapped__.__annotations__["body"] = body_of(f"{key}_new", kind.adding)  # type: ignore[attr-defined]
    change.__wrapped__.__annotations__["body"] = _change_body(kind)  # type: ignore[attr-defined]
    routes.post(
        f"/{key}",
        tags=_TAGS,
        response={201: KeptOut, **UNDONE},
        operation_id=f"keep_{key}",
        summary=f"登记{kind.title}",
        description=kind.about,
    )(keep)
    routes.patch(
        f"/{key}/{{int:pk}}",
        tags=_TAGS,
        response={200: KeptOut, **UNDONE},
        operation_id=f"change_{key}",
        summary=f"修改{kind.title}",
    )(change)
    routes.post(
        f"/{key}/{{int:pk}}/remove",
        tags=_TAGS,
        response={200: KeptOut, **UNDONE},
        operation_id=f"remove_{key}",
        summary=f"删除{kind.title}",
    )(remove)


def _keeper(kind: Kind) -> Any:
    def keep(**values: Any) -> Kept:
        return actions.keep(kind.model, **values)

    return keep


def _change_body(kind: Kind) -> Any:
    """The fields of the form, none of them compulsory, with the version that was shown."""
    every = body_of(f"{kind.key}_fields", kind.form)
    fields: dict[str, Any] = {
        name: (field.annotation | None, Field(None, title=field.title))
        for name, field in every.model_fields.items()
    }
    fields["version"] = (int, Field(..., title="所见版本"))
    fields["reason"] = (str, Field("", title="理由"))
    return create_model(f"{kind.key}_change", __base__=Schema, **fields)


def _standing(kind: Kind, thing: Kept) -> dict[str, Any]:
    """What stands in the form where the program says nothing of a field."""
    form = kind.form(unit=thing.unit, instance=thing)
    values = {name: form.get_initial_for_field(field, name) for name, field in form.fields.items()}
    return {
        name: value for name, value in values.items() if value is not None and value is not False
    }


def _found(request: TokenRequest, kind: Kind, pk: int) -> Kept:
    seen = kind.model._default_manager.filter(in_scope(request.user, "outreach.read"))
    return get_object_or_404(seen.filter(removed_at=None).select_related("unit"), pk=pk)


def _out(thing: Kept) -> dict[str, object]:
    return {"id": thing.pk, "label": str(thing), "version": thing.version}


for _kind in KINDS:
    _add(_kind)
