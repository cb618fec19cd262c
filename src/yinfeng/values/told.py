"""A value with the words that prove it: nothing in a fact stands without evidence."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from yinfeng.values.spans import Evidence

T = TypeVar("T")


class Status(StrEnum):
    """How real the words say a thing is; a goal never counts as a result."""

    DONE = "done"
    UNDER_WAY = "under_way"
    PLANNED = "planned"
    TARGET = "target"


@dataclass(frozen=True, slots=True)
class Told(Generic[T]):
    """A value, the words that prove it, how real they say it is, and the pattern that read it."""

    value: T
    evidence: tuple[Evidence, ...]
    status: Status = Status.DONE
    pattern: str = ""

    def __post_init__(self) -> None:
        if not self.evidence:
            raise ValueError("a told value needs evidence")
