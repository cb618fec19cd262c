"""A network of milestones with its order worked out once, and the two passes over it.

Forward: when each milestone can end at the earliest, from what is done and from today. Back: when
each must end at the latest so that every fixed day holds. What is done does not move any more.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from graphlib import TopologicalSorter

from yinfeng.judgement.schedule.grid import Grid
from yinfeng.lexicon.milestones import Length, Milestone, Need, faults_of

# Later than any day: nothing fixed comes after the milestone.
OPEN = 1 << 30


@dataclass(frozen=True, slots=True)
class Wait:
    """What a milestone waits for: another by its place, from its start or its end, and a time."""

    at: int
    from_start: bool
    lag: Length


@dataclass(frozen=True, slots=True)
class Shape:
    """What waits for what, by place, and an order in which nothing waits for what comes later."""

    places: Mapping[str, int]
    waits: tuple[tuple[Wait, ...], ...]
    order: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Network:
    """Milestones by place with their terms, in a shape that many plans have in common."""

    keys: tuple[str, ...]
    takes: tuple[Length, ...]
    shape: Shape


@dataclass(frozen=True, slots=True)
class Early:
    """The earliest days: from when each counts, when it ends, and what held it up (-1: nothing)."""

    starts: list[int]
    ends: list[int]
    drives: list[int]


@dataclass(frozen=True, slots=True)
class Stand:
    """What is known of the milestones on a day: when they began and ended (-1: not yet)."""

    today: int
    began: Sequence[int]
    ended: Sequence[int]


def network(milestones: Sequence[Milestone]) -> Network:
    """The network of these milestones; those that are no network raise ValueError."""
    shape = _shape(tuple((one.key, one.needs) for one in milestones))
    return Network(tuple(shape.places), tuple(one.takes for one in milestones), shape)


@lru_cache(maxsize=1024)
def _shape(rows: tuple[tuple[str, tuple[Need, ...]], ...]) -> Shape:
    if faults := list(faults_of(rows)):
        raise ValueError("；".join(faults))
    places = {key: at for at, (key, _) in enumerate(rows)}
    graph = {at: [places[need.of] for need in needs] for at, (_, needs) in enumerate(rows)}
    return Shape(
        places=places,
        waits=tuple(
            tuple(Wait(places[need.of], need.from_start, need.lag) for need in needs)
            for _, needs in rows
        ),
        order=tuple(TopologicalSorter(graph).static_order()),
    )


def earliest(
    network: Network, grid: Grid, stand: Stand, not_before: Mapping[int, int] | None = None
) -> Early:
    """The forward pass; *not_before* are days before which a milestone shall not end."""
    size = len(network.keys)
    starts, ends, drives = [0] * size, [0] * size, [-1] * size
    floor, ahead = grid.ahead[stand.today], grid.ahead
    held = not_before or {}
    for at in network.shape.order:
        start, drive = floor, -1
        for wait in network.shape.waits[at]:
            ready = starts[wait.at] if wait.from_start else ends[wait.at]
            if wait.lag.count:
                ready = grid.step(wait.lag).forward(ready)
            if ready > start:
                start, drive = ready, wait.at
        if stand.ended[at] >= 0:
            ends[at] = stand.ended[at]
            starts[at] = stand.began[at] if stand.began[at] >= 0 else stand.ended[at]
            continue
        if stand.began[at] >= 0:
            start, drive = stand.began[at], -1
        end = max(grid.step(network.takes[at]).forward(start), floor)
        if at in held and ahead[held[at]] > end:
            end, drive = ahead[held[at]], -1
        starts[at], ends[at], drives[at] = start, end, drive
    return Early(starts, ends, drives)


def latest(network: Network, grid: Grid, stand: Stand, fixed: Mapping[int, int]) -> list[int]:
    """The pass back from the fixed days: when each milestone must end, OPEN where none binds it."""
    size = len(network.keys)
    ends, starts = [OPEN] * size, [OPEN] * size
    for at, day in fixed.items():
        ends[at] = grid.behind[day]
    for at in reversed(network.shape.order):
        if stand.ended[at] >= 0:
            continue
        start = ends[at] if ends[at] == OPEN else grid.step(network.takes[at]).back(ends[at])
        if starts[at] < start and stand.began[at] < 0:
            start = starts[at]
            ends[at] = min(ends[at], grid.step(network.takes[at]).forward(start))
        if start == OPEN or stand.began[at] >= 0:
            continue
        for wait in network.shape.waits[at]:
            ready = start
            if wait.lag.count:
                ready = grid.step(wait.lag).back(start)
            bound = starts if wait.from_start else ends
            bound[wait.at] = min(bound[wait.at], ready)
    return ends
