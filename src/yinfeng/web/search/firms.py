"""Enterprises as hits of their own: whom the things that were found name, joined by identity.

A firm is not kept here: leads, projects, tenants and papers name it, each in its own way (恒锐精密,
苏州恒锐精密机械有限公司), and identity says which of these names are one, as people have decided.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from yinfeng.identity.entities import entities_of
from yinfeng.identity.keys import key_of
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
        """The page of all that tells of it."""
        return f"/search/firm?name={quote(self.name)}"

    @property
    def names(self) -> tuple[str, ...]:
        """Every name by which it is called."""
        return (self.name, *self.others)


def firms_named(passages: Sequence[Passage], words: Sequence[str]) -> list[Firm]:
    """The enterprises whose names hold every word, those that most things name first."""
    found = _firms_of(passages, lambda name: _holds(name, words))
    return sorted(found, key=lambda one: (-sum(n for _, n in one.counts), one.name))[:MOST]


def firm_called(passages: Sequence[Passage], name: str) -> Firm | None:
    """The enterprise that one of these things calls by exactly this name."""
    return next(iter(_firms_of(passages, lambda one: one == name)), None)


def stem_of(name: str) -> str:
    """What every way to write a firm has in common: 恒锐 of 苏州恒锐精密机械有限公司."""
    core = key_of(Naming(EntityKind.ENTERPRISE, name)).core
    return core if len(core) > 1 else name


def naming(passages: Sequence[Passage], firm: Firm) -> list[Passage]:
    """Those of the passages whose things name the firm, or whose words do."""
    held = {(kind, key) for kind, key, name in _namings(passages) if name in firm.names}
    names = [folded(name) for name in firm.names]
    return [
        row
        for row in passages
        if (row.kind, row.key) in held or any(name in folded(row.text) for name in names)
    ]


def _firms_of(passages: Sequence[Passage], is_asked: Callable[[str], bool]) -> list[Firm]:
    named = list(_named(passages))
    asked = list(dict.fromkeys(name for name, _ in named if is_asked(name)))
    if not 0 < len(asked) <= _CROWD:
        return []
    units = list(OrgUnit.objects.filter(pk__in={one.unit_id for one in passages}))
    # Those that are asked for are weighed first.
    every = dict.fromkeys([*asked, *(name for name, _ in named)])
    namings = [Naming(EntityKind.ENTERPRISE, name) for name in every][:_CROWD]
    wanted = set(asked)
    found = []
    for entity in entities_of(namings, rulings(units)).entities:
        names = list(dict.fromkeys(one.name for one in entity.namings if one.name in every))
        if entity.kind is EntityKind.ENTERPRISE and wanted & set(names):
            found.append(_firm(names, named))
    return found


def _named(passages: Sequence[Passage]) -> Iterator[tuple[str, str]]:
    """Each name of an enterprise that a thing gives, with what the thing is."""
    kinds = findables()
    return ((name, kinds[kind].title) for kind, _, name in _namings(passages))


def _namings(passages: Sequence[Passage]) -> Iterator[tuple[str, str, str]]:
    """Each name of an enterprise that a thing gives, with the kind and the key of the thing."""
    for kind, one in findables().items():
        keys = list(dict.fromkeys(row.key for row in passages if row.kind == kind))
        for key, names in one.firms(keys).items() if keys else ():
            for name in dict.fromkeys(names):
                yield kind, key, name


def _firm(names: Sequence[str], named: Sequence[tuple[str, str]]) -> Firm:
    counts: dict[str, int] = {}
    for name, title in named:
        if name in names:
            counts[title] = counts.get(title, 0) + 1
    return Firm(names[0], tuple(names[1:]), tuple(counts.items()))


def _holds(name: str, words: Sequence[str]) -> bool:
    says = folded(name)
    return all(word in says for word in words)
