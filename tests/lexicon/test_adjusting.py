"""Numbers of rules: every one is in its file, and what is changed makes a file that says so."""

import pytest
import yaml

from yinfeng.lexicon.adjusting import Adjusting, adjusting
from yinfeng.lexicon.lead_rules import claims
from yinfeng.lexicon.milestones import TEMPLATES, overlaid_template
from yinfeng.lexicon.policies import maturity
from yinfeng.lexicon.reviews import reviewing

_FILES = [("maturity", ""), ("claims", ""), ("review", ""), *(("plan", key) for key in TEMPLATES)]


@pytest.mark.parametrize(("key", "which"), _FILES)
def test_every_number_has_a_name_and_a_value_of_the_house(key: str, which: str) -> None:
    told = adjusting(key, which)
    assert told.basis
    assert len({one.says for one in told.numbers}) == len(told.numbers) > 5
    assert told.values("") == {one.name: one.house for one in told.numbers}


def _file(told: Adjusting, overlay: str = "", **changed: tuple[int, str]) -> str:
    return told.file(overlay, {**told.values(overlay), **changed}, "本镇2026", "镇党委会纪要")


def test_only_what_differs_from_the_house_stands_in_the_file() -> None:
    text = _file(adjusting("claims"), protection=(120, "calendar"), quiet__lapse=(100, ""))
    assert yaml.safe_load(text) == {
        "version": "本镇2026",
        "protection": {"days": 120},
        "quiet": {"lapse": 100},
    }
    assert (claims(text).protection.days, claims(text).lapse, claims(text).notice) == (120, 100, 60)


def test_what_is_put_back_to_the_houses_leaves_the_file() -> None:
    told = adjusting("claims")
    text = _file(told, protection=(120, "working"))
    assert claims(text).protection.working
    back = _file(told, text, protection=(90, "calendar"))
    assert yaml.safe_load(back) == {"version": "本镇2026"}


def test_what_the_office_had_written_before_stays() -> None:
    before = "version: 旧\nclocks: jiangmen\nnobody: {A: 镇长}\n"
    told = adjusting("maturity")
    assert told.values(before)["clocks__steps__answer"] == (7, "calendar")
    assert "clocks__steps__dispatch" not in told.values(before)
    text = _file(told, before, clocks__steps__answer=(6, "calendar"), colours__red=(4, ""))
    made = maturity(text)
    assert next(s for s in made.clocks.steps if s.key == "answer").term.days == 6
    assert made.clocks.basis == "镇党委会纪要"
    assert made.colours["red"] == 4
    assert made.nobody["A"] == "镇长"


def test_clocks_named_by_their_name_stay_named_while_they_are_not_changed() -> None:
    text = _file(adjusting("maturity"), "version: 旧\nclocks: jiangmen\n", colours__red=(4, ""))
    assert yaml.safe_load(text)["clocks"] == "jiangmen"


def test_sums_are_asked_in_ten_thousands() -> None:
    text = _file(adjusting("review"), scope__compulsory_from=(8000, ""))
    assert reviewing(text).compulsory_from == 80_000_000


def test_the_length_of_a_milestone_keeps_its_rest() -> None:
    text = _file(adjusting("plan", "new-land"), milestones__agreement__target=(1, "m"))
    made = overlaid_template("new-land", text)
    agreement = next(one for one in made.milestones if one.key == "agreement")
    assert (agreement.takes.says, agreement.gate) == ("1个月", "A2")


@pytest.mark.parametrize("own", ["pass_from: 72.5", "items: {jobs: }", "scope: {higher_from: 5}"])
def test_what_no_form_can_show_is_left_to_the_file(own: str) -> None:
    told, overlay = adjusting("review"), f"version: 旧\n{own}\n"
    missing = {one.name for one in told.numbers} - told.values(overlay).keys()
    assert len(missing) == 1
    made = yaml.safe_load(_file(told, overlay, fewest_members=(4, "")))
    assert made.keys() == {"version", "fewest_members", own.partition(":")[0]}
