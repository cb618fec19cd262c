"""Names joined into entities: what a person decided first, then what the reasons say.

Sameness is handed on (A is B, B is C), difference is a veto: a group never holds two names that a
person called different. What the score leaves open is a question.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from yinfeng.identity.decisions import Decision, Ruling, rulings
from yinfeng.identity.index import candidate_pairs
from yinfeng.identity.keys import key_of
from yinfeng.identity.naming import EntityKind, Naming
from yinfeng.identity.score import Likeness, Verdict, likeness, likeness_of_keys


@dataclass(frozen=True, slots=True)
class Entity:
    """One thing and all its names, the fullest first, with the likenesses that joined them."""

    kind: EntityKind
    name: str
    namings: tuple[Naming, ...]
    joined_by: tuple[Likeness, ...]


@dataclass(frozen=True, slots=True)
class Entities:
    """All entities, the questions that are open, and which entity a naming belongs to."""

    entities: tuple[Entity, ...]
    questions: tuple[Likeness, ...]
    of: Mapping[Naming, Entity] = field(repr=False)


class _Groups:
    """Names in groups that grow by joining, unless a veto stands between two of their names."""

    def __init__(self, size: int, vetoes: Iterable[tuple[int, int]]) -> None:
        self.group = list(range(size))
        self.members = [[at] for at in range(size)]
        self.vetoed: list[set[int]] = [set() for _ in range(size)]
        for left, right in vetoes:
            self.vetoed[left].add(right)
            self.vetoed[right].add(left)

    def join(self, left: int, right: int) -> bool:
        """Whether the two are in one group afterwards."""
        ours, theirs = self.group[left], self.group[right]
        if ours == theirs:
            return True
        if len(self.members[ours]) < len(self.members[theirs]):
            ours, theirs = theirs, ours
        barred = {self.group[at] for at in self.vetoed[theirs]}
        if ours in barred:
            return False
        for at in self.members[theirs]:
            self.group[at] = ours
        self.members[ours] += self.members[theirs]
        self.vetoed[ours] |= self.vetoed[theirs]
        return True


def entities_of(namings: Iterable[Naming], decisions: Iterable[Decision] = ()) -> Entities:
    """The entities behind *namings*, the same for any order of namings and of decisions."""
    decided = rulings(decisions)
    nodes = sorted(_told_once([*namings, *(name for pair in decided for name in pair)]))
    place = {naming: at for at, naming in enumerate(nodes)}
    likenesses = _likenesses(nodes, decided)
    groups = _Groups(
        len(nodes),
        [
            (place[left], place[right])
            for (left, right), decision in decided.items()
            if decision.ruling is Ruling.DIFFERENT
        ],
    )
    refused = _join_decided(groups, place, decided)
    joined = _join_alike(groups, place, likenesses)
    return _gathered(nodes, groups, joined, likenesses, decided, refused)


def _told_once(namings: Iterable[Naming]) -> set[Naming]:
    aliases: dict[tuple[EntityKind, str, str, str], set[str]] = {}
    for n in namings:
        aliases.setdefault((n.kind, n.name, n.host, n.code), set()).update(n.aliases)
    return {
        Naming(kind, name, host, code, tuple(sorted(own)))
        for (kind, name, host, code), own in aliases.items()
    }


def _likenesses(
    nodes: Sequence[Naming], decided: Mapping[tuple[Naming, Naming], Decision]
) -> list[Likeness]:
    keys = [key_of(naming) for naming in nodes]
    found: list[Likeness] = []
    for left, right in candidate_pairs(keys):
        ruled = decided.get((nodes[left], nodes[right]))
        if ruled is None or ruled.ruling is Ruling.OPEN:
            weighed = likeness_of_keys(keys[left], keys[right])
            if weighed.verdict is not Verdict.DIFFERENT:
                found.append(weighed)
    return sorted(found, key=lambda like: (-like.score, like.left, like.right))


def _join_decided(
    groups: _Groups,
    place: Mapping[Naming, int],
    decided: Mapping[tuple[Naming, Naming], Decision],
) -> list[Decision]:
    same = [d for d in decided.values() if d.ruling is Ruling.SAME]
    newest_first = sorted(same, key=lambda d: (d.when, d.pair), reverse=True)
    return [d for d in newest_first if not groups.join(place[d.left], place[d.right])]


def _join_alike(
    groups: _Groups, place: Mapping[Naming, int], likenesses: Sequence[Likeness]
) -> list[Likeness]:
    return [
        like
        for like in likenesses
        if like.verdict is Verdict.SAME and groups.join(place[like.left], place[like.right])
    ]


def _gathered(
    nodes: Sequence[Naming],
    groups: _Groups,
    joined: Sequence[Likeness],
    likenesses: Sequence[Likeness],
    decided: Mapping[tuple[Naming, Naming], Decision],
    refused: Sequence[Decision],
) -> Entities:
    members: dict[int, list[Naming]] = {}
    for at, naming in enumerate(nodes):
        members.setdefault(groups.group[at], []).append(naming)
    group_of = {naming: groups.group[at] for at, naming in enumerate(nodes)}
    grounds: dict[int, list[Likeness]] = {}
    for like in joined:
        grounds.setdefault(group_of[like.left], []).append(like)
    by_group = {group: _entity(names, grounds.get(group, ())) for group, names in members.items()}
    clashes = [likeness(*decision.pair) for decision in refused]
    open_ = [
        like
        for like in [*clashes, *likenesses]
        if group_of[like.left] != group_of[like.right] and not _settled(like, decided)
    ]
    return Entities(
        tuple(sorted(by_group.values(), key=lambda e: (e.kind, e.name, e.namings))),
        tuple(open_),
        {naming: by_group[group] for naming, group in group_of.items()},
    )


def _settled(like: Likeness, decided: Mapping[tuple[Naming, Naming], Decision]) -> bool:
    ruled = decided.get((like.left, like.right))
    return ruled is not None and ruled.ruling is Ruling.DIFFERENT


def _entity(names: Sequence[Naming], joined_by: Sequence[Likeness]) -> Entity:
    ordered = tuple(sorted(names, key=lambda n: (-len(n.name), n)))
    return Entity(ordered[0].kind, ordered[0].name, ordered, tuple(joined_by))
