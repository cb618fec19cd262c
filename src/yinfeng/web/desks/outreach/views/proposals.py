"""Accepted facts that may become records, and the form that makes one of them."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from yinfeng.web.desks.outreach import actions
from yinfeng.web.desks.outreach.adoption import Proposal, proposal_of, proposals
from yinfeng.web.desks.outreach.forms import KeptForm
from yinfeng.web.desks.outreach.kinds import KINDS, Kind, kind_of
from yinfeng.web.shell.doors import DeskRequest, desk_view
from yinfeng.web.shell.refusals import Refused
from yinfeng.web.store.models import Document, Fact


@require_GET
@desk_view("outreach.adopt")
def index(request: DeskRequest) -> HttpResponse:
    """The facts that were accepted and of which no record was made yet."""
    titles = {kind.key: kind.title for kind in KINDS}
    found = [(one, [(key, titles[key]) for key in one.kinds]) for one in proposals(request.user)]
    return render(request, "outreach/proposals.html", {"proposals": found, "kinds": KINDS})


@require_http_methods(["GET", "POST"])
@desk_view("outreach.adopt")
def adopt(request: DeskRequest, pk: int, key: str) -> HttpResponse:
    """The form of a record, filled with what the fact tells."""
    seen = Document.objects.visible_to(request.user)
    facts = Fact.objects.select_related("reading__document__unit").filter(
        reading__document__in=seen
    )
    fact, kind = get_object_or_404(facts, pk=pk), kind_of(key)
    told = proposal_of(fact)
    if kind is None or told is None or key not in told.kinds:
        raise Http404
    unit = fact.reading.document.unit
    if request.method == "GET":
        return _form(request, kind, told, kind.adding(unit=unit, initial=told.values(key)))
    form = kind.adding(request.POST, unit=unit)
    if form.is_valid():
        try:
            thing = actions.adopt(fact, key, by=request.user, **form.values)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"已从材料登记：{thing}。")
            return redirect(f"outreach:{key}-record", pk=thing.pk)
    return _form(request, kind, told, form, status=422)


def _form(
    request: DeskRequest, kind: Kind, told: Proposal, form: KeptForm, status: int = 200
) -> HttpResponse:
    context: dict[str, Any] = {"kind": kind, "kinds": KINDS, "form": form, "told": told}
    if kind.key == "trips":
        context["people"] = [f"{one.title}{one.name}" for one in told.people]
        context["firms"] = told.names("counterparts")
    return render(request, "outreach/form.html", context, status=status)
