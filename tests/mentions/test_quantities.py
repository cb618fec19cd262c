"""Figures are found with their bound words and units, and worth what their words say."""

import itertools
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.cases import Case, cases
from tests.growth import EVEN, growth
from yinfeng.mentions import quantities
from yinfeng.text.plain import plain
from yinfeng.values import Bound, Mention, Quantity

PIECES = st.sampled_from(
    [
        *"一二两三十百千万亿几数多余来半点个家人元亩%成倍第前约近超到至-—~“”,，.。/／·每度分年天 ",
        *("12", "３", "1,234", "0.5", "2019", "以上", "不少于", "人民币", "¥", "US$", "平方米"),
        *("百分之", "分之", "个百分点", "万元/亩", "容积率", "(含)", "²", "①", "𠮷", "\n", "\x00"),
    ]
)


def _read(says: str) -> list[tuple[str, Quantity]]:
    text = plain(says)
    return [(text.says(m.span), _quantity(m)) for m in quantities.recognise(text)]


def _quantity(mention: Mention) -> Quantity:
    assert isinstance(mention.value, Quantity)
    return mention.value


def _near(number: float | None) -> object:
    return None if number is None else pytest.approx(number, rel=1e-9)


def _known_miss(case: Case) -> list[pytest.MarkDecorator]:
    miss = case.more.get("known_miss")
    return [pytest.mark.xfail(reason=str(miss), strict=True)] if miss else []


CASES = [
    pytest.param(case, marks=_known_miss(case), id=str(case))
    for case in cases("mentions/cases/quantities.yaml")
]


@pytest.mark.parametrize("case", CASES)
def test_finds_what_the_case_says(case: Case) -> None:
    found = {
        words: (
            value.unit.name,
            None if value.low is None else float(value.low),
            None if value.high is None else float(value.high),
            value.bound.value,
        )
        for words, value in _read(case.says)
    }
    expected = {
        words: (unit, _near(low), _near(high), bound[0] if bound else "exact")
        for words, (unit, low, high, *bound) in case.finds.items()
    }
    assert found == expected


def test_the_span_of_a_growth_is_the_ratio_alone() -> None:
    ((words, value),) = _read("同比增长17.49%")
    assert (words, value.low) == ("17.49%", Decimal("0.1749"))


def test_the_grain_is_the_place_of_the_last_written_digit() -> None:
    grains = [value.grain for _, value in _read("15.5亿元,3000万元,17.49%,120户")]
    assert grains == [Decimal(10_000_000), Decimal(10_000), Decimal("0.0001"), Decimal(1)]


def test_a_size_class_and_its_count_stand_apart() -> None:
    (first, _), (second, _) = _read("引进亿元以上项目6个")
    assert (first, second) == ("亿元以上", "6个")


def test_a_closed_side_beats_about() -> None:
    ((_, value),) = _read("约200余家企业")
    assert (value.low, value.high, value.bound) == (Decimal(200), None, Bound.AT_LEAST)


def test_a_change_is_two_figures_and_a_range_is_one() -> None:
    assert len(_read("从10亿元到20亿元")) == 2
    assert len(_read("10亿元到20亿元")) == 1


@given(st.text(alphabet="的,。项目 \n", max_size=20), st.decimals(1, 9999, places=2))
def test_finds_a_figure_wherever_it_stands(around: str, number: Decimal) -> None:
    ((words, value),) = _read(f"{around}{number}亿元{around}")
    assert words == f"{number}亿元"
    assert value.low == number * 100_000_000


@given(st.integers(1, 99_999_999))
def test_reads_a_whole_number_with_and_without_commas(number: int) -> None:
    for words in (f"{number}户", f"{number:,}户"):
        ((found, value),) = _read(f"共{words}。")
        assert (found, value.figure) == (words, Decimal(number))


@settings(max_examples=400, deadline=None)
@given(st.lists(PIECES, max_size=40))
def test_never_raises_and_spans_never_meet(pieces: list[str]) -> None:
    says = "".join(pieces)
    mentions = sorted(quantities.recognise(plain(says)), key=lambda mention: mention.span)
    for mention in mentions:
        assert 0 <= mention.span.start < mention.span.end <= len(says)
        assert _quantity(mention).figure is not None
    for left, right in itertools.pairwise(mentions):
        assert not left.span.meets(right.span)


@pytest.mark.parametrize(
    "piece",
    [
        *("1", "1,", "1,234", "十", "一百", "千", "万万", "百分之", "1分之", "1到", "1.", "1个到"),
        *("1元/", "每亩", "¥", "2到3亿", "零", "点", "多", "一 ", "“千亩", "容积率1.", "3-", "元"),
    ],
)
def test_the_time_grows_no_faster_than_the_text(piece: str) -> None:
    def reads(length: int) -> object:
        return list(quantities.recognise(plain(piece * (length // len(piece)))))

    assert growth(reads, 25_000) < EVEN
