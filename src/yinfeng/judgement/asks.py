"""What a leader is asked to do about a lead, in one line, from the wording of the policy."""

from datetime import date, timedelta

from yinfeng.judgement.clocks import Colour
from yinfeng.judgement.due import end_of
from yinfeng.judgement.grading import Grading
from yinfeng.lexicon.calendar import Calendar
from yinfeng.lexicon.policies import Maturity

_SHOWN = 2


def ask_of(
    name: str,
    investors: tuple[str, ...],
    grading: Grading,
    colour: Colour,
    policy: Maturity,
    days: Calendar,
    today: date,
) -> str:
    """The line for the leader."""
    key = _which(grading, colour)
    by = _by(key, grading, policy, days, today)
    leader = grading.leader.says if grading.leader else policy.nobody[grading.grade]
    return policy.asks[key].format(
        lead=name,
        investor="、".join(investors[:_SHOWN]) or f"“{name}”投资方",
        leader=leader,
        open="、".join(part.open for part in grading.open[:_SHOWN]) or "推进签约",
        by=f"{by.month}月{by.day}日",
        months=colour.months or 0,
    )


def _which(grading: Grading, colour: Colour) -> str:
    if colour.key == "removed":
        return "stale"
    return grading.grade if grading.stage else "unknown"


def _by(key: str, grading: Grading, policy: Maturity, days: Calendar, today: date) -> date:
    if key in ("stale", "unknown"):
        return end_of(policy.clocks.leader_answer, today, days)
    if grading.stage == "lead":
        return end_of(policy.clocks.steps[0].term, today, days)
    return today + timedelta(days=policy.grade(grading.grade).next_days)
