"""Accepted facts become parks and blocks, once, with their words; those of the seeds too."""

import html
import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from tests.web.conftest import Hire, browser_of
from yinfeng.mapping.areas import square_metres_of_mu
from yinfeng.web.desks.land import actions
from yinfeng.web.desks.land.adoption import proposals
from yinfeng.web.desks.land.models import Block, Park, Zone
from yinfeng.web.desks.land.told import tellings
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


def test_floor_space_of_a_paper_is_no_built_land(planner: User) -> None:
    says = "云泽镇建设情况\n\n云泽镇小微企业创业园占地60亩，总建筑面积10.3万平方米。\n"
    take_in(says.encode(), "小微园.txt", by=planner)
    fact = Fact.objects.get(kind="carrier")
    accept_all(fact, by=planner)
    (one,) = proposals(planner)
    told = one.values("parks")
    assert "built" not in told
    assert told["planned"] == Decimal(40000)
    assert told["note"] == "材料写建筑面积103,000㎡"


def test_control_zones_of_papers_are_proposed_by_their_words_once(
    as_planner: Client, planner: User, viewer: User
) -> None:
    says = "云泽镇建设情况\n\n今年由于轨道建设，云泽镇内部分区域预控。重点在预控区域外做文章。\n"
    take_in(says.encode(), "建设情况.txt", by=planner)
    page = as_planner.get("/land/proposals/").content.decode()
    assert "“今年由于轨道建设，云泽镇内部分区域预控。”" in page
    at = html.unescape(page.partition('quiet" href="/land/zones/add')[2].partition('"')[0])
    form = as_planner.get(f"/land/zones/add{at}").content.decode()
    assert "云泽镇内部分区域预控" in form
    (one,) = tellings(planner)
    told = {"name": "轨道预控区", "layer": one.zone.layer, "rule": one.zone.rule}
    told |= {"basis": one.basis, "boundary": one.zone.where, "since": "2026-01-01"}
    as_planner.post("/land/zones/add", told)
    assert Zone.objects.get().boundary == "云泽镇内部分区域预控"
    assert not tellings(planner)
    assert "材料里写到的管控" not in as_planner.get("/land/proposals/").content.decode()
    assert browser_of(viewer).get("/land/proposals/").status_code == 403


def _adopt_all(by: User) -> int:
    made = 0
    for one in proposals(by):
        kind = one.kinds[0]
        given = {key: value for key, value in one.values(kind).items() if value}
        model: Any = {"parks": Park, "blocks": Block}[kind]
        if not model.objects.filter(name=given.get("name"), unit=by.unit).exists():
            actions.adopt(one.fact, model, by=by, **given)
            made += 1
    return made


def test_the_parks_blocks_and_figures_of_the_seeds_stand_here_with_their_proof(
    planner: User,
) -> None:
    if not SEEDS.exists():
        pytest.skip("../shared/seeds is not beside the repository")
    for path in sorted(SEEDS.glob("*.txt")):
        take_in(path.read_bytes(), path.name, by=planner)
    assert [one.zone.where for one in tellings(planner)] == ["四甲镇内部分区域预控"]
    for fact in Fact.objects.filter(kind__in=("carrier", "renewal")):
        accept_all(fact, by=planner)
    made = _adopt_all(planner)
    assert made > 20
    assert made == Park.objects.count() + Block.objects.count()
    for thing in (*Park.objects.all(), *Block.objects.all()):
        told = thing.fact
        assert told is not None
        document: Document = told.reading.document
        assert told.quote in document.current.source  # type: ignore[union-attr]
    parks = {name: (planned, built) for name, planned, built in _figures()}
    two = [one for one in parks.values() if one[0] == Decimal(2000000)]
    assert len(two) == 2
    assert parks["半导体装备产业园"] == (Decimal(2000000), Decimal("333333.33"))


def _figures() -> Iterator[tuple[str, Decimal | None, Decimal | None]]:
    for park in Park.objects.order_by("pk"):
        yield park.name, park.planned, park.built


def test_every_area_that_the_labels_of_the_seeds_give_is_in_the_register(planner: User) -> None:
    labels = SEEDS.parent / "gold" / "seeds"
    if not (SEEDS.exists() and labels.exists()):
        pytest.skip("../shared/gold/seeds is not beside the repository")
    for path in sorted(SEEDS.glob("*.txt")):
        take_in(path.read_bytes(), path.name, by=planner)
    for fact in Fact.objects.filter(kind__in=("carrier", "renewal")):
        accept_all(fact, by=planner)
    _adopt_all(planner)
    known = {park.planned for park in Park.objects.all()}
    known |= {block.planned for block in Block.objects.all()}
    rows = [
        json.loads(line)
        for path in sorted(labels.glob("*.jsonl"))
        for line in path.read_text("utf-8").splitlines()
    ]
    told = [row for row in rows if row["kind"] in ("carrier", "renewal") and row.get("area")]
    assert len(told) > 7
    missing = [
        row.get("name") or row.get("block")
        for row in told
        if square_metres_of_mu(Decimal(row["area"])) not in known
    ]
    assert not missing
