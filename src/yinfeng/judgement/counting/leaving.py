"""By which rule a project is left out of a count, and what is told of those that look counted."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from yinfeng.judgement.counting.register import Register
from yinfeng.judgement.counting.rows import Gate, ProjectRow
from yinfeng.lexicon.counting import Counted, ProjectCounting

_MARKS = (
    "local",
    "fiscal",
    "utility",
    "estate",
    "relocation",
    "same_plant",
    "mutual",
    "agency",
    "no_tax",
)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A project that did not count: the rule, and what it says."""

    row: ProjectRow
    rule: str
    says: str


@dataclass(frozen=True, slots=True)
class Asked:
    """One count as it is asked of a register: the days, the rules that are on, who is where.

    *told* and *confirmed* hold the earliest passages of each gate of the measure, in its order.
    """

    measure: Counted
    rules: ProjectCounting
    start: date
    end: date
    on: frozenset[str]
    told: tuple[Mapping[int, Gate], ...]
    confirmed: tuple[Mapping[int, Gate], ...]

    @classmethod
    def of(
        cls, register: Register, measure: Counted, rules: ProjectCounting, start: date, end: date
    ) -> "Asked":
        """The count of a measure in the days from *start* to before *end*."""
        on = frozenset(rule for rule in rules.rules if rules.is_on(rule, measure))
        told = tuple(register.first(code, confirmed=False) for code in measure.gates)
        confirmed = tuple(register.first(code) for code in measure.gates)
        return cls(measure, rules, start, end, on, told, confirmed)

    def left(self, row: ProjectRow, rule: str) -> LeftOut:
        """The project, left out by a rule, in the words of the rule."""
        says = self.rules.rules[rule].says
        shared = rule == "handed_over" and row.shared
        return LeftOut(row, rule, f"{says}（{row.shared}）" if shared else says)


def day_in(row: ProjectRow, asked: Asked) -> date | None:
    """The later of the days of its gates, where all are passed and the day is in the period."""
    passed = asked.confirmed if "confirmed" in asked.on else asked.told
    latest = _latest(row.key, passed)
    if latest is None:
        return None
    day = latest.day
    if row.new_owner is not None and "new_owner" in asked.on:
        # A project that changed hands counts once, at the later event.
        day = max(day, row.new_owner)
    return day if asked.start <= day < asked.end else None


def looks_counted(row: ProjectRow, asked: Asked) -> Iterable[LeftOut]:
    """Told of a project that looks as if it counted: self-reported, or with a ceremony only."""
    told = _latest(row.key, asked.told)
    if told is None and row.undated and _is_undated(row, asked):
        yield asked.left(row, "undated")
    elif told is not None and asked.start <= told.day < asked.end:
        if "confirmed" in asked.on and _latest(row.key, asked.confirmed) is None:
            yield asked.left(row, "confirmed")
        elif row.new_owner is not None and "new_owner" in asked.on:
            yield asked.left(row, "new_owner")
    if "C1" in asked.measure.gates and _had_ceremony_only(row, asked):
        yield asked.left(row, "ceremony")


def left_out_by(row: ProjectRow, asked: Asked) -> str:
    """The first rule that leaves the project out; empty where it counts."""
    return next((rule for rule in _against(row, asked) if rule in asked.on), "")


def _against(row: ProjectRow, asked: Asked) -> Iterable[str]:
    if row.is_elsewhere and not row.share:
        yield "handed_over"
    if row.state == "merged":
        yield "merged"
    if row.state in ("lost", "ended"):
        yield "ended"
    if row.marks:
        yield from (mark for mark in _MARKS if mark in row.marks)
    latest = _latest(row.key, asked.told)
    if latest is not None and (latest.reported - latest.day).days > asked.rules.late_days:
        # Reported so long after its day that it counts no more.
        yield "late"
    if row.part == "increase":
        yield "increase"
    if row.part == "phase" and not row.has_own_contract:
        yield "phase"
    if "registered_capital" in row.marks:
        yield "registered_capital"


def _latest(key: int, passed: tuple[Mapping[int, Gate], ...]) -> Gate | None:
    """The latest of the gates of a measure; None where one of them was not passed."""
    latest: Gate | None = None
    for one in passed:
        gate = one.get(key)
        if gate is None:
            return None
        if latest is None or gate.day > latest.day:
            latest = gate
    return latest


def _is_undated(row: ProjectRow, asked: Asked) -> bool:
    """Whether it passed all the gates, one of them on no known day."""
    gates = zip(asked.measure.gates, asked.told, strict=True)
    return "undated" in asked.on and all(
        row.key in told or code in row.undated for code, told in gates
    )


def _had_ceremony_only(row: ProjectRow, asked: Asked) -> bool:
    """Whether works were begun with a ceremony in the period, and by nothing that counts."""
    held = [one.day for one in row.gates if one.is_ceremony and one.code == "C1"]
    held += [row.ceremony] if row.ceremony else []
    if "ceremony" not in asked.on or not any(asked.start <= day < asked.end for day in held):
        return False
    told = asked.told[asked.measure.gates.index("C1")]
    return "C1" not in row.undated and row.key not in told
