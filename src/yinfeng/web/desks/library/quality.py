"""How well the reader reads this office's papers, by what its people decided of each figure.

Precision (读准率) is what was right of all that was decided. Recall (读全率) is what was right of
all that the papers tell: right, put right, or missed, which is what people added. Only papers that
somebody marked as read through (看完) count for it: of any other nobody knows what was missed.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, Q, QuerySet
from django.urls import reverse

from yinfeng.web.desks.library import words
from yinfeng.web.desks.library.asking import TAKEN, THROUGH
from yinfeng.web.desks.library.decided import standing_decisions
from yinfeng.web.desks.library.models import ReadThrough
from yinfeng.web.people.models import User
from yinfeng.web.store.models import ADDED, Decision, Document

Verdict = Decision.Verdict
_JUDGED = (Verdict.ACCEPT, Verdict.CORRECT, Verdict.REJECT)
_SUMMED = ("right", "corrected", "rejected", "missed", "right_there", "corrected_there")
_TENTH = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class Line:
    """The figures of one kind, field or pattern: how many were right, put right, rejected."""

    label: str
    asked: Mapping[str, str]
    right: int
    corrected: int
    rejected: int
    missed: int = 0
    # Of papers that were read through: what was right, and what was put right.
    right_there: int = 0
    corrected_there: int = 0

    @property
    def decided(self) -> int:
        """All that a person decided."""
        return self.right + self.corrected + self.rejected

    @property
    def precision(self) -> str:
        """What was right of all that was decided."""
        return _share(self.right, self.decided)

    @property
    def recall(self) -> str:
        """What was right of all that papers tell which were read through."""
        told = self.right_there + self.corrected_there + self.missed
        return _share(self.right_there, told)

    @property
    def wrong(self) -> int:
        """What was put right or rejected."""
        return self.corrected + self.rejected

    @property
    def opens(self) -> bool:
        """Whether its rows can be asked for: of figures without a pattern they cannot."""
        return all(self.asked.values())

    def address(self, verdict: str = "") -> str:
        """The figures that a number of this line counts."""
        query = urlencode({**self.asked, "verdict": verdict or "any"})
        return f"{reverse('library:figures')}?{query}"

    @property
    def addresses(self) -> Mapping[str, str]:
        """Where each number opens."""
        found = {one.value: self.address(one.value) for one in _JUDGED} | {"any": self.address()}
        missed = {**self.asked, "pattern": ADDED, "verdict": TAKEN, THROUGH: "yes"}
        return found | {"missed": f"{reverse('library:figures')}?{urlencode(missed)}"}


@dataclass(frozen=True, slots=True)
class Quality:
    """The page: all figures together, then by kind, by field, by pattern, the most wrong first."""

    total: Line
    kinds: tuple[Line, ...]
    fields: tuple[Line, ...]
    patterns: tuple[Line, ...]
    # How many papers were read through, of how many there are.
    through: int
    papers: int


def quality_of(user: User) -> Quality:
    """What people decided of the figures in the user's scope, as the papers are read now."""
    papers = Document.objects.visible_to(user)
    through = ReadThrough.objects.standing().filter(document__in=papers)
    decided, there = decisions_of(user), through.values("document")
    kinds = tuple(_lines(decided, there, "entry__fact__kind", "kind", words.KINDS))
    fields = tuple(_lines(decided, there, "entry__field", "field", words.FIELDS))
    patterns = tuple(
        line for line in _lines(decided, there, "pattern", "pattern", {}) if line.decided
    )
    sums = {name: sum(getattr(one, name) for one in kinds) for name in _SUMMED}
    total = Line("全部", {}, **sums)
    return Quality(total, kinds, fields, patterns, through.count(), papers.count())


def decisions_of(user: User) -> "QuerySet[Decision]":
    """The decisions that stand, with the pattern that reads their figures now."""
    return standing_decisions().filter(document__in=Document.objects.visible_to(user))


def _lines(
    decided: "QuerySet[Decision]",
    there: "QuerySet[ReadThrough, Any]",
    path: str,
    key: str,
    labels: Mapping[str, str],
) -> Iterable[Line]:
    read, is_there = ~Q(pattern=ADDED), Q(document__in=there)
    accept, correct = Q(verdict=Verdict.ACCEPT), Q(verdict=Verdict.CORRECT)
    rows = (
        decided.order_by()
        .values_list(path)
        .annotate(
            right=Count("pk", filter=read & accept),
            corrected=Count("pk", filter=read & correct),
            rejected=Count("pk", filter=read & Q(verdict=Verdict.REJECT)),
            missed=Count("pk", filter=~read & is_there & (accept | correct)),
            right_there=Count("pk", filter=read & is_there & accept),
            corrected_there=Count("pk", filter=read & is_there & correct),
        )
    )
    found = [
        Line(labels.get(name, name) or "未注明", {key: name}, *counts) for name, *counts in rows
    ]
    shown = (one for one in found if one.decided or one.missed)
    return sorted(shown, key=lambda one: (-one.wrong - one.missed, -one.decided, one.label))


def _share(part: int, whole: int) -> str:
    return f"{(Decimal(part) * 100 / whole).quantize(_TENTH)}%" if whole else "—"
