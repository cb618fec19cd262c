import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cases import Case, cases
from tests.growth import EVEN, growth
from yinfeng.mentions import people
from yinfeng.text.plain import plain
from yinfeng.values import Name, Term


def found(says: str) -> dict[str, list[str]]:
    values = [m.value for m in people.recognise(plain(says))]
    return {
        "names": list(dict.fromkeys(v.text for v in values if isinstance(v, Name))),
        "titles": list(dict.fromkeys(v.says for v in values if isinstance(v, Term))),
    }


@pytest.mark.parametrize("case", cases("mentions/cases/people.yaml"), ids=str)
def test_finds_the_people_and_offices_of_the_case(case: Case) -> None:
    assert found(case.says) == case.finds


@given(st.text(alphabet="张王李书记主任镇长说、，。*某·的在 \n副CEO", max_size=60))
def test_never_fails_and_stays_inside_the_text(says: str) -> None:
    for mention in people.recognise(plain(says)):
        assert 0 <= mention.span.start < mention.span.end <= len(says)


@pytest.mark.parametrize("unit", ["书记", "张三说", "副", "张·", "书记张三、", "、主任"])
def test_time_grows_no_faster_than_the_text(unit: str) -> None:
    def reads(length: int) -> object:
        return list(people.recognise(plain(unit * (length // len(unit)))))

    assert growth(reads, 10_000) < EVEN
