"""What the drawings show: one project's milestones, or the stages of many projects."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise

from django.urls import reverse

from yinfeng.judgement.schedule.outlook import Bar, Row
from yinfeng.web.desks.plans.gantt import Drawing, Line, Mark, Rect, Scale, drawing
from yinfeng.web.desks.plans.models import Milestone
from yinfeng.web.desks.plans.outlooks import Standing
from yinfeng.web.desks.plans.words import float_says, stands

A_SHEET = 36
_STAGES = ("A2", "R1", "D1", "C1", "C3", "O1")


def project_chart(standing: Standing, baseline: Mapping[str, Bar], today: date) -> Drawing:
    """One project: a line a milestone; planned, real and baseline bars, the latest day a mark."""
    days = [today]
    for row in standing.rows:
        days += [row.begins, row.ends, row.ended or row.ends, row.latest or row.ends]
    days += [bar.ends for bar in baseline.values()]
    days += [one.earliest for one in standing.ahead.rows]
    scale = Scale(days)
    ahead = {one.key: one for one in standing.ahead.rows}
    lines = [
        _line(scale, row, ahead[row.key], baseline.get(row.key), today) for row in standing.rows
    ]
    settled = date(standing.calendar.published_to, 12, 31)
    return drawing(scale, lines, today, settled)


def _line(scale: Scale, row: Milestone, ahead: Row, baseline: Bar | None, today: date) -> Line:
    bars, marks = [], []
    if baseline and baseline.ends != row.ends:
        bars.append(scale.bar(baseline.begins, baseline.ends, "base", f"基准 {baseline.ends}"))
    bars.append(scale.bar(row.begins, row.ends, "plan", f"计划 {row.ends}"))
    if row.ended:
        bars.append(scale.bar(row.began or row.ended, row.ended, "real", f"实际 {row.ended}"))
    elif row.began and row.began < today:
        bars.append(scale.bar(row.began, today, "real", f"{row.began}开始"))
    if not row.ended and ahead.earliest > row.ends:
        bars.append(scale.bar(row.ends, ahead.earliest, "slip", f"最早 {ahead.earliest}"))
    if row.ended:
        marks.append(Mark(scale.x(row.ended), "done", f"实际完成 {row.ended}"))
    elif row.fixed:
        marks.append(Mark(scale.x(row.fixed), "fixed", f"固定日期 {row.fixed}"))
    if row.latest and not row.ended and not row.fixed:
        marks.append(Mark(scale.x(row.latest), "latest", f"最迟 {row.latest}"))
    return Line(
        label=row.name,
        address=reverse("plans:milestone", args=[row.pk]),
        key="" if row.ended else row.key,
        ends=row.ends,
        is_fixed=row.fixed is not None,
        is_critical=ahead.is_critical,
        bars=tuple(bars),
        marks=tuple(marks),
        note=f"{row.name}：{stands(row, today)}",
    )


def portfolio(standings: Sequence[Standing], today: date) -> Iterator[Drawing]:
    """Many projects on sheets of a page each, all on one scale: a line a project."""
    days = [today]
    for one in standings:
        days += [row.ended or row.ends for row in one.rows if row.gate or row.fixed]
    scale = Scale(days)
    for start in range(0, len(standings), A_SHEET):
        some = standings[start : start + A_SHEET]
        yield drawing(scale, [_project(scale, one, today) for one in some], today)


def _project(scale: Scale, one: Standing, today: date) -> Line:
    gates = {row.gate: row for row in one.rows if row.gate}
    stages = [gates[gate] for gate in _STAGES if gate in gates]
    bars: list[Rect] = []
    for at, (first, second) in enumerate(pairwise(stages)):
        begins, ends = first.ended or first.ends, second.ended or second.ends
        kind = f"stage{min(at, 4)}" + (" over" if second.ended else "")
        if ends > begins:
            bars.append(scale.bar(begins, ends, kind, f"{first.name}→{second.name}"))
    marks = tuple(_marks(scale, [row for row in one.rows if row.gate or row.fixed], today))
    least = one.least_float
    return Line(
        label=one.plan.project.name,
        address=reverse("plans:plan", args=[one.plan.pk]),
        is_critical=least is not None and least < 0,
        bars=tuple(bars),
        marks=marks,
        note=f"{one.plan.project.name}：{float_says(least) or '均已完成'}",
    )


def _marks(scale: Scale, rows: Sequence[Milestone], today: date) -> Iterator[Mark]:
    for row in rows:
        kind = "done" if row.ended else "late" if row.ends < today else "ahead"
        if row.fixed and not row.ended:
            kind = "late" if row.fixed < today else "fixed"
        yield Mark(scale.x(row.ended or row.ends), kind, f"{row.name} {row.ended or row.ends}")
