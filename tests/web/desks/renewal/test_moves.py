"""Who moves to another block is counted there, unless a paper holds them where they are."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.web.desks.renewal.works import DAY, block_of, drafted, priced, signed
from yinfeng.judgement.compensation.sheets import Item
from yinfeng.web.desks.renewal import actions
from yinfeng.web.desks.renewal.editing import OWNER_EDITING
from yinfeng.web.desks.renewal.models import HardCase, Owner, Plot, RenewalBlock, Resupply
from yinfeng.web.people.models import User
from yinfeng.web.shell.refusals import Refused

HELD = "已签约或已有补偿表的，不能换到别的区块"


@pytest.fixture
def block(head: User) -> RenewalBlock:
    """The block, with the prices of the town."""
    priced(head)
    return block_of(head)


@pytest.fixture
def beyond(block: RenewalBlock, head: User) -> Plot:
    """A plot of another block."""
    other = actions.keep(RenewalBlock, by=head, unit=head.unit, name="云泽老粮站片区")
    return actions.keep(Plot, by=head, unit=head.unit, block=other, number="L-01")


def _owner(name: str) -> Owner:
    return Owner.objects.select_related("unit", "block", "plot").get(name=name)


def _hard(owner: Owner, by: User) -> HardCase:
    told: Mapping[str, Any] = {"reason": "price", "says": "要求评估", "responsible": "李海明"}
    return actions.keep(HardCase, by=by, unit=by.unit, owner=owner, opened=DAY, **told)


def test_who_moves_to_a_plot_of_another_block_is_counted_there(beyond: Plot, head: User) -> None:
    owner = _owner("沈立群")
    case = _hard(owner, head)
    actions.change(owner, by=head, version=1, plot=beyond)
    case.refresh_from_db()
    assert _owner("沈立群").block_id == case.block_id == beyond.block_id
    other = _owner("云泽弹簧厂")
    actions.change(case, by=head, version=case.version, owner=other)
    case.refresh_from_db()
    assert case.block_id == other.block_id


def test_who_has_signed_or_has_a_sheet_stays_in_the_block(beyond: Plot, head: User) -> None:
    first, second = signed("沈立群", head), _owner("云泽弹簧厂")
    drafted(second, head, items=[Item("building", "钢混", Decimal(1000), "0.85")])
    for owner in (first, second):
        with pytest.raises(Refused, match=HELD):
            actions.change(owner, by=head, version=owner.version, plot=beyond)
        assert OWNER_EDITING.settles is not None
        with pytest.raises(Refused, match=HELD):
            OWNER_EDITING.settles(owner, {"plot": beyond}, head)
    near = Plot.objects.get(number="N-02")
    moved = actions.change(first, by=head, version=first.version, plot=near)
    assert moved.block_id == near.block_id


def test_a_plot_with_parties_stays_in_its_block(beyond: Plot, head: User) -> None:
    plot = Plot.objects.get(number="N-02")
    with pytest.raises(Refused, match="已登记产权户或租户，不能换区块"):
        actions.change(plot, by=head, version=1, block=beyond.block)
    actions.remove(_owner("云泽五金有限公司"), by=head, reason="重复登记")
    actions.change(plot, by=head, version=1, block=beyond.block)


def test_who_supplies_net_land_holds_the_block_before_counting(
    block: RenewalBlock, head: User
) -> None:
    with CaptureQueriesContext(connection) as asked, pytest.raises(Refused, match="容不下"):
        actions.keep(
            Resupply, by=head, unit=head.unit, block=block, on=DAY, area=100, way="leased",
            receiver="云泽齿轮有限公司",
        )  # fmt: skip
    said = [one["sql"] for one in asked]
    looks = next(at for at, one in enumerate(said) if "cleared_on" in one and "<=" in one)
    if connection.features.has_select_for_update:
        held = [one for one in said[:looks] if "FOR UPDATE" in one]
        assert any('"renewal_renewalblock"' in one for one in held)
    else:
        assert connection.settings_dict["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
