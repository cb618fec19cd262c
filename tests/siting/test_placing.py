from itertools import product
from random import Random

import pytest
from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as st

from tests.siting.town import MU, needs, town
from yinfeng.lexicon.siting import siting_rules
from yinfeng.siting.answers import given, why_not
from yinfeng.siting.clashes import clashing
from yinfeng.siting.filling import Filling
from yinfeng.siting.lots import lots_of
from yinfeng.siting.needs import Need
from yinfeng.siting.offers import Offers, offers_of
from yinfeng.siting.places import FORBIDDEN, Place
from yinfeng.siting.placing import Found, placed

RULES = siting_rules()


def _offers(places: list[Place], wanted: list[Need]) -> Offers:
    return offers_of(sorted(wanted, key=lambda need: need.key), lots_of(places, RULES))


def _best_of_all(offers: Offers) -> int:
    """The value of the best placement, by trying every one."""
    choices = [
        (-1, *range(offers.of(p).start, offers.of(p).stop)) for p in range(len(offers.needs))
    ]
    return max(_worth(offers, [one for one in chosen if one >= 0]) for chosen in product(*choices))


def _worth(offers: Offers, chosen: list[int]) -> int:
    filling = Filling(offers)
    return filling.value if all(filling.take(one) for one in chosen) else 0


def _as_words(offers: Offers, found: Found) -> dict[str, tuple[str, ...]]:
    lots = offers.lots
    return {
        offers.needs[project].key: tuple(place.key for place in lots.of(int(offers.lot[offer])))
        for project, offer in found.chosen.items()
    }


@pytest.mark.parametrize("seed", range(25))
def test_a_small_placement_is_the_best_of_all(seed: int) -> None:
    offers = _offers(town(4, seed, (5, 10, 20, 30)), needs(5, seed, 4, 25))
    found = placed(offers)
    assert found.value == _best_of_all(offers) == found.bound
    assert found.gap == 0


@settings(max_examples=40, deadline=None)
@for_all(seed=st.integers(0, 10_000), plots=st.integers(1, 40), projects=st.integers(1, 30))
def test_a_placement_keeps_every_rule_and_beats_the_greedy_one(
    seed: int, plots: int, projects: int
) -> None:
    offers = _offers(town(plots, seed), needs(projects, seed))
    found = placed(offers)
    taken: dict[int, int] = {}
    for project, offer in found.chosen.items():
        lot = int(offers.lot[offer])
        places = offers.lots.of(lot)
        assert not [t for place in places for t in place.touches if t.rule == FORBIDDEN]
        total = sum(offers.uses(offer).values())
        assert offers.needs[project].low <= total <= offers.needs[project].high
        for row, area in offers.uses(offer).items():
            taken[row] = taken.get(row, 0) + area
    assert all(area <= offers.lots.places[row].area for row, area in taken.items())
    assert not list(clashing(offers, found.chosen.values()))
    assert found.greedy <= found.value <= found.bound <= found.proven + 1e-6


@settings(max_examples=6, deadline=None)
@for_all(seed=st.integers(0, 10_000), order=st.randoms(use_true_random=False))
def test_the_same_input_in_any_order_is_placed_the_same(seed: int, order: Random) -> None:
    places, wanted = town(25, seed), needs(20, seed)
    offers = _offers(places, wanted)
    first = _as_words(offers, placed(offers))
    order.shuffle(places)
    order.shuffle(wanted)
    again = _offers(places, wanted)
    assert _as_words(again, placed(again)) == first


def test_two_projects_share_a_plot_that_may_be_split_and_no_other() -> None:
    wanted = [Need("a", "甲", 10 * MU, 12 * MU), Need("b", "乙", 10 * MU, 12 * MU)]
    for splits, seats in ((True, 2), (False, 0)):
        offers = _offers([Place("P", "一号地", 20 * MU, splits=splits)], wanted)
        assert len(placed(offers).chosen) == seats


def test_neighbours_are_joined_for_a_project_that_neither_could_hold() -> None:
    places = [
        Place("P", "一号地", 20 * MU, neighbours=frozenset({"Q"})),
        Place("Q", "二号地", 20 * MU),
        Place("R", "三号地", 20 * MU),
    ]
    offers = _offers(places, [Need("a", "甲", 35 * MU, 40 * MU), Need("b", "乙", 5 * MU, 6 * MU)])
    found = placed(offers)
    assert set(_as_words(offers, found)["a"]) == {"P", "Q"}
    assert "b" in _as_words(offers, found)


def test_a_project_that_is_left_out_is_told_who_holds_its_lot_and_what_it_would_cost() -> None:
    wanted = [
        Need("a", "甲", 20 * MU, 20 * MU, priority=5),
        Need("b", "乙", 15 * MU, 20 * MU, priority=1),
    ]
    offers = _offers([Place("P", "一号地", 20 * MU)], wanted)
    found = placed(offers)
    (answer,) = why_not(offers, found, 1, anew=True)
    assert [offers.needs[one.project].name for one in answer.holders] == ["甲"]
    assert (answer.left, answer.wanted) == (0, 15 * MU)
    seat = RULES.seat
    assert answer.loses >= seat(5) - seat(1) - 20


@pytest.mark.parametrize("seed", range(12))
def test_no_placement_with_a_lot_is_better_than_the_answer_says(seed: int) -> None:
    offers = _offers(town(5, seed, (8, 15, 30)), needs(6, seed, 5, 25))
    found = placed(offers)
    for project in range(len(offers.needs)):
        for answer in why_not(offers, found, project):
            with_it = given(offers, answer.offer).value - 100_000
            assert with_it <= answer.at_most
            assert with_it <= found.value


def test_projects_that_avoid_one_another_stand_apart() -> None:
    places = [
        Place("P", "一号地", 10 * MU, neighbours=frozenset({"Q"}), joins=False),
        Place("Q", "二号地", 10 * MU, joins=False),
    ]
    wanted = [
        Need("a", "甲", 10 * MU, 10 * MU, chain="食品", avoids=frozenset({"化工"})),
        Need("b", "乙", 10 * MU, 10 * MU, chain="化工"),
    ]
    offers = _offers(places, wanted)
    found = placed(offers)
    assert len(found.chosen) == 1
    (answer, *_) = why_not(offers, found, next(p for p in (0, 1) if p not in found.chosen))
    assert answer.holders or answer.minding
