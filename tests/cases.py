"""Cases from YAML beside the tests: what a text says, and what is found in it."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Case:
    """One example: the words, what is found, and everything else that its file says of it."""

    says: str
    finds: Any = None
    more: dict[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.says[:40]


def cases(path: str) -> list[Case]:
    """The cases of a file below tests/, in order; `says` and `finds` apart from the rest."""
    with (HERE / path).open(encoding="utf-8") as stream:
        rows = yaml.load(stream, Loader=yaml.CSafeLoader)
    return [Case(row.pop("says"), row.pop("finds", None), row) for row in rows]
