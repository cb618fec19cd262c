"""Which parcels are to be net land (净地) when, as rooms above plan it.

A model of a higher room says so by itself: its `plans_net_land` answers for a branch of the tree.
This room knows none.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from django.apps import apps


@dataclass(frozen=True, slots=True)
class Clearing:
    """A parcel that is being cleared: by which day, or None where none is planned, and in what."""

    parcel: int
    day: date | None
    says: str


def clearings(path: str) -> Mapping[int, Clearing]:
    """What is being cleared in the unit at *path* and below, by the keys of parcels."""
    return {one.parcel: one for model in _above() for one in _told(model, path)}


def _told(model: Any, path: str) -> Iterator[Clearing]:
    yield from model.plans_net_land(path)


@cache
def _above() -> tuple[Any, ...]:
    return tuple(model for model in apps.get_models() if hasattr(model, "plans_net_land"))
