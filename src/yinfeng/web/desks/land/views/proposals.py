"""What papers tell of land, checked by a person, and taken over with its words."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from yinfeng.web.desks.land import actions
from yinfeng.web.desks.land.adoption import proposal_of, proposals
from yinfeng.web.desks.land.kinds import KINDS, Kind, kind_of
from yinfeng.web.desks.land.pages import at
from yinfeng.web.desks.land.told import tellings
from yinfeng.web.people.may import in_scope
from yinfeng.web.shell.doors import DeskRequest, desk_view
from yinfeng.web.shell.refusals import Refused
from yinfeng.web.store.models import Fact

_LONG = tuple(f"reading__{name}" for name in ("source", "restored", "segments", "parts"))


@require_GET
@desk_view("land.keep")
def index(request: DeskRequest) -> HttpResponse:
    """The facts that may become records of land."""
    found = [
        (one, [(key, _kind(key).title) for key in one.kinds]) for one in proposals(request.user)
    ]
    context = {"proposals": found, "tellings": tellings(request.user), "kinds": KINDS}
    return render(request, "land/proposals.html", context)


@require_http_methods(["GET", "POST"])
@desk_view("land.keep")
def adopt(request: DeskRequest, pk: int, key: str) -> HttpResponse:
    """The form of a record that a paper tells of, filled in by what it says."""
    mine = Fact.objects.filter(in_scope(request.user, "land.keep", "reading__document__unit"))
    fact = get_object_or_404(
        mine.select_related("reading__document__unit", "reading__document__current").defer(*_LONG),
        pk=pk,
    )
    told = proposal_of(fact)
    if told is None or key not in told.kinds:
        raise Http404
    kind, unit = _kind(key), told.document.unit
    data = request.POST if request.method == "POST" else None
    form = kind.form(data, unit=unit, initial=told.values(key))
    if data is not None and form.is_valid():
        try:
            thing = actions.adopt(fact, kind.model, by=request.user, **form.values)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"已登记：{thing}，出处已附上。")
            return redirect(at(thing))
    context: dict[str, Any] = {
        "kind": kind,
        "kinds": KINDS,
        "form": form,
        "told": told,
        "thing": None,
        "above": None,
        "back": reverse("land:proposals"),
    }
    return render(request, "land/form.html", context, status=422 if form.errors else 200)


def _kind(key: str) -> Kind:
    kind = kind_of(key)
    if kind is None:
        raise Http404
    return kind
