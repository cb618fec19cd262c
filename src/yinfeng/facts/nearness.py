"""Nearness: which records share enough with a telling to be compared with it.

A page of a thousand parks of one town shares 青柳 and 园区 among all of them, so records are looked
for by what is rare: where one telling holds all keys of another, the rarest of them is enough.
"""

from collections.abc import Collection, Hashable
from sys import maxsize


class Index:
    """Records by their keys, and each also by the rarest of its keys when it came."""

    def __init__(self) -> None:
        self._by_key: dict[Hashable, list[int]] = {}
        self._by_rarest: dict[Hashable, list[int]] = {}

    def sharing(self, keys: Collection[Hashable]) -> list[int]:
        """The records that share a key, in order."""
        return sorted({at for key in keys for at in self._by_key.get(key, ())})

    def holding(self, keys: Collection[Hashable]) -> list[int]:
        """The records that may hold all of *keys*, or all of whose keys may be among them."""
        if not keys or not self._by_key:
            return []
        near = set(self._by_key.get(self._rarest(keys), ()))
        for key in keys:
            near.update(self._by_rarest.get(key, ()))
        return sorted(near)

    def add(self, keys: Collection[Hashable], record: int) -> None:
        """Keep a record under its keys."""
        if keys:
            self._by_rarest.setdefault(self._rarest(keys), []).append(record)
        for key in keys:
            records = self._by_key.setdefault(key, [])
            if not records or records[-1] != record:
                records.append(record)

    def _rarest(self, keys: Collection[Hashable]) -> Hashable:
        """The key of the fewest records; of equals the one whose words come last, in every run."""
        rarest, fewest, words = None, maxsize, ""
        for key in keys:
            count = len(self._by_key.get(key, ()))
            if count < fewest or (count == fewest and str(key) > words):
                rarest, fewest, words = key, count, str(key)
        return rarest
