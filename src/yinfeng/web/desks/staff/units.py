"""The tree of bodies as its administrator keeps it: names and codes over time, and places."""

from collections.abc import Callable
from datetime import date

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from yinfeng.web.desks.staff.forms import AliasForm, CodeForm, EndForm, MoveForm, RenameForm
from yinfeng.web.desks.staff.scope import units_of
from yinfeng.web.people.may import in_scope, may
from yinfeng.web.people.models import Alias, Code, OrgUnit
from yinfeng.web.shell import actions
from yinfeng.web.shell.doors import DeskRequest, desk_view
from yinfeng.web.shell.refusals import Refused

_STEP = 4


@require_GET
@desk_view("people.read")
def index(request: DeskRequest) -> HttpResponse:
    """The whole tree, with the other names and the codes that hold today."""
    units = list(units_of(request).prefetch_related("aliases", "codes"))
    today = timezone.localdate()
    top = min((len(unit.path) for unit in units), default=_STEP)
    rows = [
        {
            "unit": unit,
            "kind": OrgUnit.Kind(unit.kind).label,
            "depth": (len(unit.path) - top) // _STEP,
            "names": [one for one in unit.aliases.all() if not one.is_former and _on(one, today)],
            "codes": [one for one in unit.codes.all() if _on(one, today)],
        }
        for unit in units
    ]
    return render(request, "staff/units.html", {"rows": rows})


@require_GET
@desk_view("people.read")
def unit(request: DeskRequest, pk: int) -> HttpResponse:
    """One body: its names, codes and places over time."""
    return _unit(request, get_object_or_404(units_of(request), pk=pk))


@require_POST
@desk_view("people.rename_unit")
def rename(request: DeskRequest, pk: int) -> HttpResponse:
    """Give it another name."""
    found = get_object_or_404(units_of(request), pk=pk)
    form = RenameForm(request.POST)
    return _done(
        request,
        found,
        "rename_form",
        form,
        lambda **given: actions.rename_unit(
            found, by=request.user, today=timezone.localdate(), **given
        ),
    )


@require_POST
@desk_view("people.move_unit")
def move(request: DeskRequest, pk: int) -> HttpResponse:
    """Put it under another parent."""
    found = get_object_or_404(units_of(request), pk=pk)
    form = MoveForm(request.POST, units=units_of(request))
    return _done(
        request,
        found,
        "move_form",
        form,
        lambda **given: actions.move_unit(
            found, by=request.user, today=timezone.localdate(), **given
        ),
    )


@require_POST
@desk_view("people.name_unit")
def add_alias(request: DeskRequest, pk: int) -> HttpResponse:
    """Write down another name that it bears."""
    found = get_object_or_404(units_of(request), pk=pk)
    return _done(
        request,
        found,
        "alias_form",
        AliasForm(request.POST),
        lambda **given: actions.add_alias(found, by=request.user, **given),
    )


@require_POST
@desk_view("people.name_unit")
def end_alias(request: DeskRequest, pk: int) -> HttpResponse:
    """Write down from when it bears that name no longer."""
    seen = Alias.objects.filter(in_scope(request.user, "people.read"), is_former=False)
    alias = get_object_or_404(seen.select_related("unit"), pk=pk)
    return _done(
        request,
        alias.unit,
        "end_form",
        EndForm(request.POST),
        lambda **given: actions.end_alias(alias, by=request.user, **given),
    )


@require_POST
@desk_view("people.name_unit")
def give_code(request: DeskRequest, pk: int) -> HttpResponse:
    """Write down a code of it, and from when."""
    found = get_object_or_404(units_of(request), pk=pk)
    return _done(
        request,
        found,
        "code_form",
        CodeForm(request.POST),
        lambda **given: actions.give_code(found, by=request.user, **given),
    )


def _done(
    request: DeskRequest,
    found: OrgUnit,
    name: str,
    form: Form,
    act: Callable[..., object],
) -> HttpResponse:
    if form.is_valid():
        try:
            act(**form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "已登记。")
            return redirect("staff:unit", found.pk)
    return _unit(request, found, **{name: form})


def _unit(request: DeskRequest, found: OrgUnit, **bound: Form) -> HttpResponse:
    others = units_of(request).exclude(pk__in=OrgUnit.objects.under(found))
    context = {
        "unit": found,
        "kind": OrgUnit.Kind(found.kind).label,
        "aliases": found.aliases.order_by("since", "pk"),
        "codes": found.codes.order_by("scheme", "since", "pk"),
        "places": found.old_places.select_related("parent").order_by("until", "pk"),
        "rename_form": RenameForm(auto_id="rename_%s"),
        "move_form": MoveForm(units=others),
        "alias_form": AliasForm(auto_id="alias_%s"),
        "code_form": CodeForm(auto_id="code_%s"),
        "may_keep": may(request.user, "people.name_unit", found),
        **bound,
    }
    return render(request, "staff/unit.html", context, status=422 if bound else 200)


def _on(one: Alias | Code, day: date) -> bool:
    return one.since <= day and (one.until is None or one.until > day)
