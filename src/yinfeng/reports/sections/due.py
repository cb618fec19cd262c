"""What is due: clocks of leads, goals and announced days, the overdue ones first."""

from collections.abc import Iterator

from yinfeng.judgement.due import Due, Standing
from yinfeng.judgement.goals import goals_due
from yinfeng.judgement.situation import Situation
from yinfeng.reports.report import Cell, Section, chinese_day, lines
from yinfeng.reports.sourcing import cell, whole

_SHOWN = 3
_LONG_PAST = 180


def due_section(situation: Situation) -> Section:
    """What is due by today or later, and what is overdue, by day."""
    clocks = [due for lead in situation.leads for due in lead.clocks]
    found = sorted([*clocks, *goals_due(situation)], key=lambda due: (due.day, due.about))
    recent = [due for due in found if (situation.today - due.day).days <= _LONG_PAST]
    past = len(found) - len(recent)
    note = f"另有{past}项目标已过期半年以上，请核对完成情况后销号。" if past else ""
    return Section(
        key="due",
        title="到期事项",
        columns=("日期", "对象", "事项", "状态"),
        widths=(17, 30, 37, 16),
        lines=lines(_line(due) for due in [*recent, *_long_past(found, recent)]),
        shown=_SHOWN,
        empty="没有到期事项。",
        note=note,
    )


def _long_past(found: list[Due], recent: list[Due]) -> list[Due]:
    kept = set(map(id, recent))
    return [due for due in found if id(due) not in kept]


def _line(due: Due) -> Iterator[Cell]:
    mark = "（暂定）" if due.provisional else ""
    yield cell(f"{chinese_day(due.day)}{mark}")
    yield cell(due.about)
    yield cell(due.says, whole(due.proofs))
    yield cell(due.stands if due.standing is not Standing.LATER else "未到期")
