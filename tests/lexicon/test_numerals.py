"""Numerals are worth what their words say, and leave open what the words leave open."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yinfeng.lexicon.numerals import Numeral, number, numeral
from yinfeng.values import Bound

EXACT = {
    "1,234.5": "1234.5", "１２３": "123", "1.2万": "12000", "3千": "3000", "1.5亿": "150000000",
    "12万亿": "12000000000000", "一千二百三十四万五千六百": "12345600", "两亿三千万": "230000000",
    "三点五": "3.5", "三点五亿": "350000000", "百分之五": "0.05", "千分之三": "0.003",
    "廿五": "25", "半": "0.5", "半百": "50", "三百五": "350", "一万二": "12000",
    "二百零五": "205", "十": "10", "十七": "17", "一百一十": "110", "壹佰贰拾叁": "123",
    "3千5百万": "35000000", "1个亿": "100000000", "1.2个亿": "120000000", "亿": "100000000",
    "百亿": "10000000000", "一又二分之一": "1.5", "3/4": "0.75", "1 1/4": "1.25",
    "二〇二三": "2023", "四万万": "400000000", "五兆": "5000000000000", "零点零五": "0.05",
    "負三萬": "-30000", "-3.5": "-3.5", "2e5": "200000", "15k": "15000", "30w": "300000",
    "两打": "24", "三万四千零一": "34001", "十万零三百": "100300", "1万600": "10600",
}  # fmt: skip
OPEN = {
    "两百多": ("200", None, Bound.AT_LEAST),
    "100余万": ("1000000", None, Bound.AT_LEAST),
    "三十几万": ("300000", None, Bound.AT_LEAST),
    "十几亿": ("1000000000", None, Bound.AT_LEAST),
    "数十": ("10", None, Bound.AT_LEAST),
    "几百万": ("1000000", None, Bound.AT_LEAST),
    "十来": ("10", "10", Bound.ABOUT),
    "一二百": ("100", "200", Bound.RANGE),
    "三四十": ("30", "40", Bound.RANGE),
    "两三": ("2", "3", Bound.RANGE),
    "十七八": ("17", "18", Bound.RANGE),
    "三五百": ("300", "500", Bound.RANGE),
}
NONE = [
    "",
    "元",
    "点",
    "零点",
    "分之",
    "三分之",
    "万一元",
    "10..1万",
    "五百五百",
    "十百",
    "abc",
    "9" * 60,
]


@pytest.mark.parametrize(("words", "value"), EXACT.items())
def test_a_numeral_is_worth_its_words(words: str, value: str) -> None:
    assert number(words) == Decimal(value)


@pytest.mark.parametrize(("words", "told"), OPEN.items())
def test_vague_words_leave_an_end_open(words: str, told: tuple[str, str | None, Bound]) -> None:
    read = numeral(words)
    assert read is not None
    low, high, bound = told
    assert (read.low, read.bound) == (Decimal(low), bound)
    assert read.high == (None if high is None else Decimal(high))


@pytest.mark.parametrize("words", NONE)
def test_what_is_no_numeral_is_none(words: str) -> None:
    assert numeral(words) is None


@pytest.mark.parametrize(
    ("words", "grain"),
    [("15.5亿", 10_000_000), ("三亿五千万", 10_000_000), ("120", 1), ("三百五", 10)],
)
def test_the_grain_is_the_last_written_place(words: str, grain: int) -> None:
    read = numeral(words)
    assert read is not None
    assert read.grain == grain


def test_a_numeral_counts_in_smaller_units() -> None:
    read = numeral("两百多")
    assert read is not None
    assert read.times(Decimal("0.01")) == Numeral(Decimal(2), None, Decimal(1), Bound.AT_LEAST)


def _written(value: int) -> str:
    """The number in Chinese numerals, by the rules of the school."""
    digits, places = "零一二三四五六七八九", ["", "十", "百", "千"]

    def section(part: int) -> str:
        words, gap = "", False
        for at in (3, 2, 1, 0):
            digit = part // 10**at % 10
            if digit:
                words += ("零" if gap and words else "") + digits[digit] + places[at]
            gap = not digit
        return words

    high, low = divmod(value, 10_000)
    if not high:
        return section(low) or "零"
    joint = "零" if low and low < 1000 else ""
    return f"{section(high)}万{joint}{section(low)}"


@given(st.integers(0, 99_999_999))
def test_written_numbers_are_read_back(value: int) -> None:
    assert number(_written(value)) == value


@settings(max_examples=300)
@given(st.text(alphabet="0123９.,，零一两十百千万亿点分之又半多余几数来个负-/kE 打", max_size=12))
def test_no_words_raise(words: str) -> None:
    numeral(words)
