"""Leads are registered and graded with reasons; every change is kept."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from django.db import DatabaseError, transaction
from django.db.models import Model

from tests.web.desks.leads.office import FORM, MET, MONDAY, registered, told
from yinfeng.web.desks.leads import actions
from yinfeng.web.desks.leads.models import APPEND_ONLY, GradeChange, Lead, Telling
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.shell.models import Event
from yinfeng.web.shell.refusals import Refused

pytestmark = pytest.mark.django_db


def test_each_field_of_the_register_stands_in_the_signed_form(clerk: User, town: OrgUnit) -> None:
    lead = registered(clerk, town)
    assert (lead.number, lead.yuan, lead.mu) == (
        "2026-0001",
        Decimal(320_000_000),
        Decimal(45),
    )
    tellings = {telling.field: telling for telling in lead.tellings.all()}
    assert {"name", "source", "investors", "product", "investment", "land", "stage"} <= set(
        tellings
    )
    for telling in tellings.values():
        assert telling.statement is not None
        assert telling.statement.text[telling.start : telling.end] == telling.quote
    assert tellings["investment"].quote == "3.2亿元"
    assert tellings["land"].quote == "45亩"
    assert "13800001234" not in "".join(s.text for s in lead.statements.all())


def test_a_lead_is_graded_with_reasons_that_name_their_words(clerk: User, town: OrgUnit) -> None:
    lead = registered(clerk, town)
    assert (lead.grade, lead.stage, lead.score) == ("C", "lead", 10)
    change = GradeChange.objects.get(lead=lead)
    says = [reason["says"] for reason in change.reasons]
    assert says == ["有意向、在跟踪", "投资额和产品已明确"]
    assert all(reason["proofs"][0]["quote"] for reason in change.reasons)
    assert change.policy.startswith("线索成熟度分级")
    assert len(change.lacking) == 6


def test_land_that_is_wanted_is_no_land_that_was_found(clerk: User, town: OrgUnit) -> None:
    lead = registered(clerk, town)
    assert lead.land == "供地45亩"
    lead = told(lead, clerk, "contact", date(2026, 3, 9), "双方选定地块，在园区东侧")
    change = GradeChange.objects.filter(lead=lead).latest("pk")
    assert "用地或厂房有着落" in [reason["says"] for reason in change.reasons]


def test_what_is_told_raises_the_grade_and_every_change_is_kept(clerk: User, town: OrgUnit) -> None:
    lead = registered(clerk, town)
    lead = told(lead, clerk, "visit_in", date(2026, 3, 9), "对方总经理来镇看地", ours="镇长沈立群")
    assert (lead.grade, lead.score, lead.leader) == ("B", 40, "镇长沈立群")
    lead = told(lead, clerk, "terms", date(2026, 3, 16), "交换了协议草案")
    assert (lead.grade, lead.stage, lead.score) == ("A", "finalising", 55)
    grades = GradeChange.objects.filter(lead=lead).order_by("pk")
    assert [(g.was, g.grade) for g in grades] == [("", "C"), ("C", "B"), ("B", "A")]
    assert grades[2].because == "交换协议条款（2026-03-16）"
    assert lead.history.count() == 4
    assert lead.history.first().grade == "A"


def test_a_text_edit_is_no_progress(clerk: User, town: OrgUnit) -> None:
    lead = registered(clerk, town)
    later = date(2026, 4, 20)
    lead = actions.correct(
        lead,
        by=clerk,
        field="amount",
        words="3.5亿元",
        reason="以传真为准",
        today=later,
        version=lead.version,
    )
    assert (lead.grade, lead.last_event) == ("C", MONDAY)
    assert lead.yuan == 350_000_000
    tellings = Telling.objects.filter(lead=lead, field="investment").order_by("pk")
    assert [telling.quote for telling in tellings] == ["3.2亿元", "3.5亿元"]


def test_a_person_who_knows_better_overrules_the_stage_with_a_reason(
    clerk: User, town: OrgUnit
) -> None:
    lead = told(registered(clerk, town), clerk, "terms", date(2026, 3, 9))
    assert lead.grade == "A"
    lead = actions.correct(
        lead,
        by=clerk,
        field="maturity",
        words="lead",
        reason="对方称只是初步接触",
        today=date(2026, 3, 10),
        version=lead.version,
    )
    assert (lead.stage, lead.grade) == ("lead", "C")
    with pytest.raises(Refused, match="请写明理由"):
        actions.correct(
            lead,
            by=clerk,
            field="maturity",
            words="negotiating",
            reason=" ",
            today=date(2026, 3, 10),
            version=lead.version,
        )


def test_an_amount_that_cannot_be_read_is_refused(clerk: User, town: OrgUnit) -> None:
    for words in ("很多", "45亩", "3.2亿元左右吧", "3"):
        with pytest.raises(Refused, match="没有读懂投资额"):
            registered(clerk, town, replace(FORM, amount=words))
    assert not Lead.objects.exists()
    open_ended = registered(
        clerk, town, replace(FORM, amount="5亿元以上", land="租用标准厂房3000平方米")
    )
    assert (open_ended.yuan, open_ended.mu) == (Decimal(500_000_000), Decimal("4.5"))
    assert open_ended.tellings.get(field="floor_area").quote == "3000平方米"


def test_what_has_not_happened_is_not_told(clerk: User, town: OrgUnit) -> None:
    lead = registered(clerk, town)
    with pytest.raises(Refused, match="还没有到"):
        actions.tell(lead, by=clerk, kind="talk", day=date(2026, 3, 9), says="将洽谈", today=MONDAY)


def test_the_second_of_two_editors_is_told_what_the_first_did(
    clerk: User, head: User, town: OrgUnit
) -> None:
    lead = registered(clerk, town)
    shown = lead.version
    actions.correct(
        lead, by=head, field="land", words="供地60亩", reason="复核", today=MONDAY, version=shown
    )
    with pytest.raises(Refused, match=r"head同志于.*用地需求由“供地45亩”改为“供地60亩”"):
        actions.tell(
            lead, by=clerk, kind="talk", day=MONDAY, says="谈", today=MONDAY, version=shown
        )


@pytest.mark.parametrize("model", APPEND_ONLY, ids=lambda model: model.__name__)
def test_the_database_refuses_to_change_what_was_said(
    model: type[Model], clerk: User, head: User, town: OrgUnit
) -> None:
    lead = registered(clerk, town)
    actions.set_rules(
        town, by=head, kind="losses", text="version: 1", since=MONDAY, reason="试行", today=MONDAY
    )
    actions.lose(lead, by=clerk, code="R13", reason="失联", today=MONDAY, version=lead.version)
    other = registered(clerk, town, replace(MET, name="智能水表项目", investors="甬城水表有限公司"))
    actions.convert(other, by=head, today=MONDAY, version=other.version)
    rows = model._base_manager.all()
    assert rows.exists()
    for change in (lambda: rows.update(id=99), rows.delete):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


def test_each_action_leaves_one_event(clerk: User, town: OrgUnit) -> None:
    lead = registered(clerk, town)
    told(lead, clerk, "talk", MONDAY)
    actions_done = list(Event.objects.filter(kind="leads.lead").values_list("action", flat=True))
    assert actions_done == ["leads.register", "leads.tell"]
