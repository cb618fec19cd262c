"""Numbers as a sheet shows them."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cases import Case, cases
from yinfeng.intake.shown import BUILT_IN, shown


@pytest.mark.parametrize("case", cases("intake/cases/shown.yaml"), ids=str)
def test_shows_what_the_case_says(case: Case) -> None:
    number, _, code = case.says.partition(" ")
    assert shown(float(number), code) == case.finds


def test_days_may_be_counted_from_1904() -> None:
    assert shown(0, "yyyy-mm-dd", from_1904=True) == "1904-01-01"


@given(
    st.floats(),
    st.sampled_from([*BUILT_IN.values(), "", "@", "yyyy", '"', "[", "0.0000E+00", "# ?/?"]),
)
def test_no_number_raises(number: float, code: str) -> None:
    words = shown(number, code)
    assert words or math.isnan(number)
