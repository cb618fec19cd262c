"""What projects need of a place, for programs: kept, changed, taken off the list."""

from typing import Any

from django.shortcuts import get_object_or_404
from ninja import Status

from yinfeng.web.api.answers import UNDONE
from yinfeng.web.api.bodies import body_with, checked, given_or_first
from yinfeng.web.api.door import TokenRequest, opens
from yinfeng.web.api.records import KeptOut, RemoveIn
from yinfeng.web.api.rooms import project_of
from yinfeng.web.api.routes import routes
from yinfeng.web.desks.siting import actions
from yinfeng.web.desks.siting.forms import NeedForm, ReasonForm
from yinfeng.web.desks.siting.models import LotPromise, SitingNeed
from yinfeng.web.people.models import User

_TAGS = ["选址"]
_ANSWERS: dict[Any, Any] = {200: KeptOut, **UNDONE}
_MADE: dict[Any, Any] = {201: KeptOut, **UNDONE}
_FIELDS = {name: field for name, field in NeedForm.base_fields.items() if name != "version"}
NeedIn = body_with("SitingNeedIn", _FIELDS)


@routes.post("/projects/{int:pk}/siting-needs", tags=_TAGS, response=_MADE, summary="登记选址需求")
@opens("siting.keep")
def keep(request: TokenRequest, pk: int, body: NeedIn) -> Any:  # type: ignore[valid-type]
    """What a project needs, for the first time."""
    project = project_of(request.user, pk, "siting.keep")
    form = NeedForm(given_or_first(body, NeedForm()))
    checked(form)
    return Status(201, _out(actions.keep(project, by=request.user, **form.values)))


@routes.post("/siting-needs/{int:pk}/remove", tags=_TAGS, response=_ANSWERS, summary="删除选址需求")
@opens("siting.remove")
def remove(request: TokenRequest, pk: int, body: RemoveIn) -> Any:
    """Take a need off the list, for a reason."""
    need = _need(request.user, pk, "siting.remove")
    reason = checked(ReasonForm({"reason": body.reason}))["reason"]
    return _out(actions.remove(need, by=request.user, reason=reason))


@routes.post("/siting-promises/{int:pk}/release", tags=_TAGS, response=_ANSWERS, summary="解除承诺")
@opens("siting.release")
def release(request: TokenRequest, pk: int, body: RemoveIn) -> Any:
    """A promise of a lot holds no longer."""
    rows = LotPromise.objects.in_scope_of(request.user, "siting.release")
    related = rows.select_related("need__project", "parcel", "room", "floor__building", "unit")
    reason = checked(ReasonForm({"reason": body.reason}))["reason"]
    found = get_object_or_404(related, pk=pk)
    return _out(actions.release(found, by=request.user, reason=reason))


def _need(user: User, pk: int, right: str) -> SitingNeed:
    rows = SitingNeed.objects.in_scope_of(user, right)
    return get_object_or_404(rows.select_related("unit", "project"), pk=pk)


def _out(thing: Any) -> dict[str, object]:
    return {"id": thing.pk, "label": str(thing), "version": thing.version}
