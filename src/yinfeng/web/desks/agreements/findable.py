"""Agreements are found by title, parties, number and project."""

from django.db.models import QuerySet
from django.urls import reverse

from yinfeng.web.desks.agreements.models import Agreement
from yinfeng.web.search.findable import Card, Findable


def _card(agreement: Agreement) -> Card | None:
    if agreement.is_removed:
        return None
    told = (agreement.number, agreement.amount, agreement.others, agreement.tax)
    return Card(
        unit=agreement.unit,
        title=agreement.title,
        text="\n".join(one for one in told if one),
        names=(agreement.theirs, agreement.project.name),
        day=agreement.signed,
    )


def _rows() -> "QuerySet[Agreement]":
    return Agreement.objects.filter(removed_at=None).select_related("unit", "project")


def _address(key: str) -> str:
    return reverse("agreements:agreement", args=[key])


FINDABLE = (Findable(Agreement, "协议", "agreements.read", _card, _rows, _address),)
