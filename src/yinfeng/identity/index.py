"""Which names are worth comparing: those that share a rare pair of characters or a stated alias.

Ten thousand names make fifty million pairs; a name's rarest character pairs leave a handful each.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from yinfeng.identity.keys import Key
from yinfeng.identity.naming import EntityKind
from yinfeng.lexicon.bodies import endings

_RAREST = 4
# A run of characters that very many names share tells none of them apart.
_CROWD = 400

Gram = tuple[EntityKind, str]


def candidate_pairs(keys: Sequence[Key]) -> Iterator[tuple[int, int]]:
    """The pairs of positions in *keys* that a reason could speak of, each once, in order."""
    every = [grams(key) for key in keys]
    postings: defaultdict[Gram, list[int]] = defaultdict(list)
    for at, own in enumerate(every):
        for gram in own:
            postings[gram].append(at)
    seen: set[tuple[int, int]] = set()
    for at, own in enumerate(every):
        for other in _neighbours(own, postings):
            if other != at:
                seen.add((min(at, other), max(at, other)))
    yield from sorted(seen)


def _neighbours(own: frozenset[Gram], postings: Mapping[Gram, list[int]]) -> Iterator[int]:
    shared = (gram for gram in own if len(postings[gram]) > 1)
    rare = sorted(shared, key=lambda gram: (len(postings[gram]), gram))[:_RAREST]
    for gram in rare:
        if len(postings[gram]) <= _CROWD or gram[1].startswith("="):
            yield from postings[gram]


def grams(key: Key) -> frozenset[Gram]:
    """What a name is looked for by: its pairs of characters, and its whole names after an =."""
    whole = {key.plain, key.parts.other, key.naming.code, key.core, *key.aliases} - {""}
    found = {f"={name}" for name in whole}
    stem = _stem(key)
    found |= {stem[at : at + 2] for at in range(max(1, len(stem) - 1))}
    if key.kind is EntityKind.ENTERPRISE:
        # 捷尔达 and 捷而达 share no neighbours, but their first and last characters.
        found |= {stem[at] + "." + stem[at + 2] for at in range(len(stem) - 2)}
    return frozenset((key.kind, gram) for gram in found)


def _stem(key: Key) -> str:
    if key.kind is EntityKind.PLACE:
        for start in range(2, len(key.core)):
            if key.core[start:] in endings():
                return key.core[:start]
    return key.core
