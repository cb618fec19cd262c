"""A rent that rises on agreed days: typed as the contract has it, counted in what is due."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tests.web.conftest import browser_of
from tests.web.desks.tenancy.grounds import park_of, stays
from yinfeng.web.desks.tenancy import actions
from yinfeng.web.desks.tenancy.accounts import account_of, dues_of
from yinfeng.web.people.models import User
from yinfeng.web.shell.refusals import Refused


def test_what_is_due_follows_the_rises(head: User) -> None:
    park_of(head.unit, head)
    stay, rent = stays(head), Decimal(12)
    day = date(stay.since.year + 1, stay.since.month, stay.since.day)
    given: dict[str, Any] = {"rises": f"{day}起14", "months": 12, "until": None}
    stay = actions.change(stay, by=head, version=stay.version, today=stay.since, **given)
    second, first = dues_of(stay, day)
    assert first.amount == 12 * rent * stay.area
    assert second.amount == 12 * (rent + 2) * stay.area
    stands = account_of(stay, (), day)
    assert stands is not None
    assert stands.arrears == first.amount + second.amount
    page = browser_of(head).get(f"/tenancy/{stay.pk}").content.decode()
    assert f"，{stay.rises}，12个月一付" in page


@pytest.mark.parametrize(
    ("rises", "rent", "why"),
    [
        ("每年递增5%", Decimal(10), "看不懂"),
        ("2001-01-01起12", Decimal(10), "起租以后的日期"),
        ("2199-01-01起12", None, "请先填起租时的租金"),
    ],
)
def test_rises_that_say_nothing_are_refused(
    rises: str, rent: Decimal | None, why: str, head: User
) -> None:
    park_of(head.unit, head)
    stay = stays(head)
    with pytest.raises(Refused, match=why):
        actions.change(
            stay, by=head, version=stay.version, today=stay.since, rises=rises, rent=rent
        )
