"""The scorer: a set agrees with itself, and each kind of fault costs what it should."""

from pathlib import Path

import pytest

from bench.quality.score import agreement, rows_of, table
from bench.quality.sets import GOLD, GOLD2, OPEN
from yinfeng.values.form import Row

PROJECT: Row = {
    "kind": "project",
    "doc": "a",
    "host": "柳塘镇",
    "name": "齿轮项目",
    "investment": 320000000,
    "investment_unit": "CNY",
    "land": 30,
    "land_unit": "mu",
    "quote": "齿轮项目总投资3.2亿元",
}
FIGURE: Row = {
    "kind": "indicator",
    "doc": "a",
    "host": "柳塘镇",
    "name": "工业投资",
    "value": 950000000,
    "unit": "CNY",
    "quote": "工业投资9.5亿元",
}


@pytest.mark.parametrize("folder", [*OPEN, GOLD, GOLD2], ids=lambda folder: folder.name)
def test_a_set_agrees_with_itself(folder: Path) -> None:
    rows = rows_of(folder)
    whole = agreement(rows, rows).whole
    assert (whole.records_f1, whole.fields_f1) == (1.0, 1.0)


def test_areas_compare_across_units_and_money_does_not() -> None:
    metres = {**PROJECT, "land": 20000, "land_unit": "m2"}
    assert agreement([PROJECT], [metres]).whole.fields_f1 == 1.0
    dollars = {**PROJECT, "investment_unit": "USD"}
    assert agreement([PROJECT], [dollars]).whole.fields_f1 < 1.0


def test_the_same_number_said_of_something_else_is_no_match() -> None:
    other = {**FIGURE, "name": "出口总额"}
    assert agreement([FIGURE], [other]).whole.both == 0


def test_silence_means_actual_and_exact() -> None:
    said = {**FIGURE, "mode": "actual", "bound": "exact"}
    assert agreement([FIGURE], [said]).whole.fields_f1 == 1.0
    assert agreement([FIGURE], [{**FIGURE, "mode": "target"}]).whole.fields_f1 < 1.0


def test_what_is_found_where_nothing_is_labelled_is_made_up() -> None:
    result = agreement([PROJECT], [PROJECT, {**FIGURE, "doc": "b"}])
    assert result.made_up == [{**FIGURE, "doc": "b"}]
    assert result.whole.records_f1 == pytest.approx(2 / 3)


def test_each_label_meets_one_record() -> None:
    result = agreement([PROJECT], [PROJECT, PROJECT])
    assert (result.whole.both, len(result.made_up)) == (1, 1)


def test_the_table_has_a_row_a_kind_and_one_for_all() -> None:
    assert len(table(agreement([PROJECT, FIGURE], [])).splitlines()) == 4
