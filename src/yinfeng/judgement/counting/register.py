"""The register as counting goes through it: who passed which gate first, found in one pass.

Six counts and five conversions ask for the same gates of the same projects; of 100,000 projects
nobody can look through the gates of each again for every question.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from yinfeng.judgement.counting.rows import Gate, ProjectRow

_NOBODY: Mapping[int, Gate] = {}
_ALL = Decimal(100)


@dataclass(frozen=True, slots=True)
class Register:
    """Projects in the order of their keys, and the earliest passage of each gate by each."""

    rows: tuple[ProjectRow, ...]
    told: Mapping[str, Mapping[int, Gate]]
    confirmed: Mapping[str, Mapping[int, Gate]]

    @classmethod
    def of(cls, rows: Iterable[ProjectRow]) -> "Register":
        """The register of these projects. A ceremony is no passage of a gate."""
        ordered = tuple(sorted(rows, key=lambda one: one.key))
        told: dict[str, dict[int, Gate]] = {}
        confirmed: dict[str, dict[int, Gate]] = {}
        for row in ordered:
            for gate in row.gates:
                if gate.is_ceremony:
                    continue
                _keep_earliest(told.setdefault(gate.code, {}), row.key, gate)
                if gate.is_confirmed:
                    _keep_earliest(confirmed.setdefault(gate.code, {}), row.key, gate)
        return cls(ordered, told, confirmed)

    def first(self, code: str, *, confirmed: bool = True) -> Mapping[int, Gate]:
        """The earliest passage of a gate by each project, by its key."""
        return (self.confirmed if confirmed else self.told).get(code, _NOBODY)


def shared_on(row: ProjectRow, day: date, *, is_shared: bool) -> ProjectRow | None:
    """The project with what the unit has of it on a day; None where it is all another unit's.

    Where an office has switched the sharing off, all of it is the taker's.
    """
    if not is_shared:
        if row.is_elsewhere:
            return None
        return replace(row, share=_ALL, shared="") if row.shared or row.share != _ALL else row
    share = row.share_on(day)
    return row if share == row.share else replace(row, share=share)


def _keep_earliest(known: dict[int, Gate], key: int, gate: Gate) -> None:
    before = known.get(key)
    if before is None or gate.day < before.day:
        known[key] = gate
