"""Facts of papers that can become records of land: carriers and blocks that are renewed.

新港产业园规划面积3000亩、建成500亩 becomes a park with both figures, each with the words that tell
it. Only what a person has accepted or corrected is taken over; a goal is no built area.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from yinfeng.mapping.areas import NotAnArea, area_written
from yinfeng.mapping.bounds import bounds_told
from yinfeng.values import Quantity
from yinfeng.web.desks.land.models import Block, Kept, Park, Zone
from yinfeng.web.people.models import User
from yinfeng.web.store.accepted import Accepted, accepted, latest
from yinfeng.web.store.models import Document, Fact

_KINDS = ("carrier", "renewal")
_OFFERED = {"carrier": ("parks", "blocks", "zones"), "renewal": ("blocks", "zones")}
_MODELS: Mapping[str, type[Kept]] = {"parks": Park, "blocks": Block, "zones": Zone}
_UNITS = {"mu": "亩", "m2": "㎡", "ha": "公顷", "km2": "平方公里"}
_TYPES = {"park": "zone", "base": "zone", "building": "science"}


@dataclass(frozen=True, slots=True)
class Proposal(Accepted):
    """A fact of which every figure is decided, and what it may become, the likeliest first."""

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of record that it may become."""
        return _OFFERED[self.fact.kind]

    @property
    def name(self) -> str:
        """What the thing is called."""
        return str(self.told.get("name") or self.told.get("block") or "")

    def values(self, kind: str) -> dict[str, Any]:
        """What a form of that kind is filled with."""
        return {name: value for name, value in _VALUES[kind](self).items() if value}

    def area(self, field: str) -> Decimal | None:
        """The square metres that a figure tells: of an open one the end that is named."""
        value = self.told.get(field)
        if not isinstance(value, Quantity) or value.unit.name not in _UNITS:
            return None
        number = value.low if value.low is not None else value.high
        try:
            return area_written(f"{number:f}{_UNITS[value.unit.name]}") if number else None
        except NotAnArea:
            return None

    @property
    def built(self) -> Decimal | None:
        """The land that is built on; floor space, which papers give in square metres, is none."""
        return None if self._is_floor_space else self.area("built_area")

    @property
    def floor_space(self) -> str:
        """Floor space that the paper gives beside the land, in words."""
        area = self.area("built_area") if self._is_floor_space else None
        return f"材料写建筑面积{area.normalize():,f}㎡" if area else ""

    @property
    def bounds(self) -> str:
        """The four bounds that the words tell, else the place."""
        return (bounds_told(self.fact.quote) or str(self.told.get("site") or ""))[:400]

    @property
    def _is_floor_space(self) -> bool:
        value = self.told.get("built_area")
        return isinstance(value, Quantity) and value.unit.name == "m2"

    def names(self, field: str) -> str:
        """The names that a field tells, as one line."""
        return "、".join(one for one in self.told.get(field, ()) if isinstance(one, str))


def proposals(user: User) -> list[Proposal]:
    """The facts in scope that may become records and have not yet, of the latest documents."""
    return _proposals(latest(user, _KINDS))


def proposal_of(fact: Fact) -> Proposal | None:
    """The fact as it may be taken over; None while something of it is open."""
    found = (one for one in _proposals([fact.reading.document]) if one.fact.pk == fact.pk)
    return next(found, None)


def _proposals(documents: list[Document]) -> list[Proposal]:
    found = accepted(documents, _KINDS, _MODELS.values())
    return [Proposal(one.fact, one.document, one.told) for one in found]


def _park(one: Proposal) -> dict[str, Any]:
    return {
        "name": one.name[:80],
        "kind": _TYPES.get(str(one.told.get("type", "")), "other"),
        "planned": one.area("area"),
        "built": one.built,
        "industries": one.names("industries")[:200],
        "boundary": one.bounds,
        "note": one.floor_space,
    }


def _block(one: Proposal) -> dict[str, Any]:
    return {
        "code": one.name[:40],
        "name": one.name[:80],
        "planned": one.area("area"),
        "built": one.built,
        "functions": (one.names("after") or one.names("industries"))[:200],
        "boundary": one.bounds,
        "note": one.floor_space,
    }


def _zone(one: Proposal) -> dict[str, Any]:
    return {
        "name": one.name[:120],
        "basis": one.document.name[:200],
        "boundary": one.bounds or one.fact.quote[:400],
    }


_VALUES = {"parks": _park, "blocks": _block, "zones": _zone}
