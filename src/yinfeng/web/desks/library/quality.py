"""How well the reader reads this office's papers, by what its people decided of each figure.

Precision (读准率) is what was right of all that was decided; recall (读全率) what was right of what
the paper tells where a person looked: right, or put right. A figure of which the reader said
nothing at all is in neither, because nobody was asked about it; the page says so.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from urllib.parse import urlencode

from django.db.models import Count, Q, QuerySet
from django.urls import reverse

from yinfeng.web.desks.library import words
from yinfeng.web.desks.library.decided import standing_decisions
from yinfeng.web.people.models import User
from yinfeng.web.store.models import Decision, Document

Verdict = Decision.Verdict
_JUDGED = (Verdict.ACCEPT, Verdict.CORRECT, Verdict.REJECT)
_TENTH = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class Line:
    """The figures of one kind, field or pattern: how many were right, put right, rejected."""

    label: str
    asked: Mapping[str, str]
    right: int
    corrected: int
    rejected: int

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
        """What was right of what the papers tell of these figures."""
        return _share(self.right, self.right + self.corrected)

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
        return {one.value: self.address(one.value) for one in _JUDGED} | {"any": self.address()}


@dataclass(frozen=True, slots=True)
class Quality:
    """The page: all figures together, then by kind, by field, by pattern, the most wrong first."""

    total: Line
    kinds: tuple[Line, ...]
    fields: tuple[Line, ...]
    patterns: tuple[Line, ...]


def quality_of(user: User) -> Quality:
    """What people decided of the figures in the user's scope, as the papers are read now."""
    decided = decisions_of(user)
    kinds = tuple(_lines(decided, "entry__fact__kind", "kind", words.KINDS))
    fields = tuple(_lines(decided, "entry__field", "field", words.FIELDS))
    patterns = tuple(_lines(decided, "pattern", "pattern", {}))
    sums = [sum(getattr(one, name) for one in kinds) for name in ("right", "corrected", "rejected")]
    return Quality(Line("全部", {}, *sums), kinds, fields, patterns)


def decisions_of(user: User) -> "QuerySet[Decision]":
    """The decisions that stand, with the pattern that reads their figures now."""
    return standing_decisions().filter(document__in=Document.objects.visible_to(user))


def _lines(
    decided: "QuerySet[Decision]", path: str, key: str, labels: Mapping[str, str]
) -> Iterable[Line]:
    counts = {one.value: Count("pk", filter=Q(verdict=one)) for one in _JUDGED}
    rows = decided.order_by().values_list(path).annotate(**counts)
    found = [
        Line(labels.get(name, name) or "未注明", {key: name}, accept, correct, reject)
        for name, accept, correct, reject in rows
    ]
    return sorted(found, key=lambda one: (-one.wrong, -one.decided, one.label))


def _share(part: int, whole: int) -> str:
    return f"{(Decimal(part) * 100 / whole).quantize(_TENTH)}%" if whole else "—"
