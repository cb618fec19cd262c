"""Enterprises as hits of their own: whom the things that were found name, joined by identity.

A firm is not kept here: leads, projects, tenants and papers name it, each in its own way (恒锐精密,
苏州恒锐精密机械有限公司), and identity says which of these names are one, as people have decided.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from yinfeng.identity.entities import entities_of
from yinfeng.identity.naming import EntityKind, Naming
from yinfeng.web.people.models import OrgUnit
from yinfeng.web.search.findable import findables, rulings
from yinfeng.web.search.folding import folded
from yinfeng.web.search.models import Passage

MOST = 5
# Identity weighs names by pairs; a word that so many firms have tells none of them apart.
_CROWD = 200


@dataclass(frozen=True, slots=True)
class Firm:
    """One enterprise: its fullest name, its other names, and how many things name it."""

    name: str
    others: tuple[str, ...]
    counts: tuple[tuple[str, int], ...]

    @property
    def address(self) -> str:
        """Everything that tells of it."""
        return f"/search/?q={quote(self.name)}"


def firms_named(passages: Sequence[Passage], words: Sequence[str]) -> list[Firm]:
    """The enterprises whose names hold every word, those that most things name first."""
    named = list(_named(passages))
    asked = list(dict.fromkeys(name for name, _ in named if _holds(name, words)))
    if not 0 < len(asked) <= _CROWD:
        return []
    units = list(OrgUnit.objects.filter(pk__in={one.unit_id for one in passages}))
    every = dict.fromkeys(name for name, _ in named)
    namings = [Naming(EntityKind.ENTERPRISE, name) for name in every][:_CROWD]
    wanted = set(asked)
    found = []
    for entity in entities_of(namings, rulings(units)).entities:
        names = list(dict.fromkeys(one.name for one in entity.namings if one.name in every))
        if entity.kind is EntityKind.ENTERPRISE and wanted & set(names):
            found.append(_firm(names, named))
    return sorted(found, key=lambda one: (-sum(n for _, n in one.counts), one.name))[:MOST]


def _named(passages: Sequence[Passage]) -> Iterator[tuple[str, str]]:
    """Each name of an enterprise that a thing gives, with what the thing is."""
    for kind, one in findables().items():
        keys = list(dict.fromkeys(row.key for row in passages if row.kind == kind))
        for names in one.firms(keys).values() if keys else ():
            for name in dict.fromkeys(names):
                yield name, one.title


def _firm(names: Sequence[str], named: Sequence[tuple[str, str]]) -> Firm:
    counts: dict[str, int] = {}
    for name, title in named:
        if name in names:
            counts[title] = counts.get(title, 0) + 1
    return Firm(names[0], tuple(names[1:]), tuple(counts.items()))


def _holds(name: str, words: Sequence[str]) -> bool:
    says = folded(name)
    return all(word in says for word in words)
