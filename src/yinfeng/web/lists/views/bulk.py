"""Many rows at once: choose what to change, see from what to what, confirm."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from yinfeng.web.lists import actions
from yinfeng.web.lists.bulk import planned
from yinfeng.web.lists.fitting import slots_of
from yinfeng.web.lists.forms import ReasonForm
from yinfeng.web.lists.listing import Listing
from yinfeng.web.lists.picking import picked, versions_of
from yinfeng.web.lists.places import Places
from yinfeng.web.lists.slots import Slot, Unreadable, value_of
from yinfeng.web.shell.doors import DeskRequest
from yinfeng.web.shell.refusals import Refused

_SHOWN = 500


def edit(request: DeskRequest, listing: Listing, places: Places) -> HttpResponse:
    """The form of a bulk edit, its preview, and its doing."""
    assert listing.editing is not None
    slots = slots_of(listing, request.user)
    fields = {**{n: slots[n] for n in listing.editing.bulk}, **_own(listing, slots)}
    if request.POST.get("step") == "do":
        return _done(request, listing, places, fields)
    try:
        chosen = picked(listing, request.user, request.POST)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect(f"{places.page}?{request.POST.get('query', '')}")
    context = {"listing": listing, "places": places, "picked": chosen, "lines": [], "values": []}
    context["form"] = form = _form(fields, request.POST)
    context["query"] = request.POST.get("query", "")
    status = 200
    if request.POST.get("step") == "preview":
        values, wrong = _values(fields, request.POST)
        for name, says in wrong.items():
            form.add_error(name, says)
        if not values and not wrong:
            form.add_error(None, "请先勾选要改的字段，再填新值。")
        status = 422 if form.errors else 200
        if status == 200:
            plan = list(planned(listing.editing, slots, chosen.records, values, request.user))
            context |= _preview(request, fields, plan)
    return render(request, "lists/bulk.html", context, status=status)


def _done(
    request: DeskRequest, listing: Listing, places: Places, fields: Mapping[str, Slot]
) -> HttpResponse:
    values, _ = _values(fields, request.POST)
    versions = versions_of(request.POST.get("rows", ""))
    form = ReasonForm(request.POST)
    reason = form.cleaned_data["reason"] if form.is_valid() else ""
    try:
        count = actions.bulk_edit(listing, versions, values, by=request.user, reason=reason)
        messages.success(request, f"已修改{count}条。")
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect(f"{places.page}?{request.POST.get('query', '')}")


def _own(listing: Listing, slots: Mapping[str, Slot]) -> dict[str, Slot]:
    assert listing.editing is not None
    return {name: slot for name, slot in slots.items() if name not in listing.editing.fields}


def _form(fields: Mapping[str, Slot], sent: Mapping[str, Any]) -> forms.Form:
    """A tick and an input for each field."""
    inputs: dict[str, Any] = {}
    for name, slot in fields.items():
        inputs[name] = slot.input()
    made = type("BulkForm", (forms.Form,), inputs)
    form: forms.Form = made(sent, label_suffix="")
    form.ticked = [n for n in fields if sent.get(f"set_{n}")]  # type: ignore[attr-defined]
    return form


def _values(
    fields: Mapping[str, Slot], sent: Mapping[str, Any]
) -> tuple[dict[str, Any], dict[str, str]]:
    """What is to be set, and what of it cannot be read."""
    values: dict[str, Any] = {}
    wrong: dict[str, str] = {}
    for name, slot in fields.items():
        if not sent.get(f"set_{name}"):
            continue
        try:
            words = str(sent.get(name, ""))
            values[name] = value_of(slot, words)
            if slot.is_required and not words.strip():
                wrong[name] = "不能为空"
        except Unreadable as says:
            wrong[name] = str(says)
    return values, wrong


def _preview(request: DeskRequest, fields: Mapping[str, Slot], plan: list[Any]) -> dict[str, Any]:
    sent = [(f"set_{n}", "on") for n in fields if request.POST.get(f"set_{n}")]
    sent += [(n, request.POST.get(n, "")) for n in fields if request.POST.get(f"set_{n}")]
    open_ = [one for one in plan if one.is_open]
    return {
        "lines": plan[:_SHOWN],
        "more": max(len(plan) - _SHOWN, 0),
        "to_change": len(open_),
        "kept_out": sum(bool(one.why_not) for one in plan),
        "unchanged": sum(not one.why_not and not one.changes for one in plan),
        "rows": ",".join(f"{one.record.pk}:{one.record.version}" for one in open_),
        "sent": sent,
        "reason_form": ReasonForm(label_suffix=""),
        "is_preview": True,
    }
