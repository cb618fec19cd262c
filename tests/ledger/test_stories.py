from datetime import date

from tests.papers import paper
from yinfeng.identity.entities import entities_of
from yinfeng.ledger.ledger import Ledger
from yinfeng.ledger.stories import Story, stories_of

VISIT = "3月1日，党委书记何敏带队赴苏州拜访新桥齿轮(昆山)有限公司"
PROJECT = "新桥齿轮(昆山)有限公司拟投资的高端齿轮项目正在洽谈"


def stories(*papers: tuple[str, dict[str, object], date]) -> tuple[Story, ...]:
    ledger = Ledger()
    for at, (says, row, day) in enumerate(papers):
        document, facts = paper(says, row, name=str(at), published=day)
        ledger.take_in(document, facts, says)
    return stories_of(ledger, entities_of(ledger.namings()))


def visit(**more: object) -> dict[str, object]:
    return {
        "kind": "engagement",
        "type": "visit_out",
        "date": "2026-03-01",
        "counterparts": ["新桥齿轮(昆山)有限公司"],
        **more,
    }


def project(name: str, **more: object) -> dict[str, object]:
    return {"kind": "project", "name": name, "stage": "negotiating", **more}


FIRM = ["新桥齿轮(昆山)有限公司"]


def test_a_visit_to_the_investor_belongs_to_its_only_project() -> None:
    (story,) = stories(
        (PROJECT, project("高端齿轮项目", investors=FIRM), date(2026, 3, 5)),
        (VISIT, visit(), date(2026, 3, 2)),
    )
    assert [record.kind for record in story.records] == ["engagement", "project"]
    assert story.first_known == date(2026, 3, 2)
    assert story.last_event == date(2026, 3, 1)


def test_a_project_that_bears_the_firms_name_takes_its_visits() -> None:
    (story,) = stories(
        ("新桥齿轮项目正在洽谈", project("新桥齿轮"), date(2026, 3, 5)),
        (VISIT, visit(), date(2026, 3, 2)),
    )
    assert len(story.engagements) == 1


def test_a_firm_with_two_projects_keeps_its_own_visits() -> None:
    told = stories(
        (PROJECT, project("高端齿轮项目", investors=FIRM), date(2026, 3, 5)),
        (PROJECT, project("减速机项目", investors=FIRM), date(2026, 3, 5)),
        (VISIT, visit(), date(2026, 3, 2)),
    )
    assert len(told) == 3


def test_a_visit_that_names_its_project_goes_there() -> None:
    told = stories(
        (PROJECT, project("高端齿轮项目", investors=FIRM), date(2026, 3, 5)),
        (PROJECT, project("减速机项目", investors=FIRM), date(2026, 3, 5)),
        (VISIT, visit(project="减速机项目"), date(2026, 3, 2)),
    )
    assert [len(story.engagements) for story in told] == [0, 1]
