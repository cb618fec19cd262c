"""A lead graded anew after something was told: the engine's grade, kept with its reasons.

A grade is never hidden and never overwritten: each change is a row that says why and by which rule.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from yinfeng.judgement.grading import Grading, grading_of
from yinfeng.ledger.papers import Proof
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
    graded: dict[str, Any] = {
        "grade": grading.grade,
        "score": grading.score,
        "stage": grading.stage,
        "leader": grading.leader.says if grading.leader else "",
        "last_event": story.last_event,
    }
    lead = keeping.change(lead, by=by, reason=because, **values, **graded).record
    _keep(lead, grading, rules, today, because)
    follow(lead, rules=rules, by=by, today=today)
    return lead


def _keep(lead: Lead, grading: Grading, rules: Rules, today: date, because: str) -> None:
    reasons = [
        {
            "says": reason.says,
            "points": reason.points,
            "grade": reason.grade,
            "proofs": list(_proofs(reason.proofs)),
        }
        for reason in grading.reasons
    ]
    lacking = [{"says": part.open, "points": part.points} for part in grading.open]
    last = lead.grades.order_by("pk").last()
    if last and (last.grade, last.score, last.stage, last.reasons) == (
        grading.grade,
        grading.score,
        grading.stage,
        reasons,
    ):
        return
    GradeChange.objects.create(
        lead=lead,
        grade=grading.grade,
        score=grading.score,
        stage=grading.stage,
        reasons=reasons,
        lacking=lacking,
        policy=f"{rules.policy.title} {rules.policy.version}"[:80],
        basis=rules.policy.basis,
        because=because[:120],
        was=last.grade if last else "",
        day=today,
    )


def _proofs(proofs: tuple[Proof, ...]) -> Iterator[dict[str, object]]:
    for proof in dict.fromkeys(proofs):
        yield {
            "paper": proof.paper.key,
            "start": proof.start,
            "end": proof.end,
            "quote": proof.quote,
        }
