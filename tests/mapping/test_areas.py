"""Areas as people write them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yinfeng.mapping.areas import NotAnArea, area_written, mu_of, square_metres_of_mu, unit_in


@pytest.mark.parametrize(
    ("words", "metres"),
    [
        ("3000亩", "2000000.00"),
        ("1亩", "666.67"),
        ("8公顷", "80000.00"),
        ("1.2平方公里", "1200000.00"),
        ("68507.52㎡", "68507.52"),
        ("68,507.52 平方米", "68507.52"),
        ("3.5万平方米", "35000.00"),
        ("0.45万亩", "3000000.00"),
        ("1200", "1200.00"),
        ("１２亩", "8000.00"),
    ],
)
def test_an_area_is_read_as_it_is_written(words: str, metres: str) -> None:
    assert area_written(words) == Decimal(metres)


@pytest.mark.parametrize("words", ["", "亩", "3000元", "约3000亩", "3000亩500", "1e400", "nan"])
def test_what_is_no_area_is_refused(words: str) -> None:
    with pytest.raises(NotAnArea):
        area_written(words)


def test_a_bare_number_is_asked_for_its_unit_where_none_is_given() -> None:
    with pytest.raises(NotAnArea, match="请写明单位"):
        area_written("1200", "")


def test_a_parcel_of_a_certificate_is_shown_in_mu() -> None:
    assert round(mu_of(Decimal("68507.52")), 2) == Decimal("102.76")


@given(st.decimals("0.01", "999999", places=2))
def test_mu_come_back_as_they_were_typed(mu: Decimal) -> None:
    assert round(mu_of(square_metres_of_mu(mu)), 2) == mu


@pytest.mark.parametrize(
    ("head", "unit"),
    [
        ("面积（亩）", "亩"),
        ("面积(㎡)", "㎡"),
        ("用地面积【公顷】", "公顷"),
        ("面积", ""),
        ("亩", "亩"),
    ],
)
def test_the_head_of_a_column_names_its_unit(head: str, unit: str) -> None:
    assert unit_in(head) == unit
