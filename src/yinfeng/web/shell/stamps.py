"""What is reckoned once and kept until something happens in its unit.

Every action writes one event with its unit, so the seal of a unit's last event stands for all that
happened there. A figure is kept under it in this process, and for a minute at the most: what is
written without an event there, as a rule of the unit above, shows within that minute.
"""

from collections import OrderedDict
from collections.abc import Callable, Collection, Hashable, Mapping
from threading import Lock
from time import monotonic
from typing import Any, Generic, TypeVar

from django.db.models import OuterRef, Subquery

from yinfeng.web.people.may import FEW
from yinfeng.web.people.models import OrgUnit
from yinfeng.web.shell.models import Event
from yinfeng.web.shell.questions import answer

T = TypeVar("T")
Stamps = Mapping[int, str]
_MOST = 4096
_SCOPES = 256
_KEPT = 60.0


def stamps_of(units: Collection[int]) -> dict[int, str]:
    """The seal of the last event of each unit, where anything has happened there."""

    def rows() -> Any:
        last = Event.objects.filter(unit=OuterRef("pk")).order_by("-number").values("seal")[:1]
        seen = OrgUnit.objects.filter(pk__in=units).annotate(stamp=Subquery(last))
        return seen.values_list("pk", "stamp")

    found = answer(rows, "stamps", tuple(units)) if len(units) <= FEW else rows()
    return {pk: stamp for pk, stamp in found if stamp}


class ByUnit(Generic[T]):
    """Figures of units, each reckoned anew where something happened since."""

    def __init__(self, reckon: Callable[..., Mapping[int, T]]) -> None:
        self._reckon = reckon
        self._kept: OrderedDict[Hashable, tuple[str, float, T]] = OrderedDict()
        self._lock = Lock()

    def of(
        self, units: Collection[int], *asked: Hashable, stamps: Stamps | None = None
    ) -> dict[int, T]:
        """The figures of these units; *asked* is what else they depend on, as the day.

        *stamps* are those of the units and of any others, where they are known by now.
        """
        now = monotonic()
        if stamps is None:
            stamps = stamps_of(units)
        found: dict[int, T] = {}
        with self._lock:
            for unit in units:
                kept = self._kept.get((unit, *asked))
                if kept and kept[0] == stamps.get(unit) and now - kept[1] < _KEPT:
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
    """What is seen of a part of the tree, reckoned anew where something happened in it."""

    def __init__(self) -> None:
        self._kept: OrderedDict[Hashable, tuple[Stamps, float, T]] = OrderedDict()
        self._lock = Lock()

    def of(self, stamps: Stamps, reckon: Callable[[], T], *asked: Hashable) -> T:
        """What *reckon* gives; *asked* is all that it depends on: the posts, the day, the person.

        *stamps* are those of the part's units, asked for before anything is reckoned.
        """
        now = monotonic()
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
