"""A ripe lead without a leader: grade A must have a leader by name and a next day within a week."""

from collections.abc import Iterator

from yinfeng.judgement.rule import Finding, Rule
from yinfeng.judgement.situation import Situation


def _check(situation: Situation) -> Iterator[Finding]:
    for lead in situation.leads:
        needs = situation.policy.grade(lead.grade).needs
        if "leader" in needs and lead.grading.leader is None:
            says = f"{lead.grade}级线索，材料未载明牵头领导"
            yield Finding(RULE.code, lead.name, says, lead.grading.reasons[0].proofs)


RULE = Rule(
    code="LEAD-02",
    title="成熟线索无牵头领导",
    basis="线索成熟度分级：A级须有牵头领导和7日内的下次推进日期",
    asks="牵头领导姓名和下次推进日期",
    check=_check,
)
