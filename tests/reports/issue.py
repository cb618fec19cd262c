"""One issue of the daily report for tests: three papers of an invented town."""

from datetime import date
from typing import Any

from tests.judgement.office import project, situation
from yinfeng.reports.catalogue.daily import daily
from yinfeng.reports.report import Report
from yinfeng.reports.sections.papers import Arrival
from yinfeng.values import Problem

TODAY = date(2026, 3, 10)
LEAD = "远帆重工有限公司总投资1.2亿元的风电法兰项目<一期>正在商谈最终协议条款，用地50亩"
MOVE = "3月5日，镇长何敏带队拜访新桥齿轮(昆山)有限公司，就高端齿轮项目|二期深入洽谈"
FIGURE = "2025年，柳林镇实现工业总产值63.42亿元，同比增长12.36%，全年力争引进亿元以上项目6个"
YEAR = {"from": "2025-01-01", "to": "2025-12-31"}


def papers() -> list[dict[str, Any]]:
    """The papers."""
    lead = project(
        "风电法兰项目",
        LEAD,
        stage="finalising",
        investors=["远帆重工有限公司"],
        investment=120_000_000,
        investment_unit="CNY",
        land=50,
        land_unit="mu",
        said={"investment": "1.2亿元", "land": "50亩", "stage": "正在商谈最终协议条款"},
    )
    people = [{"name": "何敏", "title": "镇长"}]
    move = {
        "kind": "engagement",
        "type": "visit_out",
        "date": "2026-03-05",
        "counterparts": ["新桥齿轮(昆山)有限公司"],
        "people": people,
        "said": {"date": "3月5日", "people": "镇长何敏"},
    }
    output = {
        "kind": "indicator",
        "quote": "2025年，柳林镇实现工业总产值63.42亿元，同比增长12.36%",
        "subject": "柳林镇",
        "name": "工业总产值",
        "value": 5_658_000_000,
        "unit": "CNY",
        "yoy": 0.1236,
        **YEAR,
        "said": {"value": "63.42亿元", "yoy": "12.36%", "period": "2025年"},
    }
    goal = {
        "kind": "indicator",
        "quote": "全年力争引进亿元以上项目6个",
        "name": "引进亿元以上项目",
        "value": 6,
        "unit": "个",
        "mode": "target",
        "from": "2026-01-01",
        "to": "2026-12-31",
        "said": {"value": "6个"},
    }
    return [lead, {"says": MOVE, "rows": [move]}, {"says": FIGURE, "rows": [output, goal]}]


def issue(today: date = TODAY, *, with_papers: bool = True) -> Report:
    """The report on *today*."""
    found = situation(*(papers() if with_papers else ()), today=today)
    arrived = situation(*(papers() if with_papers else ())).ledger.papers
    arrivals = [Arrival(paper, 1, (("pinyin", 3),), 1) for paper in arrived]
    broken = Problem("坏文件.docx", "truncated", "文件不完整，请重新获取。")
    return daily(found, arrivals, [broken] if with_papers else [])
