"""What is reckoned once and kept until something happens in its unit.

Every action writes one event with its unit, so the seal of a unit's last event stands for all that
happened there. A figure is kept under it in this process, and for a minute at the most: what is
written without an event, as a rule of the unit above, shows within that minute.
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
