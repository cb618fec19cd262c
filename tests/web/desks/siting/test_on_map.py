"""Siting on the map: the ranked lots of a project, and who goes where."""

import json
import re
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from tests.web.conftest import browser_of
from tests.web.desks.siting.ground import a_need, park_of
from tests.web.desks.siting.test_siting import DAY
from yinfeng.web.desks.land import actions as land
from yinfeng.web.desks.land.models import Parcel, Park
from yinfeng.web.desks.siting import actions
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.work.worker import work_off


@pytest.fixture
def park(head: User, town: OrgUnit) -> Park:
    """The park."""
    return park_of(town, head)


def _told(page: str) -> dict[str, Any]:
    """What the page tells its map: the labels of each layer that has its shapes in the page."""
    found = re.search(r'<script id="map-told" type="application/json">(.*?)</script>', page)
    assert found is not None
    told = json.loads(found[1])
    return {
        layer["key"]: [one["properties"] for one in layer["shapes"]["features"]]
        for layer in told["layers"]
        if "shapes" in layer
    }


def test_the_ranked_lots_stand_on_the_map_with_their_place_in_the_order(
    park: Park, as_clerk: Client, head: User, town: OrgUnit
) -> None:
    need = a_need(town, head)
    says = as_clerk.get(f"/siting/{need.pk}").content.decode()
    told = _told(says)
    assert [one["label"][:8] for one in told["fits"]] == ["1. YZ-01", "2. YZ-02"]
    assert {one["key"] for one in told["near"]}.isdisjoint(one["key"] for one in told["fits"])
    for one in (*told["fits"], *told["near"]):
        assert f'id="{one["at"][1:]}"' in says
    assert says.count("data-box=") >= 2


def test_where_no_parcel_is_drawn_the_page_says_why_there_is_no_map(
    as_clerk: Client, head: User, town: OrgUnit
) -> None:
    land.keep(Parcel, by=head, unit=town, number="Z1", area=Decimal(15000), state="clear")
    says = as_clerk.get(f"/siting/{a_need(town, head, pipes='').pk}").content.decode()
    assert "map-told" not in says
    assert "还没有图形" in says


def test_a_placement_shows_on_the_map_who_goes_where(park: Park, head: User, town: OrgUnit) -> None:
    names = ("阀门项目", "法兰项目")
    needs = [a_need(town, head, name) for name in names]
    run = actions.ask(town, needs, by=head, title="一季度", today=DAY)
    work_off()
    says = browser_of(head).get(f"/siting/runs/{run.pk}").content.decode()
    told = _told(says)
    assert sorted(one["label"] for one in told["seats"]) == sorted(names)
    assert told["promised"] == []
    for one in told["seats"]:
        assert f'id="{one["at"][1:]}"' in says
