from datetime import date

import pytest

from tests.judgement.office import project, situation, visit
from yinfeng.judgement.leads import Lead

FIRM = "远帆重工有限公司"


def lead(*papers: dict[str, object], today: date = date(2026, 3, 10), policy: str = "") -> Lead:
    (found,) = situation(*papers, today=today, policy=policy).leads
    return found


@pytest.mark.parametrize(
    ("stage", "says", "grade"),
    [
        ("lead", "密切跟踪远帆重工风电法兰项目", "C"),
        ("visited", "远帆重工风电法兰项目已实地考察", "B"),
        ("negotiating", "远帆重工风电法兰项目正在洽谈之中", "B"),
        ("finalising", "远帆重工风电法兰项目正在商谈最终协议条款", "A"),
        ("negotiating", "远帆重工风电法兰项目拟签约，协议文本已交换", "A"),
    ],
)
def test_the_words_of_a_report_tell_the_grade(stage: str, says: str, grade: str) -> None:
    found = lead(project("风电法兰项目", says, stage=stage))
    assert found.grade == grade
    assert found.grading.reasons
    for reason in found.grading.reasons:
        assert reason.proofs
        assert all(proof.quote in says for proof in reason.proofs)


@pytest.mark.parametrize("stage", ["signed", "started", "producing", "lost"])
def test_a_project_past_signing_is_progress_not_a_lead(stage: str) -> None:
    assert not situation(project("风电法兰项目", "风电法兰项目已签约开工", stage=stage)).leads


def test_public_works_that_nobody_invests_in_are_no_leads() -> None:
    assert not situation(project("园区绿化工程", "实施园区绿化工程")).leads


def test_an_investment_without_a_stage_is_asked_about_first() -> None:
    found = lead(project("风电法兰项目", "远帆重工有限公司投资风电法兰项目", investors=[FIRM]))
    assert (found.grade, found.grading.stage) == ("C", "")
    assert "未载明" in found.grading.reasons[0].says
    assert found.ask.startswith("进展阶段未载明")
    assert [clock.says for clock in found.clocks] == ["核实进展阶段"]


def test_a_score_of_seventy_is_a_whatever_the_words() -> None:
    says = (
        "远帆重工有限公司投资2亿元的风电法兰项目有意向落户，用地50亩，已来镇考察并选定地块，"
        "董事长多次来访，资金证明齐全，环评已过"
    )
    found = lead(
        project(
            "风电法兰项目",
            says,
            stage="lead",
            investors=[FIRM],
            product="风电法兰",
            investment=200_000_000,
            investment_unit="CNY",
            land=50,
            land_unit="mu",
        )
    )
    assert found.grading.score == 85
    assert found.grade == "A"
    assert [part.key for part in found.grading.open] == ["terms_drafted"]


def test_a_firm_that_was_visited_is_a_lead_where_no_project_is_told() -> None:
    says = "3月3日，党委书记何敏带队拜访远帆重工有限公司"
    people = [{"name": "何敏", "title": "党委书记"}]
    found = lead(visit(says, [FIRM], date="2026-03-03", people=people))
    assert (found.name, found.investors, found.grade) == (FIRM, (FIRM,), "B")
    assert found.ask.startswith("请党委书记何敏带队回访远帆重工有限公司")


@pytest.mark.parametrize("name", ["东澜大学", "柳林镇商会", "云泽农商银行", "青禾镇人民政府"])
def test_institutes_banks_and_governments_that_were_visited_are_no_leads(name: str) -> None:
    assert not situation(visit(f"何敏带队拜访{name}", [name], date="2026-03-03")).leads


def test_a_firm_that_was_visited_to_help_it_is_no_lead() -> None:
    says = "3月3日，何敏走访远帆重工有限公司，帮助解决用工难题"
    seen = visit(says, [FIRM], date="2026-03-03")
    help_ = {"kind": "service", "enterprise": FIRM, "need": "用工难题"}
    assert not situation({**seen, "rows": [*seen["rows"], help_]}).leads
    plan = project(
        "法兰项目", "远帆重工有限公司法兰项目正在洽谈", stage="negotiating", investors=[FIRM]
    )
    assert situation({**seen, "rows": [*seen["rows"], help_]}, plan).leads


def test_an_exchange_is_no_visit() -> None:
    assert not situation(visit("与远帆重工有限公司交流", [FIRM], type="exchange")).leads


def test_a_visit_takes_a_tracked_lead_to_visited() -> None:
    found = lead(
        project("风电法兰项目", "密切跟踪风电法兰项目", stage="lead", investors=[FIRM]),
        visit("3月3日，何敏带队拜访远帆重工有限公司", [FIRM], date="2026-03-03"),
    )
    assert (found.grading.stage, found.grade) == ("visited", "B")


def test_an_office_grades_by_its_own_words() -> None:
    own = "version: '3'\nstages: {lead: {grade: B, says: 本地规定}}\n"
    found = lead(project("法兰项目", "密切跟踪法兰项目", stage="lead"), policy=own)
    assert (found.grade, found.grading.reasons[0].says) == ("B", "本地规定")


def test_a_lead_untouched_for_half_a_year_is_confirmed_first() -> None:
    found = lead(
        project("法兰项目", "法兰项目正在商谈最终协议条款", stage="finalising"),
        today=date(2026, 11, 20),
    )
    assert found.grade == "A"
    assert found.is_stale
    assert found.ask.startswith("最近记载距今8个月")
    assert [clock.says for clock in found.clocks] == ["核实是否仍有投资意向"]


def test_leads_stand_in_the_order_of_ripeness() -> None:
    found = situation(
        project("甲项目", "密切跟踪甲项目", stage="lead"),
        project("乙项目", "乙项目正在商谈最终协议条款", stage="finalising"),
        project("丙项目", "丙项目正在洽谈", stage="negotiating"),
    )
    assert [lead.name for lead in found.leads] == ["乙项目", "丙项目", "甲项目"]
