import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cases import Case, cases
from tests.growth import EVEN, growth
from yinfeng.mentions import bodies
from yinfeng.text.plain import plain
from yinfeng.values import Name


def found(says: str) -> dict[str, str]:
    names = [m.value for m in bodies.recognise(plain(says))]
    return {name.text: name.kind.value for name in names if isinstance(name, Name)}


@pytest.mark.parametrize("case", cases("mentions/cases/bodies.yaml"), ids=str)
def test_finds_the_bodies_that_the_case_names(case: Case) -> None:
    assert found(case.says) == case.finds


@given(st.text(alphabet="公司集团有限镇村街道产业园等、企业(（)）的和与A1 \n，。“”", max_size=80))
def test_never_fails_and_stays_inside_the_text(says: str) -> None:
    for mention in bodies.recognise(plain(says)):
        assert 0 <= mention.span.start < mention.span.end <= len(says)


@given(st.sampled_from(["。", "，", "\n", "；", "由", "在"]))
def test_finds_a_firm_behind_any_edge(edge: str) -> None:
    assert found(f"今年{edge}江苏恒岭科技有限公司扩产") == {"江苏恒岭科技有限公司": "firm"}


def test_half_a_character_does_no_harm() -> None:
    assert found("坏\ud800字,江苏恒岭科技有限公司") == {"江苏恒岭科技有限公司": "firm"}


@pytest.mark.parametrize("unit", ["公司", "甲、", "镇", "(", "等企业", "投资", "有限公司与", "A"])
def test_time_grows_no_faster_than_the_text(unit: str) -> None:
    def reads(length: int) -> object:
        return list(bodies.recognise(plain(unit * (length // len(unit)))))

    assert growth(reads, 10_000) < EVEN
