"""First reports: whose right to a lead stands on a day, until when, and why it lapsed.

A complete first report that was confirmed is protected; what really happened shortly before the
end carries it on, nothing carries it beyond the hard stop. Quiet months let it lapse (公海).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from yinfeng.judgement.due import end_of
from yinfeng.lexicon.calendar import Calendar
from yinfeng.lexicon.lead_rules import Claims

_DAY = timedelta(days=1)


class Right(StrEnum):
    """How the right to a lead stands."""

    HELD = "held"
    WAITING = "waiting"
    PROTECTED = "protected"
    QUIET = "quiet"
    LAPSED = "lapsed"


@dataclass(frozen=True, slots=True)
class FirstReport:
    """What is known of a first report: its days, those of real progress, those of any event."""

    since: date
    complete: date | None = None
    confirmed: date | None = None
    extended: bool = False
    progress: tuple[date, ...] = ()
    events: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class RightState:
    """How the right stands, its last day as far as is known, and that in words."""

    right: Right
    until: date
    says: str


def right_of(report: FirstReport, rules: Claims, days: Calendar, today: date) -> RightState:
    """How the right of a first report stands on *today*."""
    if report.complete is None:
        return _incomplete(report, rules, days, today)
    end = _protected_to(report, rules, days, _known(report, report.progress, today))
    known = _known(report, (*report.progress, *report.events), today)
    quiet = _quiet_from(report, rules, known, today)
    if quiet is not None and quiet <= end:
        last = quiet - _DAY
        return RightState(Right.LAPSED, last, f"满{rules.lapse}天没有进展，{quiet}起转入公海")
    if today > end:
        return RightState(Right.LAPSED, end, f"保护期至{end}，已届满转入公海")
    if report.confirmed is None:
        due = end_of(rules.confirm, report.complete, days)
        late = "，已逾期未确认" if today > due else ""
        return RightState(Right.WAITING, end, f"待确认（应在{due}前确认{late}）")
    return _standing(report, rules, known, end, today)


def _known(report: FirstReport, told: Iterable[date], today: date) -> list[date]:
    return sorted({day for day in told if report.since <= day <= today})


def _standing(
    report: FirstReport, rules: Claims, known: Iterable[date], end: date, today: date
) -> RightState:
    last = max([report.since, *known])
    still = (today - last).days
    if still >= rules.notice:
        lapse = last + timedelta(days=rules.lapse)
        says = f"已{still}天没有进展，{lapse}起将转入公海"
        return RightState(Right.QUIET, min(end, lapse - _DAY), says)
    return RightState(Right.PROTECTED, end, f"保护期至{end}")


def _incomplete(report: FirstReport, rules: Claims, days: Calendar, today: date) -> RightState:
    end = end_of(rules.hold, report.since, days)
    if today > end:
        return RightState(Right.LAPSED, end, f"资料未在{end}前补齐，不再保留首报")
    return RightState(Right.HELD, end, f"资料未补齐，首报保留至{end}")


def _protected_to(
    report: FirstReport, rules: Claims, days: Calendar, known: Iterable[date]
) -> date:
    """The last day of the protection, with what carries it on."""
    hard = report.since + timedelta(days=rules.longest)
    end = end_of(rules.protection, report.confirmed or report.complete or report.since, days)
    if report.extended:
        end = end_of(rules.extension, end, days)
    fresh = timedelta(days=rules.fresh_progress)
    for day in known:
        # In order of time: each stretch is carried on by what happened in its own last days.
        if end - fresh < day <= end < hard:
            end = end_of(rules.extension, end, days)
    return min(end, hard)


def _quiet_from(
    report: FirstReport, rules: Claims, known: Iterable[date], today: date
) -> date | None:
    """The day on which the right lapsed because nothing happened for too long."""
    last = report.since
    for day in (*known, today):
        lapse = last + timedelta(days=rules.lapse)
        if day >= lapse:
            return lapse
        last = day
    return None
