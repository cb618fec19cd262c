"""Accepted facts become parks and blocks, once, with their words; those of the seeds too."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from tests.web.conftest import Hire, browser_of
from yinfeng.web.desks.land import actions
from yinfeng.web.desks.land.adoption import proposals
from yinfeng.web.desks.land.models import Block, Park
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.people.roles import Role
from yinfeng.web.shell.refusals import Refused
from yinfeng.web.store.actions import accept_all, take_in
from yinfeng.web.store.models import Document, Fact

PAPER = (
    "云泽镇园区建设情况\n\n云泽轴承产业园规划面积3000亩以上，已建成500亩，主导产业为轴承。\n"
).encode()
SEEDS = Path(__file__).parents[4] / "shared" / "seeds"


@pytest.fixture
def planner(hire: Hire, town: OrgUnit) -> User:
    return hire("planner", town, Role.LAND)


@pytest.fixture
def as_planner(planner: User) -> Client:
    return browser_of(planner)


def test_a_park_of_a_paper_stands_in_the_register_with_its_words(
    as_planner: Client, planner: User
) -> None:
    take_in(PAPER, "园区.txt", by=planner)
    fact = Fact.objects.get(kind="carrier")
    with pytest.raises(Refused, match="还没有逐项核实"):
        actions.adopt(fact, Park, by=planner, name="x", kind="zone")
    accept_all(fact, by=planner)
    assert "云泽轴承产业园" in as_planner.get("/land/proposals/").content.decode()
    page = as_planner.get(f"/land/proposals/{fact.pk}/parks").content.decode()
    assert 'value="2000000㎡"' in page
    told = {"name": "云泽轴承产业园", "kind": "zone", "planned": "3000亩", "built": "500亩"}
    as_planner.post(f"/land/proposals/{fact.pk}/parks", told)
    park = Park.objects.get()
    assert (park.fact, park.planned) == (fact, Decimal(2000000))
    shown = as_planner.get(f"/land/parks/{park.pk}").content.decode()
    assert fact.quote in shown
    assert "3,000.00亩" in shown
    assert "500.00亩" in shown
    assert not proposals(planner)
    assert as_planner.get(f"/land/proposals/{fact.pk}/parks").status_code == 404


def test_another_office_adopts_nothing_of_ours(
    planner: User, hire: Hire, other_town: OrgUnit
) -> None:
    take_in(PAPER, "园区.txt", by=planner)
    fact = Fact.objects.get(kind="carrier")
    accept_all(fact, by=planner)
    theirs = browser_of(hire("theirs", other_town, Role.LAND))
    assert theirs.get(f"/land/proposals/{fact.pk}/parks").status_code == 404


def test_the_parks_and_blocks_of_the_seeds_stand_here_with_their_proof(planner: User) -> None:
    if not SEEDS.exists():
        pytest.skip("../shared/seeds is not beside the repository")
    for path in sorted(SEEDS.glob("*.txt")):
        take_in(path.read_bytes(), path.name, by=planner)
    for fact in Fact.objects.filter(kind__in=("carrier", "renewal")):
        accept_all(fact, by=planner)
    made = 0
    for one in proposals(planner):
        kind = one.kinds[0]
        given = {key: value for key, value in one.values(kind).items() if value}
        model: Any = {"parks": Park, "blocks": Block}[kind]
        if model.objects.filter(name=given.get("name"), unit=planner.unit).exists():
            continue
        actions.adopt(one.fact, model, by=planner, **given)
        made += 1
    assert made > 20
    assert made == Park.objects.count() + Block.objects.count()
    park = Park.objects.get(name="半导体装备产业园")
    assert (park.planned, park.built) == (Decimal(2000000), Decimal("333333.33"))
    assert Block.objects.get(planned=Decimal(3000000)).name
    for thing in (*Park.objects.all(), *Block.objects.all()):
        told = thing.fact
        assert told is not None
        document: Document = told.reading.document
        assert told.quote in document.current.source  # type: ignore[union-attr]
