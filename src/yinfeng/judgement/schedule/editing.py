"""A project's own milestones: some left out, some added, some with terms of their own.

Where a milestone is left out, what waited for it waits for what it waited for, so that the chain
does not break. A term shorter than the least that the law allows is refused (公告挂牌不少于30日).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from yinfeng.judgement.schedule.grid import grid, number
from yinfeng.judgement.schedule.outlook import Bar
from yinfeng.lexicon.calendar import Calendar
from yinfeng.lexicon.milestones import Cap, Length, Milestone, Need

# How many days a working day, a day and a month come to, to compare terms of different kinds.
_DAYS = {"wd": 1.4, "d": 1.0, "m": 30.0}


@dataclass(frozen=True, slots=True)
class Reach:
    """How long the way under a cap is in a plan, in the measure of the cap."""

    cap: Cap
    takes: int

    @property
    def is_kept(self) -> bool:
        """Whether it is within what the cap allows."""
        return self.takes <= self.cap.within.count


def without(milestones: Sequence[Milestone], key: str) -> tuple[Milestone, ...]:
    """The milestones without one; what waited for it waits for what it waited for."""
    gone = next(one for one in milestones if one.key == key)
    return tuple(
        replace(one, needs=tuple(_bridged(one.needs, gone))) for one in milestones if one.key != key
    )


def _bridged(needs: Sequence[Need], gone: Milestone) -> list[Need]:
    kept = [need for need in needs if need.of != gone.key]
    if len(kept) == len(needs):
        return kept
    known = {need.of for need in kept}
    return kept + [need for need in gone.needs if need.of not in known]


def retimed(milestones: Sequence[Milestone], takes: Mapping[str, Length]) -> tuple[Milestone, ...]:
    """The milestones with these terms of their own."""
    return tuple(replace(one, takes=takes.get(one.key, one.takes)) for one in milestones)


def added(
    milestones: Sequence[Milestone], new: Milestone, before: Sequence[str] = ()
) -> tuple[Milestone, ...]:
    """The milestones with one more, for which those in *before* wait too."""
    grown = (
        replace(one, needs=(*one.needs, Need(new.key))) if one.key in before else one
        for one in milestones
    )
    at = max((n for n, one in enumerate(milestones) if one.key in _of(new)), default=-1) + 1
    listed = list(grown)
    return (*listed[:at], new, *listed[at:])


def is_below_the_law(one: Milestone) -> bool:
    """Whether its term is shorter than the least that the law allows."""
    return one.least and one.statutory is not None and _days(one.takes) < _days(one.statutory)


def is_above_the_law(one: Milestone) -> bool:
    """Whether its term is longer than the longest that the law gives the office."""
    return not one.least and one.statutory is not None and _days(one.takes) > _days(one.statutory)


def reaches(caps: Sequence[Cap], bars: Mapping[str, Bar], calendar: Calendar) -> tuple[Reach, ...]:
    """How long the way under each cap is in a plan; caps whose ends were left out are not there."""
    found = []
    for cap in caps:
        if cap.after in bars and cap.to in bars:
            first, last = bars[cap.after].ends, bars[cap.to].ends
            working = grid(calendar).between(number(first), number(last))
            takes = working if cap.within.unit == "wd" else (last - first).days
            found.append(Reach(cap, takes))
    return tuple(found)


def _of(one: Milestone) -> set[str]:
    return {need.of for need in one.needs}


def _days(length: Length) -> float:
    return length.count * _DAYS[length.unit]
