"""What became of a cohort: of those signed in a year, how many started, and after how many days.

The cohort is taken by the day of the first gate, not by the calendar of the second. 履约率 is
always told beside 开工率: what nobody has broken need not have begun.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from yinfeng.judgement.counting.rows import ProjectRow
from yinfeng.lexicon.counting import Conversion

_CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Days:
    """Days between two gates: the middle one and the one that three quarters keep."""

    median: Decimal
    p75: Decimal
    count: int


@dataclass(frozen=True, slots=True)
class Cohort:
    """The projects that passed the first gate in the period, and those of them at the second."""

    conversion: Conversion
    rows: tuple[ProjectRow, ...]
    reached: tuple[ProjectRow, ...]
    ended: tuple[ProjectRow, ...]
    days: Days | None

    @property
    def rate(self) -> Decimal | None:
        """The share that reached it, in per cent; None of an empty cohort."""
        return _share(len(self.reached), len(self.rows))


@dataclass(frozen=True, slots=True)
class Beside:
    """履约率 and 开工率 of one cohort, always together."""

    signed: int
    kept: int
    started: int

    @property
    def kept_rate(self) -> Decimal | None:
        """Signed and not ended, of those signed."""
        return _share(self.kept, self.signed)

    @property
    def started_rate(self) -> Decimal | None:
        """Started, of those signed."""
        return _share(self.started, self.signed)


def cohort_of(
    rows: Sequence[ProjectRow], conversion: Conversion, start: date, end: date, on: date
) -> Cohort:
    """What became of the cohort of the days from *start* to before *end*, as of the day *on*."""
    members = [row for row in rows if _is_of(row, conversion.start, start, end)]
    reached = [row for row in members if _reached(row, conversion, on)]
    lengths = sorted(_length(row, conversion) for row in reached)
    return Cohort(
        conversion=conversion,
        rows=tuple(members),
        reached=tuple(reached),
        ended=tuple(row for row in members if _has_ended(row, on)),
        days=Days(_quantile(lengths, 2, 4), _quantile(lengths, 3, 4), len(lengths))
        if lengths
        else None,
    )


def kept_beside_started(rows: Sequence[ProjectRow], start: date, end: date, on: date) -> Beside:
    """履约率 beside 开工率 of those signed in the period."""
    signed = [row for row in rows if _is_of(row, "A2", start, end)]
    started = [row for row in signed if _reached(row, Conversion("A2", "C1", ""), on)]
    return Beside(len(signed), sum(not _has_ended(row, on) for row in signed), len(started))


def _is_of(row: ProjectRow, gate: str, start: date, end: date) -> bool:
    passed = row.first(gate)
    return passed is not None and start <= passed.day < end and row.state != "merged"


def _reached(row: ProjectRow, conversion: Conversion, on: date) -> bool:
    first, last = row.first(conversion.start), row.first(conversion.end)
    return first is not None and last is not None and first.day <= last.day <= on


def _length(row: ProjectRow, conversion: Conversion) -> int:
    first, last = row.first(conversion.start), row.first(conversion.end)
    assert first is not None
    assert last is not None
    return (last.day - first.day).days


def _has_ended(row: ProjectRow, on: date) -> bool:
    return row.state in ("lost", "ended") and (row.ended is None or row.ended <= on)


def _quantile(ordered: list[int], part: int, of: int) -> Decimal:
    """The value below which that part of the ordered values lies, between two where it falls so."""
    place = Decimal(len(ordered) - 1) * part / of
    low = int(place)
    high = min(low + 1, len(ordered) - 1)
    value = ordered[low] + (ordered[high] - ordered[low]) * (place - low)
    return value.quantize(Decimal("0.1"), ROUND_HALF_UP)


def _share(part: int, whole: int) -> Decimal | None:
    if not whole:
        return None
    return (Decimal(part) * 100 / whole).quantize(_CENT, ROUND_HALF_UP)
