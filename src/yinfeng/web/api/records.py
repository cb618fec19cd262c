"""Records that programs keep, change and remove: of outreach, of land, of tenancy, of renewal.

The forms and actions of the desks; what is not sent stays as it stands.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.shortcuts import get_object_or_404
from django.utils import timezone
from ninja import Schema, Status
from pydantic import Field, create_model

from yinfeng.web.api.answers import UNDONE
from yinfeng.web.api.bodies import body_with, changed, checked, given_or_first
from yinfeng.web.api.door import TokenRequest, opens
from yinfeng.web.api.routes import routes
from yinfeng.web.desks.land import actions as land
from yinfeng.web.desks.land.columns import LONG
from yinfeng.web.desks.land.kinds import KINDS as LAND
from yinfeng.web.desks.land.kinds import Kind as LandKind
from yinfeng.web.desks.outreach import actions as outreach
from yinfeng.web.desks.outreach.kinds import KINDS as OUTREACH
from yinfeng.web.desks.outreach.kinds import Kind as OutreachKind
from yinfeng.web.desks.outreach.models import Trip
from yinfeng.web.desks.renewal import actions as renewal
from yinfeng.web.desks.renewal.kinds import KINDS as RENEWAL
from yinfeng.web.desks.renewal.kinds import Kind as RenewalKind
from yinfeng.web.desks.tenancy import actions as tenancy
from yinfeng.web.desks.tenancy.forms import OccupancyForm, TenantForm
from yinfeng.web.desks.tenancy.models import Occupancy, Tenant
from yinfeng.web.people.may import in_scope
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.people.private import private_fields

Values = Mapping[str, Any]


class KeptOut(Schema):
    """A record after what was done, with the version that the next change names."""

    id: int
    label: str
    version: int


class RemoveIn(Schema):
    """Why."""

    reason: str


@dataclass(frozen=True, kw_only=True)
class Records:
    """The records of one kind: their room of rights, their forms, and what is done with them."""

    key: str
    title: str
    about: str
    tag: str
    room: str
    model: Any
    adding: Any
    changing: Any
    form: Callable[[Any, Values | None, OrgUnit, Any], Any]
    keep: Callable[..., Any]
    change: Callable[..., Any]
    remove: Callable[..., Any]
    related: tuple[str, ...] = ("unit",)
    defers: tuple[str, ...] = ()


def _add(kind: Records) -> None:
    key = kind.key

    @opens(f"{kind.room}.keep")
    def keep(request: TokenRequest, body: Any) -> Any:
        unit = request.user.unit
        told = given_or_first(body, kind.form(kind.adding, None, unit, None))
        form = kind.form(kind.adding, told, unit, None)
        checked(form)
        return Status(201, _out(kind.keep(by=request.user, unit=unit, **form.values)))

    @opens(f"{kind.room}.change")
    def change(request: TokenRequest, pk: int, body: Any) -> Any:
        thing, told = _found(request.user, kind, pk), changed(body)
        version, reason = told.pop("version"), told.pop("reason", "")
        form = kind.form(kind.changing, {**_standing(kind, thing), **told}, thing.unit, thing)
        checked(form)
        thing = _found(request.user, kind, pk)
        more = {"version": version, "reason": reason, **form.values}
        return _out(kind.change(thing, by=request.user, **more))

    @opens(f"{kind.room}.remove")
    def remove(request: TokenRequest, pk: int, body: RemoveIn) -> Any:
        thing = _found(request.user, kind, pk)
        return _out(kind.remove(thing, by=request.user, reason=body.reason))

    keep.__wrapped__.__annotations__["body"] = _new_body(kind)  # type: ignore[attr-defined]
    change.__wrapped__.__annotations__["body"] = _change_body(kind)  # type: ignore[attr-defined]
    answers: dict[Any, Any] = {200: KeptOut, **UNDONE}
    told: dict[str, Any] = {"tags": [kind.tag], "response": answers}
    routes.post(
        f"/{key}",
        tags=[kind.tag],
        response={201: KeptOut, **UNDONE},
        operation_id=f"keep_{key}",
        summary=f"登记{kind.title}",
        description=kind.about,
    )(keep)
    one = f"/{key}/{{int:pk}}"
    routes.patch(one, operation_id=f"change_{key}", summary=f"修改{kind.title}", **told)(change)
    gone = f"{one}/remove"
    routes.post(gone, operation_id=f"remove_{key}", summary=f"删除{kind.title}", **told)(remove)


def _fields(form: Any) -> Mapping[str, Any]:
    return {name: field for name, field in form.base_fields.items() if name != "version"}


def _new_body(kind: Records) -> Any:
    return body_with(f"{kind.key}_new", _fields(kind.adding))


def _change_body(kind: Records) -> Any:
    """The fields of the form, none of them compulsory, with the version that was shown."""
    every = body_with(f"{kind.key}_fields", _fields(kind.changing))
    fields: dict[str, Any] = {
        name: (field.annotation | None, Field(None, title=field.title))
        for name, field in every.model_fields.items()
    }
    fields["version"] = (int, Field(..., title="所见版本"))
    fields["reason"] = (str, Field("", title="理由"))
    return create_model(f"{kind.key}_change", __base__=Schema, **fields)


def _standing(kind: Records, thing: Any) -> dict[str, Any]:
    """What stands in the form where the program says nothing of a field; no person is told."""
    form = kind.form(kind.changing, None, thing.unit, thing)
    hidden = private_fields(type(thing))
    values = {
        name: field.prepare_value(form.get_initial_for_field(field, name))
        for name, field in form.fields.items()
        if name not in hidden
    }
    return {
        name: value for name, value in values.items() if value is not None and value is not False
    }


def _found(user: User, kind: Records, pk: int) -> Any:
    seen = kind.model._default_manager.filter(in_scope(user, f"{kind.room}.read"))
    rows = seen.filter(removed_at=None).select_related(*kind.related).defer(*kind.defers)
    return get_object_or_404(rows, pk=pk)


def _out(thing: Any) -> dict[str, object]:
    return {"id": thing.pk, "label": str(thing), "version": thing.version}


def _of_unit(form: Any, data: Values | None, unit: OrgUnit, thing: Any) -> Any:
    return form(data, unit=unit, instance=thing)


def _of_tenancy(form: Any, data: Values | None, _: OrgUnit, thing: Any) -> Any:
    return form(data, instance=thing)


def _of_outreach(kind: OutreachKind) -> Records:
    def keep(**values: Any) -> Any:
        return outreach.keep(kind.model, **values)

    return Records(
        key=kind.key,
        title=kind.title,
        about=kind.about,
        tag="招商",
        room="outreach",
        model=kind.model,
        adding=kind.adding,
        changing=kind.form,
        form=_of_unit,
        keep=outreach.ask_for_trip if kind.model is Trip else keep,
        change=outreach.change,
        remove=outreach.remove,
    )


def _of_land(kind: LandKind) -> Records:
    return Records(
        key=kind.key,
        title=kind.title,
        about=kind.about,
        tag="载体",
        room="land",
        model=kind.model,
        adding=kind.form,
        changing=kind.form,
        form=_of_unit,
        keep=lambda **values: land.keep(kind.model, **values),
        change=land.change,
        remove=land.remove,
        defers=LONG,
    )


def _of_renewal(kind: RenewalKind) -> Records:
    return Records(
        key=f"renewal-{kind.key}",
        title=kind.title,
        about=kind.about,
        tag="更新",
        room="renewal",
        model=kind.model,
        adding=kind.form,
        changing=kind.form,
        form=_of_unit,
        keep=lambda **values: renewal.keep(kind.model, **values),
        change=renewal.change,
        remove=renewal.remove,
    )


def _today(action: Callable[..., Any]) -> Callable[..., Any]:
    return lambda *things, **values: action(*things, today=timezone.localdate(), **values)


RECORDS = (
    *(_of_outreach(kind) for kind in OUTREACH),
    *(_of_land(kind) for kind in LAND),
    *(_of_renewal(kind) for kind in RENEWAL),
    Records(
        key="occupancies", title="入驻", about="哪家企业从哪天到哪天用哪块地、哪间房。",
        tag="入驻", room="tenancy", model=Occupancy, adding=OccupancyForm, changing=OccupancyForm,
        form=_of_tenancy, keep=_today(tenancy.keep), change=_today(tenancy.change),
        remove=_today(tenancy.remove), related=("unit", "tenant", "parcel", "building"),
        defers=("parcel__shape", "building__shape"),
    ),
    Records(
        key="tenants", title="入驻企业", about="一家企业：什么行业、哪条链。",
        tag="入驻", room="tenancy", model=Tenant, adding=TenantForm, changing=TenantForm,
        form=_of_tenancy, keep=tenancy.keep_tenant, change=tenancy.change_tenant,
        remove=tenancy.remove_tenant,
    ),
)  # fmt: skip
for _kind in RECORDS:
    _add(_kind)
