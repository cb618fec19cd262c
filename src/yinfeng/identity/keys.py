"""The normalised parts of a name, by which two names are compared.

大同齿轮(昆山)有限公司 has the trade name (字号) 大同, the trade 齿轮, the region 昆山 and the form
有限公司; 大同 is no region here, because nothing would be left to name the firm.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from yinfeng.identity import firm_names, place_names, project_names
from yinfeng.identity.naming import EntityKind, Naming, plain
from yinfeng.identity.parts import Parts

_READERS: Mapping[EntityKind, Callable[[str, str], Parts]] = {
    EntityKind.ENTERPRISE: lambda name, _host: firm_names.parts(name),
    EntityKind.PROJECT: project_names.parts,
    EntityKind.PLACE: lambda name, _host: place_names.parts(name),
    EntityKind.CARRIER: project_names.carrier_parts,
}


@dataclass(frozen=True, slots=True)
class Key:
    """A naming and the parts of its name."""

    naming: Naming
    plain: str
    parts: Parts
    aliases: frozenset[str]

    @property
    def kind(self) -> EntityKind:
        """What sort of thing is named."""
        return self.naming.kind

    @property
    def core(self) -> str:
        """The part that tells this thing from others of its sort."""
        return self.parts.core

    @property
    def rest(self) -> str:
        """The core and the words of the trade, without region and form: 大同齿轮."""
        return self.parts.rest

    @property
    def says(self) -> str:
        """The name in quotation marks, for reasons in words."""
        return f"“{self.naming.name}”"


def key_of(naming: Naming) -> Key:
    """The key of a naming."""
    words = plain(naming.name)
    parts = _parts(naming.kind, words, plain(naming.host))
    return Key(naming, words, parts, frozenset(plain(alias) for alias in naming.aliases))


@lru_cache(maxsize=65536)
def _parts(kind: EntityKind, words: str, host: str) -> Parts:
    return _READERS[kind](words, host)
