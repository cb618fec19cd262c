"""The grade of a story: the best that its stage, its words or its score give, with the reasons."""

from dataclasses import dataclass

from yinfeng.judgement.reasons import (
    GradeReason,
    Leader,
    best_grade,
    leader_of,
    open_parts,
    reasons_of,
)
from yinfeng.judgement.stages import standing_stage
from yinfeng.ledger.stories import Story
from yinfeng.lexicon.policies import Maturity, ScorePart

_NO_STAGE = "材料未载明进展阶段，须先核实"


@dataclass(frozen=True, slots=True)
class Grading:
    """What the papers make of a lead: stage, grade, score, reasons, what is open, who leads."""

    stage: str
    grade: str
    score: int
    reasons: tuple[GradeReason, ...]
    open: tuple[ScorePart, ...]
    leader: Leader | None


def grading_of(story: Story, policy: Maturity) -> Grading:
    """The grading of a story; one without a stage is C until somebody says where it stands."""
    stage, _ = standing_stage(story)
    reasons = reasons_of(story, policy)
    grade, score = best_grade(reasons, policy)
    if not stage:
        unknown = GradeReason(_NO_STAGE, (story.records[0].proof,))
        grade, reasons = "C", (unknown, *(r for r in reasons if r.points))
    leader = leader_of(story, policy)
    return Grading(stage, grade, score, reasons, open_parts(story, policy), leader)
