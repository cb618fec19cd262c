"""The page of one thing of delivery, and each thing that may be done on it."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from yinfeng.web.desks.delivery.doing import Doing
from yinfeng.web.desks.delivery.doings import DOINGS
from yinfeng.web.desks.delivery.pages import KINDS, Kind
from yinfeng.web.desks.delivery.progress import progress_of
from yinfeng.web.desks.projects.models import Project
from yinfeng.web.lists.history import asked_day, end_of, standing_as
from yinfeng.web.lists.records import Record
from yinfeng.web.people.may import in_scope, may
from yinfeng.web.shell.doors import DeskRequest, desk_view
from yinfeng.web.shell.refusals import Refused

View = Callable[..., HttpResponse]


def thing(key: str) -> View:
    """The page of one thing of a kind; as of a past day as it stood at its end."""
    kind = KINDS[key]

    @require_GET
    @desk_view("delivery.read")
    def view(request: DeskRequest, pk: int) -> HttpResponse:
        day = _past_day(request)
        if day is not None and issubclass(kind.model, Record):
            return _page(request, kind, _stood(request, kind, pk, day), day=day)
        return _page(request, kind, _found(request, kind, pk))

    return view


def doing(key: str, what: Doing) -> View:
    """The view behind which one thing is done."""
    kind = KINDS[key]

    @require_POST
    @desk_view(what.right)
    def view(request: DeskRequest, pk: int) -> HttpResponse:
        found = _found(request, kind, pk)
        form = _bound(request, what, found)
        if _done(request, what, found, form):
            messages.success(request, what.told)
            is_gone = what.key == "remove"
            return redirect(kind.crumb) if is_gone else redirect(f"delivery:{key}", found.pk)
        return _page(request, kind, found, {what.key: form}, status=422)

    return view


@require_GET
@desk_view("delivery.read")
def project(request: DeskRequest, pk: int) -> HttpResponse:
    """How one project moves on; as of a past day as it stood at its end."""
    day = _past_day(request)
    return _project_page(request, _project(request, pk), day=day)


def project_doing(what: Doing) -> View:
    """The view behind which one thing is done for a project."""

    @require_POST
    @desk_view(what.right)
    def view(request: DeskRequest, pk: int) -> HttpResponse:
        found = _project(request, pk)
        form = _bound(request, what, found)
        if _done(request, what, found, form):
            messages.success(request, what.told)
            return redirect("delivery:project", found.pk)
        return _project_page(request, found, {what.key: form}, status=422)

    return view


def _bound(request: DeskRequest, what: Doing, found: Any) -> Any:
    return _form(request, what, found, request.POST, request.FILES)


def _done(request: DeskRequest, what: Doing, found: Any, form: Any) -> bool:
    """Whether it was done; why not stands in the form."""
    if not form.is_valid():
        return False
    try:
        what.do(found, request.user, form.values, timezone.localdate())
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return False
    return True


def _page(
    request: DeskRequest,
    kind: Kind,
    found: Any,
    bound: Mapping[str, forms.Form] | None = None,
    *,
    day: date | None = None,
    status: int = 200,
) -> HttpResponse:
    unit = found.unit if kind.unit == "unit" else found.project.unit
    offered = [] if day else _offered(request, kind.key, found, unit, bound or {})
    context = {
        "kind": kind,
        "thing": found,
        "page": kind.page(found, day),
        "doings": offered,
        "as_of": day,
    }
    return render(request, "delivery/thing.html", context, status=status)


def _project_page(
    request: DeskRequest,
    found: Project,
    bound: Mapping[str, forms.Form] | None = None,
    *,
    day: date | None = None,
    status: int = 200,
) -> HttpResponse:
    today = timezone.localdate()
    offered = [] if day else _offered(request, "project", found, found.unit, bound or {})
    context = {
        "project": found,
        "progress": progress_of(found, today, day),
        "doings": offered,
        "today": day or today,
        "as_of": day,
    }
    return render(request, "delivery/project.html", context, status=status)


def _offered(
    request: DeskRequest,
    key: str,
    found: Any,
    unit: Any,
    bound: Mapping[str, forms.Form],
) -> list[dict[str, Any]]:
    return [
        {
            "what": one,
            "address": reverse(f"delivery:{key}-{one.key}", args=[found.pk]),
            "form": bound.get(one.key) or _form(request, one, found),
            "is_open": one.key in bound or request.GET.get("do") == one.key,
        }
        for one in DOINGS.get(key, ())
        if one.key in bound or (may(request.user, one.right, unit) and one.is_offered(found))
    ]


def _form(
    request: DeskRequest, what: Doing, found: Any, data: Any = None, files: Any = None
) -> Any:
    today = timezone.localdate()
    ids = f"{what.key}_%s"
    return what.form(data, files, thing=found, user=request.user, today=today, ids=ids)


def _found(request: DeskRequest, kind: Kind, pk: int) -> Any:
    rows: Any = kind.model._default_manager.filter(
        in_scope(request.user, "delivery.read", kind.unit)
    )
    if issubclass(kind.model, Record):
        rows = rows.filter(removed_at=None)
    return get_object_or_404(rows.select_related(*kind.related), pk=pk)


def _stood(request: DeskRequest, kind: Kind, pk: int, day: date) -> Any:
    model: Any = kind.model
    versions = model.history.at(end_of(day)).filter(in_scope(request.user, "delivery.read"), id=pk)
    version = versions.first()
    if version is None:
        raise Http404
    return standing_as(version)


def _project(request: DeskRequest, pk: int) -> Project:
    rows = Project.objects.standing().filter(in_scope(request.user, "delivery.read"))
    return get_object_or_404(rows.select_related("unit"), pk=pk)


def _past_day(request: DeskRequest) -> date | None:
    day = asked_day(request.GET.get("as_of"))
    return day if day and day < timezone.localdate() else None
