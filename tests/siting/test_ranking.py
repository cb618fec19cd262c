from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.siting.town import MU, needs, town
from yinfeng.lexicon.siting import siting_rules
from yinfeng.siting.judging import fitting, judge
from yinfeng.siting.lots import lots_of
from yinfeng.siting.needs import Need
from yinfeng.siting.places import CONDITIONAL, FORBIDDEN, Place, Promise, Touch
from yinfeng.siting.ranking import Ranking, ranking
from yinfeng.siting.reasons import Side

RULES = siting_rules()
PLOT = Place(
    "P", "一号地", 40 * MU, power=Decimal(500), pipes=frozenset({"water"}), environment="general"
)
NEED = Need("a", "云泽汽配", 30 * MU, 40 * MU, environment="general")


def _ranked(need: Need, *places: Place) -> Ranking:
    return ranking(need, lots_of(places, RULES, {need.key}))


def _says(found: Ranking, side: Side) -> str:
    (lot,) = (*found.best, *found.near)
    return "；".join(one.says for one in lot.reasons if one.side is side)


def test_a_lot_that_fits_says_why() -> None:
    found = _ranked(replace(NEED, power=Decimal(400)), PLOT)
    assert found.fitting == 1
    assert "可供40.02亩，需要30.02亩至40.02亩" in _says(found, Side.FOR)
    assert "用电500kVA，满足要求的400kVA" in _says(found, Side.FOR)


def test_what_is_missing_is_told_with_both_figures() -> None:
    found = _ranked(replace(NEED, power=Decimal(800), pipes=frozenset({"gas"})), PLOT)
    assert _says(found, Side.AGAINST) == "用电500kVA，不到要求的800kVA；燃气未通"
    assert [one.key for one in found.giving_way[0].needs] == ["power", "pipe-gas"]


def test_what_is_not_known_speaks_neither_for_nor_against() -> None:
    found = _ranked(replace(NEED, power=Decimal(800)), replace(PLOT, power=None))
    assert found.fitting == 1
    assert "用电未登记" in _says(found, Side.UNKNOWN)


def test_the_smallest_sets_of_needs_that_would_have_to_give_way_are_named() -> None:
    need = replace(NEED, power=Decimal(800), pipes=frozenset({"gas", "steam"}))
    near = replace(PLOT, key="Q", power=Decimal(900), pipes=frozenset({"gas"}))
    found = _ranked(need, PLOT, near)
    assert [[one.key for one in way.needs] for way in found.giving_way] == [["pipe-steam"]]
    assert found.giving_way[0].best.keys == ("Q",)


def test_what_is_near_is_of_the_kind_that_is_asked_for_and_each_set_of_plots_once() -> None:
    room = replace(PLOT, key="R", on="floor", splits=False, joins=False)
    beside = replace(PLOT, key="Q", neighbours=frozenset({"P"}))
    found = _ranked(replace(NEED, low=90 * MU, high=99 * MU), PLOT, beside, room)
    assert sorted(sorted(lot.keys) for lot in found.near) == [["P"], ["P", "Q"], ["Q"]]


def test_a_forbidden_zone_cannot_be_given_way_to() -> None:
    closed = replace(PLOT, touches=(Touch("北部预控区", "预控", FORBIDDEN, "云政发〔2026〕3号"),))
    found = _ranked(NEED, closed)
    assert found.fitting == 0
    assert found.giving_way == ()
    assert "北部预控区（预控）" in _says(found, Side.AGAINST)
    assert found.near[0].against[0].rule == "云政发〔2026〕3号"


def test_a_zone_may_rule_only_what_burdens_the_surroundings() -> None:
    water = Touch("水源保护区", "水源", FORBIDDEN, since_environment="general")
    assert _ranked(NEED, replace(PLOT, touches=(water,))).fitting == 0
    light = replace(NEED, environment="light")
    assert _ranked(light, replace(PLOT, touches=(water,))).fitting == 1


def test_a_conditional_zone_costs_points_and_names_its_condition() -> None:
    touch = Touch("河道绿线", "绿线", CONDITIONAL, "条例", "退让20米")
    plain, ruled = _ranked(NEED, PLOT), _ranked(NEED, replace(PLOT, touches=(touch,)))
    assert plain.best[0].points - ruled.best[0].points == RULES.costs["conditional"]
    assert "退让20米" in _says(ruled, Side.UNKNOWN)


def test_what_is_promised_is_free_for_whom_it_was_promised_to() -> None:
    held = replace(PLOT, promises=(Promise("a", "云泽汽配", 30 * MU),))
    assert _ranked(NEED, held).fitting == 1
    other = _ranked(replace(NEED, key="b"), held)
    assert other.fitting == 0
    assert "已承诺给云泽汽配30.02亩" in _says(other, Side.AGAINST)


def test_a_threshold_that_is_just_met_is_met() -> None:
    park = replace(PLOT, splits=False, area=20000, tax_a_mu=Decimal(30))
    need = replace(NEED, low=20000, high=20000, tax=Decimal(900))
    assert _ranked(need, park).fitting == 1
    found = _ranked(replace(need, tax=Decimal("899.9")), park)
    assert [one.key for one in found.giving_way[0].needs] == ["tax"]


def test_a_threshold_names_what_it_rests_on() -> None:
    standard = "标准地指标：亩均税收（云出让1号，第1版）"
    plot = replace(PLOT, tax_a_mu=Decimal(30), tax_basis=standard)
    found = _ranked(replace(NEED, tax=Decimal(1)), plot)
    (lot,) = found.near
    assert standard in [one.rule for one in lot.against if one.key == "tax"]


def test_a_plot_that_is_free_too_late_tells_the_day() -> None:
    later = replace(PLOT, free_from=date(2027, 3, 1))
    found = _ranked(replace(NEED, by=date(2026, 12, 31)), later)
    assert "2027-03-01起可供，需要不晚于2026-12-31" in _says(found, Side.AGAINST)


@settings(max_examples=30, deadline=None)
@given(seed=st.integers(0, 10_000))
def test_relaxing_what_is_named_makes_a_lot_fit(seed: int) -> None:
    lots = lots_of(town(12, seed), RULES)
    for need in needs(6, seed, 20, 120):
        found = ranking(need, lots)
        judged = judge(need, lots)
        assert found.fitting == int(judged.fits.sum()) == len(fitting(need, lots).rows)
        assert bool(found.best) == bool(found.fitting)
        for way in found.giving_way:
            against = {one.key for one in way.best.against}
            assert against == {one.key for one in way.needs}
        for lot in (*found.best, *found.near):
            assert lot.fits == (lot in found.best)


@settings(max_examples=20, deadline=None)
@given(seed=st.integers(0, 10_000))
def test_points_are_the_sum_of_their_reasons(seed: int) -> None:
    lots = lots_of(town(12, seed), RULES)
    for need in needs(4, seed):
        best = ranking(need, lots).best
        assert [lot.points for lot in best] == sorted((lot.points for lot in best), reverse=True)


def test_a_figure_shows_the_digits_in_which_it_misses_its_threshold() -> None:
    plot = replace(PLOT, tax_a_mu=Decimal(30))
    need = replace(NEED, low=20_010, high=20_010, tax=Decimal(900))
    assert "亩均税收29.99万元，门槛30万元/亩" in _says(_ranked(need, plot), Side.AGAINST)
    closer = replace(need, low=20_001, high=20_001)
    assert "亩均税收29.999万元，门槛30万元/亩" in _says(_ranked(closer, plot), Side.AGAINST)
    met = replace(need, low=20_000, high=20_000)
    assert "亩均税收30.0万元，门槛30万元/亩" in _says(_ranked(met, plot), Side.FOR)


def test_areas_that_read_alike_in_mu_are_told_in_square_metres_too() -> None:
    found = _ranked(replace(NEED, low=12_000, high=12_000), replace(PLOT, area=11_999))
    assert "可供18亩（11999平方米），需要18亩（12000平方米）" in _says(found, Side.AGAINST)


def test_a_rest_that_is_too_small_for_anyone_is_told() -> None:
    found = _ranked(replace(NEED, low=18 * MU, high=18 * MU), replace(PLOT, area=20 * MU))
    assert "分割后余2亩，不到单独供应的最小面积5亩" in _says(found, Side.FOR)
    enough = _ranked(replace(NEED, low=18 * MU, high=18 * MU), PLOT)
    assert "不到单独供应" not in _says(enough, Side.FOR)


def test_land_within_reach_is_no_reason_against() -> None:
    found = _ranked(replace(NEED, within="/1/"), replace(PLOT, unit="/1/2/", unit_name="云泽镇"))
    assert "范围内" not in _says(found, Side.FOR)
    beyond = _ranked(replace(NEED, within="/1/"), replace(PLOT, unit="/3/", unit_name="柳桥镇"))
    assert not beyond.best
