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
_TOTAL = re.compile(
    r"(?:[本全各][页表县市区镇]|[\u4e00-\u9fff]{1,6})?(?:合\s*计|总\s*计|小\s*计|累\s*计)(?:数|个)?(?:[:：（(].{0,16})?"
)
_PART = re.compile(
    r"(?:[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}[、.．\s]).{1,30}"
)
_NOTE = re.compile(
    r"(?:注|备注|说明|填表说明|填[表报]人|填报单位|制表人?|审核人?|联系人|联系电话|负责人|单位负责人|报送日期|填报日期)\s*[:：\d].*"
    r"|注[:：].*",
    re.DOTALL,
)


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
    """Whether a row is none of the list: a sum of those above, the head of a part, a note below."""
    said = [cell for cell in cells if cell]
    if not said:
        return False
    if _TOTAL.fullmatch(said[0]) or (said[0].isdecimal() and _TOTAL.fullmatch("".join(said[1:2]))):
        return True
    is_one = len(set(said)) == 1
    if is_one and (_PART.fullmatch(said[0]) or len(said) > 2):
        return True
    return bool(_NOTE.fullmatch(said[0])) and (is_one or len(said) <= 4)


def letter(at: int) -> str:
    """A column as sheets call it: A, B, … AA."""
    name = ""
    at += 1
    while at:
        at, rest = divmod(at - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
