"""Offices are told by the papers that they write, each under its county."""

from pathlib import Path

import pytest

from yinfeng.identity.offices import Office, offices_told
from yinfeng.intake.folders import walk
from yinfeng.reading import Reading, read_document
from yinfeng.values import Document, Problem

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
TOLD = "新签约项目6个,总投资12亿元。今年以来,全{kind}完成工业投资3.2亿元,同比增长8%。"


def read(*says: str) -> list[Reading]:
    return [read_document(Document(name=str(at), source=one)) for at, one in enumerate(says)]


def test_a_town_of_the_table_stands_under_its_county() -> None:
    (office,) = offices_told(read("沈荡镇招商动态\n沈荡镇" + TOLD.format(kind="镇")))
    assert office == Office("沈荡镇", (), "海盐县", "330424")


def test_of_several_counties_the_places_of_the_page_choose() -> None:
    where = "高桥街道地处桐乡市南部。高桥街道" + TOLD.format(kind="街道")
    (office,) = offices_told(read(where))
    assert (office.name, office.county) == ("高桥街道", "桐乡市")


def test_an_unknown_town_takes_the_county_that_is_written_before_it() -> None:
    (office,) = offices_told(read("云泽县青禾镇招商动态\n青禾镇" + TOLD.format(kind="镇")))
    assert office == Office("青禾镇", (), "云泽县", "")


def test_a_town_whose_county_no_paper_tells_has_none() -> None:
    (office,) = offices_told(read("青禾镇" + TOLD.format(kind="镇")))
    assert office == Office("青禾镇")


def test_several_papers_of_one_office_tell_of_one_office() -> None:
    told = "青禾镇" + TOLD.format(kind="镇")
    assert len(offices_told(read(told, told, "云泽县青禾镇讯。" + told))) == 1


def test_papers_that_tell_no_fact_tell_of_no_office() -> None:
    assert offices_told(read("青禾镇的春天很美,游人如织。")) == ()


@pytest.mark.skipif(not SEEDS.exists(), reason="../shared is absent")
def test_the_seeds_tell_of_seven_offices_under_their_counties() -> None:
    found = [read_document(one) for one in walk([SEEDS]) if not isinstance(one, Problem)]
    assert {(one.name, one.others, one.county) for one in offices_told(found)} == {
        ("张庄街道", (), "盐都区"),
        ("四甲镇", (), "海门区"),
        ("沈荡镇", (), "海盐县"),
        ("桐乡经济开发区", ("高桥街道",), "桐乡市"),
        ("嘉善经济技术开发区", ("惠民街道",), "嘉善县"),
        ("海盐经济开发区", ("西塘桥街道",), "海盐县"),
        ("张庙街道", (), "宝山区"),
    }
