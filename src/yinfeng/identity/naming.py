"""What is named: an enterprise, a project, a place or a carrier, as a paper names it.

A naming is a node of identity: the same name told of two hosts is two namings until a reason
joins them, because 双创园 of one town is not 双创园 of the next.
"""

import re
import unicodedata
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache

from yinfeng.lexicon.bodies import endings
from yinfeng.values import NameKind


class EntityKind(StrEnum):
    """What sort of thing identity joins; only namings of one kind can be one thing."""

    ENTERPRISE = "enterprise"
    PROJECT = "project"
    PLACE = "place"
    CARRIER = "carrier"


@dataclass(frozen=True, slots=True, order=True)
class Naming:
    """One thing as papers name it, the host whose papers do, and its credit code where known.

    Aliases are what papers add to a naming; they do not make it another one.
    """

    kind: EntityKind
    name: str
    host: str = ""
    code: str = ""
    aliases: tuple[str, ...] = field(default=(), compare=False)


_PLACES = frozenset(
    {NameKind.GOVERNMENT, NameKind.ZONE, NameKind.TOWN, NameKind.VILLAGE, NameKind.PLACE}
)
_CARRIERS = frozenset({NameKind.PARK, NameKind.BUILDING, NameKind.STATION})
_REGION_END = ("省", "市", "县", "区", "州", "旗")
_NOISE = re.compile(r"[\s“”\"'‘’《》「」*·]+")
_OPEN = str.maketrans("（）〔〕［］【】", "()()()()")


@lru_cache(maxsize=65536)
def plain(name: str) -> str:
    """The name without quotation marks and spaces, brackets and widths made alike."""
    return _NOISE.sub("", unicodedata.normalize("NFKC", name).translate(_OPEN))


@lru_cache(maxsize=65536)
def ending_kind(name: str) -> NameKind | None:
    """The kind that the ending of a name makes, the longest ending first."""
    known = endings()
    words = re.sub(r"\([^()]*\)", "", plain(name))
    for start in range(max(0, len(words) - 12), len(words)):
        found = known.get(words[start:])
        if found is not None:
            return found.kind
    return None


def kind_of(name: str) -> EntityKind:
    """What a name of an organisation or a place names, told by its ending."""
    kind = ending_kind(name)
    if kind in _PLACES:
        return EntityKind.PLACE
    if kind in _CARRIERS:
        return EntityKind.CARRIER
    if kind is None and plain(name).endswith(_REGION_END):
        return EntityKind.PLACE
    return EntityKind.ENTERPRISE
