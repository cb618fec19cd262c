"""A record that grows: each further telling of a thing adds what the record does not yet hold.

The fuller telling gives the quote; fields are the union, and the furthest stage stands. A mayor who
visits a thousand firms on one day has one record with a thousand guests: lists are kept open while
tellings come, for a tuple made anew at each of them would take a time that grows with the square.
"""

from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import cast

from yinfeng.facts.stages import ORDER
from yinfeng.values import Engagement, Evidence, Fact, Person, Project, Told
from yinfeng.values.form import Value, told_fields


class _Open:
    """A list of a record that is still open: its first telling, its values and their proof."""

    def __init__(self, first: Told[Value]) -> None:
        assert isinstance(first.value, tuple)
        self._first = first
        self.values: list[str | Person] = list(first.value)
        self._held = set(self.values)
        self._evidence: dict[Evidence, None] = dict.fromkeys(first.evidence)

    def take(self, told: Told[Value]) -> Collection[str | Person]:
        """The values of a telling that were not held before; they are now."""
        assert isinstance(told.value, tuple)
        held = self._held
        more = [value for value in cast("Iterable[str | Person]", told.value) if value not in held]
        if more:
            self.values += more
            held.update(more)
            self._evidence.update(dict.fromkeys(told.evidence))
        return more

    def told(self) -> Told[Value]:
        """The list as it stands."""
        first = self._first
        return Told(
            cast("Value", tuple(self.values)), tuple(self._evidence), first.status, first.pattern
        )


class Record:
    """What the tellings of one thing say together.

    `fact` has all but what lists have gained since; `whole` has that too.
    """

    def __init__(self, fact: Fact) -> None:
        self.fact = fact
        self._lists: dict[str, _Open] = {}
        self._guests: set[str] | None = None

    def add(self, telling: Fact) -> None:
        """Take in a further telling: the fuller words first, the others where these are silent."""
        if _fullness(telling) > _fullness(self.fact):
            telling, self.fact = self.whole(), telling
            self._lists, self._guests = {}, None
        mine = dict(told_fields(self.fact))
        changes: dict[str, Told[Value] | None] = {}
        for name, told in told_fields(telling):
            if name not in mine:
                changes[name] = told
            elif isinstance(told.value, tuple):
                self._lengthen(name, mine[name], told)
        if isinstance(self.fact, Project) and isinstance(telling, Project):
            changes |= _stage(self.fact, telling)
        if changes:
            self.fact = replace(self.fact, **changes)  # type: ignore[arg-type]
            self._guests = None

    def _lengthen(self, name: str, mine: Told[Value], told: Told[Value]) -> None:
        if name not in self._lists:
            self._lists[name] = _Open(mine)
        more = self._lists[name].take(told)
        if self._guests is not None and name in ("people", "counterparts"):
            self._guests.update(map(_name, more))

    def whole(self) -> Fact:
        """The record as one fact."""
        lists = {name: kept.told() for name, kept in self._lists.items()}
        return replace(self.fact, **lists) if lists else self.fact  # type: ignore[arg-type]

    def guests(self) -> Collection[str]:
        """Whom and what the tellings of an event name: people, bodies, its place, its purpose."""
        if self._guests is None:
            whole = self.whole()
            self._guests = guests_of(whole) if isinstance(whole, Engagement) else set()
        return self._guests


def guests_of(event: Engagement) -> set[str]:
    """Whom and what an event names: people (or their titles), bodies, its place, its purpose."""
    named: set[str] = set()
    if event.people is not None:
        named.update(map(_name, event.people.value))
    if event.counterparts is not None:
        named.update(event.counterparts.value)
    named.update(told.value for told in (event.place, event.purpose) if told is not None)
    named.discard("")
    return named


def _fullness(fact: Fact) -> tuple[int, bool]:
    """How much a telling says; of two that say as much, the one with the stage proves more."""
    is_staged = isinstance(fact, Project) and fact.stage is not None
    return len(told_fields(fact)), is_staged


def _name(guest: str | Person) -> str:
    return guest if isinstance(guest, str) else guest.name or guest.title


def _stage(left: Project, right: Project) -> dict[str, Told[Value] | None]:
    """The furthest stage that either telling reached, with its own day."""
    if left.stage is None or right.stage is None:
        return {}
    further = max(left, right, key=_rank)
    if left.stage.value == right.stage.value:
        day = left.stage_date or right.stage_date
        return {"stage_date": cast("Told[Value] | None", day)}
    return {
        "stage": cast("Told[Value] | None", further.stage),
        "stage_date": cast("Told[Value] | None", further.stage_date),
    }


def _rank(project: Project) -> int:
    return ORDER.index(project.stage.value if project.stage is not None else "")
