"""The share by which a drawing may differ from its certificate is an office's own."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.utils import timezone

from tests.web.conftest import Hire, browser_of
from yinfeng.web.desks.land import actions
from yinfeng.web.desks.land.models import LandRule, Parcel
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.people.roles import Role
from yinfeng.web.shell.refusals import Refused

OWN = "version: 本镇2026\ncertificate_tolerance: '0.001'\n"
Rule = Callable[..., LandRule]


@pytest.fixture
def head(hire: Hire, town: OrgUnit) -> User:
    return hire("head", town, Role.HEAD)


@pytest.fixture
def parcels(head: User, town: OrgUnit) -> None:
    """One off by 0.2 %, one by 0.8 %."""
    for number, measured in (("G1", 10020), ("G2", 10080)):
        actions.keep(
            Parcel, by=head, unit=town, number=number, area=Decimal(10000),
            certified=Decimal(10000), measured=Decimal(measured),
        )  # fmt: skip


def _lays(head: User, unit: OrgUnit, text: str, since: date) -> LandRule:
    today = timezone.localdate()
    return actions.set_rules(
        unit, by=head, text=text, since=since, reason="镇测绘办法", today=today
    )


def _differing(who: Client, **asked: Any) -> set[str]:
    page = who.get("/land/parcels/", {"differs": "yes", **asked}).content.decode()
    return {one for one in ("G1", "G2") if f"{one}<" in page}


@pytest.mark.usefixtures("parcels")
def test_an_offices_own_share_holds_on_list_and_page(head: User, town: OrgUnit) -> None:
    browser = browser_of(head)
    assert _differing(browser) == {"G2"}
    _lays(head, town, OWN, timezone.localdate())
    assert _differing(browser) == {"G1", "G2"}
    page = browser.get(f"/land/parcels/{Parcel.objects.get(number='G1').pk}").content.decode()
    assert "+0.20%，超过0.1%" in page
    assert "+0.20%" in browser.get("/land/parcels/").content.decode()


@pytest.mark.usefixtures("parcels")
def test_a_rule_of_tomorrow_does_not_hold_today_and_the_nearest_office_counts(
    head: User, town: OrgUnit, county: OrgUnit, hire: Hire
) -> None:
    browser, today = browser_of(head), timezone.localdate()
    _lays(head, town, OWN, today + timedelta(days=1))
    assert _differing(browser) == {"G2"}
    above = hire("above", county, Role.COUNTY)
    _lays(above, county, "version: 1\ncertificate_tolerance: '0.01'\n", today)
    assert _differing(browser) == set()
    _lays(head, town, "", today)
    assert _differing(browser) == {"G2"}


def test_the_page_tells_what_holds_and_takes_a_file(head: User, hire: Hire, town: OrgUnit) -> None:
    browser, today = browser_of(head), timezone.localdate()
    assert "证载面积的0.5%" in browser.get("/land/rules").content.decode()
    bad = {"text": "version: 1\ncertificate_tolerance: 9", "since": str(today), "reason": "试"}
    refused = browser.post("/land/rules", bad)
    assert refused.status_code == 422
    assert "要在0和0.05之间" in refused.content.decode()
    told = browser.post("/land/rules", {**bad, "text": OWN}, follow=True).content.decode()
    assert "证载面积的0.1%" in told
    assert "本镇2026" in told
    with pytest.raises(Refused, match="从今天或以后起施行"):
        _lays(head, town, OWN, today - timedelta(days=1))
    reader = browser_of(hire("reader", town, Role.LAND))
    assert "用本单位自己的口径" not in reader.get("/land/rules").content.decode()
    assert reader.post("/land/rules", {**bad, "text": OWN}).status_code in (403, 422)


@pytest.mark.parametrize(
    "command", ["UPDATE land_landrule SET why = 'x'", "DELETE FROM land_landrule"]
)
def test_the_database_refuses_to_change_what_an_office_laid_down(
    head: User, town: OrgUnit, command: str
) -> None:
    _lays(head, town, OWN, timezone.localdate())
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(command)
    assert LandRule.objects.get().why == "镇测绘办法"
