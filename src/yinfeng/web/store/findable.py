"""Papers are found by their titles and every word of their restored text."""

from collections.abc import Mapping, Sequence

from django.db.models import F, QuerySet
from django.urls import reverse

from yinfeng.web.search.findable import Card, Findable, Within
from yinfeng.web.store.models import Document, Fact

# What a page of hits may show facts of.
_MOST_FACTS = 2000


def _card(document: Document) -> Card | None:
    reading = document.current
    if reading is None:
        return None
    names = (document.name, reading.publisher)
    return Card(
        unit=document.unit,
        title=reading.title or document.name,
        text=reading.restored,
        names=tuple(name for name in names if name),
        day=reading.published,
    )


def _rows() -> "QuerySet[Document]":
    return Document.objects.exclude(current=None).select_related("unit", "current")


def _facts(keys: Sequence[str]) -> Mapping[str, Sequence[Within]]:
    standing = Fact.objects.filter(
        reading__document__in=[int(key) for key in keys], reading__document__current=F("reading")
    )
    rows = standing.order_by("ordinal").values_list("reading__document_id", "pk", "says")
    places: dict[str, list[Within]] = {}
    for document, pk, says in rows[:_MOST_FACTS]:
        address = reverse("library:fact", args=[pk])
        places.setdefault(str(document), []).append(Within("事实", says, address))
    return places


def _address(key: str) -> str:
    return reverse("library:document", args=[key])


FINDABLE = (Findable(Document, "资料", "library.read", _card, _rows, _address, _facts),)
