"""Projects side by side: by lanes of the board, and as points of a plain map."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Count, QuerySet

from yinfeng.lexicon.project_stages import Stages
from yinfeng.web.desks.projects.models import Project
from yinfeng.web.desks.projects.wanting import empty_of, held_on

# What a screen and a person can take in; the rest is in the list.
CARDS = 30
POINTS = 2000
_WIDTH, _HEIGHT, _EDGE = 960.0, 600.0, 30.0
_KILOMETRES = 111.32
_STEPS = (0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500)


@dataclass(frozen=True, slots=True)
class Lane:
    """One lane of the board: its stages, how many stand there, and the first of them."""

    title: str
    count: int
    cards: Sequence[Any]


@dataclass(frozen=True, slots=True)
class Point:
    """One project on the map: where it is drawn, and which lane it stands in."""

    project: Any
    number: int
    x: float
    y: float
    lane: int


@dataclass(frozen=True, slots=True)
class Map:
    """Points in their frame, with the length of the bar that gives the scale."""

    points: Sequence[Point]
    width: int
    height: int
    bar: float
    bar_says: str


def lanes_of(projects: "QuerySet[Project]", stages: Stages, today: date) -> list[Lane]:
    """The open projects by lane, those that stand there longest first."""
    counts = dict(
        projects.order_by()
        .values_list("stage")
        .annotate(count=Count("pk"))
        .values_list("stage", "count")
    )
    own = [(lane, [s.code for s in stages.stages if s.lane == lane]) for lane in stages.lanes]
    known = {code for _, codes in own for code in codes}
    own.insert(0, ("阶段未载明", [code for code in counts if code not in known]))
    lanes = []
    for title, codes in own:
        rows = list(projects.filter(stage__in=codes).order_by("stage_since", "pk")[:CARDS])
        lanes.append(Lane(title, sum(counts.get(code, 0) for code in codes), rows))
    prepare([card for lane in lanes for card in lane.cards], stages, today)
    return [lane for lane in lanes if lane.count or lane.title != "阶段未载明"]


def prepare(rows: Iterable[Any], stages: Stages, today: date) -> None:
    """The rows with their stage in words, how long they stand there, and their empty posts."""
    rows = list(rows)
    held = held_on([row.pk for row in rows], today)
    for row in rows:
        row.stage_says = stages.says(row.stage)
        row.is_proved = bool(row.stage) and row.stage == row.proved
        row.days = (today - row.stage_since).days if row.stage_since else None
        row.lacking = empty_of(held.get(row.pk, {}))


def map_of(projects: Iterable[Any], stages: Stages) -> Map | None:
    """The projects that have a point, in a frame that holds them all; None where none has one."""
    rows = [row for row in projects if row.lng is not None]
    if not rows:
        return None
    west, east = _span([row.lng for row in rows])
    south, north = _span([row.lat for row in rows])
    narrow = math.cos(math.radians((south + north) / 2))
    scale = min(
        (_WIDTH - 2 * _EDGE) / ((east - west) * narrow), (_HEIGHT - 2 * _EDGE) / (north - south)
    )
    points = [
        Point(
            row,
            number,
            round(_EDGE + (float(row.lng) - west) * narrow * scale, 1),
            round(_HEIGHT - _EDGE - (float(row.lat) - south) * scale, 1),
            _lane(row, stages),
        )
        for number, row in enumerate(rows, 1)
    ]
    kilometre = scale / _KILOMETRES
    step = max((one for one in _STEPS if one * kilometre <= _WIDTH / 4), default=_STEPS[0])
    says = f"{step:g}公里" if step >= 1 else f"{step * 1000:g}米"
    return Map(points, int(_WIDTH), int(_HEIGHT), round(step * kilometre, 1), says)


def _span(values: Sequence[Decimal]) -> tuple[float, float]:
    """The stretch of the values, never less than a kilometre wide."""
    low, high = float(min(values)), float(max(values))
    spare = max(0.01 - (high - low), 0) / 2
    return low - spare, high + spare


def _lane(row: Any, stages: Stages) -> int:
    stage = stages.stage(row.stage)
    return stages.lanes.index(stage.lane) + 1 if stage else 0
