"""A count of projects in a period: those counted, by size, and those left out with the rule.

签约亿元以上项目6个 opens to six projects, and to every other one that passed the gate in the period
with the rule that left it out. A rule that is switched off leaves nobody out.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from yinfeng.judgement.counting.classes import Class, classed
from yinfeng.judgement.counting.exchange import Exchanged, exchanged, is_foreign
from yinfeng.judgement.counting.leaving import Asked, LeftOut, day_in, left_out_by, looks_counted
from yinfeng.judgement.counting.register import Register, shared_on
from yinfeng.judgement.counting.rows import ProjectRow
from yinfeng.judgement.counting.twice import without_twice
from yinfeng.lexicon.counting import Counted, ProjectCounting

_ALL = Decimal(100)


@dataclass(frozen=True, slots=True)
class Tally:
    """One count: the projects, their sum in yuan, the classes, and who was left out why."""

    measure: Counted
    start: date
    end: date
    rows: tuple[ProjectRow, ...]
    days: dict[int, date]
    increases: tuple[ProjectRow, ...]
    classes: tuple[Class, ...]
    unsized: tuple[LeftOut, ...]
    left_out: tuple[LeftOut, ...]
    version: str
    audit_factor: Decimal
    exchanged: dict[int, Exchanged]

    @property
    def count(self) -> int:
        """How many projects count, those of which the unit has a share among them."""
        return len(self.rows)

    def largest_classes(self) -> dict[int, str]:
        """What the largest class of each project is called, by the key of the project."""
        small_first = reversed(self.classes)
        return {row.key: one.band.says for one in small_first for row in one.rows}

    @property
    def credit(self) -> Decimal:
        """How many they are by the shares of the unit: two of which it has 40 % of one are 1.4."""
        return sum((row.share for row in self.rows), Decimal(0)) / 100

    @property
    def is_shared(self) -> bool:
        """Whether another unit has a share of any of them."""
        return any(row.share != _ALL for row in (*self.rows, *self.increases))

    @property
    def yuan(self) -> Decimal:
        """What they come to in yuan, increases of capital included, before a spot check."""
        rows = (*self.rows, *self.increases)
        shares = {row.key: row.share / 100 for row in rows}
        told = sum((row.yuan * shares[row.key] for row in rows if row.yuan is not None), Decimal(0))
        foreign = (one.yuan * shares[key] for key, one in self.exchanged.items())
        return told + sum(foreign, Decimal(0))

    @property
    def audited(self) -> Decimal:
        """The sum with the share that a spot check found real."""
        return self.yuan * self.audit_factor

    @property
    def foreign(self) -> dict[str, Decimal]:
        """What is told in another currency and has no rate of its day, by currency."""
        sums: dict[str, Decimal] = {}
        for row in (*self.rows, *self.increases):
            if is_foreign(row) and row.money is not None and row.key not in self.exchanged:
                own = row.money * row.share / 100
                sums[row.currency] = sums.get(row.currency, Decimal(0)) + own
        return sums


def tally_of(
    register: Register, measure: Counted, rules: ProjectCounting, start: date, end: date
) -> Tally:
    """The count of a measure in the days from *start* to before *end*."""
    asked = Asked.of(register, measure, rules, start, end)
    found = _Found([], [], [], {})
    for row in register.rows:
        day = day_in(row, asked)
        if day is None:
            found.left.extend(looks_counted(row, asked))
        else:
            own = shared_on(row, day, is_shared="handed_over" in asked.on)
            if own is not None:
                found.take(own, day, left_out_by(own, asked), asked)
    counted, again = without_twice(found.counted, found.days, asked, register)
    classes, unsized = classed(counted, asked, found.days)
    return Tally(
        measure=measure,
        start=start,
        end=end,
        rows=tuple(counted),
        days=found.days,
        increases=tuple(found.increases),
        classes=classes,
        unsized=unsized,
        left_out=tuple(sorted((*found.left, *again), key=lambda one: one.row.key)),
        version=rules.version,
        audit_factor=rules.audit_factor,
        exchanged=exchanged((*counted, *found.increases), found.days, rules),
    )


@dataclass(frozen=True, slots=True)
class _Found:
    """What a count has found so far."""

    counted: list[ProjectRow]
    increases: list[ProjectRow]
    left: list[LeftOut]
    days: dict[int, date]

    def take(self, row: ProjectRow, day: date, rule: str, asked: Asked) -> None:
        """Keep a project whose gates fall into the period where the rule has it."""
        if rule == "increase":
            self.increases.append(row)
        if rule:
            self.left.append(asked.left(row, rule))
        if not rule or rule == "increase":
            self.days[row.key] = day
        if not rule:
            self.counted.append(row)
