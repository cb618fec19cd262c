"""The field in which an area is typed, one for every desk."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from yinfeng.web.lists.areas import AreaField


@pytest.mark.parametrize(
    ("words", "metres"),
    [("15亩", "10000.00"), ("1.2万亩", "8000000.00"), ("0.5公顷", "5000.00"),
     ("1,234.5", "1234.50"),
     ("68507.52㎡", "68507.52"), ("1平方公里", "1000000.00")],
)  # fmt: skip
def test_an_area_is_read_in_the_unit_that_stands_behind_it(words: str, metres: str) -> None:
    assert AreaField("面积").clean(words) == Decimal(metres)


@pytest.mark.parametrize(
    ("words", "says"),
    [("", "必填"), ("三亩多", "请写数字和单位"), ("5丈", "不认识单位"), ("0.5㎡", "至少1㎡"),
     ("2000㎡", "面积太大")],
)  # fmt: skip
def test_what_is_no_area_is_told(words: str, says: str) -> None:
    with pytest.raises(ValidationError, match=says):
        AreaField("面积", least=Decimal(1), most=Decimal(1000)).clean(words)


def test_what_was_kept_is_shown_so_that_it_is_read_again() -> None:
    field = AreaField("面积", required=False)
    assert field.prepare_value(Decimal("68507.50")) == "68507.5㎡"
    assert field.clean("68507.5㎡") == Decimal("68507.50")
    assert field.clean("") is None
