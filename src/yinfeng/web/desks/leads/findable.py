"""Leads are found by number, name, investors and what they are about, not by contact persons."""

from collections.abc import Mapping, Sequence

from django.db.models import QuerySet
from django.urls import reverse

from yinfeng.web.desks.leads.clashes import split
from yinfeng.web.desks.leads.models import Lead
from yinfeng.web.people.private import shown
from yinfeng.web.search.findable import Card, Findable


def _card(lead: Lead) -> Card | None:
    if lead.is_removed:
        return None
    told = (lead.content, lead.source, lead.amount, lead.land, lead.next_step)
    return Card(
        unit=lead.unit,
        title=str(lead),
        text="\n".join(one for one in told if one),
        names=tuple(name for name in (lead.name, lead.investors) if name),
        day=lead.reported,
    )


def _rows() -> "QuerySet[Lead]":
    return Lead.objects.filter(removed_at=None).select_related("unit")


def _address(key: str) -> str:
    return reverse("leads:lead", args=[key])


def _firms(keys: Sequence[str]) -> Mapping[str, Sequence[str]]:
    rows = Lead.objects.filter(pk__in=[int(key) for key in keys])
    return {str(pk): split(names) for pk, names in rows.values_list("pk", "investors")}


def _speakers(keys: Sequence[str]) -> Mapping[str, str]:
    rows = Lead.objects.filter(pk__in=[int(key) for key in keys]).exclude(contact="")
    return {str(one.pk): " ".join((shown(one, "contact"), one.contact_post)) for one in rows}


FINDABLE = (
    Findable(
        Lead,
        "线索",
        "leads.read",
        _card,
        _rows,
        _address,
        firms=_firms,
        speakers=_speakers,
    ),
)
