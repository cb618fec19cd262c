"""Two tellings of one thing are one record; a figure stands once."""

from datetime import date

import pytest

from tests.facts.patterns import page_of
from yinfeng.facts import PATTERNS
from yinfeng.facts.joining import joined
from yinfeng.facts.scope import scope_of
from yinfeng.values import Evidence, Fact, Indicator, Project, Quantity, Told
from yinfeng.values.quantities import Dimension, Unit

PUBLISHED = date(2023, 7, 14)


def facts_of(says: str) -> tuple[Fact, ...]:
    page = page_of(says, PUBLISHED)
    scope = scope_of(page)
    return joined(f for pattern in PATTERNS for f in pattern(page, scope))


def indicator(name: str, value: int, at: int = 0, host: str = "云溪镇") -> Indicator:
    proof = Evidence(at, at + 2, "证据")
    quantity = Quantity(Unit("个", Dimension.COUNT), value, value)  # type: ignore[arg-type]
    return Indicator(
        host=host,
        quote="证据",
        evidence=proof,
        name=Told(name, (proof,)),
        value=Told(quantity, (proof,)),
    )


def project(name: str, stage: str, at: int = 0) -> Project:
    proof = Evidence(at, at + 2, "证据")
    return Project(
        host="云溪镇",
        quote="证据",
        evidence=proof,
        name=Told(name, (proof,)),
        stage=Told(stage, (proof,)),
    )


def test_the_same_figure_told_twice_is_one_record() -> None:
    facts = joined([indicator("签约项目", 5), indicator("新签约项目", 5, at=30)])
    assert len(facts) == 1


@pytest.mark.parametrize(
    "other",
    [
        indicator("签约项目", 6, at=30),
        indicator("开工项目", 5, at=30),
        indicator("签约项目", 5, at=30, host="横塘街道"),
    ],
)
def test_figures_that_differ_in_value_name_or_host_stay_two(other: Indicator) -> None:
    assert len(joined([indicator("签约项目", 5), other])) == 2


def test_the_furthest_stage_of_a_project_stands() -> None:
    (fact,) = joined([project("启衡减速器项目", "started"), project("启衡减速器", "signed", at=30)])
    assert isinstance(fact, Project)
    assert fact.stage is not None
    assert fact.stage.value == "started"


def test_records_keep_the_order_of_their_first_telling() -> None:
    told = [
        indicator("签约项目", 5),
        indicator("开工项目", 3, at=9),
        indicator("签约项目", 5, at=20),
    ]
    names = [fact.name.value for fact in joined(told) if isinstance(fact, Indicator) and fact.name]
    assert names == ["签约项目", "开工项目"]


def test_a_figure_of_a_project_is_no_indicator_besides() -> None:
    facts = facts_of("云溪镇的启衡减速器项目由启衡精密有限公司投资2亿元建设,用地40亩,已开工。")
    values = [f.value.value.figure for f in facts if isinstance(f, Indicator) and f.value]
    assert 200000000 not in values
    assert 40 not in values


def test_joining_what_is_joined_changes_nothing() -> None:
    once = facts_of("上半年云溪镇签约项目5个,总投资3亿元。全镇上半年签约项目5个。")
    assert joined(once) == once


def test_of_two_tellings_that_say_as_much_the_one_with_the_stage_gives_the_quote() -> None:
    says = (
        "5月9日,云溪镇党委书记赵凯拜访上海康泽医疗投资公司,协调康泽医院项目推进。\n"
        "云溪镇新开工项目3个:恒达精密件、康泽医院、佐控智能科技。"
    )
    (project,) = (
        f
        for f in facts_of(says)
        if isinstance(f, Project) and "康泽" in f.name.value  # type: ignore[union-attr]
    )
    assert project.stage is not None
    assert project.stage.value == "started"
    assert "新开工" in project.quote
