"""A quiet lead: no dated event for two months (yellow) or three (red).

After half a year it is no question any more: the lead itself asks to be confirmed or taken off.
"""

from collections.abc import Iterator

from yinfeng.judgement.rule import Finding, Rule
from yinfeng.judgement.situation import Situation

_COLOURS = {"yellow": "黄牌", "red": "红牌"}


def _check(situation: Situation) -> Iterator[Finding]:
    for lead in situation.leads:
        if lead.colour.key in _COLOURS:
            says = f"{lead.colour.months}个月没有新的进展记载，{_COLOURS[lead.colour.key]}"
            yield Finding(RULE.code, lead.name, says, (lead.story.records[-1].proof,))


RULE = Rule(
    code="LEAD-01",
    title="线索停滞",
    basis="三类三色管理（线索成熟度分级）",
    asks="最近一次对接的记录",
    check=_check,
)
