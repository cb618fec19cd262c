"""A document's own date is told by its format, its header or its words."""

from datetime import date

import pytest

from tests.cases import Case, cases
from yinfeng.mentions.anchors import Anchor, anchor
from yinfeng.text import restore
from yinfeng.text.plain import plain
from yinfeng.values import Document


@pytest.mark.parametrize("case", cases("mentions/cases/anchors.yaml"), ids=str)
def test_tells_the_date_that_the_case_says(case: Case) -> None:
    found = anchor(plain(case.says))
    assert [found.day, found.year] == case.finds


def test_the_date_of_the_format_stands_before_all_others() -> None:
    found = anchor(plain("发布时间:2021-06-18", published=date(2020, 1, 2)))
    assert found == Anchor(date(2020, 1, 2), 2020)


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("云溪镇2019年工作总结和2020年工作计划", 2020),
        ("云溪镇2021年上半年经济运行情况分析", 2021),
        ("云溪镇2022年政府工作报告", 2023),
    ],
)
def test_the_title_of_a_report_outweighs_the_day_of_a_late_copy(title: str, year: int) -> None:
    says = f"{title}\n\n今年以来,全镇上下攻坚克难,新签约项目6个。"
    text = restore(Document(name="case", source=says, published=date(2023, 3, 2)))
    assert anchor(text).year == year
