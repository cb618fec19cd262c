"""What stands still after it was signed: 签约90天未注册, 供而未开, 满一年未动工.

A finding is a question with its ground, never a verdict. Days for which the government is to blame
are taken off where a rule says so. What is not known (no agreed day, no sum) raises nothing.
"""

from calendar import monthrange
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from yinfeng.lexicon.watches import Watch, Watches

_MONTHS = 12
_HUNDRED = 100


@dataclass(frozen=True, slots=True)
class Gate:
    """A gate that was passed on a day, and whether a second person says so."""

    day: date
    is_confirmed: bool


@dataclass(frozen=True, slots=True)
class Case:
    """What is known of one project: its gates, the agreed start, delays, and what was spent."""

    kind: str
    gates: Mapping[str, Gate]
    agreed: date | None = None
    excused: tuple[tuple[date, date], ...] = ()
    total: Decimal | None = None
    spent: Decimal | None = None
    last_spent: date | None = None
    # The share in per cent of the land on which building began, as last told, and when it grew.
    built: Decimal | None = None
    last_built: date | None = None


@dataclass(frozen=True, slots=True)
class Still:
    """One way in which a project stands still: since which day it is over the term."""

    watch: Watch
    since: date
    days: int
    excused: int
    is_told: bool
    says: str


def stills_of(case: Case, rules: Watches, today: date) -> tuple[Still, ...]:
    """How a project stands still on a day: of each group the last that holds."""
    found: dict[str, Still] = {}
    for watch in rules.watches:
        still = _still(case, watch, today)
        if still is not None:
            found[watch.group] = still
    return tuple(found.values())


def _still(case: Case, watch: Watch, today: date) -> Still | None:
    after, lacks = case.gates.get(watch.after), case.gates.get(watch.lacks)
    if after is None or after.day > today or (watch.kinds and case.kind not in watch.kinds):
        return None
    if lacks is not None and lacks.is_confirmed and lacks.day <= today:
        return None
    start = _start(case, watch, after)
    if start is None or (watch.under and not _is_under(case, watch.under)):
        return None
    if watch.built_under and not _is_little(case, watch.built_under):
        return None
    excused = excused_days(case.excused, start, today) if watch.is_exempt else 0
    over = _end(start, watch) + timedelta(days=excused)
    if today <= over:
        return None
    is_told = lacks is not None
    says = watch.says.format(
        days=(today - start).days, agreed=case.agreed, spent=start, under=watch.under,
        built=f"{case.built.normalize():f}" if case.built is not None else "",
    )  # fmt: skip
    says += "（已自报，待确认）" if is_told else ""
    says += f"（已扣除政府原因延误{excused}天）" if excused else ""
    return Still(watch, over, (today - over).days, excused, is_told, says)


def _start(case: Case, watch: Watch, after: Gate) -> date | None:
    """From which day a term counts; never before the gate from which it may."""
    if watch.start == "gate":
        return after.day
    if watch.start == "agreed":
        return max(case.agreed, after.day) if case.agreed else None
    # Where nothing was ever spent, all stands still since the start.
    moved = [day for day in (case.last_spent, case.last_built) if day is not None]
    return max([after.day, *moved])


def _is_under(case: Case, share: int) -> bool:
    if not case.total or case.spent is None:
        return False
    return case.spent * _HUNDRED < case.total * share


def _is_little(case: Case, share: Fraction) -> bool:
    return case.built is not None and Fraction(case.built) < share * _HUNDRED


def _end(start: date, watch: Watch) -> date:
    if not watch.months:
        return start + timedelta(days=watch.days)
    at = start.year * _MONTHS + start.month - 1 + watch.months
    year, month = at // _MONTHS, at % _MONTHS + 1
    return date(year, month, min(start.day, monthrange(year, month)[1]))


def excused_days(spans: Iterable[tuple[date, date]], start: date, today: date) -> int:
    """How many days between two days lie in any of the spans, each day once."""
    total, upto = 0, start
    for first, last in sorted(spans):
        begin, end = max(first, upto), min(last + timedelta(days=1), today)
        if end > begin:
            total += (end - begin).days
            upto = end
    return total
