"""Projects: each case tells its records after joining, no more and no fewer."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cases import Case, cases
from tests.facts.patterns import page_of
from tests.growth import EVEN, growth
from yinfeng.facts.joining import joined
from yinfeng.facts.page import Page
from yinfeng.facts.projects import pattern as projects
from yinfeng.facts.projects.edges import is_generic, name_start
from yinfeng.facts.scope import scope_of
from yinfeng.values import Fact, Told
from yinfeng.values.form import line, told_fields

PUBLISHED = date(2023, 7, 14)
LEADS = ("全力推进", "总投资3亿元的", "引进了", "洽谈", "计划实施", "目前,", "与该公司签订")


def told(page: Page) -> tuple[Fact, ...]:
    return joined(projects.read(page, scope_of(page)))


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _agrees(wanted: dict[str, Any], got: dict[str, Any]) -> bool:
    return all(got.get(key) == _plain(value) for key, value in wanted.items())


@pytest.mark.parametrize("case", cases("facts/cases/projects.yaml"), ids=str)
def test_projects_are_read_as_the_case_says(case: Case) -> None:
    got = [dict(line(fact, "case")) for fact in told(page_of(case.says, PUBLISHED))]
    for wanted in case.finds:
        assert any(_agrees(wanted, found) for found in got), (wanted, got)
    assert len(got) == len(case.finds), got


@pytest.mark.parametrize("case", cases("facts/cases/project_names.yaml"), ids=str)
def test_a_name_runs_back_to_the_word_that_leads_into_it(case: Case) -> None:
    for lead in LEADS:
        says = f"{lead}{case.says}项目"
        assert says[name_start(says, 0, len(says) - 2) :] == f"{case.says}项目"
    assert is_generic(case.says) is bool(case.more.get("generic", False))


@pytest.mark.parametrize("case", cases("facts/cases/project_talk.yaml"), ids=str)
def test_talk_of_projects_names_none(case: Case) -> None:
    assert not [fact.quote for fact in told(page_of(case.says, PUBLISHED))]


def test_every_field_quotes_the_source() -> None:
    for case in cases("facts/cases/projects.yaml"):
        for fact in told(page_of(case.says, PUBLISHED)):
            for _, field in told_fields(fact):
                assert isinstance(field, Told)
                assert all(case.says[e.start : e.end] == e.quote for e in field.evidence)


@given(st.text(alphabet="项目工程投资元亿总的、,。;:1号期建设公司厂园(“”)签约 \n", max_size=120))
def test_any_words_are_read_without_a_failure(says: str) -> None:
    told(page_of(says))


@pytest.mark.parametrize(
    "piece",
    ["总投资", "项目", "、项目", "建设", "投资1亿元", "(", "“", "公司", "厂", "区", "1.", "一期"],
)
def test_no_words_make_the_reading_slow(piece: str) -> None:
    def reads(length: int) -> object:
        return told(page_of("某镇引进" + piece * (length // len(piece))))

    assert growth(reads, 2_000) < EVEN
