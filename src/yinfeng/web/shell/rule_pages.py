"""The page on which an office reads the rules of a room and lays its own file over them."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.db import models
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from yinfeng.web.people.may import may
from yinfeng.web.people.paths import line_of
from yinfeng.web.shell.doors import DeskRequest
from yinfeng.web.shell.refusals import Refused

_SHOWN = 20


def rules_page(
    request: DeskRequest,
    room: str,
    form_of: type[forms.Form],
    model: type[models.Model],
    put: Callable[..., object],
    **shows: object,
) -> HttpResponse:
    """The rules that hold, and the form by which *put* lays a file of the unit over them.

    *model* keeps the files; *shows* is what else the template of the room names.
    """
    unit, today = request.user.unit, timezone.localdate()
    form = form_of(
        request.POST or None, request.FILES or None, initial={"since": today}, label_suffix=""
    )
    if request.method == "POST" and form.is_valid():
        given: dict[str, Any] = {n: v for n, v in form.cleaned_data.items() if n != "file"}
        try:
            put(unit, by=request.user, today=today, **given)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "办法已保存，自施行日期起生效。")
            return redirect(f"{room}:rules")
    rows = model._default_manager.filter(unit__path__in=line_of(unit.path))
    context = {
        **shows,
        "form": form,
        "unit": unit,
        "filed": rows.select_related("unit", "by").order_by("-pk")[:_SHOWN],
        "may_set": may(request.user, f"{room}.set_rules", unit),
    }
    return render(request, f"{room}/rules.html", context, status=422 if form.errors else 200)
