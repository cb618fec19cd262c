"""Expressions: what they come to, what is refused and where, and that nothing else ever happens."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yinfeng.lexicon.expressions import MOST_CHARACTERS, BadExpression, read

GIVEN = {
    "土地价款": Decimal(1200),
    "缺口比例": Decimal("0.06"),
    "逾期天数": Decimal(40),
    "且慢": Decimal(3),
}


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("土地价款 × 缺口比例", "72"),
        ("土地价款*缺口比例", "72"),
        ("1 + 2 × 3", "7"),
        ("（1＋２）×３", "9"),
        ("2 - 3 - 4", "-5"),
        ("100 ÷ 4 ÷ 5", "5"),
        ("-逾期天数 × -2", "80"),
        ("20% + 5‰", "0.205"),
        ("最小(土地价款 × 20%，土地价款 × 0.5‰ × 逾期天数)", "24"),
        ("max(1, 2, 土地价款)", "1200"),
        ("如果(逾期天数 > 30 且 缺口比例 ≤ 0.1, 5, 10) × 2", "10"),
        ("如果(逾期天数 > 90 或 非 (缺口比例 > 0.1), 5, 10)", "5"),
        ("向上取整(逾期天数 ÷ 30)", "2"),
        ("向下取整(逾期天数 ÷ 30)", "1"),
        ("四舍五入(2 ÷ 3, 2)", "0.67"),
        ("如果(1 = 1, 2, 1 ÷ 0)", "2"),
        ("且慢 + 1", "4"),
    ],
)
def test_comes_to_what_a_person_reckons(text: str, amount: str) -> None:
    assert read(text, GIVEN).value(GIVEN) == Decimal(amount)


@pytest.mark.parametrize(
    ("text", "place", "says"),
    [
        ("", None, "没有写算式"),
        ("土地款 × 2", 1, "不认识“土地款”。可以用：且慢、土地价款、缺口比例、逾期天数"),
        ("(1 + 2", 1, "没有配对的右括号"),
        ("1 +", 4, "没有写完"),
        ("1 2", 3, "“2”不该写在这里"),
        ("1 < 2 < 3", 7, "比较不能连写"),
        ("最小()", 4, "不该写在这里"),
        ("如果(1 > 0, 2)", 1, "要3项，这里有2项"),
        ("如果(1, 2, 3)", 4, "要写条件"),
        ("1 + (2 > 1)", 5, "要写数"),
        ("1.2.3", 1, "不是数字"),
        ("1.", 1, "不是数字"),
        ("1234567890123456789", 1, "最多18位"),
        ("__import__('os')", 1, "不认识"),
        ("土地价款.real", 5, "不认识"),
        ("1;2", 2, "不认识"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_place(
    text: str, place: int | None, says: str
) -> None:
    with pytest.raises(BadExpression, match=None) as refused:
        read(text, GIVEN)
    assert says in str(refused.value)
    assert refused.value.place == place


def test_length_and_depth_are_bounded() -> None:
    with pytest.raises(BadExpression, match="算式太长"):
        read("1+" * MOST_CHARACTERS + "1", ())
    with pytest.raises(BadExpression, match="套得太深"):
        read("(" * 60 + "1" + ")" * 60, ())
    with pytest.raises(BadExpression, match="套得太深"):
        read("-" * 60 + "1", ())
    assert read("+1" * 190, ()).value({}) == 190


def test_a_kind_that_is_not_wanted_is_refused() -> None:
    with pytest.raises(BadExpression, match="不能写条件"):
        read("逾期天数 > 30", GIVEN)
    with pytest.raises(BadExpression, match="要写条件"):
        read("逾期天数", GIVEN, condition=True)


def test_what_cannot_be_reckoned_says_why() -> None:
    with pytest.raises(BadExpression, match="除数为零"):
        read("1 ÷ (逾期天数 - 40)", GIVEN).value(GIVEN)
    with pytest.raises(BadExpression, match="还不知道“逾期天数”是多少"):
        read("逾期天数 × 2", GIVEN).value({})
    with pytest.raises(BadExpression, match="位数"):
        read("四舍五入(1, 0.5)", ()).value({})


def test_the_working_shows_each_figure() -> None:
    formula = read("最小(土地价款×20%，土地价款×缺口比例)", GIVEN)
    assert formula.formula == "最小(土地价款 × 20%, 土地价款 × 缺口比例)"
    shown = "最小(土地价款〔1200〕 × 20%, 土地价款〔1200〕 × 缺口比例〔0.06〕) = 72"
    assert formula.working(GIVEN) == shown
    third = {"缺口比例": Decimal(1) / 3}
    assert read("缺口比例", third).working(third) == "缺口比例〔约0.333333〕 = 约0.333333"


NUMBERS = st.decimals(min_value=0, max_value=9999, places=2)
LEAVES = st.one_of(
    NUMBERS.map(lambda one: (f"{one}", Fraction(one))),
    st.sampled_from(sorted(GIVEN)).map(lambda name: (name, Fraction(GIVEN[name]))),
)


def _together(
    parts: tuple[tuple[str, Fraction], str, tuple[str, Fraction]],
) -> tuple[str, Fraction]:
    (left, one), sign, (right, other) = parts
    if sign == "÷" and not other:
        sign = "+"
    found = {"+": one + other, "-": one - other, "×": one * other}
    value = one / other if sign == "÷" else found[sign]
    return f"({left} {sign} {right})", value


TREES = st.recursive(
    LEAVES,
    lambda below: st.tuples(below, st.sampled_from("+-×÷"), below).map(_together),
    max_leaves=9,
).filter(lambda made: len(made[0]) <= MOST_CHARACTERS)


@given(TREES)
def test_comes_to_what_fractions_come_to(made: tuple[str, Fraction]) -> None:
    text, value = made
    found = Fraction(read(text, GIVEN).value(GIVEN))
    assert abs(found - value) <= abs(value) * Fraction(1, 10**20) + Fraction(1, 10**20)


@given(TREES)
def test_the_formula_written_anew_is_the_same(made: tuple[str, Fraction]) -> None:
    first = read(made[0], GIVEN)
    again = read(first.formula, GIVEN)
    assert again.term == first.term
    assert again.formula == first.formula


WORDS = "土地价款缺口比例逾期天数且或非最小大如果()（），、+-×÷*/.<>=≥≤≠ 0123456789%‰a_'[]"


@given(st.text(alphabet=WORDS, max_size=60))
def test_any_words_are_read_or_refused_and_nothing_else(text: str) -> None:
    assert _refusal(text) is None or str(_refusal(text))


@given(st.text(max_size=80))
def test_any_text_is_read_or_refused_with_a_place_in_it(text: str) -> None:
    refusal = _refusal(text)
    place = refusal.place if refusal else None
    assert place is None or 1 <= place <= len(text) + 1


def _refusal(text: str) -> BadExpression | None:
    try:
        read(text, GIVEN).value(GIVEN)
    except BadExpression as refused:
        return refused
    return None
