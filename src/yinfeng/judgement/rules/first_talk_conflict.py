"""One investor, two hosts: who talked first has to be settled before both count the lead (撞单)."""

from collections import defaultdict
from collections.abc import Iterator

from yinfeng.identity.entities import Entity
from yinfeng.identity.naming import EntityKind, kind_of
from yinfeng.identity.told_names import naming
from yinfeng.judgement.leads import Lead
from yinfeng.judgement.rule import Finding, Rule
from yinfeng.judgement.situation import Situation


def _check(situation: Situation) -> Iterator[Finding]:
    led: defaultdict[Entity, list[Lead]] = defaultdict(list)
    for lead in situation.leads:
        for name in lead.investors:
            firm = naming(kind_of(name), name, lead.story.host, {})
            if firm.kind is EntityKind.ENTERPRISE and firm in situation.entities.of:
                led[situation.entities.of[firm]].append(lead)
    for entity, leads in led.items():
        hosts = sorted({lead.story.host for lead in leads if lead.story.host})
        if len(hosts) > 1:
            proofs = tuple(lead.story.records[0].proof for lead in leads)
            says = f"{'、'.join(hosts)}都有记载，须核对首报首谈"
            yield Finding(RULE.code, entity.name, says, proofs)


RULE = Rule(
    code="LEAD-03",
    title="疑似撞单",
    basis="首报首谈：同一投资方由首谈单位负责，只约束政府单位，不限制企业选择",
    asks="双方首次报送和首次洽谈的记录",
    check=_check,
)
