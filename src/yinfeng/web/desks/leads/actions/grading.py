"""A lead graded anew after something was told: the engine's grade, kept with its reasons.

A grade is never hidden and never overwritten: each change is a row that says why and by which rule.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from yinfeng.judgement.grading import Grading, grading_of
from yinfeng.ledger.papers import Proof
from yinfeng.ledger.stories import Story
from yinfeng.web.desks.leads.actions.clocks import follow
from yinfeng.web.desks.leads.models import GradeChange, Lead
from yinfeng.web.desks.leads.rules import Rules
from yinfeng.web.desks.leads.stories import story_of
from yinfeng.web.lists import keeping
from yinfeng.web.people.models import User


def regrade(
    lead: Lead, *, rules: Rules, by: User | None, today: date, because: str, **values: Any
) -> Lead:
    """The lead with *values* and with the grade that its story gives now, both in one version."""
    for name, value in values.items():
        setattr(lead, name, value)
    story = story_of(lead, rules.policy.leaders, today)
    grading = grading_of(story, rules.policy)
    graded = graded_as(story, grading)
    lead = keeping.change(lead, by=by, reason=because, **values, **graded).record
    _keep(lead, grading, rules, today, because)
    follow(lead, rules=rules, by=by, today=today)
    return lead


def graded_as(story: Story, grading: Grading) -> dict[str, Any]:
    """What of a lead follows from its story."""
    return {
        "grade": grading.grade,
        "score": grading.score,
        "stage": grading.stage,
        "leader": grading.leader.says if grading.leader else "",
        "last_event": story.last_event,
    }


def change_of(lead: Lead, grading: Grading, rules: Rules, today: date, because: str) -> GradeChange:
    """The grade with its reasons, not yet written."""
    reasons = [
        {
            "says": reason.says,
            "points": reason.points,
            "grade": reason.grade,
            "proofs": list(_proofs(reason.proofs)),
        }
        for reason in grading.reasons
    ]
    return GradeChange(
        lead=lead,
        grade=grading.grade,
        score=grading.score,
        stage=grading.stage,
        reasons=reasons,
        lacking=[{"says": part.open, "points": part.points} for part in grading.open],
        policy=f"{rules.policy.title} {rules.policy.version}"[:80],
        basis=rules.policy.basis,
        because=because[:120],
        day=today,
    )


def _keep(lead: Lead, grading: Grading, rules: Rules, today: date, because: str) -> None:
    change = change_of(lead, grading, rules, today, because)
    last = lead.grades.order_by("pk").last()
    if last is None or _result(last) != _result(change):
        change.was = last.grade if last else ""
        change.save(force_insert=True)


def _result(change: GradeChange) -> tuple[object, ...]:
    return change.grade, change.score, change.stage, change.reasons


def _proofs(proofs: tuple[Proof, ...]) -> Iterator[dict[str, object]]:
    for proof in dict.fromkeys(proofs):
        yield {
            "paper": proof.paper.key,
            "start": proof.start,
            "end": proof.end,
            "quote": proof.quote,
        }
