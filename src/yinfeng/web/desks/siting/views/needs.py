"""A project's need and where it could go; terms on which land is given."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from yinfeng.siting.lots import lots_of
from yinfeng.siting.ranking import Ranking, ranking
from yinfeng.web.desks.land.models import Parcel, Park
from yinfeng.web.desks.projects.models import Project
from yinfeng.web.desks.siting import actions
from yinfeng.web.desks.siting.drawn import grounds, map_of_rows, rows_of
from yinfeng.web.desks.siting.forms import NeedForm, PromiseForm, ReasonForm, TermsForm
from yinfeng.web.desks.siting.models import LotPromise, SitingNeed, Terms
from yinfeng.web.desks.siting.offering import need_of, places_of
from yinfeng.web.desks.siting.rules import rules_of
from yinfeng.web.lists.history import asked_day, end_of, standing_as
from yinfeng.web.people.may import in_scope, may
from yinfeng.web.people.models import OrgUnit
from yinfeng.web.shell.doors import DeskRequest, desk_view
from yinfeng.web.shell.refusals import Refused

_OF_PROMISE = ("need__project", "parcel", "room", "floor__building", "unit")


@require_GET
@desk_view("siting.read")
def need(request: DeskRequest, pk: int) -> HttpResponse:
    """One need with the lots for it, the best first; as of a past day what was needed then."""
    day = asked_day(request.GET.get("as_of"))
    if day is not None and day < timezone.localdate():
        return _past(request, pk, day)
    return _page(request, _found(request, pk))


@require_http_methods(["GET", "POST"])
@desk_view("siting.keep")
def add(request: DeskRequest, project: int) -> HttpResponse:
    """What a project needs, for the first time."""
    rows = Project.objects.in_scope_of(request.user, "siting.keep").select_related("unit")
    found = get_object_or_404(rows, pk=project)
    form = NeedForm(request.POST or None, initial=_first(found))
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.keep(found, by=request.user, **form.values)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "已登记选址需求。")
            return redirect("siting:need", made.pk)
    return _form(request, form, f"{found.name}的选址需求")


@require_http_methods(["GET", "POST"])
@desk_view("siting.change")
def edit(request: DeskRequest, pk: int) -> HttpResponse:
    """The need with other values; whoever changed it meanwhile is named."""
    found = _found(request, pk, "siting.change")
    form = NeedForm(request.POST or None, instance=_found(request, pk, "siting.change"))
    if request.method == "POST" and form.is_valid():
        version = form.cleaned_data["version"] or 0
        try:
            actions.change(found, by=request.user, version=version, **form.values)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "已保存。")
            return redirect("siting:need", pk)
    return _form(request, form, f"修改{found}")


@require_POST
@desk_view("siting.remove")
def remove(request: DeskRequest, pk: int) -> HttpResponse:
    """Take the need off the list."""
    found = _found(request, pk, "siting.remove")
    form = ReasonForm(request.POST, label_suffix="")
    if form.is_valid():
        try:
            actions.remove(found, by=request.user, reason=form.cleaned_data["reason"])
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"“{found}”已删除，过去某日的列表里仍能查到。")
            return redirect("siting:index")
    return _page(request, found, refused=form, status=422)


@require_POST
@desk_view("siting.promise")
def promise(request: DeskRequest, pk: int) -> HttpResponse:
    """Promise a lot to the project."""
    found = _found(request, pk, "siting.promise")
    form = PromiseForm(request.POST, label_suffix="")
    if form.is_valid():
        given = form.cleaned_data
        try:
            actions.promise(
                found,
                given["place"],
                by=request.user,
                area=given["area"],
                reason=given["reason"],
                today=timezone.localdate(),
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "已承诺，别的项目不再能占用这部分面积。")
            return redirect("siting:need", pk)
    return _page(request, found, refused=form, status=422)


@require_POST
@desk_view("siting.release")
def release(request: DeskRequest, pk: int) -> HttpResponse:
    """The promise holds no longer."""
    rows = LotPromise.objects.in_scope_of(request.user, "siting.release")
    found = get_object_or_404(rows.select_related(*_OF_PROMISE), pk=pk)
    form = ReasonForm(request.POST, label_suffix="")
    if form.is_valid():
        try:
            actions.release(found, by=request.user, reason=form.cleaned_data["reason"])
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "承诺已解除。")
            return redirect("siting:need", found.need_id)
    return _page(request, _found(request, found.need_id), refused=form, status=422)


@require_GET
@desk_view("siting.read")
def terms(request: DeskRequest) -> HttpResponse:
    """On which terms each park is given, and which parcels differ."""
    parks = Park.objects.in_scope_of(request.user, "siting.read").select_related("unit")
    told = Terms.objects.visible_to(request.user).select_related("park", "parcel", "unit")
    by_park = {one.park_id: one for one in told if one.park_id}
    shown = parks.defer("shape").order_by("name", "pk")[:200]
    context = {
        "parks": [(park, by_park.get(park.pk)) for park in shown],
        "parcels": [one for one in told.order_by("pk") if one.parcel_id],
        "may_set": may(request.user, "siting.set_terms"),
    }
    return render(request, "siting/terms.html", context)


@require_http_methods(["GET", "POST"])
@desk_view("siting.set_terms")
def park_terms(request: DeskRequest, pk: int) -> HttpResponse:
    """The terms of one park."""
    rows = Park.objects.in_scope_of(request.user, "siting.set_terms").select_related("unit")
    return _terms(request, park=get_object_or_404(rows, pk=pk))


@require_http_methods(["GET", "POST"])
@desk_view("siting.set_terms")
def parcel_terms(request: DeskRequest, pk: int) -> HttpResponse:
    """The terms of one parcel, where they differ from those of its park."""
    rows = Parcel.objects.in_scope_of(request.user, "siting.set_terms").select_related("unit")
    return _terms(request, parcel=get_object_or_404(rows, pk=pk))


def _terms(request: DeskRequest, **of: Any) -> HttpResponse:
    there = Terms.objects.standing().filter(**of).first()
    if request.method == "POST" and "drop" in request.POST and there is not None:
        actions.drop_terms(there, by=request.user)
        messages.success(request, "供地条件已取消。")
        return redirect("siting:terms")
    form = TermsForm(request.POST or None, instance=there)
    if request.method == "POST" and form.is_valid():
        actions.set_terms(by=request.user, **of, **form.cleaned_data)
        messages.success(request, "供地条件已保存。")
        return redirect("siting:terms")
    title = f"{next(iter(of.values()))}的供地条件"
    return _form(request, form, title, may_drop=there is not None)


def _first(project: Project) -> dict[str, object]:
    """What the register of projects knows already."""
    on_floor = project.kind == Project.Kind.LEASED
    size = project.square_metres if on_floor else project.mu and project.mu * 10_000 / 15
    money = project.fixed_yuan or project.yuan
    first: dict[str, object] = {"on": "floor" if on_floor else "land"}
    if size:
        first["low"] = first["high"] = round(size, 2)
    if money:
        first["investment"] = round(money / 10_000, 2)
    return first


def _found(request: DeskRequest, pk: int, right: str = "siting.read") -> SitingNeed:
    rows = SitingNeed.objects.in_scope_of(request.user, right)
    return get_object_or_404(rows.select_related("unit", "project"), pk=pk)


def _ranked(found: SitingNeed, today: date) -> Ranking:
    rules = rules_of(found.unit, today)
    wanted = need_of(found, rules)
    around = OrgUnit.objects.get(path=wanted.within)
    lots = lots_of(places_of(around, today), rules, {wanted.key})
    return ranking(wanted, lots)


def _page(
    request: DeskRequest, found: SitingNeed, *, refused: Any = None, status: int = 200
) -> HttpResponse:
    today = timezone.localdate()
    promises = LotPromise.objects.standing().filter(need=found)
    ranked = _ranked(found, today)
    known = grounds(key for lot in (*ranked.best, *ranked.near) for key in lot.keys)
    best, near = rows_of(ranked.best, "fits", known), rows_of(ranked.near, "near", known)
    context = {
        "need": found,
        "ranking": ranked,
        "best": best,
        "near": near,
        "map": map_of_rows(request.user, best, near, known),
        "may_draw": may(request.user, "land.draw"),
        "rules": rules_of(found.unit, today),
        "promises": promises.select_related(
            "parcel", "room", "floor__building", "promised_by"
        ).order_by("pk"),
        "refused": refused,
        "reason_form": ReasonForm(label_suffix="", auto_id="remove_%s"),
        "rights": {
            name: may(request.user, f"siting.{name}", found.unit)
            for name in ("change", "remove", "promise", "release")
        },
    }
    return render(request, "siting/need.html", context, status=status)


def _past(request: DeskRequest, pk: int, day: date) -> HttpResponse:
    """The need as it stood at the end of a day, in the scope of then."""
    versions = SitingNeed.history.at(end_of(day)).filter(in_scope(request.user, "siting.read"))
    version = versions.filter(id=pk).select_related("unit", "project").first()
    if version is None:
        raise Http404
    context = {"need": standing_as(version), "as_of": day, "rights": {}}
    return render(request, "siting/need.html", context)


def _form(request: DeskRequest, form: Any, title: str, **more: Any) -> HttpResponse:
    context = {"form": form, "title": title, **more}
    return render(request, "siting/form.html", context, status=422 if form.errors else 200)
