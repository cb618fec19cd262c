"""Where a project stands: the gates it passed, which of them count, how long it has been there.

A gate that only its reporter vouches for is 自报: it is shown and never counts. Gates may be passed
out of order: a plant that is leased has no 供地.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from yinfeng.lexicon.project_stages import Stage, Stages


class Mark(StrEnum):
    """How a gate stands."""

    CONFIRMED = "confirmed"
    REPORTED = "reported"
    SKIPPED = "skipped"
    NEXT = "next"
    GAP = "gap"
    AHEAD = "ahead"

    @property
    def says(self) -> str:
        """In words."""
        return _SAYS[self]


_SAYS = {
    Mark.CONFIRMED: "已确认",
    Mark.REPORTED: "自报",
    Mark.SKIPPED: "不适用",
    Mark.NEXT: "下一步",
    Mark.GAP: "未登记",
    Mark.AHEAD: "未到",
}


@dataclass(frozen=True, slots=True)
class Passed:
    """One gate passed on a day, if it is told, and whether a second person confirmed it."""

    gate: str
    day: date | None
    is_confirmed: bool


@dataclass(frozen=True, slots=True)
class Stand:
    """The furthest gate reported and the furthest confirmed, each with its day."""

    stage: str = ""
    since: date | None = None
    proved: str = ""
    proved_since: date | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One gate as the stepper shows it."""

    stage: Stage
    mark: Mark
    day: date | None = None


def stand_of(passed: Iterable[Passed], stages: Stages) -> Stand:
    """Where a project stands by the gates that it passed."""
    known = [one for one in passed if stages.rank(one.gate) >= 0]
    reported = _furthest(known, stages)
    proved = _furthest([one for one in known if one.is_confirmed], stages)
    return Stand(
        stage=reported.gate if reported else "",
        since=reported.day if reported else None,
        proved=proved.gate if proved else "",
        proved_since=proved.day if proved else None,
    )


def steps_of(passed: Sequence[Passed], stages: Stages, kind: str) -> tuple[Step, ...]:
    """Every gate in order with how it stands for a project of this kind."""
    first: dict[str, Passed] = {}
    for one in sorted(passed, key=lambda one: (not one.is_confirmed, one.day or date.max)):
        first.setdefault(one.gate, one)
    reached = max((stages.rank(gate) for gate in first), default=-1)
    skipped = stages.skips.get(kind, ())
    found, next_found = [], False
    for at, stage in enumerate(stages.stages):
        if stage.code in first:
            one = first[stage.code]
            mark = Mark.CONFIRMED if one.is_confirmed else Mark.REPORTED
            found.append(Step(stage, mark, one.day))
        elif stage.code in skipped:
            found.append(Step(stage, Mark.SKIPPED))
        elif at < reached:
            found.append(Step(stage, Mark.SKIPPED if stage.is_optional else Mark.GAP))
        elif not next_found and not stage.is_optional:
            next_found = True
            found.append(Step(stage, Mark.NEXT))
        else:
            found.append(Step(stage, Mark.AHEAD))
    return tuple(found)


def out_of_order(gate: str, day: date, passed: Iterable[Passed], stages: Stages) -> str:
    """What is odd about the day of a gate beside those of the others, in words; empty if nothing.

    It is a question to the reporter and no hindrance: papers come late and out of order.
    """
    for one in passed:
        if one.day is None:
            continue
        other = stages.says(one.gate)
        if stages.rank(one.gate) < stages.rank(gate) and one.day > day:
            return f"{stages.says(gate)}（{day}）早于{other}（{one.day}），请核对日期。"
        if stages.rank(one.gate) > stages.rank(gate) >= 0 and one.day < day:
            return f"{stages.says(gate)}（{day}）晚于{other}（{one.day}），请核对日期。"
    return ""


def counts(gates: Iterable[str], passed: Iterable[Passed]) -> date | None:
    """The day on which all of *gates* were passed and confirmed; None where one is not."""
    days: dict[str, date] = {}
    for one in passed:
        if one.is_confirmed and one.day is not None:
            days[one.gate] = min(one.day, days.get(one.gate, one.day))
    wanted = list(gates)
    if not wanted or any(gate not in days for gate in wanted):
        return None
    return max(days[gate] for gate in wanted)


def _furthest(passed: Iterable[Passed], stages: Stages) -> Passed | None:
    """The furthest gate, on the first day that is told of it."""
    return max(
        passed,
        key=lambda one: (stages.rank(one.gate), -(one.day or date.max).toordinal()),
        default=None,
    )
