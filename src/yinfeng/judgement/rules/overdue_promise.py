"""An announced day is past and no paper tells that the stage was reached."""

from collections.abc import Iterator

from yinfeng.judgement.goals import open_announcements
from yinfeng.judgement.rule import Finding, Rule
from yinfeng.judgement.situation import Situation
from yinfeng.judgement.stages import STAGES


def _check(situation: Situation) -> Iterator[Finding]:
    for announced in open_announcements(situation):
        promise = announced.promise
        if promise.day < situation.today:
            stage = STAGES[promise.stage]
            says = f"计划{promise.day:%Y-%m-%d}前{stage}，未见已{stage}的记载"
            yield Finding(RULE.code, promise.project, says, (announced.proof,))


RULE = Rule(
    code="PROJ-01",
    title="计划时间已过",
    basis="材料载明的计划时间",
    asks="进展证明，或调整计划的说明",
    check=_check,
)
