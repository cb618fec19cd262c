from datetime import date

from tests.judgement.office import TODAY, situation
from yinfeng.judgement.goals import goals_due


def goal(mode: str, **more: object) -> dict[str, object]:
    row = {
        "kind": "indicator",
        "name": "引进亿元以上项目",
        "value": 6,
        "unit": "个",
        "mode": mode,
        **more,
    }
    return {"says": "全年引进亿元以上项目6个", "rows": [row]}


def test_a_goal_is_due_on_the_last_day_of_its_period() -> None:
    year = {"from": "2026-01-01", "to": "2026-12-31"}
    (due,) = goals_due(situation(goal("target", **year)))
    assert due.day == date(2026, 12, 31)
    assert due.says == "目标：引进亿元以上项目"


def test_a_result_or_a_goal_without_an_end_is_not_due() -> None:
    assert not goals_due(situation(goal("actual", **{"from": "2026-01-01", "to": "2026-12-31"})))
    assert not goals_due(situation(goal("target")))


def test_an_engagement_of_a_coming_day_is_due_then() -> None:
    row = {"kind": "engagement", "type": "meeting", "date": "2026-03-20", "purpose": "推进会"}
    told = {"says": "3月20日召开推进会", "rows": [row], "published": None}
    (due,) = goals_due(situation(told))
    assert (due.day, due.says) == (date(2026, 3, 20), "推进会")
    assert not goals_due(situation(told, today=date(2026, 3, 21)))
    assert due.today == TODAY
