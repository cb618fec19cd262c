"""Clocks on working days: started, stopped, extended once before they run out, reckoned again.

A term counts from the day after it begins. One that ends in a year without a published notice is
provisional (暂定) and is reckoned again when the notice is loaded.
"""

from collections.abc import Collection
from datetime import date

from django.db import transaction

from yinfeng.judgement.due import end_of
from yinfeng.lexicon.office_files import Term
from yinfeng.web.desks.leads.models import Clock, Lead
from yinfeng.web.desks.leads.rules import Rules, rules_of
from yinfeng.web.people.may import require
from yinfeng.web.people.models import User
from yinfeng.web.shell.events import record
from yinfeng.web.shell.refusals import Refused

FOLLOW_UP = "follow_up"
Outcome = Clock.Outcome


def start_steps(lead: Lead, *, rules: Rules, start: date) -> None:
    """Start the clocks of a new lead: first contact, screening, answer, dispatch."""
    Clock.objects.bulk_create(steps_of(lead, rules, start))


def steps_of(lead: Lead, rules: Rules, start: date) -> list[Clock]:
    """These clocks, not yet written."""
    return [
        _clock(lead, step.key, step.says, step.term_for(lead.yuan), start, rules)
        for step in rules.policy.clocks.steps
    ]


def follow_up_of(lead: Lead, rules: Rules) -> Clock:
    """The clock of following up as it runs by the last event and the grade, not yet written."""
    term = rules.policy.clocks.follow_up[lead.grade]
    start = lead.last_event or lead.reported
    return _clock(lead, FOLLOW_UP, f"{lead.grade}级跟进时限", term, start, rules)


def follow(lead: Lead, *, rules: Rules, by: User | None, today: date) -> None:
    """Let the clock of following up run from the last dated event, by the grade of now."""
    if lead.state != Lead.State.OPEN:
        return
    term = rules.policy.clocks.follow_up[lead.grade]
    start = lead.last_event or lead.reported
    running = lead.clocks.running().filter(key=FOLLOW_UP).first()
    if running is not None:
        if (running.starts, running.days, running.is_working) == (start, term.days, term.working):
            return
        if start > running.starts:
            _end(running, by, start, _on_time(running, start))
        else:
            _end(running, by, today, Outcome.REPLACED)
    follow_up_of(lead, rules).save(force_insert=True)


def stop_steps(lead: Lead, keys: tuple[str, ...], *, by: User | None, day: date, proof: str) -> int:
    """Stop the clocks of these steps, as what they asked for was done on *day*; how many."""
    running = list(lead.clocks.running().filter(key__in=keys))
    for clock in running:
        _end(clock, by, max(day, clock.starts), _on_time(clock, day), proof)
    return len(running)


def run_on(lead: Lead, mark: str, standing: Collection[str]) -> int:
    """Let clocks run on whose proof bears the mark and stands no longer; how many."""
    stopped = lead.clocks.exclude(ended=None).filter(proof__startswith=mark)
    again = [clock for clock in stopped if clock.proof not in standing]
    for clock in again:
        clock.ended, clock.ended_by, clock.outcome, clock.proof = None, None, "", ""
        clock.save(update_fields=["ended", "ended_by", "outcome", "proof"])
    return len(again)


def drop_all(lead: Lead, *, by: User | None, today: date) -> None:
    """Let no clock of the lead run any longer."""
    for clock in lead.clocks.running():
        _end(clock, by, today, Outcome.DROPPED)


@transaction.atomic
def stop_clock(clock: Clock, *, by: User, day: date, proof: str, today: date) -> Clock:
    """Say that what the clock asks for was done on *day*, and what shows it."""
    require(by, "leads.stop_clock", clock.lead.unit)
    clock = _held(clock)
    if not clock.starts <= day <= today:
        raise Refused(f"办结日期应在{clock.starts}至{today}之间。")
    if clock.key == FOLLOW_UP:
        raise Refused("跟进时限由有日期的进展重新起算，请在“记一次进展”里登记。")
    _end(clock, by, day, _on_time(clock, day), proof)
    record(by, "leads.stop_clock", clock, unit=clock.lead.unit, day=day, outcome=clock.outcome)
    return clock


@transaction.atomic
def extend_clock(clock: Clock, *, by: User, until: date, reason: str, today: date) -> Clock:
    """Give the clock a later day: once, before it has run out, for a reason."""
    require(by, "leads.extend_clock", clock.lead.unit)
    clock = _held(clock)
    rules = rules_of(clock.lead.unit, today)
    most = end_of(Term(clock.days or 1, clock.is_working), clock.ends, rules.days)
    if clock.extended_on is not None:
        raise Refused(f"这个时限已于{clock.extended_on}延期过一次，不能再延。")
    if today > clock.ends:
        raise Refused(f"时限已于{clock.ends}到期，不能再申请延期；请尽快办结。")
    if not clock.ends < until <= most:
        raise Refused(f"延期后的日期应在{clock.ends}之后、{most}之前（不超过原时限一倍）。")
    before = clock.ends
    clock.first_ends, clock.ends, clock.is_provisional = before, until, False
    clock.extended_by, clock.extended_on, clock.why = by, today, reason.strip()
    clock.save(
        update_fields=[
            "first_ends",
            "ends",
            "is_provisional",
            "extended_by",
            "extended_on",
            "why",
        ]
    )
    unit = clock.lead.unit
    record(
        by,
        "leads.extend_clock",
        clock,
        unit=unit,
        before={"ends": before},
        reason=reason,
        ends=until,
    )
    return clock


@transaction.atomic
def reckon_again(*, today: date) -> int:
    """Reckon the provisional ends anew with the working days of now; how many days moved."""
    moved = 0
    clocks = Clock.objects.running().filter(is_provisional=True, extended_on=None)
    for clock in clocks.select_related("lead__unit").select_for_update(of=("self",)):
        days = rules_of(clock.lead.unit, today).days
        ends = end_of(Term(clock.days, clock.is_working), clock.starts, days)
        is_provisional = days.is_provisional(ends)
        if (ends, is_provisional) == (clock.ends, True):
            continue
        before = clock.ends
        clock.ends, clock.is_provisional = ends, is_provisional
        clock.save(update_fields=["ends", "is_provisional"])
        unit = clock.lead.unit
        record(None, "leads.reckon_clock", clock, unit=unit, before={"ends": before}, ends=ends)
        moved += ends != before
    return moved


def _clock(lead: Lead, key: str, says: str, term: Term, start: date, rules: Rules) -> Clock:
    clocks = rules.policy.clocks
    ends = end_of(term, start, rules.days)
    return Clock(
        lead=lead,
        key=key,
        says=says,
        days=term.days,
        is_working=term.working,
        policy=f"{clocks.title} {clocks.version}"[:80],
        starts=start,
        ends=ends,
        is_provisional=rules.days.is_provisional(ends),
    )


def _held(clock: Clock) -> Clock:
    clock = (
        Clock.objects.select_for_update(of=("self",)).select_related("lead__unit").get(pk=clock.pk)
    )
    if clock.ended is not None:
        raise Refused(f"这个时限已于{clock.ended}了结。")
    return clock


def _on_time(clock: Clock, day: date) -> Outcome:
    return Outcome.DONE if day <= clock.ends else Outcome.LATE


def _end(clock: Clock, by: User | None, day: date, outcome: Outcome, proof: str = "") -> None:
    clock.ended, clock.ended_by, clock.outcome, clock.proof = day, by, outcome, proof.strip()[:200]
    clock.save(update_fields=["ended", "ended_by", "outcome", "proof"])
