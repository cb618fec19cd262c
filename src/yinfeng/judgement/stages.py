"""The stages of a project in their order, and the furthest that a story tells: 线索 → 达产."""

from yinfeng.ledger.records import Record
from yinfeng.ledger.stories import Story
from yinfeng.values import Engagement, Project, Status

STAGES = {
    "lead": "线索",
    "visited": "已考察",
    "negotiating": "在谈",
    "finalising": "商谈最终条款",
    "signed": "签约",
    "registered": "注册",
    "land": "供地",
    "started": "开工",
    "topped_out": "封顶",
    "completed": "竣工",
    "producing": "投产",
    "full_capacity": "达产",
    "lost": "流失",
}
_VISITS = ("visit_out", "visit_in")
_ORDER = {key: at for at, key in enumerate(STAGES)}


def stage_of(record: Record) -> str:
    """The stage that one record tells as reached, or nothing."""
    fact = record.fact
    if not isinstance(fact, Project) or fact.stage is None:
        return ""
    if fact.stage.status in (Status.PLANNED, Status.TARGET) or fact.stage.value not in _ORDER:
        return ""
    return fact.stage.value


def furthest(story: Story) -> tuple[str, Record | None]:
    """The furthest stage of a story and the record that tells it."""
    told = [(stage_of(record), record) for record in story.projects]
    reached = [(stage, record) for stage, record in told if stage]
    return max(reached, key=lambda pair: _ORDER[pair[0]], default=("", None))


def standing_stage(story: Story) -> tuple[str, Record | None]:
    """The stage of a story for its grading: a visit takes a lead, or one untold, to `visited`."""
    stage, record = furthest(story)
    if stage in ("", "lead"):
        visits = [r for r in story.engagements if _is_visit(r)]
        if visits:
            return "visited", visits[-1]
    return stage, record


def _is_visit(record: Record) -> bool:
    fact = record.fact
    return isinstance(fact, Engagement) and fact.type is not None and fact.type.value in _VISITS


def is_as_far(stage: str, goal: str) -> bool:
    """Whether a project at *stage* has reached *goal*; a lost one reaches nothing more."""
    return bool(stage) and _ORDER[stage] >= _ORDER[goal]
