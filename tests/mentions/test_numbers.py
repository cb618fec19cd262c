"""Plain numbers are found in running words; syllables of other words are none."""

import itertools
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yinfeng.mentions.numbers import numbers

FOUND = {
    "共七十八万零五百": ["780500"],
    "4.6万亿": ["4600000000000"],
    "三又四分之一": ["3.25"],
    "-5/2": ["-2.5"],
    "6 万3 千2 百": ["63200"],
    "答案是五不是四": ["5", "4"],
    "十个手指": ["10"],
    "第二百五十": ["250"],
    "3.5e2": ["350"],
    "百分之六十": ["60"],
    "1,024和２０": ["1024", "20"],
    "3^4和5^-1": ["81", "0.2"],
    "负 1,500": ["-1500"],
    "负4分之 负三": ["0.75"],
    "三百点两": ["300", "2"],
    "还有三分之。": ["3"],
    "这不是六这是七": ["6", "7"],
    "一万零卌": ["10040"],
}
NONE = ["四川", "一切", "万万没想到", "大陆", "收拾", "两两"]


@pytest.mark.parametrize(("says", "values"), FOUND.items())
def test_numbers_are_found_with_their_worth(says: str, values: list[str]) -> None:
    assert [value for _, value in numbers(says)] == [Decimal(value) for value in values]


@pytest.mark.parametrize("says", NONE)
def test_a_syllable_of_another_word_is_no_number(says: str) -> None:
    assert not list(numbers(says))


@given(st.text(alphabet="一二十百万亿点分之又0123456789.,/-eEk 个的", max_size=30))
def test_no_text_raises_and_spans_follow_one_another(says: str) -> None:
    ends = [span for span, _ in numbers(says)]
    assert all(left.end <= right.start for left, right in itertools.pairwise(ends))
