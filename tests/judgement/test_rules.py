from datetime import date

import pytest

from tests.judgement.office import project, situation
from tests.papers import paper
from yinfeng.identity.naming import EntityKind
from yinfeng.judgement.rules import RULES
from yinfeng.judgement.situation import Situation, situation_of
from yinfeng.ledger.ledger import Ledger
from yinfeng.ledger.promises import Promise
from yinfeng.lexicon.calendar import calendar
from yinfeng.lexicon.policies import maturity
from yinfeng.values import Evidence
from yinfeng.values.form import period_of

FIRM = "远帆重工有限公司"


def codes(found: Situation) -> list[str]:
    findings = [finding for rule in RULES for finding in rule.check(found)]
    assert all(finding.proofs for finding in findings)
    return [finding.rule for finding in findings]


def test_codes_are_each_used_once() -> None:
    assert len({rule.code for rule in RULES}) == len(RULES)
    assert all(rule.basis and rule.asks and rule.title for rule in RULES)


@pytest.mark.parametrize(
    ("today", "found"), [(date(2026, 3, 10), []), (date(2026, 5, 20), ["LEAD-01"])]
)
def test_a_quiet_lead_is_found_after_two_months(today: date, found: list[str]) -> None:
    assert (
        codes(situation(project("法兰项目", "法兰项目正在洽谈", stage="negotiating"), today=today))
        == found
    )


def test_an_undated_lead_is_not_called_quiet() -> None:
    undated = {**project("法兰项目", "法兰项目正在洽谈", stage="negotiating"), "published": None}
    assert codes(situation(undated)) == []


def test_a_ripe_lead_needs_a_leader_by_name() -> None:
    ripe = project("法兰项目", "法兰项目拟签约", stage="finalising", investors=[FIRM])
    assert codes(situation(ripe)) == ["LEAD-02"]
    row = {
        "kind": "engagement",
        "type": "visit_out",
        "counterparts": [FIRM],
        "people": [{"name": "何敏", "title": "镇长"}],
    }
    led = {"says": "镇长何敏拜访远帆重工有限公司", "rows": [row]}
    assert codes(situation(ripe, led)) == []


def test_one_investor_told_by_two_hosts_is_a_question_of_first_talk() -> None:
    ours = project(
        "法兰项目", "远帆重工有限公司法兰项目正在洽谈", stage="negotiating", investors=[FIRM]
    )
    theirs = project(
        "轴承项目", "远帆重工有限公司轴承项目正在洽谈", stage="negotiating", investors=[FIRM]
    )
    assert codes(situation(ours, {**theirs, "host": "河湾街道"})) == ["LEAD-03"]
    assert codes(situation(ours, theirs)) == []


def test_papers_that_disagree_are_found() -> None:
    def told(value: int) -> dict[str, object]:
        period = {"from": "2025-01-01", "to": "2025-12-31"}
        row = {"kind": "indicator", "name": "工业投资", "value": value, "unit": "CNY", **period}
        return {"says": f"工业投资{value}元", "rows": [row]}

    assert codes(situation(told(950), told(870))) == ["FIG-01"]
    assert codes(situation(told(950), told(950))) == []


@pytest.mark.parametrize(
    ("stage", "today", "found"),
    [
        ("started", date(2026, 7, 2), ["PROJ-01"]),
        ("started", date(2026, 6, 2), []),
        ("producing", date(2026, 7, 2), []),
    ],
)
def test_an_announced_day_that_passed(stage: str, today: date, found: list[str]) -> None:
    says = "法兰项目已开工，计划6月投产"
    document, facts = paper(says, {"kind": "project", "name": "法兰项目", "stage": stage})
    words = Evidence(8, 14, says[8:14])
    promise = Promise("法兰项目", "柳林镇", "producing", period_of("2026-06"), words)
    ledger = Ledger()
    ledger.take_in(document, facts, says, [promise])
    assert codes(situation_of(ledger, maturity(), calendar(), today)) == found


def test_the_situation_knows_every_name_of_its_leads() -> None:
    found = situation(
        project("法兰项目", "法兰项目正在洽谈", stage="negotiating", investors=[FIRM])
    )
    kinds = {naming.kind for naming in found.entities.of}
    assert kinds == {EntityKind.PLACE, EntityKind.PROJECT, EntityKind.ENTERPRISE}
