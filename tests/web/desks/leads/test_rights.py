"""First reports: who is protected, what lapses to the pool, and like leads of two offices."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied

from tests.web.conftest import Hire
from tests.web.desks.leads.office import FORM, MET, MONDAY, registered, told
from yinfeng.web.desks.leads import actions
from yinfeng.web.desks.leads.actions import Clashing
from yinfeng.web.desks.leads.actions.rights import right_state
from yinfeng.web.desks.leads.models import Claim, Clash, Lead
from yinfeng.web.desks.leads.rules import rules_of
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.people.roles import Role
from yinfeng.web.shell.events import faults
from yinfeng.web.shell.refusals import Refused

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def coordinator(hire: Hire, county: OrgUnit) -> User:
    """Who coordinates in the county."""
    return hire("coordinator", county, Role.COUNTY)


def test_an_incomplete_report_becomes_complete_in_time_or_not_at_all(
    clerk: User, head: User, town: OrgUnit
) -> None:
    claim = registered(clerk, town, FORM).claims.get()
    assert claim.complete is None
    with pytest.raises(Refused, match="还缺：对接记录"):
        actions.confirm_claim(claim, by=head, today=MONDAY)
    told(claim.lead, clerk, "contact", MONDAY + DAY)
    claim.refresh_from_db()
    assert claim.complete == MONDAY + DAY
    late = registered(clerk, town, replace(FORM, name="智能水表项目", investors="甬城水表有限公司"))
    told(late, clerk, "contact", MONDAY + 8 * DAY)
    assert [(c.since, c.complete, c.end) for c in late.claims.order_by("pk")] == [
        (MONDAY, None, "lapsed"),
        (MONDAY + 8 * DAY, MONDAY + 8 * DAY, ""),
    ]


def test_an_incomplete_report_loses_its_place_and_the_office_keeps_its_lead(
    clerk: User, town: OrgUnit
) -> None:
    lead = registered(clerk, town, FORM)
    assert actions.lapse(today=MONDAY + 3 * DAY) == 0
    assert actions.lapse(today=MONDAY + 4 * DAY) == 1
    lead.refresh_from_db()
    assert (lead.state, lead.owner, lead.claims.get().end) == ("open", clerk, "lapsed")
    assert lead.clocks.running().exists()


def test_a_report_is_confirmed_by_another_and_prolonged_once(
    clerk: User, head: User, coordinator: User, town: OrgUnit
) -> None:
    own = registered(head, town, replace(MET, name="智能水表项目", investors="甬城水表有限公司"))
    with pytest.raises(Refused, match="报送人以外的人"):
        actions.confirm_claim(own.claims.get(), by=head, today=MONDAY)
    claim = registered(clerk, town).claims.get()
    with pytest.raises(PermissionDenied):
        actions.confirm_claim(claim, by=clerk, today=MONDAY)
    claim = actions.confirm_claim(claim, by=coordinator, today=MONDAY + DAY)
    rules = rules_of(town, MONDAY)
    assert right_state(claim, rules, MONDAY + DAY).until == MONDAY + 91 * DAY
    claim = actions.extend_claim(claim, by=head, reason="对方在走内部程序", today=MONDAY + 50 * DAY)
    assert right_state(claim, rules, MONDAY + 50 * DAY).until == MONDAY + 182 * DAY
    with pytest.raises(Refused, match="延长过一次"):
        actions.extend_claim(claim, by=head, reason="再延", today=MONDAY + 51 * DAY)


def test_what_stays_quiet_lapses_to_the_pool_and_is_taken_from_there(
    clerk: User, neighbour: User, coordinator: User, town: OrgUnit, county: OrgUnit
) -> None:
    lead = registered(clerk, town)
    actions.confirm_claim(lead.claims.get(), by=coordinator, today=MONDAY)
    assert actions.lapse(today=MONDAY + 89 * DAY) == 0
    assert actions.lapse(today=MONDAY + 90 * DAY) == 1
    assert actions.lapse(today=MONDAY + 90 * DAY) == 0
    lead.refresh_from_db()
    assert (lead.state, lead.pool, lead.owner) == ("pool", county, None)
    assert not lead.clocks.running().exists()
    assert list(Lead.objects.in_pool_of(neighbour)) == [lead]
    assert not Lead.objects.visible_to(neighbour).exists()
    today = MONDAY + 95 * DAY
    lead = actions.take(lead, by=neighbour, today=today, version=lead.version)
    assert (lead.unit, lead.first_unit, lead.owner) == (neighbour.unit, town, neighbour)
    assert not Lead.objects.visible_to(clerk).exists()
    assert [(c.end, c.from_pool) for c in lead.claims.order_by("pk")] == [
        ("lapsed", False),
        ("", True),
    ]
    with pytest.raises(Refused, match="您打开之后"):
        actions.take(lead, by=neighbour, today=today, version=lead.version - 1)
    with pytest.raises(Refused, match="不在公海里了"):
        actions.take(lead, by=neighbour, today=today, version=lead.version)
    assert not list(faults())


def test_like_leads_are_shown_before_one_is_registered(
    clerk: User, neighbour: User, town: OrgUnit, other_town: OrgUnit
) -> None:
    first = registered(clerk, town)
    again = replace(MET, name="精密主轴项目", investors="苏州恒锐精密机械有限公司", content="主轴")
    with pytest.raises(Clashing, match="撞单") as clashing:
        actions.register(again, by=neighbour, unit=other_town, today=MONDAY)
    (like,) = clashing.value.likes
    assert (like.lead, like.says) == (first, "投资方相同")
    assert "恒锐" not in like.says
    other_form = replace(again, investors="恒锐精密机械（苏州）有限公司")
    with pytest.raises(Clashing):
        actions.register(other_form, by=neighbour, unit=other_town, today=MONDAY)
    assert Lead.objects.count() == 1
    second = registered(neighbour, other_town, again)
    clash = Clash.objects.get(later=second)
    assert (clash.earlier, clash.said) == (first, "已核对，不是同一条")
    stranger = replace(MET, name="冷链物流园项目", investors="海州鲜达供应链有限公司")
    assert actions.register(stranger, by=clerk, unit=town, today=MONDAY).number == "2026-0002"


def test_who_stands_above_both_decides_and_the_shares_sum_to_a_hundred(
    clerk: User,
    head: User,
    neighbour: User,
    coordinator: User,
    town: OrgUnit,
    other_town: OrgUnit,
) -> None:
    first, second = registered(clerk, town), registered(neighbour, other_town)
    clash = Clash.objects.get(later=second)
    assert clash.due == MONDAY + 7 * DAY
    with pytest.raises(PermissionDenied):
        actions.arbitrate(clash, by=head, ruling="first", reason="先报", today=MONDAY)
    with pytest.raises(Refused, match="0到100"):
        actions.arbitrate(
            clash, by=coordinator, ruling="first", reason="先报", today=MONDAY, first_share=120
        )
    clash = actions.arbitrate(
        clash, by=coordinator, ruling="first", reason="首报在先，资料完整", today=MONDAY
    )
    assert clash.first_share == 40
    second.refresh_from_db()
    assert (second.state, second.claims.get().end) == ("lost", "yielded")
    assert Claim.objects.get(lead=first).ended is None
    with pytest.raises(Refused, match="已于2026-03-02裁定"):
        actions.arbitrate(clash, by=coordinator, ruling="both", reason="改", today=MONDAY)


def test_a_lost_lead_tells_why_to_whom_and_when_to_look_again(clerk: User, town: OrgUnit) -> None:
    lead = registered(clerk, town)

    def lose(code: str, rival: str = "", reason: str = "对方选择了别处") -> Lead:
        return actions.lose(
            lead, by=clerk, code=code, rival=rival, reason=reason, today=MONDAY + DAY,
            version=lead.version,
        )  # fmt: skip

    with pytest.raises(Refused, match="落户地"):
        lose("R9")
    with pytest.raises(Refused, match="选择流失的原因"):
        lose("R77")
    with pytest.raises(Refused, match="写明理由"):
        lose("R9", "临江开发区", " ")
    gone = lose("R9", "临江开发区")
    assert (gone.state, gone.revisit) == ("lost", MONDAY + 182 * DAY)
    loss = gone.losses.get()
    assert (loss.reason, loss.rival, loss.days_in_stage) == ("落户其他地方", "临江开发区", 1)
    assert not gone.clocks.running().exists()
    with pytest.raises(Refused, match="不能登记进展"):
        told(gone, clerk, "talk", MONDAY + DAY)
    back = actions.look_again(
        gone, by=clerk, reason="对方来电", today=MONDAY + 100 * DAY, version=gone.version
    )
    assert (back.state, back.revisit) == ("open", None)
    assert back.losses.count() == 1
    assert back.clocks.running().filter(key="follow_up").exists()


def test_a_lead_becomes_a_project_once_and_is_kept(clerk: User, head: User, town: OrgUnit) -> None:
    lead = registered(clerk, town)
    with pytest.raises(PermissionDenied):
        actions.convert(lead, by=clerk, today=MONDAY, version=lead.version)
    made = actions.convert(lead, by=head, today=date(2026, 5, 6), version=lead.version)
    assert made.number == "XM2026-0001"
    quotes = {one["field"]: one["quote"] for one in made.taken_over["figures"]}
    assert quotes["investment"] == "3.2亿元"
    lead.refresh_from_db()
    assert lead.state == "converted"
    with pytest.raises(Refused, match="已转项目"):
        actions.convert(lead, by=head, today=date(2026, 5, 6), version=lead.version)
    with pytest.raises(Refused, match="不能删除"):
        actions.remove(lead, by=head, reason="重复", today=MONDAY, version=lead.version)
    bare = registered(head, town, replace(FORM, name="待定项目", investors="某投资人", content=""))
    with pytest.raises(Refused, match="先补齐：项目内容"):
        actions.convert(bare, by=head, today=MONDAY, version=bare.version)


def test_a_removed_lead_is_off_the_lists_and_stays_in_the_past(
    clerk: User, head: User, town: OrgUnit
) -> None:
    lead = registered(clerk, town)
    with pytest.raises(Refused, match="删除的理由"):
        actions.remove(lead, by=head, reason="", today=MONDAY, version=lead.version)
    actions.remove(lead, by=head, reason="登记错误", today=MONDAY, version=lead.version)
    assert not Lead.objects.visible_to(clerk).exists()
    assert Lead.objects.get().removed_why == "登记错误"
    assert Lead.history.filter(history_type="+").exists()
