"""Nearness: which records share enough with a telling to be compared with it.

A page of a thousand parks of one town shares 青柳 and 园区 among all of them, so records are looked
for by what is rare: where one telling holds all keys of another, the rarest of them is enough.
"""

from bisect import insort
from collections.abc import Collection, Hashable, Sequence
from sys import maxsize

FEW = 6
"""So many records are all near; only more of them are told apart by their keys."""


class Index:
    """Records by their keys, and each also by the rarest of its keys when it came."""

    def __init__(self) -> None:
        self._few: list[tuple[Collection[Hashable], int]] = []
        self._of_few: list[int] = []
        self._by_key: dict[Hashable, set[int]] = {}
        self._by_rarest: dict[Hashable, set[int]] = {}
        self._asked: tuple[Collection[Hashable], Hashable] | None = None

    def sharing(self, keys: Collection[Hashable]) -> Sequence[int]:
        """The records that share a key, in order."""
        if self._few:
            return self._of_few
        return sorted({at for key in keys for at in self._by_key.get(key, ())})

    def holding(self, keys: Collection[Hashable]) -> Sequence[int]:
        """The records that may hold all of *keys*, or all of whose keys may be among them."""
        if self._few:
            return self._of_few
        if not keys or not self._by_key:
            return []
        near, rarest = set(self._by_key.get(self._rarest(keys), ())), self._by_rarest
        near.update(*(rarest[key] for key in keys if key in rarest))
        return sorted(near)

    def add(self, keys: Collection[Hashable], record: int) -> None:
        """Keep a record under its keys."""
        if not self._by_key:
            self._few.append((keys, record))
            if record not in self._of_few:
                insort(self._of_few, record)
            if len(self._few) > FEW:
                few, self._few = self._few, []
                for told, earlier in few:
                    self._keep(told, earlier)
            return
        self._keep(keys, record)

    def _keep(self, keys: Collection[Hashable], record: int) -> None:
        if keys:
            _put(self._by_rarest, self._rarest(keys), record)
        self._asked = None
        for key in keys:
            _put(self._by_key, key, record)

    def _rarest(self, keys: Collection[Hashable]) -> Hashable:
        """The key of the fewest records; of equals the one whose words come last, in every run."""
        # A telling asks first what is near it and is then kept under the same keys.
        if self._asked is not None and self._asked[0] is keys:
            return self._asked[1]
        rarest, fewest, words = None, maxsize, ""
        for key in keys:
            count = len(self._by_key.get(key, ()))
            if count < fewest or (count == fewest and str(key) > words):
                rarest, fewest, words = key, count, str(key)
        self._asked = keys, rarest
        return rarest


def _put(index: dict[Hashable, set[int]], key: Hashable, record: int) -> None:
    if (records := index.get(key)) is None:
        index[key] = {record}
    else:
        records.add(record)
