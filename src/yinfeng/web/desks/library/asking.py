"""What lists of the library are asked: what was decided, which papers were read through."""

from dataclasses import dataclass
from datetime import datetime

from django import forms
from django.db.models import Q, QuerySet

from yinfeng.web.desks.library.decided import standing_decisions
from yinfeng.web.desks.library.models import ReadThrough
from yinfeng.web.lists.filters import Filter, Given
from yinfeng.web.lists.history import end_of
from yinfeng.web.people.models import User
from yinfeng.web.store.models import Decision

# What is asked of figures beside one verdict: those that stand; those of papers read through.
TAKEN = "taken"
THROUGH = "through"
_TAKEN = "采用的（含更正）"
_WITHDRAWN = Decision.Verdict.WITHDRAW


@dataclass(frozen=True, kw_only=True)
class Decided(Filter):
    """What people decided of a figure, as it stands."""

    key: str = "verdict"
    label: str = "核实"

    def inputs(self, user: User) -> dict[str, forms.Field]:  # noqa: ARG002
        """All, decided in any way, or in one."""
        judged = [(one.value, one.label) for one in Decision.Verdict if one != _WITHDRAWN]
        choices = [("", "不限"), ("any", "核实过的"), (TAKEN, _TAKEN), *judged]
        return {self.key: forms.ChoiceField(label=self.label, choices=choices)}

    def condition(self, given: Given) -> Q | None:
        """Those figures."""
        asked = given[self.key]
        if not asked:
            return None
        day = given.get("as_of")
        standing = standing_decisions(end_of(day) if day else None)
        if asked == TAKEN:
            standing = standing.exclude(verdict=Decision.Verdict.REJECT)
        elif asked != "any":
            standing = standing.filter(verdict=asked)
        return Q(pk__in=standing.values("figure"))

    def says(self, given: Given) -> str:
        """The verdict."""
        asked = given[self.key]
        known = {"any": "核实过的", TAKEN: _TAKEN}
        return known.get(asked) or Decision.Verdict(asked).label


@dataclass(frozen=True, kw_only=True)
class ReadToTheEnd(Filter):
    """Whether a person marked the paper as read through."""

    key: str = THROUGH
    label: str = "看完"
    path: str = "pk"

    def inputs(self, user: User) -> dict[str, forms.Field]:  # noqa: ARG002
        """All, or one sort."""
        choices = [("", "不限"), ("yes", "已看完的材料"), ("no", "没看完的材料")]
        return {self.key: forms.ChoiceField(label=self.label, choices=choices)}

    def condition(self, given: Given) -> Q | None:
        """Those papers, as they were marked on the day."""
        asked = given[self.key]
        if not asked:
            return None
        day = given.get("as_of")
        marked = Q(**{f"{self.path}__in": marks(end_of(day) if day else None).values("document")})
        return marked if asked == "yes" else ~marked

    def says(self, given: Given) -> str:
        """Which."""
        return "已看完的材料" if given[self.key] == "yes" else "没看完的材料"


def marks(moment: datetime | None) -> "QuerySet[ReadThrough]":
    """The marks that stand, or stood at the moment."""
    if moment is None:
        return ReadThrough.objects.standing()
    stood = Q(ended_at=None) | Q(ended_at__gte=moment)
    return ReadThrough.objects.filter(stood, at__lt=moment)
