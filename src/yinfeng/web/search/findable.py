"""What can be found: each app lists it in FINDABLE of its own `findable.py`.

A thing is found by its names and its text where the user has the right to read it, in its unit.
Contact persons and telephone numbers do not belong into the text: they are masked by class.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from django.apps import apps
from django.db.models import Model, QuerySet

from yinfeng.identity.decisions import Decision
from yinfeng.web.people.models import OrgUnit


@dataclass(frozen=True, slots=True)
class Card:
    """What of a thing is looked through, and how a hit is shown."""

    unit: OrgUnit
    title: str
    text: str = ""
    # Further names by which it is called; found by their initials, as the title is.
    names: tuple[str, ...] = ()
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Within:
    """A place inside a thing, as a fact of a paper."""

    label: str
    says: str
    address: str
    # What stands instead, where an office did not go by it.
    aside: str = ""


def nothing_within(keys: Sequence[str]) -> Mapping[str, Sequence[Within]]:  # noqa: ARG001
    """For things without places of their own inside."""
    return {}


def no_firms(keys: Sequence[str]) -> Mapping[str, Sequence[str]]:  # noqa: ARG001
    """For things that name no enterprise."""
    return {}


def no_speakers(keys: Sequence[str]) -> Mapping[str, str]:  # noqa: ARG001
    """For things that know nobody who speaks for an enterprise."""
    return {}


def nobody_along(things: Sequence[Any]) -> Iterable[Model]:  # noqa: ARG001
    """For things of which nothing else tells."""
    return ()


@dataclass(frozen=True, slots=True)
class Findable:
    """One kind of thing: its model, what an office calls it, who may read it, where it is shown.

    `card` is None for what is not to be found (any more). `rows` is everything that is, for the
    nightly comparison. `firms` are the enterprises that things name, by the key of each thing,
    `speakers` who speaks for them, masked by class as in lists. `along` is what has to be put in
    anew together with things, as who holds a post of a project.
    """

    model: type[Model]
    title: str
    right: str
    card: Callable[[Any], Card | None]
    rows: Callable[[], "QuerySet[Any]"]
    address: Callable[[str], str]
    within: Callable[[Sequence[str]], Mapping[str, Sequence[Within]]] = nothing_within
    firms: Callable[[Sequence[str]], Mapping[str, Sequence[str]]] = no_firms
    speakers: Callable[[Sequence[str]], Mapping[str, str]] = no_speakers
    along: Callable[[Sequence[Any]], Iterable[Model]] = nobody_along

    @property
    def kind(self) -> str:
        """The name of the kind in the index."""
        return self.model._meta.label_lower


def rulings(units: Sequence[OrgUnit]) -> Iterator[Decision]:
    """What people of these units decided of names, where an app keeps it."""
    for app in apps.get_app_configs():
        module = f"{app.name}.findable"
        if app.name.startswith("yinfeng.") and app.label != "search" and find_spec(module):
            decided = getattr(import_module(module), "RULINGS", None)
            yield from decided(units) if decided else ()


def asides(facts: Sequence[int]) -> Mapping[int, str]:
    """Of these facts of papers those that an office did not go by, with what stands instead."""
    found: dict[int, str] = {}
    for app in apps.get_app_configs():
        module = f"{app.name}.findable"
        if app.name.startswith("yinfeng.") and app.label != "search" and find_spec(module):
            of_app = getattr(import_module(module), "SET_ASIDE", None)
            found |= of_app(facts) if of_app else {}
    return found


@cache
def findables() -> Mapping[str, Findable]:
    """Every kind of every app, by its name in the index."""
    found: dict[str, Findable] = {}
    for app in apps.get_app_configs():
        module = f"{app.name}.findable"
        if app.name.startswith("yinfeng.") and app.label != "search" and find_spec(module):
            listed: Iterable[Findable] = import_module(module).FINDABLE
            found |= {one.kind: one for one in listed}
    return found


def findable_of(thing: Model) -> Findable | None:
    """The kind of a thing, if it can be found at all."""
    return findables().get(thing._meta.label_lower)
