"""Likely doubles: a new row whose name is, for all that one can tell, that of a record on hand.

Names are compared by the reasons of identity (恒锐精机（苏州） and 苏州恒锐精密机械有限公司), and
only where what tells them apart from others, the 字号, is one.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from yinfeng.identity.firm_names import parts
from yinfeng.identity.naming import plain
from yinfeng.identity.score import Verdict, likeness_of_names

_MOST = 3


class Double(NamedTuple):
    """A record on hand that may be the one of the row."""

    key: Any
    label: str
    why: str


class Names:
    """The names on hand, found by what tells them apart."""

    def __init__(self, names: Iterable[tuple[Any, str]]) -> None:
        self._by_core: dict[str, list[tuple[Any, str]]] = {}
        for key, name in names:
            if name:
                self._by_core.setdefault(core(name), []).append((key, name))

    def like(self, name: str) -> Sequence[Double]:
        """Those that may be the same thing."""
        found = []
        for key, other in self._by_core.get(core(name), ())[:50]:
            like = likeness_of_names(plain(name), plain(other))
            if name == other or like.verdict is not Verdict.DIFFERENT:
                found.append(Double(key, other, "名称相同" if name == other else like.says))
        return found[:_MOST]


def core(name: str) -> str:
    """What of a name tells the thing from others."""
    words = plain(name)
    return parts(words).core or words


def within(names: Mapping[int, str]) -> dict[int, int]:
    """Of the rows of a sheet those whose name an earlier row has already, with that row."""
    first: dict[str, int] = {}
    return {
        row: first[words]
        for row, name in names.items()
        if (words := plain(name)) and first.setdefault(words, row) != row
    }
