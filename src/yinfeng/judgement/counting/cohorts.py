"""What became of a cohort: of those signed in a year, how many started, and after how many days.

The cohort is taken by the day of the first gate, not by the calendar of the second. 履约率 is
always told beside 开工率: what nobody has broken need not have begun.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from yinfeng.judgement.counting.register import Register, shared_on
from yinfeng.judgement.counting.rows import Gate, ProjectRow
from yinfeng.lexicon.counting import Conversion, ProjectCounting

_CENT = Decimal("0.01")
_WHOLE = Decimal(100)
# 开工率: of those signed, those that started.
STARTED = Conversion("A2", "C1", "")


@dataclass(frozen=True, slots=True)
class Days:
    """Days between two gates: the middle one and the one that three quarters keep."""

    median: Decimal
    p75: Decimal
    count: int


@dataclass(frozen=True, slots=True)
class Cohort:
    """The projects that passed the first gate in the period, and those of them at the second.

    Of a project that units share each has its share in the rate, as in the counts. Days cannot be
    shared: each project has its own once.
    """

    conversion: Conversion
    rows: tuple[ProjectRow, ...]
    reached: tuple[ProjectRow, ...]
    ended: tuple[ProjectRow, ...]
    days: Days | None

    @property
    def rate(self) -> Decimal | None:
        """The share that reached it, in per cent; None of an empty cohort."""
        return _rate(self.reached, self.rows)

    @property
    def credit(self) -> Decimal:
        """How many the cohort comes to by the shares of the unit."""
        return _credit(self.rows)

    @property
    def reached_credit(self) -> Decimal:
        """How many of those that reached it, by the shares of the unit."""
        return _credit(self.reached)

    @property
    def is_shared(self) -> bool:
        """Whether another unit has a share of any of them."""
        return any(row.share != _WHOLE for row in self.rows)


@dataclass(frozen=True, slots=True)
class Beside:
    """履约率 and 开工率 of one cohort, always together."""

    cohort: Cohort
    kept_rows: tuple[ProjectRow, ...]

    @property
    def signed(self) -> int:
        """How many were signed."""
        return len(self.cohort.rows)

    @property
    def kept(self) -> int:
        """How many of them have not ended."""
        return len(self.kept_rows)

    @property
    def started(self) -> int:
        """How many of them started."""
        return len(self.cohort.reached)

    @property
    def kept_rate(self) -> Decimal | None:
        """Signed and not ended, of those signed."""
        return _rate(self.kept_rows, self.cohort.rows)

    @property
    def started_rate(self) -> Decimal | None:
        """Started, of those signed."""
        return self.cohort.rate


def cohort_of(
    register: Register,
    conversion: Conversion,
    rules: ProjectCounting,
    start: date,
    end: date,
    on: date,
) -> Cohort:
    """What became of the cohort of the days from *start* to before *end*, as of the day *on*."""
    first, last = register.first(conversion.start), register.first(conversion.end)
    members = tuple(_members(register, first, rules, start, end))
    reached, lengths = [], []
    for row in members:
        began, came = first[row.key].day, last.get(row.key)
        if came is not None and began <= came.day <= on:
            reached.append(row)
            lengths.append((came.day - began).days)
    lengths.sort()
    return Cohort(
        conversion=conversion,
        rows=members,
        reached=tuple(reached),
        ended=tuple(row for row in members if _has_ended(row, on)),
        days=Days(_quantile(lengths, 2, 4), _quantile(lengths, 3, 4), len(lengths))
        if lengths
        else None,
    )


def kept_beside_started(
    register: Register, rules: ProjectCounting, start: date, end: date, on: date
) -> Beside:
    """履约率 beside 开工率 of those signed in the period."""
    cohort = cohort_of(register, STARTED, rules, start, end, on)
    ended = {row.key for row in cohort.ended}
    return Beside(cohort, tuple(row for row in cohort.rows if row.key not in ended))


def _members(
    register: Register, first: Mapping[int, Gate], rules: ProjectCounting, start: date, end: date
) -> Iterator[ProjectRow]:
    """Those at the first gate in the period, each with what the unit had of it on that day."""
    is_shared = rules.rules["handed_over"].is_on
    for row in register.rows:
        passed = first.get(row.key)
        if passed is None or not start <= passed.day < end or row.state == "merged":
            continue
        own = shared_on(row, passed.day, is_shared=is_shared)
        if own is not None and (own.share or not own.is_elsewhere):
            yield own


def _has_ended(row: ProjectRow, on: date) -> bool:
    return row.state in ("lost", "ended") and (row.ended is None or row.ended <= on)


def _quantile(ordered: list[int], part: int, of: int) -> Decimal:
    """The value below which that part of the ordered values lies, between two where it falls so."""
    place = Decimal(len(ordered) - 1) * part / of
    low = int(place)
    high = min(low + 1, len(ordered) - 1)
    value = ordered[low] + (ordered[high] - ordered[low]) * (place - low)
    return value.quantize(Decimal("0.1"), ROUND_HALF_UP)


def _credit(rows: Iterable[ProjectRow]) -> Decimal:
    return sum((row.share for row in rows), Decimal(0)) / _WHOLE


def _rate(part: Iterable[ProjectRow], whole: Iterable[ProjectRow]) -> Decimal | None:
    among = _credit(whole)
    if not among:
        return None
    return (_credit(part) * 100 / among).quantize(_CENT, ROUND_HALF_UP)
