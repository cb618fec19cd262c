from datetime import date

from tests.papers import paper
from yinfeng.ledger.figures import Figure, figures_of, value_of
from yinfeng.ledger.ledger import Ledger


def figures(*tellings: tuple[str, int, str, date], **more: object) -> tuple[Figure, ...]:
    ledger = Ledger()
    for name, value, publisher, day in tellings:
        says = f"柳林镇完成工业投资{value}元"
        row = {
            "kind": "indicator",
            "name": "工业投资",
            "value": value,
            "unit": "CNY",
            "from": "2025-01-01",
            "to": "2025-12-31",
            **more,
        }
        document, facts = paper(says, row, name=name, publisher=publisher, published=day)
        ledger.take_in(document, facts)
    return figures_of(ledger.records)


MARCH, APRIL = date(2026, 3, 2), date(2026, 4, 2)


def test_papers_that_agree_are_one_figure() -> None:
    (figure,) = figures(("简报", 950, "柳林镇", MARCH), ("月报", 950, "云泽日报", APRIL))
    assert not figure.is_disputed
    assert len(figure.tellings) == 2
    assert figure.rule == "各处一致，取最精确的一处"


def test_papers_of_two_publishers_that_disagree_leave_it_to_a_person() -> None:
    (figure,) = figures(("简报", 950, "柳林镇", MARCH), ("通讯", 870, "云泽日报", APRIL))
    assert figure.is_disputed
    assert figure.stands is None
    assert len(figure.tellings) == 2


def test_a_publisher_corrects_itself() -> None:
    (figure,) = figures(("简报", 950, "柳林镇", MARCH), ("更正", 870, "柳林镇", APRIL))
    assert figure.stands is not None
    assert value_of(figure.stands).value.figure == 870


def test_a_bulletin_of_the_statisticians_stands() -> None:
    (figure,) = figures(("公报", 870, "云泽县统计局", MARCH), ("通讯", 950, "云泽日报", APRIL))
    assert figure.stands is not None
    assert figure.stands.paper.name == "公报"


def test_a_goal_and_a_result_are_two_figures() -> None:
    told = figures(("简报", 950, "柳林镇", MARCH)) + figures(
        ("计划", 990, "柳林镇", MARCH), mode="target"
    )
    assert len({figure.status for figure in told}) == 2


def test_figures_without_a_period_are_not_set_against_each_other() -> None:
    none: dict[str, object] = {"from": None, "to": None}
    assert len(figures(("简报", 950, "柳", MARCH), ("旧报", 5, "柳", APRIL), **none)) == 2
