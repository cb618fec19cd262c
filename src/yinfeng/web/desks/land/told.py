"""Control zones that papers in scope tell of in words and that nobody has registered yet."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import Q

from yinfeng.judgement.told_zones import ToldZone, told_zones
from yinfeng.lexicon.land import zone_words
from yinfeng.web.desks.land.models import Zone
from yinfeng.web.people.models import User
from yinfeng.web.store.models import Document

_LATEST, _MOST = 500, 50
_LONG = tuple(f"current__{name}" for name in ("restored", "segments", "parts"))


@dataclass(frozen=True, slots=True)
class Telling:
    """A layer of which a paper tells."""

    document: Document
    zone: ToldZone

    @property
    def basis(self) -> str:
        """What a registered zone names as its basis: the paper and its words."""
        return f"{_source(self.document)}：{self.zone.quote}"[:200]

    @property
    def form(self) -> str:
        """The address of the form of a zone, filled in by what the paper says."""
        published = self.document.current.published if self.document.current else None
        told = {
            "name": f"{self.zone.label}（{self.document.name}）"[:120],
            "layer": self.zone.layer,
            "rule": self.zone.rule,
            "basis": self.basis,
            "boundary": self.zone.where[:400],
            "since": str(published or ""),
        }
        return f"/land/zones/add?{urlencode({key: says for key, says in told.items() if says})}"


def tellings(user: User) -> list[Telling]:
    """What the latest papers tell, without what stands in the register by the same words."""
    latest = Document.objects.visible_to(user).order_by("-pk").values("pk")[:_LATEST]
    named = Q()
    for words in zone_words():
        for word in words.says:
            named |= Q(current__source__contains=word)
    rows = Document.objects.filter(pk__in=list(latest.values_list("pk", flat=True))).filter(named)
    found = rows.select_related("unit", "current").defer(*_LONG).order_by("-pk")[:_MOST]
    return list(_open(list(found)))


def _open(documents: list[Document]) -> Iterator[Telling]:
    units = {document.unit_id for document in documents}
    zones = Zone.objects.standing().filter(unit__in=units)
    taken = list(zones.values_list("unit", "layer", "basis"))
    for document in documents:
        assert document.current is not None
        for zone in told_zones(document.current.source):
            is_taken = any(
                (unit, layer) == (document.unit_id, zone.layer)
                and basis.startswith(f"{_source(document)}：")
                for unit, layer, basis in taken
            )
            if not is_taken:
                yield Telling(document, zone)


def _source(document: Document) -> str:
    return f"《{document.name}》"
