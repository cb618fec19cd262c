"""Ledgers in real workbooks: the unit stands in a heading or above the table, cells are loose."""

import pytest

from tests.intake.made import book, saved_book
from yinfeng.reading import Reading, read
from yinfeng.values.form import Row, line


def rows_of(*lines: tuple[str | float | None, ...]) -> list[Row]:
    (reading,) = read(saved_book(book(lines, ())), "台账.xlsx")
    assert isinstance(reading, Reading)
    return [line(fact, "台账") for fact in reading.facts]


HEAD = ("序号", "项目名称", "建设单位", "总投资", "占地")
BODY = (
    (1, "精密轴承生产项目", "江苏铭远轴承有限公司", 3.2, 45),
    (2, "水性涂料生产项目", "云溪润彩有限公司", "约8.5", "60余"),
)


@pytest.mark.parametrize(
    "units", ["单位：亿元、亩", "（单位：亿元，亩）", "填报日期：2024-04-30　单位: 亿元、亩"]
)
def test_a_unit_above_the_table_is_that_of_its_bare_numbers(units: str) -> None:
    first, second = rows_of(("云溪镇重点项目一览表",), (units,), HEAD, *BODY)
    assert (first["investment"], first["land"], first["land_unit"]) == (320_000_000, 45, "mu")
    assert (second["investment"], second["investment_bound"]) == (850_000_000, "about")
    assert second["land"] == 60


def test_each_table_of_a_sheet_has_the_unit_above_it() -> None:
    first, second = rows_of(
        ("云溪镇签约项目",),
        ("单位：亿元",),
        HEAD[:4],
        BODY[0][:4],
        (),
        ("云溪镇在谈项目",),
        ("单位：万元",),
        HEAD[:4],
        (1, "水性涂料生产项目", "云溪润彩有限公司", 9600),
    )
    assert (first["investment"], second["investment"]) == (320_000_000, 96_000_000)


def test_a_bare_number_without_any_unit_is_no_figure() -> None:
    (only,) = rows_of(("云溪镇重点项目一览表",), HEAD, BODY[0])
    assert "investment" not in only
