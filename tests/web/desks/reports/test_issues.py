"""What an issue holds: its day, its week, its month, and what is new since the last."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.utils import timezone

from tests.web.conftest import Hire
from tests.web.desks.leads.office import FORM, registered, told
from tests.web.desks.outreach_year import Town
from tests.web.desks.reports.made import (
    DAY,
    PAPER,
    SIGNED_SOON,
    TODAY,
    an_issue,
    lines_of,
)
from yinfeng.reports.report import Section
from yinfeng.web.desks.leads.actions import adopt, dispatch
from yinfeng.web.desks.leads.models import Lead
from yinfeng.web.desks.leads.proposals import proposals
from yinfeng.web.desks.leads.rules import rules_of
from yinfeng.web.desks.outreach.models import Reception
from yinfeng.web.desks.reports import actions, files
from yinfeng.web.desks.reports.content import from_json
from yinfeng.web.desks.reports.kinds import KINDS, Kind
from yinfeng.web.people.models import OrgUnit
from yinfeng.web.people.roles import Role
from yinfeng.web.shell.models import Event
from yinfeng.web.shell.refusals import Refused
from yinfeng.web.store.actions import take_in


def test_a_daily_report_holds_what_its_day_brought(daily: Kind, office: Town, lead: Lead) -> None:
    made = an_issue(daily, office)
    assert made.number == "云泽镇招商信息日报〔2026〕第1期"
    (line,) = lines_of(made, "leads")
    assert line[0] == "新增"
    assert "高精度轴承项目" in line[1]
    assert "3.2亿元，供地45亩" in line[3]
    assert [row[2] for row in lines_of(made, "progress")] == ["洽谈", "洽谈"]
    assert "沈立群" in lines_of(made, "trips")[0][1]
    assert lines_of(made, "receptions")[0][1:4] == ["上海卓川电气公司", "5人", "主要领导接待"]


def test_every_figure_of_a_lead_opens_to_the_words_that_prove_it(
    daily: Kind, office: Town, lead: Lead
) -> None:
    content = from_json(an_issue(daily, office).content)
    (section,) = [one for one in content.report.sections if one.key == "leads"]
    size = section.lines[0].cells[3]
    words = {source.words.quote for source in size.sources}
    assert {"3.2亿元"} <= words
    for source in content.report.sources:
        start, end = source.mark
        assert source.around.quote[start:end] == source.words.quote
        assert content.addresses[source.around.paper.key].startswith("/")


def test_an_issue_says_what_is_new_changed_and_stalled_since_the_last(
    daily: Kind, office: Town, lead: Lead
) -> None:
    an_issue(daily, office)
    quiet = an_issue(daily, office, DAY + timedelta(days=1))
    assert lines_of(quiet, "leads") == []
    other = replace(FORM, name="丝杠项目", investors="宁波明岳传动公司", met_on=None, met="")
    registered(office.clerk, office.unit, other, today=DAY + timedelta(days=2))
    told(
        Lead.objects.get(pk=lead.pk), office.clerk, "visit_in", DAY + timedelta(days=2), "来镇看地"
    )
    moved = an_issue(daily, office, DAY + timedelta(days=2))
    assert sorted(line[0] for line in lines_of(moved, "leads")) == ["新增", "有变化"]
    later = an_issue(daily, office, DAY + timedelta(days=27))
    assert {line[0] for line in lines_of(later, "leads")} == {"停滞"}


def test_a_wrong_issue_is_put_right_by_a_new_one_that_names_it(
    daily: Kind, office: Town, lead: Lead
) -> None:
    wrong = an_issue(daily, office)
    with pytest.raises(Refused, match="已经签发"):
        an_issue(daily, office)
    office.keep(Reception, on=DAY, group="漏登的团组", heads=2, received="office", purpose="考察")
    with pytest.raises(Refused, match="理由"):
        actions.correct(wrong, daily, by=office.head, reason=" ")
    right = actions.correct(wrong, daily, by=office.head, reason="漏登一批次接待")
    assert (right.serial, right.replaces) == (2, wrong)
    assert len(lines_of(right, "receptions")) == 2
    assert "更正云泽镇招商信息日报〔2026〕第1期" in files.replacing(right)
    assert Event.objects.latest("number").action in ("reports.correct", "work.enqueue")
    with pytest.raises(Refused, match="已经更正过"):
        actions.correct(wrong, daily, by=office.head, reason="再改")
    after = an_issue(daily, office, DAY + timedelta(days=1))
    assert lines_of(after, "leads") == []


def test_numbers_run_by_unit_and_year_and_kind(
    office: Town, other_town: OrgUnit, hire: Hire
) -> None:
    daily, weekly = KINDS[0], KINDS[1]
    other = hire("other", other_town, Role.HEAD)
    assert an_issue(daily, office, date(2025, 12, 31)).serial == 1
    assert an_issue(daily, office, date(2026, 1, 4)).serial == 1
    assert an_issue(daily, office, date(2026, 1, 5)).serial == 2
    assert an_issue(weekly, office, date(2026, 1, 5)).serial == 1
    theirs = actions.issue(daily, by=other, unit=other_town, last=DAY, today=TODAY)
    assert theirs.number == "柳桥镇招商信息日报〔2026〕第1期"


def test_a_daily_report_takes_up_where_the_last_one_ended(daily: Kind, office: Town) -> None:
    an_issue(daily, office, date(2026, 3, 6))
    monday = an_issue(daily, office, date(2026, 3, 9))
    assert (monday.first, monday.last) == (date(2026, 3, 7), date(2026, 3, 9))


def test_a_weekly_report_counts_the_week_the_month_and_the_year(office: Town, lead: Lead) -> None:
    early = office.approve(office.trip(date(2026, 1, 12), 4, "上海"))
    office.goes(early, "何一鸣")
    office.meets(early, 9)
    made = an_issue(KINDS[1], office, date(2026, 3, 8))
    counts = {line[0]: line[1:4] for line in lines_of(made, "counts")}
    assert counts["外出招商天数（天）"] == ["1.5", "1.5", "3.5"]
    assert counts["签约项目（个）"] == ["1", "1", "1"]
    assert lines_of(made, "signings")[0][3] == "12000万元"
    assert [line[4][:1] for line in lines_of(made, "leads")] == ["A"]


def test_a_monthly_report_tells_reported_from_recognised(office: Town, lead: Lead) -> None:
    made = an_issue(KINDS[2], office, date(2026, 3, 31))
    (line,) = lines_of(made, "units")
    assert line[1:3] == ["1", "0"]
    (claim,) = lead.claims.all()
    claim.confirmed, claim.confirmed_by = DAY, office.head
    claim.save()
    again = actions.correct(made, KINDS[2], by=office.head, reason="已认定")
    assert lines_of(again, "units")[0][1:3] == ["1", "1"]


def test_a_leader_is_asked_and_what_is_late_is_told(
    daily: Kind, office: Town, lead: Lead, hire: Hire
) -> None:
    leader = hire("leader", office.unit, Role.LEADER)
    found = Lead.objects.get(pk=lead.pk)
    dispatch(found, by=office.head, leader=leader, instruction="请出面洽谈用地", today=DAY)
    made = an_issue(daily, office)
    assert lines_of(made, "asks")[0][:2] == ["leader同志", "高精度轴承项目"]
    late = an_issue(daily, office, DAY + timedelta(days=20))
    owed = {line[0] for line in lines_of(late, "overdue")}
    assert {"领导交办结果", "外出报告"} <= owed


def test_what_papers_tell_stands_in_the_report_unless_it_was_rejected(
    daily: Kind, office: Town
) -> None:
    take_in(PAPER, "动态.txt", by=office.clerk)
    today = timezone.localdate()
    content = actions.draft(daily, office.unit, today)
    (moves,) = [one for one in content.report.sections if one.key == "moves"]
    assert "博川传动" in moves.lines[0].cells[2].says
    assert content.addresses[moves.lines[0].sources[0].around.paper.key].startswith("/library/")


def test_leads_of_papers_that_nobody_registered_stand_apart_until_one_is_adopted(
    daily: Kind, office: Town
) -> None:
    take_in(SIGNED_SOON, "动态.txt", by=office.clerk)
    today = timezone.localdate()

    def untaken() -> Section:
        report = actions.draft(daily, office.unit, today).report
        (found,) = [one for one in report.sections if one.key == "unregistered"]
        assert f"待核实线索{len(found.lines)}条" in report.summary
        assert "在跟踪线索1条" in report.summary or found.lines
        return found

    (line,) = untaken().lines
    assert line.cells[0].says[0] in "ABC"
    assert "轴承" in line.cells[1].says
    assert "洽谈" in line.cells[2].says
    assert {source.words.quote for source in line.cells[1].sources} & {"3.2亿元"}
    (proposal,) = proposals(office.unit, rules_of(office.unit, today), today)
    form = replace(FORM, name=proposal.graded.name, met_on=None, met="")
    adopt(form, proposal.facts, by=office.clerk, unit=office.unit, today=today)
    assert untaken().lines == ()
