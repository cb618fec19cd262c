"""Notes in the journal: on many rows that were picked, or on the one whose page is open."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from yinfeng.web.lists import actions
from yinfeng.web.lists.forms import NoteForm
from yinfeng.web.lists.listing import Listing
from yinfeng.web.lists.picking import picked
from yinfeng.web.lists.places import Places
from yinfeng.web.lists.templatetags.journal import journal_of
from yinfeng.web.shell.doors import DeskRequest
from yinfeng.web.shell.refusals import Refused


def note_many(request: DeskRequest, listing: Listing, places: Places) -> HttpResponse:
    """One note on all the rows that were picked."""
    back = f"{places.page}?{request.POST.get('query', '')}"
    form = NoteForm(request.POST if "says" in request.POST else None, label_suffix="")
    try:
        chosen = picked(listing, request.user, request.POST)
        if form.is_valid():
            actions.note(
                chosen.records,
                by=request.user,
                unit=chosen.records[0].unit,
                now=timezone.now(),
                **form.cleaned_data,
            )
            messages.success(request, f"已记在{len(chosen.records)}条记录上。")
            return redirect(back)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect(back)
    context = {"listing": listing, "places": places, "picked": chosen, "form": form}
    context["query"] = request.POST.get("query", "")
    return render(request, "lists/note.html", context, status=422 if form.errors else 200)


def note_one(request: DeskRequest, listing: Listing, places: Places, pk: int) -> HttpResponse:
    """A note on one record: its journal for htmx, its page for anyone else."""
    record = get_object_or_404(listing.rows(request.user), pk=pk)
    form = NoteForm(request.POST, label_suffix="", auto_id="note_%s")
    if form.is_valid():
        actions.note(
            [record], by=request.user, unit=record.unit, now=timezone.now(), **form.cleaned_data
        )
    if request.htmx:
        told = journal_of(request, record, places, form=None if form.is_valid() else form)
        status = 200 if form.is_valid() else 422
        return render(request, "lists/_journal.html", told, status=status)
    for says in [] if form.is_valid() else form.errors.values():
        messages.error(request, "；".join(str(one) for one in says))
    if not listing.opens:
        return redirect(places.page)
    return redirect(reverse(listing.opens, args=[getattr(record, listing.opens_by)]))
