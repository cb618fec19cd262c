"""Whose land a project may go on: that of its own unit and of those below it."""

from yinfeng.lexicon.siting import siting_rules
from yinfeng.siting.lots import lots_of
from yinfeng.siting.needs import Need
from yinfeng.siting.places import Place
from yinfeng.siting.plans import planned
from yinfeng.siting.ranking import ranking

MU = 667
COUNTY, TOWN, OTHER = "0001", "00010001", "00010002"
PLOTS = [
    Place(key, key, 30 * MU, unit=TOWN, unit_name="云泽镇", neighbours=frozenset(beside))
    for key, beside in (("a", "b"), ("b", "a"))
]


def _need(key: str, within: str, mu: int = 20) -> Need:
    return Need(key, key, mu * MU, (mu + 5) * MU, within=within)


def test_a_placement_seats_on_what_the_own_unit_holds() -> None:
    wanted = [_need("邻镇", OTHER), _need("本镇", TOWN), _need("县里", COUNTY)]
    plan = planned(wanted, PLOTS, siting_rules())
    assert sorted(seat.name for seat in plan.seats) == sorted(["本镇", "县里"])
    (out,) = plan.left_out
    assert "属地" in out.why[0]


def test_a_ranking_says_whose_land_it_is() -> None:
    found = ranking(_need("邻镇", OTHER), lots_of(PLOTS, siting_rules()))
    assert not found.best
    assert "云泽镇" in str(found.near)


def test_neighbours_of_two_units_are_not_joined() -> None:
    rules = siting_rules()
    other = Place("c", "c", 30 * MU, unit=OTHER, neighbours=frozenset({"a"}))
    wanted = [_need("县里", COUNTY, 85)]
    assert not planned(wanted, [*PLOTS, other], rules).seats
    same = Place("c", "c", 30 * MU, unit=TOWN, neighbours=frozenset({"a"}))
    assert planned(wanted, [*PLOTS, same], rules).seats
