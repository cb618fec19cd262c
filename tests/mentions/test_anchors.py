"""A document's own date is told by its format, its header or its words."""

from datetime import date

import pytest

from tests.cases import Case, cases
from yinfeng.mentions.anchors import Anchor, anchor
from yinfeng.text.plain import plain


@pytest.mark.parametrize("case", cases("mentions/cases/anchors.yaml"), ids=str)
def test_tells_the_date_that_the_case_says(case: Case) -> None:
    found = anchor(plain(case.says))
    assert [found.day, found.year] == case.finds


def test_the_date_of_the_format_stands_before_all_others() -> None:
    found = anchor(plain("发布时间:2021-06-18", published=date(2020, 1, 2)))
    assert found == Anchor(date(2020, 1, 2), 2020)
