"""The dry run: what each row of a sheet would become, and everything that is wrong with it."""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any

from yinfeng.web.lists.importing.doubles import Double


class Outcome(StrEnum):
    """What becomes of a row."""

    CREATE = "create"
    CHANGE = "change"
    SAME = "same"
    LEFT = "left"
    BAD = "bad"

    @property
    def label(self) -> str:
        """What it is called."""
        return _LABELS[self]


_LABELS = {
    Outcome.CREATE: "新建",
    Outcome.CHANGE: "修改",
    Outcome.SAME: "无变化",
    Outcome.LEFT: "不导入",
    Outcome.BAD: "有误",
}
_TOTAL = re.compile(r"(?:合\s*计|总\s*计|小\s*计)[:：]?")


@dataclass(frozen=True, slots=True)
class Bad:
    """What is wrong with one cell: its row as the sheet counts, its column, its words, and why."""

    row: int
    column: str
    words: str
    says: str


@dataclass(frozen=True, slots=True)
class Line:
    """One row: what it becomes, of which record, with which values."""

    row: int
    label: str
    outcome: Outcome
    unit: Any = None
    values: Mapping[str, Any] | None = None
    record: Any = None
    changes: tuple[tuple[str, str, str], ...] = ()
    doubles: tuple[Double, ...] = ()
    ruling: str = ""


@dataclass(frozen=True)
class Plan:
    """The rows of a sheet, what is wrong with any, and what stands in the way of all of them."""

    lines: tuple[Line, ...]
    bad: tuple[Bad, ...]
    obstacles: tuple[str, ...] = ()

    @cached_property
    def counts(self) -> dict[Outcome, int]:
        """How many rows become what."""
        counts = dict.fromkeys(Outcome, 0)
        for line in self.lines:
            counts[line.outcome] += 1
        return counts

    @property
    def tally(self) -> Iterator[tuple[str, str, int]]:
        """Each outcome with its label and count."""
        return ((outcome.value, outcome.label, n) for outcome, n in self.counts.items())

    def of(self, outcome: Outcome) -> list[Line]:
        """The rows that become this."""
        return [line for line in self.lines if line.outcome is outcome]

    @property
    def creating(self) -> list[Line]:
        """The rows that become new records."""
        return self.of(Outcome.CREATE)

    @property
    def changing(self) -> list[Line]:
        """The rows that change a record."""
        return self.of(Outcome.CHANGE)

    @property
    def doubtful(self) -> list[Line]:
        """The rows with likely doubles, which a person rules on."""
        return [line for line in self.lines if line.doubles]

    @property
    def is_worth_it(self) -> bool:
        """Whether anything would be written."""
        return bool(self.counts[Outcome.CREATE] + self.counts[Outcome.CHANGE])

    @cached_property
    def seal(self) -> str:
        """What the plan comes to, so that what is done is what was shown."""
        said = [
            (
                line.row,
                line.outcome,
                getattr(line.record, "pk", None),
                getattr(line.record, "version", None),
                line.changes,
            )
            for line in self.lines
        ]
        words = json.dumps(said, ensure_ascii=False, default=str)
        return hashlib.sha256(words.encode()).hexdigest()


def is_total(cells: Sequence[str]) -> bool:
    """Whether a row only adds up those above it."""
    first = next((cell for cell in cells if cell), "")
    return bool(_TOTAL.fullmatch(first))


def letter(at: int) -> str:
    """A column as sheets call it: A, B, … AA."""
    name = ""
    at += 1
    while at:
        at, rest = divmod(at - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
