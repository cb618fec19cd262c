"""Ranges told in words, and how two of them lie."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yinfeng.mapping.bounds import SIDES, Lie, bounds_of, bounds_told, lie_of, whole_of

PARK = "东至云泽大道,西至善水公路,南至白水塘路,北至云泽塘"


@pytest.mark.parametrize(
    ("words", "sides"),
    [
        (PARK, {"东": "云泽大道", "西": "善水公路", "南": "白水塘路", "北": "云泽塘"}),
        ("南临呼云路，东近通河路、西邻三号路，北临藻浜。",
         {"南": "呼云路", "东": "通河路", "西": "三号路", "北": "藻浜"}),
        ("东至东海路西至西湖路", {"东": "东海路", "西": "西湖路"}),
        ("东以锦绣路为界，南、西至山体边线", {"东": "锦绣路", "南": "山体", "西": "山体"}),
        ("位于锦绣路以东、纬二路以南", {"西": "锦绣路", "北": "纬二路"}),
        ("东面：312国道；北侧紧邻规划三路", {"东": "312国道", "北": "三路"}),
        ("镇内部分区域", {}),
        ("东部新城", {}),
        ("", {}),
    ],
)  # fmt: skip
def test_each_side_has_the_name_that_the_words_give(words: str, sides: dict[str, str]) -> None:
    assert bounds_of(words) == sides


@pytest.mark.parametrize(
    ("one", "other", "lie"),
    [
        (PARK, "北到云泽塘，南到白水塘路，东到云泽大道，西到善水公路", Lie.SAME),
        (PARK, "东至云泽大道,西至三号路", Lie.MAYBE),
        (PARK, "云泽大道以东", Lie.APART),
        (PARK, "北至白水塘路,东至云泽大道", Lie.APART),
        (PARK, "东至工业路", Lie.UNTOLD),
        (PARK, "", Lie.UNTOLD),
    ],
)
def test_two_ranges_lie_as_their_names_tell(one: str, other: str, lie: Lie) -> None:
    assert lie_of(bounds_of(one), bounds_of(other)) is lie


_ROADS = st.sampled_from(["锦绣路", "云泽大道", "三号路", "白水塘", "工业路"])
_RANGES = st.dictionaries(st.sampled_from(SIDES), _ROADS)


@given(_RANGES, _RANGES)
def test_it_does_not_matter_which_of_two_is_asked(
    one: dict[str, str], other: dict[str, str]
) -> None:
    assert lie_of(one, other) is lie_of(other, one)


@given(_RANGES)
def test_what_is_written_is_read_again(sides: dict[str, str]) -> None:
    assert bounds_of("，".join(f"{side}至{name}" for side, name in sides.items())) == sides


@pytest.mark.parametrize(
    ("words", "is_whole"),
    [("云泽智造园", True), ("云泽智造园全域", True), ("整个云泽智造园范围内。", True),
     ("云泽智造园内部分区域", False), ("云泽智造园以东", False), ("", False)],
)  # fmt: skip
def test_a_name_alone_is_the_whole_of_it(words: str, is_whole: bool) -> None:
    assert whole_of(words, "云泽智造园") is is_whole


def test_the_stretch_that_tells_the_bounds_is_cut_out_of_a_sentence() -> None:
    says = f"该园区占地2500亩，区块范围{PARK}。园区内有124家企业。"
    assert bounds_told(says) == PARK
    assert not bounds_told("位于镇区东部，东至云泽大道")
