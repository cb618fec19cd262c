"""How long it takes to plan very many projects anew, beside a plain loop from day to day.

The peer does what office software does: it walks from day to day and asks of each whether it is
worked, forward and back, for every milestone. It gets a share of the projects and its time is
multiplied, for it would take minutes.
"""

import random
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from graphlib import TopologicalSorter

from yinfeng.judgement.schedule.outlook import Actual, outlook
from yinfeng.lexicon.calendar import Calendar, calendar
from yinfeng.lexicon.milestones import Length, Milestone, template, templates

PROJECTS = 10_000
SHARE = 100
# Who only takes an office or a floor has some eight milestones, which would make the measure easy.
LEAST = 18
TODAY = date(2026, 11, 23)


@dataclass(frozen=True, slots=True)
class Project:
    """A project with terms of its own, some milestones done, and three fixed days."""

    milestones: tuple[Milestone, ...]
    fixed: dict[str, date]
    actuals: dict[str, Actual]


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds for all projects, ours and the peer's, and whether both found the same days."""

    projects: int
    milestones: int
    ours: float
    peer: float
    agrees: bool


def projects(many: int) -> list[Project]:
    """Made-up projects that build or fit out; of each sixth a term is its own."""
    chance = random.Random(1)
    kinds = [kind for kind in templates() if len(kind.milestones) >= LEAST]
    made = []
    for at in range(many):
        kind = kinds[at % len(kinds)]
        rows = list(kind.milestones)
        for place in range(0, len(rows), 6):
            rows[place] = replace(rows[place], takes=Length(chance.randint(1, 40), "wd"))
        end = TODAY + timedelta(days=chance.randint(200, 1500))
        fixed = {key: end + timedelta(days=200 * n) for n, key in enumerate(kind.fixed)}
        done = {
            row.key: Actual(ended=TODAY - timedelta(days=chance.randint(1, 300)))
            for row in rows[: chance.randint(0, 6)]
        }
        made.append(Project(tuple(rows), fixed, done))
    return made


def timing(many: int = PROJECTS) -> Timing:
    """The time for all projects, and the peer's, reckoned from a share of them."""
    days, all_of_them = calendar(), projects(many)
    outlook(template("new-land").milestones, {}, {}, TODAY, days)
    began = time.process_time()
    found = [outlook(p.milestones, p.fixed, p.actuals, TODAY, days) for p in all_of_them]
    ours = time.process_time() - began
    some = all_of_them[:: max(1, many // SHARE)]
    began = time.process_time()
    walked = [_walked(p, days) for p in some]
    peer = (time.process_time() - began) * many / len(some)
    agrees = all(
        days_of == [(row.earliest, row.latest) for row in rows.rows if not row.is_done]
        for days_of, rows in zip(walked, found[:: max(1, many // SHARE)], strict=True)
    )
    return Timing(many, sum(len(p.milestones) for p in all_of_them), ours, peer, agrees)


def _walked(project: Project, days: Calendar) -> list[tuple[date, date | None]]:
    """The earliest and latest day of each milestone that is not done, walked from day to day."""
    rows = {row.key: row for row in project.milestones}
    graph = {row.key: [need.of for need in row.needs] for row in project.milestones}
    order = list(TopologicalSorter(graph).static_order())
    begins, ends = _forward(project, rows, order, days)
    last = _back(project, rows, order, days)
    open_ones = [key for key in rows if key not in project.actuals]
    return [(ends[key], last.get(key)) for key in open_ones if begins[key] <= ends[key]]


def _forward(
    project: Project, rows: dict[str, Milestone], order: Sequence[str], days: Calendar
) -> tuple[dict[str, date], dict[str, date]]:
    begins: dict[str, date] = {}
    ends: dict[str, date] = {}
    floor = _to_work(TODAY, days, 1)
    for key in order:
        if (actual := project.actuals.get(key)) and actual.ended:
            begins[key] = ends[key] = actual.ended
            continue
        begins[key] = floor
        for need in rows[key].needs:
            ready = begins[need.of] if need.from_start else ends[need.of]
            begins[key] = max(begins[key], _after(ready, need.lag, days))
        ends[key] = _to_work(_after(begins[key], rows[key].takes, days), days, 1)
    return begins, ends


def _back(
    project: Project, rows: dict[str, Milestone], order: Sequence[str], days: Calendar
) -> dict[str, date]:
    ends = {key: _to_work(day, days, -1) for key, day in project.fixed.items()}
    starts: dict[str, date] = {}
    for key in reversed(order):
        if key in project.actuals:
            continue
        if key in ends:
            start = _before(ends[key], rows[key].takes, days)
            if starts.setdefault(key, start) > start:
                starts[key] = start
        if key not in starts:
            continue
        if key not in ends or starts[key] < _before(ends[key], rows[key].takes, days):
            end = _to_work(_after(starts[key], rows[key].takes, days), days, 1)
            ends[key] = min(ends.get(key, end), end)
        for need in rows[key].needs:
            ready = _before(starts[key], need.lag, days)
            bound = starts if need.from_start else ends
            bound[need.of] = min(bound.get(need.of, ready), ready)
    return ends


def _to_work(day: date, days: Calendar, way: int) -> date:
    while not days.is_working_day(day):
        day += timedelta(days=way)
    return day


def _after(day: date, length: Length, days: Calendar) -> date:
    if not length.count:
        return day
    if length.unit == "wd":
        return days.after(day, length.count)
    if length.unit == "d":
        return _to_work(day + timedelta(days=length.count), days, 1)
    return _to_work(_months_on(day, length.count), days, 1)


def _before(end: date, length: Length, days: Calendar) -> date:
    """The last working day from which the length ends in time, looked for from day to day."""
    day = end
    while _after(day, length, days) > end or not days.is_working_day(day):
        day -= timedelta(days=1)
    return day


def _months_on(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(day.year + years, month + 1, last)
        except ValueError:
            continue
    raise AssertionError(day)


if __name__ == "__main__":
    print(timing())
