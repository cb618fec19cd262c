"""The journal on the page of a record: its counts in the head, and its notes with a form.

{% load journal %}
<h1>{{ lead }} {% journal_head lead %}</h1>
{% journal lead "leads:index" %}
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import template
from django.db import models
from django.middleware.csrf import get_token

from yinfeng.web.lists.forms import NoteForm
from yinfeng.web.lists.history import end_of
from yinfeng.web.lists.models import Note, NotePlace
from yinfeng.web.lists.places import Places
from yinfeng.web.lists.sheets import gravest_first
from yinfeng.web.people.may import may

register = template.Library()


@register.inclusion_tag("lists/_journal_head.html")
def journal_head(record: models.Model, as_of: date | None = None) -> Mapping[str, object]:
    """How many notes of each severity stand on the record."""
    moment = end_of(as_of) if as_of else None
    counts = NotePlace.objects.counted(type(record), [record.pk], moment)
    return {"notes": gravest_first(counts.get(record.pk, {}))}


@register.inclusion_tag("lists/_journal.html", takes_context=True)
def journal(
    context: Mapping[str, Any], record: Any, listing: str, as_of: date | None = None
) -> Mapping[str, object]:
    """The notes on the record, and the form of the next one for whoever may write it."""
    return journal_of(context["request"], record, Places(listing), as_of=as_of)


def journal_of(
    request: Any,
    record: Any,
    places: Places,
    *,
    form: NoteForm | None = None,
    as_of: date | None = None,
) -> dict[str, object]:
    """What the part of the journal shows."""
    moment = end_of(as_of) if as_of else None
    return {
        "notes": list(Note.objects.on(record, moment)),
        "record": record,
        "address": places.journal(record.pk),
        "form": form or NoteForm(label_suffix="", auto_id="note_%s"),
        "may_note": as_of is None and may(request.user, "lists.note", record.unit),
        "csrf_token": get_token(request),
    }
