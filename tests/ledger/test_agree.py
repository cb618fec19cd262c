from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yinfeng.ledger.agree import agrees
from yinfeng.values import Bound, Quantity
from yinfeng.values.form import unit_named


def told(value: str, unit: str = "CNY", bound: Bound = Bound.EXACT, grain: str = "1") -> Quantity:
    low = None if bound is Bound.AT_MOST else Decimal(value)
    high = None if bound is Bound.AT_LEAST else Decimal(value)
    return Quantity(unit_named(unit), low, high, Decimal(grain), bound)


@pytest.mark.parametrize(
    ("left", "right", "agree"),
    [
        (told("10", "个", Bound.AT_LEAST), told("12", "个"), True),
        (told("10", "个", Bound.AT_LEAST), told("8", "个"), False),
        (told("10", "个", Bound.ABOUT), told("11", "个"), True),
        (told("10", "个", Bound.ABOUT), told("14", "个"), False),
        (told("520000000", grain="10000000"), told("521380000"), True),
        (told("520000000", grain="10000000"), told("540000000"), False),
        (told("0.1", "", Bound.AT_MOST), told("0.08", ""), True),
        (told("300", "mu"), told("200000", "m2"), True),
        (told("300", "mu"), told("300", "m2"), False),
        (told("5", "个"), told("5", "家"), False),
    ],
)
def test_figures_agree_when_both_can_be_true(left: Quantity, right: Quantity, agree: bool) -> None:
    assert agrees(left, right) is agree
    assert agrees(right, left) is agree


@given(st.decimals("0.01", "1e9", places=2), st.sampled_from(Bound))
def test_a_figure_agrees_with_itself(value: Decimal, bound: Bound) -> None:
    quantity = told(str(value), bound=bound)
    assert agrees(quantity, quantity)
