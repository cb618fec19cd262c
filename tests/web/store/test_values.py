"""Values go into a row and come back to the last digit."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yinfeng.values import Bound, Dimension, Grain, Period, Person, Quantity, Unit
from yinfeng.values.form import Value
from yinfeng.web.store.values import from_json, storable, to_json

MONEY = Unit("CNY", Dimension.MONEY)


@pytest.mark.parametrize(
    "value",
    [
        "高精度轴承项目",
        Quantity(MONEY, Decimal("1550000000"), Decimal("1550000000"), Decimal(10_000_000)),
        Quantity(Unit("mu", Dimension.AREA), Decimal(3000), None, bound=Bound.AT_LEAST),
        Quantity(Unit("", Dimension.RATIO), None, Decimal("0.1"), bound=Bound.AT_MOST),
        Quantity(MONEY, Decimal("0.1"), Decimal("0.30"), Decimal("0.01"), Bound.RANGE),
        Period(date(2019, 1, 1), date(2019, 5, 1), Grain.SPAN),
        Period(None, date(2019, 7, 1), Grain.DAY),
        Period(None, None, Grain.UNKNOWN, recurs=True),
        ("恒锐机械", "长河钢构"),
        (Person("沈立群", "党委书记"), Person("", "客商代表")),
    ],
)
def test_a_value_comes_back_as_it_went(value: Value) -> None:
    assert from_json(to_json(value)) == value


@given(st.decimals(allow_nan=False, allow_infinity=False))
def test_every_number_comes_back(number: Decimal) -> None:
    assert from_json(to_json(Quantity(MONEY, number, number))) == Quantity(MONEY, number, number)


@given(st.text())
def test_what_no_database_takes_keeps_its_length(words: str) -> None:
    assert len(storable(words)) == len(words)
    storable(words).encode()
    assert "\0" not in storable(words)
