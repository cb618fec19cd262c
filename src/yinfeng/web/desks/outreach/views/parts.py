"""What belongs to a record, put right: one who went, a firm visited, a member of a team."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_http_methods

from yinfeng.web.desks.outreach import actions
from yinfeng.web.desks.outreach.forms import KeptForm, VersionForm
from yinfeng.web.desks.outreach.kinds import Kind, Part
from yinfeng.web.desks.outreach.models import Kept
from yinfeng.web.desks.outreach.views.records import (
    address_of,
    found_record,
    kind_at,
    part_at,
)
from yinfeng.web.shell.doors import DeskRequest, desk_view, go_to
from yinfeng.web.shell.refusals import Refused


@require_http_methods(["GET", "POST"])
@desk_view("outreach.change")
def edit(request: DeskRequest, key: str, pk: int, part_key: str, row: int) -> HttpResponse:
    """One row with other values; whoever changed it meanwhile is named."""
    kind = kind_at(key)
    thing, part = found_record(request, kind, pk), part_at(kind, part_key)
    one = _row(part, thing, row)
    if request.method == "GET":
        return _form(request, kind, part, thing, part.form(unit=thing.unit, instance=one))
    shown = VersionForm(request.POST)
    form = part.form(request.POST, unit=thing.unit, instance=one)
    if form.is_valid() and shown.is_valid():
        version = shown.cleaned_data["version"]
        try:
            fresh = _row(part, thing, row)
            actions.change(fresh, by=request.user, version=version, **form.values)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"已保存：{part.title}{_row(part, thing, row)}。")
            return go_to(request, f"{address_of(kind, thing)}#{part.key}")
    return _form(request, kind, part, thing, form, status=422)


def _row(part: Part, thing: Kept, pk: int) -> Kept:
    own = part.model._default_manager.filter(**{part.of: thing.pk}, removed_at=None)
    found: Kept = get_object_or_404(own.select_related("unit", part.of), pk=pk)
    return found


def _form(
    request: DeskRequest, kind: Kind, part: Part, thing: Kept, form: KeptForm, *, status: int = 200
) -> HttpResponse:
    row = form.instance
    context: dict[str, Any] = {
        "kind": kind,
        "part": part,
        "thing": row,
        "owner": thing,
        "owner_address": f"{address_of(kind, thing)}#{part.key}",
        "form": form,
        "version": request.POST.get("version") or row.version,
    }
    return render(request, "outreach/form.html", context, status=status)
