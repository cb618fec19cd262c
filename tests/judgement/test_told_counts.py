"""A count of projects is made again from the projects that its text names."""

from decimal import Decimal

import pytest

from yinfeng.judgement.told_counts import Asked, Named, Verdict, asked_by, made_again
from yinfeng.values import Bound, Dimension, Quantity, Unit

PIECES = Unit("个", Dimension.COUNT)
HUNDRED_MILLION = Decimal(10**8)


def _count(number: int, bound: Bound = Bound.EXACT) -> Quantity:
    return Quantity(PIECES, Decimal(number), Decimal(number), Decimal(1), bound)


def _named(key: int, stage: str, size: int | None, *, in_words: bool = False) -> Named:
    yuan = Decimal(size) if size else None
    return Named(key, stage, yuan, "CNY" if size else "", in_words)


@pytest.mark.parametrize(
    ("name", "stage", "size", "currency"),
    [
        ("签约亿元以上项目", "signed", 10**8, "CNY"),
        ("新签约超亿元项目", "signed", 10**8, "CNY"),
        ("引进5000万元以上项目", "", 5 * 10**7, "CNY"),
        ("引进超亿美元项目", "", 10**8, "USD"),
        ("新开工项目", "started", None, ""),
    ],
)
def test_the_name_of_a_count_says_stage_and_least_size(
    name: str, stage: str, size: int | None, currency: str
) -> None:
    asked = asked_by(name)
    assert asked == Asked(stage, Decimal(size) if size else None, currency)


def test_what_counts_no_projects_is_left_alone() -> None:
    assert asked_by("签约率") is None


def test_named_projects_of_that_stage_and_size_make_the_count() -> None:
    asked = Asked("signed", HUNDRED_MILLION, "CNY")
    named = [
        _named(1, "signed", 3 * 10**8),
        _named(2, "signed", 10**8),
        _named(3, "signed", 5 * 10**7),
        _named(4, "started", 10**9),
        _named(5, "signed", None),
    ]
    made = made_again(asked, _count(2), named)
    assert (made.counted, made.verdict) == ((1, 2), Verdict.AGREES)


def test_a_project_named_in_the_words_of_the_count_needs_no_size() -> None:
    asked = Asked("signed", HUNDRED_MILLION, "CNY")
    named = [_named(1, "signed", None, in_words=True), _named(2, "", None, in_words=True)]
    made = made_again(asked, _count(10, Bound.ABOUT), named)
    assert (made.counted, made.verdict) == ((1, 2), Verdict.SOME)
    assert made.says == "文中点名2个，其余只给出数字"


def test_a_number_without_names_is_told_as_such_and_too_many_names_are_a_question() -> None:
    asked = Asked("started", None, "")
    assert made_again(asked, _count(5), [_named(1, "signed", None)]).verdict is Verdict.NONE
    three = [_named(key, "started", None) for key in (1, 2, 3)]
    assert made_again(asked, _count(2), three).verdict is Verdict.MORE
