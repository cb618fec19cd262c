"""What is reckoned once and kept until something happens in its unit.

Every action writes one event with its unit, so the seal of a unit's last event stands for all that
happened there. A figure is kept under it in this process, and for a minute at the most: what is
written without an event there, as a rule of the unit above, shows within that minute.
"""

from collections import OrderedDict
from collections.abc import Callable, Collection, Hashable, Mapping
from threading import Lock
from time import monotonic
from typing import Generic, TypeVar

from django.db.models import OuterRef, Subquery

from yinfeng.web.people.models import OrgUnit
from yinfeng.web.shell.models import Event

T = TypeVar("T")
_MOST = 4096
_SCOPES = 256
_KEPT = 60.0


def stamps_of(units: Collection[int]) -> dict[int, str]:
    """The seal of the last event of each unit, where anything has happened there."""
    last = Event.objects.filter(unit=OuterRef("pk")).order_by("-number").values("seal")[:1]
    rows = OrgUnit.objects.filter(pk__in=units).annotate(stamp=Subquery(last))
    return {pk: stamp for pk, stamp in rows.values_list("pk", "stamp") if stamp}


class ByUnit(Generic[T]):
    """Figures of units, each reckoned anew where something happened since."""

    def __init__(self, reckon: Callable[..., Mapping[int, T]]) -> None:
        self._reckon = reckon
        self._kept: OrderedDict[Hashable, tuple[str, float, T]] = OrderedDict()
        self._lock = Lock()

    def of(self, units: Collection[int], *asked: Hashable) -> dict[int, T]:
        """The figures of these units; *asked* is what else they depend on, as the day."""
        stamps, now = stamps_of(units), monotonic()
        found: dict[int, T] = {}
        with self._lock:
            for unit, stamp in stamps.items():
                kept = self._kept.get((unit, *asked))
                if kept and kept[0] == stamp and now - kept[1] < _KEPT:
                    found[unit] = kept[2]
        stale = [unit for unit in units if unit not in found]
        fresh = self._reckon(stale, *asked) if stale else {}
        with self._lock:
            for unit, figure in fresh.items():
                if unit in stamps:
                    self._kept[(unit, *asked)] = (stamps[unit], now, figure)
            while len(self._kept) > _MOST:
                self._kept.popitem(last=False)
        return {**found, **fresh}


class ByScope(Generic[T]):
    """What one person sees of a part of the tree, reckoned anew where something happened in it."""

    def __init__(self) -> None:
        self._kept: OrderedDict[Hashable, tuple[Mapping[int, str], float, T]] = OrderedDict()
        self._lock = Lock()

    def of(self, units: Collection[int], reckon: Callable[[], T], *asked: Hashable) -> T:
        """What *reckon* gives; *asked* is what else that depends on: the person, posts, the day."""
        stamps, now = stamps_of(units), monotonic()
        with self._lock:
            kept = self._kept.get(asked)
        if kept and kept[0] == stamps and now - kept[1] < _KEPT:
            return kept[2]
        made = reckon()
        # Where nothing ever happened nothing tells that something has.
        if stamps:
            with self._lock:
                self._kept[asked] = (stamps, now, made)
                while len(self._kept) > _SCOPES:
                    self._kept.popitem(last=False)
        return made
