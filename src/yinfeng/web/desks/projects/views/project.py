"""The page of one project, and each thing that may be done on it."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from yinfeng.web.desks.projects import actions
from yinfeng.web.desks.projects.doings import DOINGS, ON_BAR, Doing
from yinfeng.web.desks.projects.forms import PlainForm, documents_of
from yinfeng.web.desks.projects.models import Project
from yinfeng.web.desks.projects.pages import page_of
from yinfeng.web.desks.projects.panels import shown_on
from yinfeng.web.desks.projects.rules import Rules, rules_of
from yinfeng.web.lists.history import asked_day, end_of, standing_as
from yinfeng.web.people.may import in_scope, may
from yinfeng.web.shell.doors import DeskRequest, desk_view
from yinfeng.web.shell.refusals import Refused

_RELATED = ("unit", "first_unit", "lead", "parent")


@require_GET
@desk_view("projects.read")
def project(request: DeskRequest, pk: int) -> HttpResponse:
    """One project with what every room shows of it; as of a past day what was told by then."""
    day = asked_day(request.GET.get("as_of"))
    if day is not None and day < timezone.localdate():
        return _past(request, pk, day)
    return _page(request, _found(request, pk))


def doing(name: str) -> Callable[..., HttpResponse]:
    """The view behind which one thing is done."""
    what = DOINGS[name]

    @require_POST
    @desk_view(what.right)
    def view(request: DeskRequest, pk: int) -> HttpResponse:
        found = _found(request, pk)
        form = _form(what.form, request, found, name, request.POST, request.FILES)
        if form.is_valid():
            try:
                what.do(found, request.user, form.values, timezone.localdate())
            except Refused as refusal:
                form.add_error(None, str(refusal))
            else:
                return _answer(request, found, what.told)
        return _page(request, found, name, form, status=422)

    return view


@require_POST
@desk_view("projects.remove")
def remove(request: DeskRequest, pk: int) -> HttpResponse:
    """Take the project off the register."""
    found = _found(request, pk)
    form = _form(PlainForm, request, found, "remove", request.POST)
    if form.is_valid():
        try:
            actions.remove(found, by=request.user, **form.values)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"“{found}”已删除，过去某日的列表里仍能查到。")
            return redirect("projects:index")
    return _page(request, found, "remove", form, status=422)


def _found(request: DeskRequest, pk: int) -> Project:
    rows = Project.objects.visible_to(request.user).select_related(*_RELATED)
    return get_object_or_404(rows, pk=pk)


def _answer(request: DeskRequest, found: Project, told: str) -> HttpResponse:
    if not Project.objects.visible_to(request.user).filter(pk=found.pk).exists():
        messages.success(request, told)
        return redirect("projects:index")
    if request.htmx:
        return _page(request, _found(request, found.pk), told=told)
    messages.success(request, told)
    if request.POST.get("back") == "board":
        return redirect("projects:board")
    return redirect("projects:project", found.pk)


def _page(
    request: DeskRequest,
    found: Project,
    refused: str = "",
    refused_form: forms.Form | None = None,
    *,
    status: int = 200,
    told: str = "",
) -> HttpResponse:
    today = timezone.localdate()
    rules = rules_of(found.unit, today)
    context = {
        "project": found,
        "page": page_of(found, rules, today),
        "bar": _bar(request, found, rules, refused, refused_form),
        "rights": _rights(request, found),
        "refused": refused,
        "refused_form": refused_form,
        "documents": _documents(request, found),
        "panels": list(shown_on(found, request, None)),
        "today": today,
        "told": told,
    }
    template = "projects/_project.html" if request.htmx else "projects/project.html"
    return render(request, template, context, status=status)


def _past(request: DeskRequest, pk: int, day: date) -> HttpResponse:
    """The project as it stood at the end of a day, in the scope of then."""
    versions = Project.history.at(end_of(day)).filter(
        in_scope(request.user, "projects.read"), id=pk
    )
    version = versions.select_related(*_RELATED).first()
    if version is None:
        raise Http404
    then: Project = standing_as(version)
    context = {
        "project": then,
        "page": page_of(then, rules_of(then.unit, day), timezone.localdate(), day),
        "as_of": day,
        "rights": {},
        "panels": list(shown_on(then, request, day)),
    }
    return render(request, "projects/project.html", context)


def _bar(
    request: DeskRequest,
    found: Project,
    rules: Rules,
    refused: str,
    refused_form: forms.Form | None,
) -> list[Mapping[str, Any]]:
    """What may be done with the whole project, each with its form."""
    shown = []
    for name in ON_BAR:
        what = DOINGS[name]
        if found.state in what.while_ and may(request.user, what.right, found.unit):
            fresh = name != refused
            form = _offered(what.form, request, found, name, rules) if fresh else refused_form
            shown.append(_do(name, what, form, is_open=name == _asked(request, refused)))
    if may(request.user, "projects.remove", found.unit) and found.conversion_id is None:
        fresh = refused != "remove"
        form = _offered(PlainForm, request, found, "remove", rules) if fresh else refused_form
        what = Doing("projects.remove", PlainForm, lambda *_: None, "", "删除", "删除", tone="no")
        shown.append(_do("remove", what, form, is_open=refused == "remove"))
    return shown


def _asked(request: DeskRequest, refused: str) -> str:
    return refused or request.GET.get("do", "")


def _do(name: str, what: Doing, form: Any, *, is_open: bool) -> Mapping[str, Any]:
    return {"name": name, "what": what, "form": form, "is_open": is_open}


def _form(
    kind: Any, request: DeskRequest, found: Project, name: str, data: Any = None, files: Any = None
) -> Any:
    rules = rules_of(found.unit, timezone.localdate())
    return _offered(kind, request, found, name, rules, data, files)


def _offered(
    kind: Any,
    request: DeskRequest,
    found: Project,
    name: str,
    rules: Rules,
    data: Any = None,
    files: Any = None,
) -> Any:
    return kind(data, files, project=found, rules=rules, user=request.user, ids=f"{name}_%s")


def _rights(request: DeskRequest, found: Project) -> dict[str, bool]:
    return {
        name.replace("-", "_"): found.state in one.while_
        and may(request.user, one.right, found.unit)
        for name, one in DOINGS.items()
    }


def _documents(request: DeskRequest, found: Project) -> Any:
    """The papers that evidence may be chosen from."""
    if not may(request.user, "projects.report", found.unit):
        return ()
    return documents_of(found)
