"""How a measure counts rows: who is in, who is left out and by which rule, and the figure.

393天 is 786 half days of persons; each of them can be opened, and each that was not counted says
why: 外出没有批准, 这次外出没有拜访企业, 同一人同一个半天已计过.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from yinfeng.lexicon.outreach import Counting, Measure, Need

Tellings = Mapping[str, str | bool | int]


@dataclass(frozen=True, slots=True)
class Item:
    """One row that may count: the record it comes from, its day, its words and what it tells."""

    kind: str
    record: int
    day: date
    says: str
    tells: Tellings


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A row that does not count, and the words of the rule that left it out."""

    item: Item
    why: str


@dataclass(frozen=True, slots=True)
class Count:
    """A figure with every row behind it; a narrowed one weighs rows as its parent does."""

    measure: Measure
    weighed_by: Measure
    total: Decimal
    counted: tuple[Item, ...]
    left_out: tuple[LeftOut, ...]

    @property
    def says(self) -> str:
        """The figure as an office writes it: 393, 905.5."""
        return f"{self.total.normalize():f}"

    def weight(self, item: Item) -> Decimal:
        """What one row adds to the figure."""
        return _weight(self.weighed_by, item)


def counts(rules: Counting, items: Mapping[str, Sequence[Item]]) -> dict[str, Count]:
    """Every measure of the rules, by its key; *items* are the rows of each source, in order."""
    found: dict[str, Count] = {}
    for measure in rules.measures:
        if measure.narrows:
            parent = found[measure.narrows]
            found[measure.key] = _narrowed(measure, parent)
        else:
            found[measure.key] = _counted(measure, items[measure.source])
    return found


def _counted(measure: Measure, items: Iterable[Item]) -> Count:
    counted: list[Item] = []
    left_out: list[LeftOut] = []
    seen: set[tuple[str | bool | int, ...]] = set()
    for item in items:
        why = _missing(measure.needs, item)
        identity = tuple(item.tells[name] for name in measure.once)
        if not why and measure.once and identity in seen:
            why = measure.again
        if why:
            left_out.append(LeftOut(item, why))
            continue
        seen.add(identity)
        counted.append(item)
    total = sum((_weight(measure, item) for item in counted), Decimal(0))
    return Count(measure, measure, total, tuple(counted), tuple(left_out))


def _narrowed(measure: Measure, parent: Count) -> Count:
    reasons = [(item, _missing(measure.needs, item)) for item in parent.counted]
    counted = tuple(item for item, why in reasons if not why)
    left_out = tuple(LeftOut(item, why) for item, why in reasons if why)
    total = sum((parent.weight(item) for item in counted), Decimal(0))
    return Count(measure, parent.weighed_by, total, counted, left_out)


def _missing(needs: Iterable[Need], item: Item) -> str:
    """The words of the first need that the row does not meet, else nothing."""
    for need in needs:
        told = item.tells[need.tells]
        if not told or (need.value and need.value not in str(told)):
            return need.otherwise
    return ""


def _weight(measure: Measure, item: Item) -> Decimal:
    return Decimal(int(item.tells[measure.weighs])) if measure.weighs else measure.each
