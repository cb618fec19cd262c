"""Counting as it was first written: every rule asks every project anew. Slow, and easy to read.

What counts fast is held against it on small registers.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from yinfeng.judgement.counting import Class, Gate, LeftOut, ProjectRow, Tally
from yinfeng.judgement.counting.exchange import exchanged
from yinfeng.lexicon.counting import EXCLUSIVE, Conversion, Counted, ProjectCounting

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
_MONTHS = 12
_ALL = Decimal(100)


def tally_of(
    rows: Sequence[ProjectRow], measure: Counted, rules: ProjectCounting, start: date, end: date
) -> Tally:
    """The count of a measure in the days from *start* to before *end*."""
    counted: list[ProjectRow] = []
    increases: list[ProjectRow] = []
    left: list[LeftOut] = []
    days: dict[int, date] = {}
    for row in sorted(rows, key=lambda one: one.key):
        day = _day_in(row, measure, rules, start, end)
        if day is None:
            left += _missed(row, measure, rules, start, end)
            continue
        if not rules.is_on("handed_over", measure):
            if row.is_elsewhere:
                continue
            own = replace(row, share=_ALL, shared="")
        else:
            own = replace(row, share=row.share_on(day))
        rule = _left_out_by(own, measure, rules)
        row = own
        if rule == "increase":
            increases.append(row)
            days[row.key] = day
        if rule:
            left.append(_out(row, rule, rules))
            continue
        counted.append(row)
        days[row.key] = day
    counted, again = _once(counted, days, measure, rules, rows)
    classes, unsized = _classed(counted, measure, rules, days)
    return Tally(
        measure=measure,
        start=start,
        end=end,
        rows=tuple(counted),
        days=days,
        increases=tuple(increases),
        classes=classes,
        unsized=unsized,
        left_out=tuple(sorted((*left, *again), key=lambda one: one.row.key)),
        version=rules.version,
        audit_factor=rules.audit_factor,
        exchanged=exchanged((*counted, *increases), days, rules),
    )


def _passed(row: ProjectRow, code: str, *, confirmed: bool) -> Gate | None:
    found = [one for one in row.gates if one.code == code and not one.is_ceremony]
    if confirmed:
        found = [one for one in found if one.is_confirmed]
    return min(found, key=lambda one: one.day, default=None)


def _day_in(
    row: ProjectRow, measure: Counted, rules: ProjectCounting, start: date, end: date
) -> date | None:
    """The later of the days of its gates, where all are passed and the day is in the period."""
    confirmed = rules.is_on("confirmed", measure)
    gates = [_passed(row, code, confirmed=confirmed) for code in measure.gates]
    if any(gate is None for gate in gates):
        return None
    day = max(gate.day for gate in gates if gate is not None)
    if row.new_owner is not None and rules.is_on("new_owner", measure):
        # A project that changed hands counts once, at the later event.
        day = max(day, row.new_owner)
    return day if start <= day < end else None


def _missed(
    row: ProjectRow, measure: Counted, rules: ProjectCounting, start: date, end: date
) -> Iterable[LeftOut]:
    """Told of a project that looks as if it counted: self-reported, or with a ceremony only."""
    told = [_passed(row, code, confirmed=False) for code in measure.gates]
    days = [gate.day for gate in told if gate is not None]
    if len(days) == len(measure.gates) and start <= max(days) < end:
        confirmed = [_passed(row, code, confirmed=True) for code in measure.gates]
        if rules.is_on("confirmed", measure) and any(one is None for one in confirmed):
            yield _out(row, "confirmed", rules)
        elif row.new_owner is not None and rules.is_on("new_owner", measure):
            yield _out(row, "new_owner", rules)
    elif len(days) < len(measure.gates) and rules.is_on("undated", measure):
        known = {code for code in measure.gates if _passed(row, code, confirmed=False)}
        if row.undated and known | row.undated >= set(measure.gates):
            yield _out(row, "undated", rules)
    if "C1" in measure.gates and "C1" not in row.undated and rules.is_on("ceremony", measure):
        held = [one.day for one in row.gates if one.is_ceremony and one.code == "C1"]
        held += [row.ceremony] if row.ceremony else []
        if any(start <= day < end for day in held) and _passed(row, "C1", confirmed=False) is None:
            yield _out(row, "ceremony", rules)


def _left_out_by(row: ProjectRow, measure: Counted, rules: ProjectCounting) -> str:
    """The first rule that leaves the project out; empty where it counts."""
    asked = [
        ("handed_over", row.is_elsewhere and not row.share),
        ("merged", row.state == "merged"),
        ("ended", row.state in ("lost", "ended")),
        *((mark, mark in row.marks) for mark in _MARKS),
        ("late", _is_late(row, measure, rules)),
        ("increase", row.part == "increase"),
        ("phase", row.part == "phase" and not row.has_own_contract),
        ("registered_capital", "registered_capital" in row.marks),
    ]
    for rule, is_so in asked:
        if is_so and rules.is_on(rule, measure):
            return rule
    return ""


def _is_late(row: ProjectRow, measure: Counted, rules: ProjectCounting) -> bool:
    """Whether the gate was reported so long after its day that it counts no more."""
    gates = [_passed(row, code, confirmed=False) for code in measure.gates]
    latest = max((one for one in gates if one), key=lambda one: one.day)
    return (latest.reported - latest.day).days > rules.late_days


def _once(
    counted: list[ProjectRow],
    days: dict[int, date],
    measure: Counted,
    rules: ProjectCounting,
    rows: Sequence[ProjectRow],
) -> tuple[list[ProjectRow], list[LeftOut]]:
    """Without the same project signed twice within the months that the rules look back."""
    if not rules.is_on("once", measure):
        return counted, []
    signed = [(row, _signed_on(row, measure)) for row in rows]
    kept: list[ProjectRow] = []
    again: list[LeftOut] = []
    for row in counted:
        earlier = [
            day
            for other, day in signed
            if day is not None
            and other.key != row.key
            and _is_same(row, other)
            and (day, other.key) < (days[row.key], row.key)
            and _months(day, days[row.key]) < rules.twice_months
        ]
        if earlier:
            again.append(_out(row, "once", rules))
        else:
            kept.append(row)
    return kept, again


def _signed_on(row: ProjectRow, measure: Counted) -> date | None:
    gate = _passed(row, measure.gates[0], confirmed=True)
    return gate.day if gate else None


def _is_same(row: ProjectRow, other: ProjectRow) -> bool:
    """Whether two rows are one project: the same name by the same investor, and no phase of it."""
    if row.part or other.part:
        return False
    return bool(row.investor) and (row.investor, row.name) == (other.investor, other.name)


def _months(left: date, right: date) -> int:
    whole = (right.year - left.year) * _MONTHS + right.month - left.month
    return whole - (right.day < left.day)


def _classed(
    counted: list[ProjectRow], measure: Counted, rules: ProjectCounting, days: dict[int, date]
) -> tuple[tuple[Class, ...], tuple[LeftOut, ...]]:
    """The size classes: nested ones hold the larger too, of exclusive ones each holds its own."""
    sized = {row.key: _bands_of(row, rules, days[row.key]) for row in counted}
    classes = []
    for band in rules.bands:
        inside = [
            row
            for row in counted
            if band.key in sized[row.key][: 1 if measure.bands == EXCLUSIVE else None]
        ]
        classes.append(Class(band, tuple(inside)))
    unsized = [
        _out(row, "stale_currency" if row.currency != "CNY" else "registered_capital", rules)
        for row in counted
        if not _is_sized(row, rules, days[row.key])
    ]
    return tuple(classes), tuple(unsized)


def _bands_of(row: ProjectRow, rules: ProjectCounting, day: date) -> list[str]:
    """The classes of a project from the largest, by the table of its currency on the day."""
    amount = row.yuan if row.currency in ("", "CNY") else row.money
    if amount is None:
        return []
    for at, band in enumerate(rules.bands):
        start = rules.threshold(band, row.currency, day)
        if start is not None and (amount > start or (amount == start and not row.short_of)):
            # What is of a class is above every smaller one, though no table tells how much that is.
            return [one.key for one in rules.bands[at:]]
    return []


def _is_sized(row: ProjectRow, rules: ProjectCounting, day: date) -> bool:
    """Whether the project can be put into a class at all."""
    if row.currency in ("", "CNY"):
        return row.yuan is not None
    known = [rules.threshold(band, row.currency, day) for band in rules.bands]
    return row.money is not None and any(start is not None for start in known)


def _out(row: ProjectRow, rule: str, rules: ProjectCounting) -> LeftOut:
    says = rules.rules[rule].says
    return LeftOut(row, rule, f"{says}（{row.shared}）" if rule == "handed_over" else says)


def cohort_of(
    rows: Sequence[ProjectRow], conversion: Conversion, start: date, end: date, on: date
) -> tuple[list[int], list[int], list[int], list[int]]:
    """The keys of a cohort, of those who reached the second gate and who ended; and the days."""
    firsts = {row.key: _passed(row, conversion.start, confirmed=True) for row in rows}
    lasts = {row.key: _passed(row, conversion.end, confirmed=True) for row in rows}
    members = []
    for row in sorted(rows, key=lambda one: one.key):
        first = firsts[row.key]
        if first is None or not start <= first.day < end or row.state == "merged":
            continue
        if not row.is_elsewhere or row.share_on(first.day):
            members.append(row)
    reached, days = [], []
    for row in members:
        first, last = firsts[row.key], lasts[row.key]
        if first is not None and last is not None and first.day <= last.day <= on:
            reached.append(row.key)
            days.append((last.day - first.day).days)
    gone = [row.key for row in members if row.state in ("lost", "ended")]
    ended = [row.key for row in members if row.key in gone and (row.ended or on) <= on]
    return [row.key for row in members], reached, ended, sorted(days)
