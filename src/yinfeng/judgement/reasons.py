"""Why a lead has its grade: the words of the papers and the points of the policy, each with proof.

最终协议条款 in a quote tells A whatever else is open; a point that no paper tells counts nothing
and is named as open.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from yinfeng.judgement.stages import standing_stage
from yinfeng.ledger.papers import Proof
from yinfeng.ledger.records import Record
from yinfeng.ledger.stories import Story
from yinfeng.lexicon.policies import GRADES, Maturity, ScorePart
from yinfeng.values import Engagement, Person, Project

_OUTWARD = ("visit_out", "visit_in", "ceremony", "meeting", "exchange")


@dataclass(frozen=True, slots=True)
class GradeReason:
    """One reason in words, the points or the grade that it gives, and the words that prove it."""

    says: str
    proofs: tuple[Proof, ...]
    points: int = 0
    grade: str = ""


@dataclass(frozen=True, slots=True)
class Leader:
    """Who leads on our side, as a paper tells it."""

    says: str
    proofs: tuple[Proof, ...]


def reasons_of(story: Story, policy: Maturity) -> tuple[GradeReason, ...]:
    """Every reason that the story gives: its stage, its words, its points."""
    stage = tuple(_stage(story, policy))
    told = min((GRADES.index(reason.grade) for reason in stage), default=len(GRADES))
    # Words that tell no more than the stage already does would only fill the page.
    words = (r for r in _words(story, policy) if GRADES.index(r.grade) < told)
    return (*stage, *words, *_points(story, policy))


def open_parts(story: Story, policy: Maturity) -> tuple[ScorePart, ...]:
    """The points that no paper tells, in the order of the policy."""
    return tuple(part for part in policy.score if _shown(story, part, policy) is None)


def best_grade(reasons: tuple[GradeReason, ...], policy: Maturity) -> tuple[str, int]:
    """The best grade that a reason or the score gives, and the score."""
    score = sum(reason.points for reason in reasons)
    grades = [r.grade for r in reasons if r.grade] + [policy.grade_of_score(score).key]
    return min(grades, key=GRADES.index), score


def leader_of(story: Story, policy: Maturity) -> Leader | None:
    """The leader of ours who met the investor last, by name."""
    for record in reversed(story.engagements):
        fact = record.fact
        if isinstance(fact, Engagement) and fact.people is not None:
            for person in fact.people.value:
                if person.name and _is_leader(person, policy):
                    proofs = record.proofs(fact.people)
                    named = tuple(p for p in proofs if person.name in p.quote)
                    return Leader(f"{person.title}{person.name}", (named or proofs)[:1])
    return None


def _stage(story: Story, policy: Maturity) -> Iterator[GradeReason]:
    stage, record = standing_stage(story)
    if record is not None and stage in policy.stages:
        fact = record.fact
        grade, says = policy.stages[stage]
        told = fact.stage if isinstance(fact, Project) else None
        yield GradeReason(says, record.proofs(told), grade=grade)


def _words(story: Story, policy: Maturity) -> Iterator[GradeReason]:
    for listed in policy.words:
        for record in story.records:
            word = next((w for w in listed.any if w in record.fact.quote), None)
            if word is not None:
                yield GradeReason(f"文中写明“{word}”", (record.proof,), grade=listed.grade)
                return


def _points(story: Story, policy: Maturity) -> Iterator[GradeReason]:
    for part in policy.score:
        proofs = _shown(story, part, policy)
        if proofs is not None:
            yield GradeReason(part.says, proofs, points=part.points)


def _shown(story: Story, part: ScorePart, policy: Maturity) -> tuple[Proof, ...] | None:
    for record in story.records:
        proofs = _field(record, part) or _event(record, part, policy) or _word(record, part)
        if proofs:
            return proofs
    return None


def _field(record: Record, part: ScorePart) -> tuple[Proof, ...]:
    fact = record.fact
    if not isinstance(fact, Project):
        return ()
    if fact.stage is not None and fact.stage.value in part.stages:
        return record.proofs(fact.stage)
    if part.all_fields and all(getattr(fact, name) is not None for name in part.all_fields):
        return tuple(p for name in part.all_fields for p in record.proofs(getattr(fact, name)))
    told = (getattr(fact, name) for name in part.fields)
    return next((record.proofs(value) for value in told if value is not None), ())


def _event(record: Record, part: ScorePart, policy: Maturity) -> tuple[Proof, ...]:
    fact = record.fact
    if not isinstance(fact, Engagement) or fact.type is None:
        return ()
    if fact.type.value in part.engagements:
        return (record.proof,)
    people = fact.people.value if fact.people else ()
    met = fact.type.value in _OUTWARD and any(_is_leader(person, policy) for person in people)
    return record.proofs(fact.people) if part.leader_met and met else ()


def _word(record: Record, part: ScorePart) -> tuple[Proof, ...]:
    return (record.proof,) if any(word in record.fact.quote for word in part.words) else ()


def _is_leader(person: Person, policy: Maturity) -> bool:
    return any(word in person.title for word in policy.leaders)
