"""Papers are found by their titles and every word of their restored text."""

from collections.abc import Iterator, Mapping, Sequence

from django.db.models import F, QuerySet
from django.urls import reverse

from yinfeng.identity.decisions import Decision
from yinfeng.identity.naming import EntityKind, kind_of
from yinfeng.web.people.models import OrgUnit
from yinfeng.web.search.findable import Card, Findable, Within, asides
from yinfeng.web.store.identities import decisions_by_unit
from yinfeng.web.store.models import Document, Entry, Fact

# What a page of hits may show facts of.
_MOST_FACTS = 2000
_PARTIES = ("investors", "parties")


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
    shown = list(rows[:_MOST_FACTS])
    aside = asides([pk for _, pk, _ in shown])
    for document, pk, says in shown:
        address = reverse("library:fact", args=[pk])
        place = Within("事实", says, address, aside.get(pk, ""))
        places.setdefault(str(document), []).append(place)
    return places


def _firms(keys: Sequence[str]) -> Mapping[str, Sequence[str]]:
    standing = Entry.objects.filter(
        fact__reading__document__in=[int(key) for key in keys],
        fact__reading__document__current=F("fact__reading"),
        field__in=_PARTIES,
    )
    rows = standing.values_list("fact__reading__document_id", "value")
    named: dict[str, list[str]] = {}
    for document, value in rows[:_MOST_FACTS]:
        names = [str(one) for one in (value if isinstance(value, list) else [value])]
        firms = [name for name in names if kind_of(name) is EntityKind.ENTERPRISE]
        named.setdefault(str(document), []).extend(firms)
    return named


def _address(key: str) -> str:
    return reverse("library:document", args=[key])


def _rulings(units: Sequence[OrgUnit]) -> Iterator[Decision]:
    for found in decisions_by_unit(units).values():
        yield from found


FINDABLE = (Findable(Document, "资料", "library.read", _card, _rows, _address, _facts, _firms),)
# What people decided of names, for search to join firms by.
RULINGS = _rulings
