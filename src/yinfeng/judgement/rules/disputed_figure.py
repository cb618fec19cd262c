"""Papers that disagree: two figures of one thing for one period that cannot both be true."""

from collections.abc import Iterator

from yinfeng.judgement.rule import Finding, Rule
from yinfeng.judgement.situation import Situation


def _check(situation: Situation) -> Iterator[Finding]:
    for figure in situation.figures:
        if figure.is_disputed:
            proofs = tuple(telling.proof for telling in figure.tellings)
            about = f"{figure.subject}{figure.name}"
            yield Finding(RULE.code, about, figure.rule, proofs)


RULE = Rule(
    code="FIG-01",
    title="来源不一致",
    basis="数出有据：不一致的记载并列保留，由人或明示的规则取舍",
    asks="出数单位的核对意见",
    check=_check,
)
