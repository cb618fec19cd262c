"""What may be promised: nothing forbidden, nothing let whole, nothing promised by a unit above."""

from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.web.conftest import Hire, browser_of
from tests.web.desks.siting.ground import a_need, park_of
from yinfeng.lexicon.land import words
from yinfeng.siting.places import Place
from yinfeng.web.desks.land import actions as land
from yinfeng.web.desks.land.models import Building, Floor, Parcel, Park, Touch, Unit, Zone
from yinfeng.web.desks.siting import actions
from yinfeng.web.desks.siting.models import LotPromise, SitingNeed
from yinfeng.web.desks.siting.offering import places_of
from yinfeng.web.desks.tenancy import actions as tenancy
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.people.roles import Role
from yinfeng.web.shell.refusals import Refused
from yinfeng.web.work.worker import work_off


@pytest.fixture
def park(head: User, town: OrgUnit) -> Park:
    """The park."""
    return park_of(town, head)


@pytest.fixture
def plot(park: Park) -> Parcel:
    """一号地."""
    return Parcel.objects.get(number="YZ-01")


def _promise(need: SitingNeed, key: str, by: User) -> LotPromise:
    today = timezone.localdate()
    return actions.promise(need, key, by=by, area=Decimal(100), reason="专题会议", today=today)


def _lies_in(plot: Parcel, by: User, share: str | None = None, **more: Any) -> None:
    told = {"layer": "reserve", "rule": "forbidden", "basis": "国土空间规划", **more}
    since = timezone.localdate()
    zone = land.keep(Zone, by=by, unit=plot.unit, name="预控一区", since=since, **told)
    kind = Parcel._meta.label_lower
    part = None if share is None else Decimal(share)
    Touch.objects.create(
        zone=zone, unit=plot.unit, kind=kind, key=plot.pk, since=since, share=part, why="图形判定"
    )


def _rooms_of(plot: Parcel, by: User) -> Unit:
    """Room 101 of two rooms on the first floor."""
    here: dict[str, Any] = {"by": by, "unit": plot.unit}
    building = land.keep(
        Building, **here, parcel=plot, number="1号楼", area=Decimal(2000), storeys=1
    )
    floor = land.keep(Floor, **here, building=building, level=1, area=Decimal(2000))
    for number in ("101", "102"):
        land.keep(Unit, **here, floor=floor, number=number, area=Decimal(1000))
    return Unit.objects.get(number="101")


def _offered(unit: OrgUnit) -> dict[str, Place]:
    return {one.key: one for one in places_of(unit, timezone.localdate())}


def test_what_came_to_lie_in_a_forbidden_zone_is_not_promised(
    plot: Parcel, head: User, town: OrgUnit
) -> None:
    need, room = a_need(town, head), _rooms_of(plot, head)
    _promise(need, f"p{plot.pk}", head)
    _lies_in(plot, head)
    for key in (f"p{plot.pk}", f"r{room.pk}"):
        with pytest.raises(Refused, match="在管控区“预控一区”内（国土空间规划），不能承诺"):
            _promise(need, key, head)


@pytest.mark.parametrize("other", [{"use": "residential"}, {"state": "supplied"}])
def test_what_is_no_longer_offered_is_not_promised(
    other: dict[str, str], plot: Parcel, head: User, town: OrgUnit
) -> None:
    Parcel.objects.filter(pk=plot.pk).update(**other)
    with pytest.raises(Refused, match="不能供应，不能承诺"):
        _promise(a_need(town, head), f"p{plot.pk}", head)


@pytest.mark.parametrize("place", ["YZ-01/1号楼/1层", "YZ-01/1号楼"])
def test_the_rooms_of_what_is_let_whole_are_not_there_to_be_given(
    place: str, plot: Parcel, head: User, town: OrgUnit
) -> None:
    room, today = _rooms_of(plot, head), timezone.localdate()
    assert f"r{room.pk}" in _offered(town)
    tenancy.keep(
        by=head, unit=town, firm="云泽齿轮有限公司", place=place, area=Decimal(2000),
        since=today, today=today,
    )  # fmt: skip
    assert f"r{room.pk}" not in _offered(town)
    need = a_need(town, head, on="floor", low=Decimal(500), high=Decimal(900), pipes="")
    with pytest.raises(Refused, match="已整体出租，不能承诺"):
        _promise(need, f"r{room.pk}", head)


def test_what_the_county_promises_of_a_town_is_seen_in_the_town(
    plot: Parcel, head: User, hire: Hire, town: OrgUnit, county: OrgUnit
) -> None:
    chief = hire("chief", county, Role.HEAD)
    _promise(a_need(county, chief, "县里的项目"), f"p{plot.pk}", chief)
    (seen,) = _offered(town)[f"p{plot.pk}"].promises
    assert (seen.name, seen.area) == ("上级单位的项目", 100)
    (told,) = _offered(county)[f"p{plot.pk}"].promises
    assert told.name == "县里的项目"


@pytest.mark.parametrize(("share", "lies"), [(None, True), ("0.9950", True), ("0.4000", False)])
def test_only_what_lies_wholly_in_a_chemical_park_lies_inside_it(
    share: str | None, lies: bool, plot: Parcel, head: User, town: OrgUnit
) -> None:
    _lies_in(plot, head, share, layer="chemical", rule="conditional", conditions="化工项目")
    assert (words("layers")["chemical"] in _offered(town)[f"p{plot.pk}"].inside) is lies


def test_who_adopts_holds_the_need_before_looking_at_its_promises(
    plot: Parcel, head: User, town: OrgUnit
) -> None:
    need, today = a_need(town, head), timezone.localdate()
    run = actions.ask(town, [need], by=head, title="一", today=today)
    work_off()
    with CaptureQueriesContext(connection) as asked:
        actions.adopt(run, by=head, projects=[str(need.pk)], reason="会议", today=today)
    said = [one["sql"] for one in asked]
    looks = next(at for at, one in enumerate(said) if 'FROM "siting_lotpromise"' in one)
    if connection.features.has_select_for_update:
        before = said[:looks]
        assert any("FOR UPDATE" in one and '"siting_sitingneed"' in one for one in before)
    else:
        assert connection.settings_dict["OPTIONS"]["transaction_mode"] == "IMMEDIATE"


def test_a_placement_of_a_county_seats_only_on_what_can_be_promised(
    plot: Parcel, head: User, hire: Hire, town: OrgUnit, other_town: OrgUnit, county: OrgUnit
) -> None:
    chief, today = hire("chief", county, Role.HEAD), timezone.localdate()
    theirs = a_need(other_town, hire("their-head", other_town, Role.HEAD), "邻镇项目")
    own, above = a_need(town, head, "本镇项目"), a_need(county, chief, "县里的项目")
    run = actions.ask(county, [theirs, own, above], by=chief, title="一", today=today)
    work_off()
    plan = run.result.plan
    seated = [seat["project"] for seat in plan["seats"]]
    assert sorted(seated) == sorted([str(own.pk), str(above.pk)])
    (out,) = plan["left_out"]
    assert out["project"] == str(theirs.pk)
    assert "属地3处" in "".join(out["why"])
    made = actions.adopt(run, by=chief, projects=seated, reason="县专题会议", today=today)
    assert made == LotPromise.objects.count()


def test_an_office_lets_its_projects_go_on_the_land_of_the_unit_above(
    plot: Parcel, head: User, hire: Hire, other_town: OrgUnit, county: OrgUnit
) -> None:
    chief, today = hire("chief", county, Role.HEAD), timezone.localdate()
    theirs = hire("their-head", other_town, Role.HEAD)
    need = a_need(other_town, theirs, "邻镇项目")
    with pytest.raises(Refused, match="不属于本单位"):
        _promise(need, f"p{plot.pk}", chief)
    actions.set_rules(
        county, by=chief, text="version: 云泽县2026\nreach: 1", since=today, reason="县域统筹",
        today=today,
    )  # fmt: skip
    with pytest.raises(PermissionDenied):
        _promise(need, f"p{plot.pk}", theirs)
    assert _promise(need, f"p{plot.pk}", chief).parcel == plot


def test_land_with_terms_of_its_own_is_removed_only_after_they_are_dropped(
    plot: Parcel, head: User
) -> None:
    actions.set_terms(by=head, parcel=plot, environment="light", basis="园区准入办法")
    with pytest.raises(Refused, match="供地条件"):
        land.remove(plot, by=head, reason="登记重复")
    answer = browser_of(head).post(f"/siting/terms/parcel/{plot.pk}", {"drop": "1"}, follow=True)
    assert "供地条件已取消" in answer.content.decode()
    land.remove(plot, by=head, reason="登记重复")
