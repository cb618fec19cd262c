"""A lead goes by what an office chose where papers differ; what a person typed of it holds."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from django.db import transaction

from yinfeng.reports.wording import written
from yinfeng.values import Quantity
from yinfeng.web.desks.leads.actions.forms import FIELDS, columns
from yinfeng.web.desks.leads.actions.grading import regrade
from yinfeng.web.desks.leads.known import standing_tellings
from yinfeng.web.desks.leads.models import Lead, Telling
from yinfeng.web.desks.leads.rules import rules_of
from yinfeng.web.desks.library.chosen import Chosen, chosen_among, words_of
from yinfeng.web.lists import keeping
from yinfeng.web.people.models import User
from yinfeng.web.shell.events import record
from yinfeng.web.store.values import from_json

# The figures of a lead as papers call them, and where the register keeps each.
KEPT = {"investment": "amount", "land": "land", "floor_area": "land"}


@transaction.atomic
def hear_choice(papers: Collection[int], *, by: User, today: date) -> int:
    """Let the leads that these papers tell of go by what is chosen now; how many changed."""
    told = Telling.objects.filter(entry__fact__reading__document__in=papers, field__in=KEPT)
    standing = Lead.objects.standing().filter(pk__in=told.values("lead"))
    return sum(go_by(lead, by=by, today=today) for lead in standing.order_by("pk"))


@transaction.atomic
def go_by(lead: Lead, *, by: User | None, today: date) -> bool:
    """Let each figure of the lead that a paper tells be the chosen one; whether any changed."""
    lead = keeping.held(lead)
    if lead.state == Lead.State.CONVERTED:
        return False
    words: dict[str, str] = {}
    for field, telling in _gone_by(lead).items():
        value = from_json(telling.value)
        if isinstance(value, Quantity):
            telling.save(force_insert=True)
            words[KEPT[field]] = written(value)
    if not words:
        return False
    values: dict[str, Any] = columns(words)
    before = {name: getattr(lead, name) for name in values}
    because = f"按说法比对选定{'、'.join(FIELDS[name] for name in words)}"
    rules = rules_of(lead.unit, today)
    lead = regrade(lead, rules=rules, by=by, today=today, because=because, **values)
    record(by, "leads.go_by", lead, unit=lead.unit, before=before, reason=because, **values)
    return True


def _gone_by(lead: Lead) -> Mapping[str, Telling]:
    """By field, the telling that stands from now on, not yet written."""
    stand = {
        field: one for field, one in standing_tellings(lead).items() if field in KEPT and one.entry
    }
    found = chosen_among([one.entry for one in stand.values() if one.entry], lead.unit)
    moved: dict[str, Telling] = {}
    for field, one in stand.items():
        assert one.entry is not None
        chosen = found.get(words_of(one.entry))
        anew = _before(lead, one) if chosen is None else _chosen(lead, one, chosen)
        if anew is not None:
            moved[field] = anew
    return moved


def _chosen(lead: Lead, one: Telling, chosen: Chosen) -> Telling | None:
    entry, value = chosen.telling.entry, chosen.telling.value
    if one.entry and words_of(one.entry) == words_of(entry) and one.value == value:
        return None
    place = {"start": entry.start, "end": entry.end, "quote": entry.quote}
    return Telling(lead=lead, field=one.field, entry=entry, value=value, **place)


def _before(lead: Lead, one: Telling) -> Telling | None:
    """What a paper told first, where the choice by which another was taken is taken back."""
    first = lead.tellings.filter(field=one.field).exclude(entry=None).order_by("pk").first()
    if first is None or (first.entry_id, first.value) == (one.entry_id, one.value):
        return None
    place = {"start": first.start, "end": first.end, "quote": first.quote}
    return Telling(lead=lead, field=one.field, entry=first.entry, value=first.value, **place)
