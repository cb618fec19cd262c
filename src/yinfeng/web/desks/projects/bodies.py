"""Of which body a paper tells: whether a project of one body is among the projects of another.

青禾镇的项目 is among those of 云泽县, and of 青禾经济开发区 where both are names of one body.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Self

from yinfeng.web.desks.leads.papers import Fields
from yinfeng.web.people.models import Alias, OrgUnit
from yinfeng.web.people.paths import is_under
from yinfeng.web.store.models import Fact
from yinfeng.web.store.values import from_json


def body_of(fact: Fact, told: Fields) -> str:
    """The body of which a figure is told: the one that its words name, else that of its paper."""
    if "subject" in told:
        return str(from_json(told["subject"].value or ""))
    return fact.host


@dataclass(frozen=True, slots=True)
class Bodies:
    """The places in the tree of the bodies that papers name, by each of their names."""

    paths: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, facts: Iterable[Fact], fields: Mapping[int, Fields]) -> Self:
        """The bodies that these facts name."""
        names = {
            name for fact in facts for name in (fact.host, body_of(fact, fields.get(fact.pk, {})))
        }
        found: dict[str, set[str]] = {}
        for name, path in OrgUnit.objects.filter(name__in=names).values_list("name", "path"):
            found.setdefault(name, set()).add(path)
        others = Alias.objects.filter(name__in=names)
        for name, path in others.values_list("name", "unit__path"):
            found.setdefault(name, set()).add(path)
        return cls({name: frozenset(paths) for name, paths in found.items()})

    def known(self, body: str, host: str) -> str:
        """The body itself where the tree has it; a park or a campaign is of the paper's host."""
        return body if body in self.paths else host

    def has(self, body: str, host: str) -> bool:
        """Whether what is of *host* is of *body* too; one that names none is of its paper."""
        if body == host or not body or not host:
            return True
        above, below = self.paths.get(body, frozenset()), self.paths.get(host, frozenset())
        return any(is_under(low, high) for low in below for high in above)
