"""Rules of renewal and occupancy: house files are whole, an office's own lies over them."""

from datetime import date
from decimal import Decimal

import pytest

from yinfeng.lexicon.occupancy import occupancy_rules
from yinfeng.lexicon.office_files import BadPolicy
from yinfeng.lexicon.price_books import Stops, Way, price_book, red_lines
from yinfeng.lexicon.renewal import hard_cases, rates, stages


def test_every_rate_names_both_its_counts() -> None:
    found = {rate.key: (rate.part.key, rate.whole.key) for rate in rates().rates}
    assert found["signed_by_owner"] == ("owners_signed", "owners")
    assert found["signed_by_area"] == ("area_signed", "area")
    assert found["signed_by_tenant"] == ("tenants_signed", "tenants")
    assert found["vacated"] == ("owners_vacated", "owners_signed")
    assert found["resupplied"] == ("area_resupplied", "area_clear")
    assert rates().headline == "signed_by_owner"


def test_an_office_puts_another_rate_first() -> None:
    own = rates("version: 云泽1\nheadline: signed_by_area\n")
    assert own.headline == "signed_by_area"
    assert own.version == "2026.1+云泽1"


def test_the_stages_run_from_the_survey_to_the_first_sod() -> None:
    found = [stage.key for stage in stages().stages]
    assert (found[0], found[6], found[-1]) == ("survey", "clear_land", "started")
    clear = stages().stage("clear_land")
    assert clear is not None
    assert [gate.says for gate in clear.gates][1] == "权证已注销"


def test_an_office_asks_for_another_paper() -> None:
    own = "version: 1\nstages: {plan: {gates: {heard: {says: 听证会}}}}\n"
    plan = stages(own).stage("plan")
    assert plan is not None
    assert [gate.says for gate in plan.gates][-1] == "听证会"


def test_the_house_knows_no_unit_price() -> None:
    book = price_book()
    assert not book.prices
    assert book.components["stopping"].of == ("building",)
    assert book.components["signing_reward"].way is Way.BANDS


def test_the_prices_of_an_office_lie_over_the_house() -> None:
    own = (
        "version: 云泽2026\nprices: {building: {钢混: '1200.50'}}\n"
        "bands: {signing_reward: {2026-04-10: 100, 2026-04-05: 150}}\n"
        "clauses: {building: 方案第八条}\n"
    )
    book = price_book(own)
    assert book.prices["building"]["钢混"] == Decimal("1200.50")
    assert [band.until for band in book.bands["signing_reward"]] == [
        date(2026, 4, 5),
        date(2026, 4, 10),
    ]
    assert book.components["building"].clause == "方案第八条"


def test_red_lines_say_what_waits_for_a_ruling() -> None:
    rules = red_lines()
    assert rules.lines["over_certificate"].stops is Stops.APPROVAL
    assert rules.lines["before_handover"].stops is Stops.PAYMENT
    assert rules.area == Decimal("0.005")


def test_hard_cases_and_occupancy_have_their_numbers() -> None:
    assert hard_cases().quiet_days == 7
    assert occupancy_rules("version: 1\nahead: [60, 15]\n").ahead == (15, 60)


@pytest.mark.parametrize(
    ("load", "own", "names"),
    [
        (rates, "headline: signed_by_area", "version"),
        (rates, "version: 1\nheadline: by_heart", "by_heart"),
        (rates, "version: 1\nrates: {odd: {label: 怪, part: owners, whole: moons}}", "moons"),
        (rates, "version: 1\ncounts: {moons: {label: 月, measure: 个}}", "moons"),
        (rates, "version: 1\nabout: 少许", "about"),
        (stages, "version: 1\nstages: {plan: {gates: {x: {says: 甲, check: magic}}}}", "magic"),
        (price_book, "version: 1\nprices: {castle: {甲: 1}}", "castle"),
        (price_book, "version: 1\nprices: {building: {钢混: 贵}}", "building.钢混"),
        (price_book, "version: 1\nbands: {signing_reward: {soon: 1}}", "本单位文件"),
        (price_book, "version: 1\ncomponents: {land: {way: guess}}", "guess"),
        (price_book, "version: 1\ncomponents: {land: {of: [building]}}", "land"),
        (red_lines, "version: 1\nlines: {other_price: {stops: all}}", "本单位文件"),
        (occupancy_rules, "version: 1\nstandard_ratio: 0", "standard_ratio"),
        (occupancy_rules, "version: 1\nahead: soon", "ahead"),
        (hard_cases, "version: 1\nquiet_days: 长", "quiet_days"),
    ],
)
def test_a_bad_file_is_named_with_its_key(load: object, own: str, names: str) -> None:
    assert callable(load)
    with pytest.raises(BadPolicy, match=names):
        load(own)
