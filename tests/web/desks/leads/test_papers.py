"""Leads that papers tell of: proposed, adopted with their proof, and heard of again."""

from dataclasses import replace
from datetime import date

import pytest

from tests.web.desks.leads.office import FORM, registered
from yinfeng.identity.decisions import Ruling
from yinfeng.identity.naming import EntityKind, Naming
from yinfeng.web.desks.leads import actions
from yinfeng.web.desks.leads.actions import Form
from yinfeng.web.desks.leads.models import Hearing
from yinfeng.web.desks.leads.proposals import Proposal, proposals
from yinfeng.web.desks.leads.rules import rules_of
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.shell.refusals import Refused
from yinfeng.web.store.actions import accept_all, decide, decide_identity, take_in
from yinfeng.web.store.models import Decision, Entry, Fact
from yinfeng.web.work.actions import enqueue
from yinfeng.web.work.worker import work_off

pytestmark = pytest.mark.django_db

TODAY = date(2026, 3, 20)
PAPER = (
    "云泽镇招商信息\n\n"
    "2026年3月18日，云泽镇党委书记沈立群赴苏州拜访苏州恒锐精密机械有限公司，"
    "洽谈高精度轴承项目，项目总投资3.2亿元，用地45亩，目前正在洽谈。\n"
)
NEWS = (
    "云泽镇招商信息\n\n"
    "2026年4月8日，苏州恒锐精密机械有限公司董事长方文石来云泽镇实地考察高精度轴承项目选址，"
    "高精度轴承项目总投资3.2亿元，双方交换协议条款，拟签约。\n"
)


def _proposal(clerk: User, town: OrgUnit, paper: str = PAPER) -> Proposal:
    take_in(paper.encode(), "招商信息.txt", by=clerk)
    found = proposals(town, rules_of(town, TODAY), TODAY)
    return next(one for one in found if "轴承" in one.graded.name)


def _form(proposal: Proposal, **words: str) -> Form:
    fills = {name: fill.says for name, fill in proposal.fills.items()}
    return Form(**{**_EMPTY, **fills, **words})  # type: ignore[arg-type]


_EMPTY = {"name": "", "source": "镇办材料", "investors": "", "reporter": "clerk同志"}


def test_what_the_reader_read_is_proposed_with_its_grade_and_reasons(
    clerk: User, town: OrgUnit
) -> None:
    proposal = _proposal(clerk, town)
    assert proposal.graded.grade == "B"
    assert proposal.graded.grading.reasons
    assert proposal.fills["amount"].says == "3.2亿元"
    assert proposal.fills["investors"].says == "苏州恒锐精密机械有限公司"
    assert proposal.accepted == 0


def test_an_adopted_lead_keeps_the_words_of_the_paper_and_its_facts_are_accepted(
    clerk: User, town: OrgUnit
) -> None:
    proposal = _proposal(clerk, town)
    lead = actions.adopt(
        _form(proposal, source="镇办材料"), proposal.facts, by=clerk, unit=town, today=TODAY
    )
    assert lead.grade == "B"
    told = {telling.field: telling for telling in lead.tellings.all()}
    investment = told["investment"].entry
    assert investment is not None
    assert investment.fact.reading.source[investment.start : investment.end] == investment.quote
    assert told["source"].statement is not None
    assert Decision.objects.filter(entry=investment, verdict="accept").exists()
    assert lead.last_event == date(2026, 3, 18)
    assert not [p for p in proposals(town, rules_of(town, TODAY), TODAY) if "轴承" in p.graded.name]
    with pytest.raises(Refused, match="已归入线索"):
        actions.adopt(
            _form(proposal), proposal.facts, by=clerk, unit=town, today=TODAY, reason="再来"
        )


def test_what_a_person_types_otherwise_stands_against_the_paper(clerk: User, town: OrgUnit) -> None:
    proposal = _proposal(clerk, town)
    lead = actions.adopt(
        _form(proposal, amount="5亿元"), proposal.facts, by=clerk, unit=town, today=TODAY
    )
    telling = lead.tellings.get(field="investment")
    assert (telling.entry, telling.quote, lead.amount) == (None, "5亿元", "5亿元")


def test_another_offices_facts_are_not_to_be_adopted(
    clerk: User, neighbour: User, town: OrgUnit, other_town: OrgUnit
) -> None:
    proposal = _proposal(clerk, town)
    with pytest.raises(Refused, match="本单位材料"):
        actions.adopt(_form(proposal), proposal.facts, by=neighbour, unit=other_town, today=TODAY)
    with pytest.raises(Refused, match="至少采用一条"):
        actions.adopt(_form(proposal), [], by=clerk, unit=town, today=TODAY)


def test_what_is_rejected_is_not_proposed(clerk: User, town: OrgUnit) -> None:
    take_in(PAPER.encode(), "招商信息.txt", by=clerk)
    for entry in Entry.objects.filter(fact__kind="project"):
        decide(entry, by=clerk, verdict=Decision.Verdict.REJECT, why="不是本镇的")
    found = proposals(town, rules_of(town, TODAY), TODAY)
    assert not [one for one in found if "amount" in one.fills]


def test_a_later_paper_is_heard_of_once_it_is_accepted(clerk: User, town: OrgUnit) -> None:
    proposal = _proposal(clerk, town)
    lead = actions.adopt(_form(proposal), proposal.facts, by=clerk, unit=town, today=TODAY)
    take_in(NEWS.encode(), "四月.txt", by=clerk)
    later = date(2026, 4, 10)
    actions.hear(town, today=later)
    lead.refresh_from_db()
    assert lead.grade == "B"
    news = Fact.objects.filter(reading__document__name="四月")
    for fact in news.filter(kind__in=("project", "engagement")):
        accept_all(fact, by=clerk)
    assert actions.hear(town, today=later) == 1
    lead.refresh_from_db()
    assert (lead.grade, lead.last_event) == ("A", date(2026, 4, 8))
    assert lead.grades.latest("pk").because == "材料有新的核实"
    assert actions.hear(town, today=later) == 0


def test_a_figure_rejected_later_counts_no_longer(clerk: User, town: OrgUnit) -> None:
    proposal = _proposal(clerk, town)
    lead = actions.adopt(_form(proposal), proposal.facts, by=clerk, unit=town, today=TODAY)
    amount = Entry.objects.get(fact__in=proposal.facts, field="investment")
    decide(amount, by=clerk, verdict=Decision.Verdict.REJECT, why="另一个项目的投资")
    score = lead.score
    actions.hear(town, today=TODAY)
    lead.refresh_from_db()
    assert lead.score == score - 10


def test_a_fact_of_another_lead_is_taken_off_and_not_attached_again(
    clerk: User, town: OrgUnit
) -> None:
    proposal = _proposal(clerk, town)
    lead = actions.adopt(_form(proposal), proposal.facts, by=clerk, unit=town, today=TODAY)
    link = lead.facts.filter(fact__kind="engagement").first()
    assert link is not None
    with pytest.raises(Refused, match="移出的理由"):
        actions.detach(link, by=clerk, reason="", today=TODAY)
    lead = actions.detach(link, by=clerk, reason="另一个项目的拜访", today=TODAY)
    actions.hear(town, today=TODAY)
    assert lead.facts.filter(taken_off=None, fact__kind="engagement").count() == 0
    lead = actions.attach(lead, link.fact, by=clerk, today=TODAY)
    assert lead.facts.filter(taken_off=None, fact__kind="engagement").exists()


def test_two_names_that_a_person_told_apart_are_not_joined(clerk: User, town: OrgUnit) -> None:
    short, full = "恒锐机械有限公司", "苏州恒锐精密机械有限公司"
    lead = registered(clerk, town, replace(FORM, investors=short, name="主轴项目"))
    left, right = (Naming(EntityKind.ENTERPRISE, name, town.name) for name in (short, full))
    decide_identity(
        left, right, by=clerk, unit=town, ruling=Ruling.DIFFERENT, why="两家企业，信用代码不同"
    )
    proposal = _proposal(clerk, town)
    for fact in proposal.facts:
        accept_all(fact, by=clerk)
    actions.hear(town, today=TODAY)
    assert not lead.facts.exists()


def test_a_visit_to_the_investor_of_one_lead_is_told_of_that_lead(
    clerk: User, town: OrgUnit
) -> None:
    lead = registered(clerk, town, replace(FORM, name="主轴项目"))
    visit = (
        "云泽镇招商信息\n\n2026年3月19日，云泽镇镇长沈立群赴苏州拜访苏州恒锐精密机械有限公司，"
        "洽谈投资合作。\n"
    )
    take_in(visit.encode(), "拜访.txt", by=clerk)
    accept_all(Fact.objects.get(kind="engagement"), by=clerk)
    assert actions.hear(town, today=TODAY) == 1
    assert lead.facts.get().grounds == "名称相同，自动归入"
    lead.refresh_from_db()
    assert (lead.last_event, lead.leader) == (date(2026, 3, 19), "镇长沈立群")


def test_the_job_hears_each_unit_of_what_it_accepted(clerk: User, town: OrgUnit) -> None:
    proposal = _proposal(clerk, town)
    lead = actions.adopt(_form(proposal), proposal.facts, by=clerk, unit=town, today=TODAY)
    take_in(NEWS.encode(), "四月.txt", by=clerk)
    for fact in Fact.objects.filter(reading__document__name="四月", kind="project"):
        accept_all(fact, by=clerk)
    enqueue("leads.hear")
    assert work_off()
    assert lead.facts.filter(fact__reading__document__name="四月").count() == 1
    enqueue("leads.hear")
    work_off()
    assert lead.facts.filter(fact__reading__document__name="四月").count() == 1
    assert Hearing.objects.get(unit=town).decision == Decision.objects.latest("pk").pk
