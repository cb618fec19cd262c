"""A sheet on its way in: sent, its columns named, tried out, ruled on, imported, undone."""

from collections.abc import Iterator
from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from yinfeng.web.lists import actions
from yinfeng.web.lists.filters import units_of
from yinfeng.web.lists.fitting import import_slots
from yinfeng.web.lists.forms import ReasonForm, SheetForm
from yinfeng.web.lists.importing.grids import grid_of, program
from yinfeng.web.lists.importing.plan import letter
from yinfeng.web.lists.listing import Listing
from yinfeng.web.lists.models import Batch
from yinfeng.web.lists.places import Places
from yinfeng.web.people.models import OrgUnit
from yinfeng.web.shell.doors import DeskRequest
from yinfeng.web.shell.refusals import Refused
from yinfeng.web.work.health import is_worked_on
from yinfeng.web.work.models import State as TaskState

_SAMPLES = 3
_SHOWN = 300
_LATEST = 20
# So many rows are written while one waits.
_AT_ONCE = 200


def sheets(request: DeskRequest, listing: Listing, places: Places) -> HttpResponse:
    """The form that takes a sheet, and the sheets that the person imported."""
    return _sheets(request, listing, places, _sheet_form(request, listing))


def take(request: DeskRequest, listing: Listing, places: Places) -> HttpResponse:
    """Take a sheet in; nothing is imported yet."""
    form = _sheet_form(request, listing, is_sent=True)
    if form.is_valid():
        file = form.cleaned_data["sheet"]
        try:
            content = file.read()
            grid = grid_of(content, file.name or "", office=program())
            batch = actions.take_sheet(
                listing,
                grid,
                content,
                file.name or "未命名",
                by=request.user,
                unit=form.cleaned_data["unit"],
            )
            return redirect(places.sheet(batch.pk))
        except Refused as refusal:
            form.add_error("sheet", str(refusal))
    return _sheets(request, listing, places, form, status=422)


def sheet(request: DeskRequest, listing: Listing, places: Places, pk: int) -> HttpResponse:
    """One sheet: its columns and the dry run, or what came of it."""
    batch = _found(request, listing, pk)
    if batch.state == Batch.State.WAITING:
        return _waiting(request, listing, places, batch)
    if batch.state != Batch.State.DRAFT:
        context = {"listing": listing, "places": places, "batch": batch}
        context["reason_form"] = ReasonForm(label_suffix="")
        return render(request, "lists/sheet_done.html", context)
    slots = import_slots(listing, request.user)
    context = {
        "listing": listing,
        "places": places,
        "batch": batch,
        "columns": list(_columns(batch)),
        "slots": slots.values(),
        "plan": actions.plan_of(listing, batch, request.user),
        "shown": f":{_SHOWN}",
    }
    return render(request, "lists/sheet.html", context)


def _waiting(request: DeskRequest, listing: Listing, places: Places, batch: Batch) -> HttpResponse:
    """How far the import of a long sheet is."""
    context = {
        "listing": listing,
        "places": places,
        "batch": batch,
        "is_given_up": batch.task is None or batch.task.state == TaskState.FAILED,
        "is_worked_on": is_worked_on(timezone.now()),
    }
    return render(request, "lists/sheet_waiting.html", context)


def match(request: DeskRequest, listing: Listing, places: Places, pk: int) -> HttpResponse:
    """Keep which column is which field."""
    batch = _found(request, listing, pk)
    known = import_slots(listing, request.user)
    sent = {str(at): request.POST.get(f"column_{at}", "") for at in range(len(batch.heads))}
    mapping = {at: name for at, name in sent.items() if name in known}
    return _ruled(request, places, batch, mapping=mapping)


def rule(request: DeskRequest, listing: Listing, places: Places, pk: int) -> HttpResponse:
    """Keep what becomes of the likely doubles."""
    batch = _found(request, listing, pk)
    prefix = "row_"
    rulings = {
        name.removeprefix(prefix): value
        for name, value in request.POST.items()
        if name.startswith(prefix)
    }
    return _ruled(request, places, batch, rulings=rulings)


def run(request: DeskRequest, listing: Listing, places: Places, pk: int) -> HttpResponse:
    """Import what the dry run showed."""
    batch, by = _found(request, listing, pk), request.user
    seal, leaves_bad = request.POST.get("seal", ""), bool(request.POST.get("leaves_bad"))
    try:
        if len(batch.rows) > _AT_ONCE:
            actions.ask_import(listing, batch, by=by, seal=seal, leaves_bad=leaves_bad)
        else:
            done = actions.import_rows(
                listing, batch, by=by, seal=seal, leaves_bad=leaves_bad, now=timezone.now()
            )
            messages.success(request, f"已导入：新建{done.created}条，修改{done.changed}条。")
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect(places.sheet(pk))


def undo(request: DeskRequest, listing: Listing, places: Places, pk: int) -> HttpResponse:
    """Take the whole sheet back."""
    batch = _found(request, listing, pk)
    form = ReasonForm(request.POST)
    reason = form.cleaned_data["reason"] if form.is_valid() else ""
    now = timezone.now()
    try:
        count = actions.undo_import(listing, batch, by=request.user, reason=reason, now=now)
        messages.success(request, f"已整批撤销，共{count}条恢复原状。")
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect(places.sheet(pk))


def _ruled(request: DeskRequest, places: Places, batch: Batch, **says: Any) -> HttpResponse:
    try:
        actions.choose(batch, by=request.user, **says)
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect(places.sheet(batch.pk))


def _found(request: DeskRequest, listing: Listing, pk: int) -> Batch:
    own = Batch.objects.filter(listing=listing.key, by=request.user).select_related(
        "unit", "by", "task"
    )
    return get_object_or_404(own, pk=pk)


def _units(request: DeskRequest, listing: Listing) -> QuerySet[OrgUnit]:
    assert listing.editing is not None
    return units_of(listing.editing.imports)(request.user)


def _sheet_form(request: DeskRequest, listing: Listing, *, is_sent: bool = False) -> SheetForm:
    sent = (request.POST, request.FILES) if is_sent else ()
    return SheetForm(*sent, units=_units(request, listing), unit=request.user.unit)


def _sheets(
    request: DeskRequest, listing: Listing, places: Places, form: SheetForm, status: int = 200
) -> HttpResponse:
    context = {
        "listing": listing,
        "places": places,
        "form": form,
        "slots": import_slots(listing, request.user).values(),
        "natural": _natural(request, listing),
        "batches": Batch.objects.of(listing.key, request.user)[:_LATEST],
    }
    return render(request, "lists/sheets.html", context, status=status)


def _natural(request: DeskRequest, listing: Listing) -> str:
    assert listing.editing is not None
    slots = import_slots(listing, request.user)
    return "、".join(slots[name].label for name in listing.editing.natural)


def _columns(batch: Batch) -> Iterator[dict[str, Any]]:
    for at, head in enumerate(batch.heads):
        cells = [row[at] for row in batch.rows if at < len(row) and row[at]]
        yield {
            "at": at,
            "letter": letter(at),
            "head": head,
            "samples": cells[:_SAMPLES],
            "slot": batch.mapping.get(str(at), ""),
        }
