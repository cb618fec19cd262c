"""One project counts once: what was signed before under the same name is not signed anew."""

from bisect import bisect_left
from datetime import date

from yinfeng.judgement.counting.leaving import Asked, LeftOut
from yinfeng.judgement.counting.register import Register
from yinfeng.judgement.counting.rows import ProjectRow

_MONTHS = 12


def without_twice(
    counted: list[ProjectRow], days: dict[int, date], asked: Asked, register: Register
) -> tuple[list[ProjectRow], list[LeftOut]]:
    """Without the same project signed twice within the months that the rules look back."""
    if "once" not in asked.on:
        return counted, []
    signed = _signings(register, asked.measure.gates[0])
    kept: list[ProjectRow] = []
    again: list[LeftOut] = []
    for row in counted:
        before = _signed_before(row, days[row.key], signed)
        if before is not None and _months(before, days[row.key]) < asked.rules.twice_months:
            again.append(asked.left(row, "once"))
        else:
            kept.append(row)
    return kept, again


def _signings(register: Register, gate: str) -> dict[tuple[str, str], list[tuple[date, int]]]:
    """When each project was signed, by investor and name, in the order of the days.

    A phase or an increase is no project of its own here, nor is one without an investor.
    """
    found: dict[tuple[str, str], list[tuple[date, int]]] = {}
    passed = register.first(gate)
    for row in register.rows:
        signed = passed.get(row.key)
        if signed is not None and row.investor and not row.part:
            found.setdefault((row.investor, row.name), []).append((signed.day, row.key))
    for days in found.values():
        days.sort()
    return found


def _signed_before(
    row: ProjectRow, day: date, signed: dict[tuple[str, str], list[tuple[date, int]]]
) -> date | None:
    """The last day before on which another one of the same name was signed."""
    if row.part:
        return None
    known = signed.get((row.investor, row.name), [])
    at = bisect_left(known, (day, row.key))
    # The project itself stands there too where it counts later than it was signed.
    before = known[max(at - 2, 0) : at]
    return next((then for then, key in reversed(before) if key != row.key), None)


def _months(left: date, right: date) -> int:
    whole = (right.year - left.year) * _MONTHS + right.month - left.month
    return whole - (right.day < left.day)
