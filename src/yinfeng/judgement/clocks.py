"""The clocks that a lead starts: first steps for a fresh one, following up by grade, three colours.

A clock starts on the day that the papers give: the last dated event, else the day the paper came
out. A lead without a dated event for half a year leaves the list until it is confirmed anew, so
its only clock is that confirmation.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from math import ceil

from yinfeng.judgement.due import Due, end_of
from yinfeng.judgement.grading import Grading
from yinfeng.ledger.papers import Proof
from yinfeng.ledger.stories import Story
from yinfeng.lexicon.calendar import Calendar
from yinfeng.lexicon.policies import Maturity
from yinfeng.values import Project

_MONTH = Decimal("30.4")


@dataclass(frozen=True, slots=True)
class Colour:
    """How long nothing dated happened: green, yellow, red, or removed; None without any date."""

    key: str
    months: int | None


def colour_days(policy: Maturity) -> dict[str, int]:
    """After how many days without a dated event each colour but green begins."""
    return {key: ceil(months * _MONTH) for key, months in policy.colours.items()}


def colour_of(story: Story, policy: Maturity, today: date) -> Colour:
    """The colour of a story on *today*."""
    last = story.last_event
    if last is None:
        return Colour("unknown", None)
    months = int(max(0, (today - last).days) / _MONTH)
    for key in ("removed", "red", "yellow"):
        if months >= policy.colours[key]:
            return Colour(key, months)
    return Colour("green", months)


def clocks_of(
    story: Story, grading: Grading, policy: Maturity, days: Calendar, today: date
) -> tuple[Due, ...]:
    """The clocks of a lead, the earliest first."""
    if colour_of(story, policy, today).key == "removed":
        clocks = _confirmation(story, policy, days, today)
    else:
        clocks = _running(story, grading, policy, days, today)
    return tuple(sorted(clocks, key=lambda due: due.day))


def _confirmation(story: Story, policy: Maturity, days: Calendar, today: date) -> Iterator[Due]:
    end = end_of(policy.clocks.leader_answer, today, days)
    says = "核实是否仍有投资意向"
    yield Due(end, story.entity.name, says, _last(story), today, days.is_provisional(end))


def _running(
    story: Story, grading: Grading, policy: Maturity, days: Calendar, today: date
) -> Iterator[Due]:
    start = story.last_event or story.first_known or today

    def due(end: date, says: str) -> Due:
        return Due(end, story.entity.name, says, _last(story), today, days.is_provisional(end))

    if not grading.stage:
        yield due(end_of(policy.clocks.leader_answer, today, days), "核实进展阶段")
        return
    if grading.stage == "lead":
        first = story.first_known or today
        for step in policy.clocks.steps:
            yield due(end_of(step.term_for(_amount(story)), first, days), step.says)
    if grading.grade == "A":
        yield due(end_of(policy.clocks.leader_answer, today, days), "领导批示并明确牵头人")
    follow_up = policy.clocks.follow_up[grading.grade]
    yield due(end_of(follow_up, start, days), f"{grading.grade}级跟进时限")


def _last(story: Story) -> tuple[Proof, ...]:
    dated = [record for record in story.records if record.when is not None]
    return ((dated or list(story.records))[-1].proof,)


def _amount(story: Story) -> Decimal | None:
    for record in reversed(story.projects):
        fact = record.fact
        if isinstance(fact, Project) and fact.investment is not None:
            return fact.investment.value.figure
    return None
