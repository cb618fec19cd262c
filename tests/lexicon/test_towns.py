"""Towns lie in counties; the line of a region is what lies above it."""

from yinfeng.lexicon import regions, towns


def test_a_town_of_one_name_lies_in_one_county_and_another_in_several() -> None:
    assert towns.counties_of("西塘桥街道") == ("330424",)
    assert len(towns.counties_of("高桥街道")) > 1
    assert towns.counties_of("并无此镇") == ()


def test_every_county_of_the_table_of_towns_is_a_region() -> None:
    named = {
        code for town in ("沈荡镇", "高桥街道", "惠民街道") for code in towns.counties_of(town)
    }
    assert named <= regions.by_code().keys()


def test_the_line_of_a_county_begins_with_its_province() -> None:
    assert [one.name for one in regions.line_of("330424")] == ["浙江省", "嘉兴市", "海盐县"]
    assert [one.name for one in regions.line_of("310113")] == ["上海市", "宝山区"]
    assert regions.line_of("") == ()
