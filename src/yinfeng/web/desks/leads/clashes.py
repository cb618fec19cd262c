"""Leads that may be one (撞单): the same investor or project under another name, in any office.

Compared are only those that share a rare piece of a name; identity says how alike they are. What
another office is shown of a like lead tells whose it is and since when, and nothing of its content.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db.models import Count

from yinfeng.identity.index import grams
from yinfeng.identity.keys import key_of
from yinfeng.identity.naming import EntityKind, Naming, kind_of
from yinfeng.identity.score import Likeness, Verdict, likeness
from yinfeng.web.desks.leads.models import Lead, LeadName

_RAREST = 4
# A piece that so many leads share tells none of them apart.
_CROWD = 400
_LONGEST = 80
_BETWEEN = re.compile(r"[、，,；;\n]\s*")
# A name that a narrow cell has broken: 云泽阀门⏎有限公司.
_BROKEN = re.compile(r"\s*\n\s*(?=(?:股份|集团|科技|实业|控股){0,2}(?:有限|责任){0,2}公司|[（(])")
_LABELS = {EntityKind.PROJECT: "项目名称"}


@dataclass(frozen=True, slots=True)
class Like:
    """A lead that may be the one that is about to be registered, and on what grounds."""

    lead: Lead
    likeness: Likeness

    @property
    def is_same(self) -> bool:
        """Whether the names are held for one."""
        return self.likeness.verdict is Verdict.SAME

    @property
    def says(self) -> str:
        """The grounds in words that give nothing of the other lead away."""
        label = _LABELS.get(self.likeness.left.kind, "投资方")
        return f"{label}{'相同' if self.is_same else '疑似相同'}"


def split(names: str) -> list[str]:
    """The names of a list of names."""
    whole = _BROKEN.sub("", names)
    return [name.strip() for name in _BETWEEN.split(whole) if name.strip()]


def namings(name: str, investors: str, host: str) -> Iterator[Naming]:
    """What a lead is known by: its investors, wherever they are told of, and its own name."""
    for investor in split(investors):
        yield Naming(kind_of(investor), investor)
    if name:
        yield Naming(EntityKind.PROJECT, name, host)


def pieces(known_by: Iterable[Naming]) -> set[tuple[str, str]]:
    """The pieces by which these names are found again."""
    return {(kind.value, gram[:_LONGEST]) for n in known_by for kind, gram in grams(key_of(n))}


def like_leads(known_by: Iterable[Naming], *, besides: int | None = None) -> list[Like]:
    """The leads of any office that may be the same, the likest first."""
    found: dict[int, Like] = {}
    for naming in known_by:
        for lead in _candidates(naming):
            best = max(
                (likeness(naming, other) for other in _of(lead) if other.kind is naming.kind),
                key=lambda one: one.score,
                default=None,
            )
            if best is None or best.verdict is Verdict.DIFFERENT or lead.pk == besides:
                continue
            if lead.pk not in found or found[lead.pk].likeness.score < best.score:
                found[lead.pk] = Like(lead, best)
    return sorted(found.values(), key=lambda like: (-like.likeness.score, like.lead.pk))


def _of(lead: Lead) -> Iterator[Naming]:
    return namings(lead.name, lead.investors, lead.unit.name)


def _candidates(naming: Naming) -> Iterable[Lead]:
    own = {gram for _, gram in pieces([naming])}
    rows = LeadName.objects.filter(kind=naming.kind.value, gram__in=own)
    shared = rows.values("gram").annotate(leads=Count("pk")).order_by("leads", "gram")
    rare = [row["gram"] for row in shared[:_RAREST] if _tells_apart(row["gram"], row["leads"])]
    among = rows.filter(gram__in=rare).values("lead")
    return Lead.objects.standing().filter(pk__in=among).select_related("unit")[:_CROWD]


def _tells_apart(gram: str, leads: int) -> bool:
    return leads <= _CROWD or gram.startswith("=")
