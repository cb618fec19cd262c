"""Leads written by programs: registered, told of, corrected; the forms and actions of the desk."""

from typing import Any

from django.shortcuts import get_object_or_404
from django.utils import timezone
from ninja import Schema, Status

from yinfeng.web.api.answers import UNDONE
from yinfeng.web.api.bodies import body_of, checked, given
from yinfeng.web.api.door import TokenRequest, opens
from yinfeng.web.api.routes import routes
from yinfeng.web.desks.leads import actions
from yinfeng.web.desks.leads.forms import CorrectForm, LoseForm, RegisterForm, TellForm
from yinfeng.web.desks.leads.models import Lead
from yinfeng.web.desks.leads.rules import rules_of

_TAGS = ["线索"]


class LeadOut(Schema):
    """A lead after what was done, with the version that the next change names."""

    id: int
    number: str
    name: str
    version: int


RegisterIn = body_of("RegisterIn", RegisterForm)
TellIn = body_of("TellIn", TellForm)
CorrectIn = body_of("CorrectIn", CorrectForm)
LoseIn = body_of("LoseIn", LoseForm)


@routes.post("/leads", tags=_TAGS, response={201: LeadOut, **UNDONE}, summary="登记线索")
@opens("leads.register")
def register(request: TokenRequest, body: RegisterIn) -> Any:  # type: ignore[valid-type]
    """A new lead of the token's owner's unit; like leads ask for a reason first."""
    form = RegisterForm(given(body))
    reason = checked(form)["reason"]
    lead = actions.register(
        form.form,
        by=request.user,
        unit=request.user.unit,
        today=timezone.localdate(),
        reason=reason,
    )
    return Status(201, _out(lead))


@routes.post(
    "/leads/{int:pk}/tell", tags=_TAGS, response={200: LeadOut, **UNDONE}, summary="补充进展"
)
@opens("leads.tell")
def tell(request: TokenRequest, pk: int, body: TellIn) -> Any:  # type: ignore[valid-type]
    """A dated event."""
    return _done(request, pk, body, TellForm, actions.tell)


@routes.post(
    "/leads/{int:pk}/correct", tags=_TAGS, response={200: LeadOut, **UNDONE}, summary="更正一项"
)
@opens("leads.correct")
def correct(request: TokenRequest, pk: int, body: CorrectIn) -> Any:  # type: ignore[valid-type]
    """Another word for one field, and why."""
    return _done(request, pk, body, CorrectForm, actions.correct)


@routes.post(
    "/leads/{int:pk}/lose", tags=_TAGS, response={200: LeadOut, **UNDONE}, summary="登记流失"
)
@opens("leads.lose")
def lose(request: TokenRequest, pk: int, body: LoseIn) -> Any:  # type: ignore[valid-type]
    """Give the lead up, for a reason and with a day to look again."""
    return _done(request, pk, body, LoseForm, actions.lose)


def _done(request: TokenRequest, pk: int, body: Any, form: Any, act: Any) -> dict[str, object]:
    lead = _lead(request, pk)
    today = timezone.localdate()
    filled = form(given(body), lead=lead, rules=rules_of(lead.unit, today))
    checked(filled)
    act(lead, by=request.user, today=today, **filled.values)
    return _out(_lead(request, pk))


def _lead(request: TokenRequest, pk: int) -> Lead:
    seen = Lead.objects.visible_to(request.user).filter(removed_at=None)
    return get_object_or_404(seen.select_related("unit"), pk=pk)


def _out(lead: Lead) -> dict[str, object]:
    return {"id": lead.pk, "number": lead.number, "name": lead.name, "version": lead.version}
