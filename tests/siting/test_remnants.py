"""Rests of shared plots are joined in the same run; what is missed is told against the best."""

from dataclasses import replace
from itertools import combinations, product
from random import Random

import pytest

from tests.siting.town import MU, needs, town
from yinfeng.lexicon.siting import siting_rules
from yinfeng.siting.doors import Room, next_door
from yinfeng.siting.lots import lots_of
from yinfeng.siting.needs import Need
from yinfeng.siting.offers import offers_of
from yinfeng.siting.places import Place
from yinfeng.siting.placing import placed
from yinfeng.siting.plans import planned
from yinfeng.siting.remnants import patched

RULES = siting_rules()
SIDE = 2
PAIR = [
    Place("P", "一号地", 30 * MU, neighbours=frozenset({"Q"})),
    Place("Q", "二号地", 30 * MU),
]


def _need(key: str, mu: int, **more: object) -> Need:
    return replace(Need(key, key, mu * MU, mu * MU), **more)  # type: ignore[arg-type]


def test_what_two_projects_leave_of_two_plots_is_joined_for_a_third() -> None:
    wanted = [_need("a", 20, priority=5), _need("b", 20, priority=5), _need("c", 20)]
    plan = planned(wanted, PAIR, RULES)
    (third,) = [seat for seat in plan.seats if seat.is_of_rests]
    assert {part.key: part.area for part in third.parts} == {"P": 10 * MU, "Q": 10 * MU}
    assert not plan.left_out
    assert (plan.of_rests, plan.value_of_rests) == (1, third.value)
    assert plan.value <= plan.bound


def test_who_is_left_out_is_told_that_the_rest_is_gone_too() -> None:
    wanted = [_need("a", 20, priority=5), _need("b", 20, priority=5), _need("c", 20, priority=2)]
    plan = planned([*wanted, _need("d", 20)], PAIR, RULES)
    (out,) = plan.left_out
    assert out.name == "d"
    assert "余下的已拼给c" in out.why[0]


def test_who_avoids_those_that_stand_there_gets_no_rest() -> None:
    wanted = [
        _need("a", 20, priority=5, chain="化工"),
        _need("b", 20, priority=5),
        _need("c", 20, chain="食品", avoids=frozenset({"化工"})),
    ]
    plan = planned(wanted, PAIR, RULES)
    assert plan.of_rests == 0


def test_a_plot_that_may_not_be_split_leaves_no_rest() -> None:
    whole = [replace(place, splits=False) for place in PAIR]
    wanted = [_need(key, 20) for key in "abc"]
    wanted = [replace(need, high=30 * MU) for need in wanted]
    plan = planned(wanted, whole, RULES)
    assert plan.of_rests == 0
    assert len(plan.seats) == 2


@pytest.mark.parametrize("seed", range(8))
def test_nothing_is_given_twice(seed: int) -> None:
    wanted = needs(8, seed, 5, 30)
    offers = offers_of(wanted, lots_of(town(6, seed, (8, 15, 20, 30)), RULES))
    found = placed(offers)
    rests = patched(offers, found, RULES)
    taken: dict[str, int] = {}
    for offer in found.chosen.values():
        for row, area in offers.uses(offer).items():
            key = offers.lots.places[row].key
            taken[key] = taken.get(key, 0) + area
    for one in rests:
        assert one.need.low <= sum(one.uses.values()) <= one.need.high
        for key, area in one.uses.items():
            taken[key] = taken.get(key, 0) + area
    areas = {place.key: place.area for place in offers.lots.places}
    assert all(area <= areas[key] for key, area in taken.items())
    seated = [offers.needs[project].key for project in found.chosen]
    seated += [one.need.key for one in rests]
    assert len(set(seated)) == len(seated)


def _little_town(seed: int) -> tuple[list[Place], list[Need]]:
    """Four plots in a square, any of which may be split and joined; four needs of area alone."""
    dice = Random(seed)
    places = []
    for at in range(SIDE * SIDE):
        row, column = divmod(at, SIDE)
        near = [(row + 1) % SIDE * SIDE + column, row * SIDE + (column + 1) % SIDE]
        places.append(
            Place(
                f"P{at}",
                f"{at}号地",
                dice.choice((12, 15, 20, 25)) * MU,
                neighbours=frozenset(f"P{one}" for one in near),
            )
        )
    wanted = [_need(f"N{at}", dice.randint(10, 24), priority=dice.randint(1, 5)) for at in range(4)]
    return places, wanted


def _best_seats(places: list[Place], wanted: list[Need]) -> int:
    """The most that seats can be worth where land is cut at will within joined neighbours.

    Land that may be divided holds all who share it just where every set of them finds room in
    all that they may use together.
    """
    areas = {place.key: place.area for place in places}
    beside = {place.key: place.neighbours for place in places}
    groups = [
        frozenset(group)
        for size in (1, 2, 3)
        for group in combinations(sorted(areas), size)
        if size == 1 or all(set(group) & beside[one] for one in group)
    ]
    # The largest groups hold whatever smaller ones hold.
    large = [one for one in groups if not any(one < other for other in groups)]
    best = 0
    for chosen in product((None, *large), repeat=len(wanted)):
        seats = [(need, group) for need, group in zip(wanted, chosen, strict=True) if group]
        worth = sum(RULES.seat(need.priority) for need, _ in seats)
        if worth > best and _holds(seats, areas):
            best = worth
    return best


def _holds(seats: list[tuple[Need, frozenset[str]]], areas: dict[str, int]) -> bool:
    return all(
        sum(need.low for need, _ in some)
        <= sum(areas[key] for key in frozenset().union(*(group for _, group in some)))
        for size in range(1, len(seats) + 1)
        for some in combinations(seats, size)
    )


def _seats_of(seated: set[str], wanted: list[Need]) -> int:
    return sum(RULES.seat(need.priority) for need in wanted if need.key in seated)


def test_the_loss_against_land_cut_at_will_is_small_and_no_larger_than_without_rests() -> None:
    best = with_rests = without = 0
    for seed in range(10):
        places, wanted = _little_town(seed)
        offers = offers_of(wanted, lots_of(places, RULES))
        found = placed(offers)
        plain = {offers.needs[project].key for project in found.chosen}
        more = {one.need.key for one in patched(offers, found, RULES)}
        most, got = _best_seats(places, wanted), _seats_of(plain | more, wanted)
        assert got <= most
        best, with_rests = best + most, with_rests + got
        without += _seats_of(plain, wanted)
    assert without <= with_rests
    assert (best - with_rests) / best < 0.02


def test_rooms_are_next_door_in_the_order_of_their_numbers() -> None:
    told = [(1, 9, "10"), (2, 9, "2"), (3, 9, "A1"), (4, 9, "1"), (5, 8, "1")]
    rooms = [Room(*one) for one in told]
    assert next_door(rooms) == {3: (4,), 4: (3, 2), 2: (4, 1), 1: (2,), 5: ()}


def test_neighbours_that_the_register_names_hold_before_the_order_of_numbers() -> None:
    told = {"1": "3", "2": "", "3": "", "4": "", "5": "9"}
    rooms = [
        Room(int(one), 9, one, frozenset(other for other in beside.split() if other))
        for one, beside in told.items()
    ]
    # 1 lies beside 3 over the corridor, not beside 2; 5 names a room that is not there.
    assert next_door(rooms) == {1: (3,), 2: (3,), 3: (1, 2, 4), 4: (3,), 5: ()}
