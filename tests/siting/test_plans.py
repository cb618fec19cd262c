from dataclasses import replace
from random import Random

from tests.siting.town import MU, needs, town
from yinfeng.lexicon.siting import siting_rules
from yinfeng.siting.needs import Need
from yinfeng.siting.places import Place, Promise
from yinfeng.siting.plans import planned

RULES = siting_rules()
PLOT = Place("P", "一号地", 30 * MU)


def test_what_is_promised_stays_and_its_land_is_gone_for_the_others() -> None:
    held = replace(PLOT, promises=(Promise("a", "甲", 20 * MU),))
    wanted = [
        Need("a", "甲", 20 * MU, 20 * MU),
        Need("b", "乙", 20 * MU, 25 * MU, priority=5),
        Need("c", "丙", 8 * MU, 10 * MU),
    ]
    plan = planned(wanted, [held], RULES)
    assert [(seat.name, seat.is_promised) for seat in plan.seats] == [("甲", True), ("丙", False)]
    assert [one.name for one in plan.left_out] == ["乙"]
    assert "没有地块满足" in plan.left_out[0].why[0]


def test_who_is_left_out_is_told_who_stands_there() -> None:
    wanted = [Need("a", "甲", 25 * MU, 30 * MU, priority=3), Need("b", "乙", 20 * MU, 25 * MU)]
    plan = planned(wanted, [PLOT], RULES)
    (out,) = plan.left_out
    assert "已安排甲（25.01亩）" in out.why[0]
    assert "重新求解" in out.why[0]
    assert plan.value == plan.bound


def test_the_same_input_has_the_same_fingerprint_and_the_same_plan() -> None:
    places, wanted = town(20, 7), needs(15, 7)
    plan = planned(wanted, places, RULES)
    Random(3).shuffle(places)
    Random(4).shuffle(wanted)
    assert planned(wanted, places, RULES) == plan
    other = planned([replace(wanted[0], priority=4), *wanted[1:]], places, RULES)
    assert other.fingerprint != plan.fingerprint


def test_an_empty_office_has_an_empty_plan() -> None:
    assert planned([], [], RULES).seats == ()
    (out,) = planned([Need("a", "甲", MU, MU)], [], RULES).left_out
    assert "没有登记可供地块" in out.why[0]


def test_what_a_plan_leaves_too_small_is_named() -> None:
    plan = planned([Need("a", "甲", 28 * MU, 28 * MU)], [PLOT], RULES)
    assert [(one.name, one.area) for one in plan.scraps] == [("一号地", 2 * MU)]
    assert planned([Need("a", "甲", 20 * MU, 20 * MU)], [PLOT], RULES).scraps == ()
