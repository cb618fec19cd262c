"""Signing, moving out, gates, sheets with their red lines, net land and what comes after."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, transaction

from tests.web.conftest import Hire
from tests.web.desks.renewal.works import DAY, block_of, drafted, priced, signed
from yinfeng.judgement.compensation.sheets import Item
from yinfeng.web.desks.renewal import actions
from yinfeng.web.desks.renewal.battles import battles_of
from yinfeng.web.desks.renewal.cases import crossings_of
from yinfeng.web.desks.renewal.counting import counts_of, held_of, shares_of
from yinfeng.web.desks.renewal.models import (
    APPEND_ONLY,
    HardCase,
    Lessee,
    Owner,
    Plot,
    RenewalBlock,
    Resupply,
    Sheet,
)
from yinfeng.web.desks.renewal.rules import rules_of
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.people.roles import Role
from yinfeng.web.shell.refusals import Refused

LATER = DAY + timedelta(days=30)


@pytest.fixture
def lander(hire: Hire, town: OrgUnit) -> User:
    """A land officer of the town."""
    return hire("lander", town, Role.LAND)


@pytest.fixture
def leader(hire: Hire, town: OrgUnit) -> User:
    """A leader of the town."""
    return hire("leader", town, Role.LEADER)


@pytest.fixture
def block(lander: User, head: User) -> RenewalBlock:
    """The block, with the prices of the town."""
    priced(head)
    return block_of(lander)


def _rates(block: RenewalBlock, day: date = DAY) -> dict[str, str]:
    held = held_of([block])[block.pk]
    return {one.rate.key: one.percent for one in shares_of(held, rules_of(block.unit, day), day)}


def test_the_three_rates_are_told_apart(block: RenewalBlock, lander: User) -> None:
    assert _rates(block)["signed_by_owner"] == "0.0%"
    signed("云泽五金有限公司", lander)
    lessee = Lessee.objects.select_related("unit", "block").get(name="云泽模具店")
    actions.sign(lessee, by=lander, version=1, day=DAY, agreement="Z-1", today=DAY)
    found = _rates(block)
    assert found["signed_by_owner"] == "33.3%"
    assert found["signed_by_area"] == "40.0%"
    assert found["signed_by_tenant"] == "50.0%"
    assert _rates(block, DAY - timedelta(days=1))["signed_by_owner"] == "0.0%"
    assert found["paid"] == "未知"


def test_of_a_block_without_owners_nothing_is_known(lander: User) -> None:
    block = actions.keep(RenewalBlock, by=lander, unit=lander.unit, name="空区块")
    counts = counts_of(held_of([block])[block.pk], DAY)
    assert set(counts.values()) == {None}


def test_owners_are_numbered_as_they_sign_and_a_slip_is_taken_back(
    block: RenewalBlock, lander: User, head: User
) -> None:
    first, second = signed("云泽弹簧厂", lander), signed("沈立群", lander)
    assert (first.order, second.order) == (1, 2)
    with pytest.raises(Refused, match="已于2026-04-08签约"):
        signed("沈立群", lander)
    with pytest.raises(PermissionDenied):
        actions.unsign(second, by=lander, version=second.version, reason="登记错了")
    back = actions.unsign(second, by=head, version=second.version, reason="登记错了")
    assert (back.signed_on, back.order) == (None, None)
    third = Owner.objects.select_related("unit", "block").get(name="云泽五金有限公司")
    with pytest.raises(Refused, match="不能晚于今天"):
        actions.sign(third, by=lander, version=1, day=DAY + timedelta(1), agreement="x", today=DAY)


def test_one_plan_is_of_one_block_and_a_single_plot_stays_single(
    block: RenewalBlock, lander: User
) -> None:
    with pytest.raises(Refused, match="一个区块一个方案"):
        block_of(lander, name="另一片区")
    single = actions.keep(
        RenewalBlock, by=lander, unit=lander.unit, name="巴士地块", is_single=True
    )
    actions.keep(Plot, by=lander, unit=lander.unit, block=single, number="S-1")
    with pytest.raises(Refused, match="只能有一宗地"):
        actions.keep(Plot, by=lander, unit=lander.unit, block=single, number="S-2")
    with pytest.raises(Refused, match="已在一个更新区块里"):
        actions.keep(Plot, by=lander, unit=lander.unit, block=block, number="S-1")


def test_a_gate_needs_a_paper_and_a_second_person(
    block: RenewalBlock, lander: User, head: User
) -> None:
    given: dict[str, Any] = {"stage": "survey", "day": DAY, "today": DAY}
    photos = actions.prove(block, by=lander, gate="photos", paper="照片册", **given)
    with pytest.raises(Refused, match="登记人以外"):
        actions.confirm(photos, by=lander, today=DAY)
    actions.confirm(photos, by=head, today=DAY)
    with pytest.raises(Refused, match="已经确认过"):
        actions.confirm(photos, by=head, today=DAY)
    entered = actions.prove(block, by=lander, gate="entered", paper="摸底表", **given)
    extra = Lessee.objects.get(name="云泽模具店")
    actions.remove(extra, by=head, reason="重复登记")
    with pytest.raises(Refused, match="应登记租户2户，已登记1户"):
        actions.confirm(entered, by=head, today=DAY)
    block.refresh_from_db()
    actions.change(block, by=lander, version=block.version, tenants_told=1)
    actions.confirm(entered, by=head, today=DAY)
    last = actions.prove(block, by=lander, gate="certificates", paper="核对表", **given)
    actions.confirm(last, by=head, today=DAY)
    block.refresh_from_db()
    assert block.stage == "plan"
    with pytest.raises(Refused, match="没有这一项佐证"):
        actions.prove(block, by=lander, gate="magic", paper="x", **given)


def test_signing_is_not_through_while_somebody_has_not_signed(
    block: RenewalBlock, lander: User, head: User
) -> None:
    signed("云泽弹簧厂", lander)
    proof = actions.prove(
        block, by=lander, stage="signing", gate="agreements", paper="协议", day=DAY, today=DAY
    )
    with pytest.raises(Refused, match="产权户3户，签约1户"):
        actions.confirm(proof, by=head, today=DAY)


def test_a_sheet_is_computed_approved_by_two_and_paid(
    block: RenewalBlock, lander: User, head: User, leader: User
) -> None:
    sheet = drafted(signed("云泽弹簧厂", lander), lander)
    assert sheet.total == Decimal("1120000.00")
    assert sheet.lines[0]["clause"] == "方案第八条"
    assert sheet.book == "2026.1+云泽2026"
    pay: dict[str, Any] = {
        "amount": Decimal(1120000),
        "payee": "云泽弹簧厂",
        "paper": "P1",
        "today": LATER,
    }
    with pytest.raises(Refused, match="还没有审定"):
        actions.pay(sheet, by=lander, day=DAY, **pay)
    with pytest.raises(PermissionDenied):
        actions.approve(sheet, by=lander, version=sheet.version, today=DAY)
    once = actions.approve(sheet, by=head, version=sheet.version, today=DAY)
    with pytest.raises(Refused, match="不能是同一个人"):
        actions.approve(once, by=head, version=once.version, today=DAY)
    twice = actions.approve(once, by=leader, version=once.version, today=DAY)
    assert twice.state == Sheet.State.APPROVED
    with pytest.raises(Refused, match=r"交付前拨付.*分期拨付"):
        actions.pay(twice, by=lander, day=DAY, **pay)
    assert twice.owner_id is not None
    _vacate(twice.owner_id, lander)
    with pytest.raises(Refused, match="收款人不是权利人"):
        actions.pay(twice, by=lander, day=LATER, **{**pay, "payee": "沈某"})
    with pytest.raises(Refused, match="拨付超过审定"):
        actions.pay(twice, by=lander, day=LATER, **{**pay, "amount": Decimal(1120001)})
    actions.pay(twice, by=lander, day=LATER, **pay)
    assert _rates(block, LATER)["paid"] == "100.0%"
    with pytest.raises(Refused, match="已经拨付"):
        drafted(Owner.objects.get(pk=twice.owner_id), lander, version=twice.version)


def _vacate(owner: int, by: User) -> None:
    for lessee in Lessee.objects.filter(vacated_on=None).select_related("unit", "block", "plot"):
        moved = lessee
        if lessee.signed_on is None:
            moved = actions.sign(
                lessee, by=by, version=lessee.version, day=DAY, agreement="Z", today=DAY
            )
        actions.vacate(moved, by=by, version=moved.version, day=LATER, today=LATER)
    found = Owner.objects.select_related("unit", "block", "plot").get(pk=owner)
    actions.vacate(found, by=by, version=found.version, day=LATER, today=LATER)


def test_who_drew_up_a_sheet_does_not_approve_it(
    block: RenewalBlock, head: User, leader: User
) -> None:
    sheet = drafted(signed("云泽弹簧厂", head), head)
    with pytest.raises(Refused, match="编制人不能审批"):
        actions.approve(sheet, by=head, version=sheet.version, today=DAY)
    once = actions.approve(sheet, by=leader, version=sheet.version, today=DAY)
    again = drafted(Owner.objects.get(name="云泽弹簧厂"), head, version=once.version)
    assert again.state == Sheet.State.DRAFT, "approvals begin again"


def test_a_red_line_holds_the_second_approval_until_it_is_ruled_on(
    block: RenewalBlock, lander: User, head: User, leader: User
) -> None:
    sheet = drafted(signed("云泽弹簧厂", lander), lander, compensated=Decimal(1500))
    (crossing,) = crossings_of(sheet, DAY)
    assert crossing.line.key == "over_certificate"
    once = actions.approve(sheet, by=head, version=sheet.version, today=DAY)
    with pytest.raises(Refused, match=r"补偿面积大于证载面积.*多300平方米.*认定结论"):
        actions.approve(once, by=leader, version=once.version, today=DAY)
    ruling: dict[str, Any] = {"line": "over_certificate", "about": crossing.about, "today": DAY}
    with pytest.raises(PermissionDenied):
        actions.rule(once, by=lander, paper="认定书", reason="x", **ruling)
    with pytest.raises(Refused, match="理由"), transaction.atomic():
        actions.rule(once, by=leader, paper="认定书", reason="", **ruling)
    actions.rule(once, by=leader, paper="认定书3号", reason="专班会议认定", **ruling)
    twice = actions.approve(once, by=leader, version=once.version, today=DAY)
    assert twice.state == Sheet.State.APPROVED


def test_the_same_structure_at_another_price_is_found(
    block: RenewalBlock, lander: User, head: User
) -> None:
    drafted(signed("云泽弹簧厂", lander), lander)
    text = "version: 云泽2026二\nprices: {building: {钢混: 1500}}\n"
    text += "bands: {signing_reward: {2026-04-30: 10}}\n"
    since = DAY + timedelta(days=1)
    actions.set_rules(
        head.unit, by=head, kind="prices", text=text, since=since, reason="调整", today=DAY
    )
    dear = drafted(signed("云泽五金有限公司", lander, since), lander, today=since)
    (crossing,) = crossings_of(dear, since)
    assert crossing.line.key == "other_price"
    assert "云泽弹簧厂为1200" in crossing.says


def test_a_sheet_without_a_price_says_where_to_put_it(lander: User) -> None:
    block_of(lander)
    owner = signed("云泽弹簧厂", lander)
    with pytest.raises(Refused, match=r"没有建筑物重置成新的单价.*更新办法"):
        drafted(owner, lander)
    item = [Item("fit_out", sum=Decimal(5000))]
    assert drafted(owner, lander, items=item).total == 5000


def test_land_is_net_when_all_is_handed_over_down_and_paid_and_then_goes_on(
    block: RenewalBlock, lander: User, head: User, leader: User
) -> None:
    plot = Plot.objects.select_related("unit").get(number="N-02")
    with pytest.raises(Refused, match="没有腾空"):
        actions.demolish(plot, by=lander, version=1, day=LATER, today=LATER)
    sheet = drafted(signed("云泽五金有限公司", lander), lander)
    for one in (head, leader):
        sheet = actions.approve(sheet, by=one, version=sheet.version, today=DAY)
    assert sheet.owner_id is not None
    _vacate(sheet.owner_id, lander)
    with pytest.raises(Refused, match="没有登记拆除"):
        actions.clear(plot, by=lander, version=1, day=LATER, today=LATER)
    plot = actions.demolish(plot, by=lander, version=1, day=LATER, today=LATER)
    with pytest.raises(Refused, match="补偿没有到位"):
        actions.clear(plot, by=lander, version=plot.version, day=LATER, today=LATER)
    actions.pay(
        sheet, by=lander, day=LATER, amount=sheet.total, payee=sheet.holder, paper="P", today=LATER
    )
    supply: dict[str, Any] = {
        "block": block,
        "on": LATER,
        "way": "listing",
        "receiver": "启明装备有限公司",
    }
    with pytest.raises(Refused, match="容不下"):
        actions.keep(Resupply, by=lander, unit=lander.unit, area=Decimal(10000), **supply)
    actions.clear(plot, by=lander, version=plot.version, day=LATER, today=LATER)
    actions.keep(Resupply, by=lander, unit=lander.unit, area=Decimal(10000), **supply)
    found = _rates(block, LATER)
    assert found["cleared"] == "40.0%"
    assert found["resupplied"] == "75.0%"
    assert found["demolished"] == "50.0%"


def test_hard_cases_have_a_reason_and_somebody_responsible(
    block: RenewalBlock, lander: User
) -> None:
    owner = Owner.objects.get(name="沈立群")
    given: dict[str, Any] = {"says": "要求按商业用途评估", "responsible": "李海明", "opened": DAY}
    with pytest.raises(Refused, match="难点原因请填其中之一"):
        actions.keep(HardCase, by=lander, unit=lander.unit, owner=owner, reason="whim", **given)
    with pytest.raises(Refused, match="只选一个"):
        actions.keep(HardCase, by=lander, unit=lander.unit, reason="price", **given)
    case = actions.keep(HardCase, by=lander, unit=lander.unit, owner=owner, reason="price", **given)
    (today,) = battles_of([block], DAY)
    assert [(one.whose, one.reason) for one in today.hard] == [
        ("沈某某（产权户）", "补偿金额有异议")
    ]
    assert not today.hard[0].is_quiet
    (week,) = battles_of([block], DAY + timedelta(days=7))
    assert week.hard[0].is_quiet
    closed: dict[str, Any] = {"closed": DAY + timedelta(days=8), "result": "重新评估后签约"}
    actions.change(case, by=lander, version=case.version, **closed)
    (after,) = battles_of([block], DAY + timedelta(days=8))
    assert after.hard == ()


def test_the_battle_report_counts_the_day(block: RenewalBlock, lander: User) -> None:
    signed("云泽弹簧厂", lander)
    signed("沈立群", lander, DAY + timedelta(days=1))
    (first,) = battles_of([block], DAY)
    (second,) = battles_of([block], DAY + timedelta(days=1))
    assert first.owners_today == ("云泽弹簧厂",)
    assert second.owners_today == ("沈某某",)
    assert [one.percent for one in second.rates] == ["66.7%", "60.0%", "0.0%"]


def _paid(block: RenewalBlock, lander: User, head: User, leader: User) -> None:
    sheet = drafted(signed("云泽弹簧厂", lander), lander, compensated=Decimal(1500))
    once = actions.approve(sheet, by=head, version=sheet.version, today=DAY)
    (crossing,) = crossings_of(sheet, DAY)
    actions.rule(
        once, by=leader, line=crossing.line.key, about=crossing.about, paper="3号", reason="认定",
        today=DAY,
    )  # fmt: skip
    twice = actions.approve(once, by=leader, version=once.version, today=DAY)
    assert twice.owner_id is not None
    _vacate(twice.owner_id, lander)
    actions.pay(
        twice, by=lander, day=LATER, amount=Decimal(5), payee=twice.holder, paper="P", today=LATER
    )
    proof = actions.prove(
        block, by=lander, stage="survey", gate="photos", paper="照片", day=DAY, today=DAY
    )
    actions.confirm(proof, by=head, today=DAY)


def test_the_database_refuses_to_change_what_was_put_down(
    block: RenewalBlock, lander: User, head: User, leader: User
) -> None:
    _paid(block, lander, head, leader)
    changes: list[Callable[[type], object]] = [
        lambda model: model.objects.all()._raw_delete("default"),  # type: ignore[attr-defined]
        lambda model: model.objects.update(by=head),  # type: ignore[attr-defined]
    ]
    for model in APPEND_ONLY:
        if not model._default_manager.exists():
            assert model.__name__ == "BlockFact"
            continue
        for change in changes:
            with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
                change(model)
