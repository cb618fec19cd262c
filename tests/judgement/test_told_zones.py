"""Control zones that papers tell of in words."""

import pytest

from yinfeng.judgement.told_zones import ToldZone, told_zones
from yinfeng.lexicon.land import words, zone_words


def _one(says: str) -> ToldZone:
    (found,) = told_zones(says)
    return found


def test_the_sentence_that_says_most_of_the_place_is_shown() -> None:
    found = _one(
        "重点在预控区域外做文章。今年由于轨道建设，云泽镇内部分区域预控。虽然规划预控，招商不停。"
    )
    assert found.quote == "今年由于轨道建设，云泽镇内部分区域预控。"
    assert found.where == "云泽镇内部分区域预控"
    assert (found.layer, found.rule) == ("reserve", "forbidden")


def test_bounds_are_taken_whole() -> None:
    found = _one("东至锦绣路，西至善水公路，划为预控区。部分区域预控。")
    assert found.where == "东至锦绣路，西至善水公路，划为预控区。"


@pytest.mark.parametrize(
    "says",
    [
        "落实安全生产风险预控。",
        "建立疫情预控机制。",
        "严巡控、严处置，技防人控。",
        "管控违建。",
        "",
    ],
)
def test_control_of_something_else_is_no_zone(says: str) -> None:
    assert not list(told_zones(says))


def test_each_layer_is_told_once() -> None:
    says = "项目避让生态保护红线和永久基本农田。不得占用永久基本农田。"
    assert sorted(one.layer for one in told_zones(says)) == ["ecology", "farmland"]


def test_every_layer_of_the_words_is_one_of_the_desk() -> None:
    assert {one.layer for one in zone_words()} <= words("layers").keys()
