"""What a format is: the bytes it recognises, and how it reads them.

A format yields documents, problems, and enclosed files (a member of a zip, an attachment of a
letter), which are opened in their turn. `Unreadable` stops one file with a sentence for a clerk.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from yinfeng.values import Document, Problem


@dataclass(frozen=True, slots=True)
class Origin:
    """Where bytes came from: the document's name, its ending in lower case, its path, its hash."""

    name: str
    ending: str = ""
    path: str = ""
    sha256: str = ""

    def problem(self, code: str, says: str, place: str = "") -> Problem:
        """What went wrong with this file, told at its path when no nearer place is given."""
        return Problem(self.name, code, says, place or self.path)


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A file packed inside another: its own name, its path inside, its bytes."""

    name: str
    path: str
    data: bytes


Found: TypeAlias = Document | Problem | Enclosed


@dataclass(frozen=True, slots=True)
class Format:
    """One way of writing a file: what it is called, how it shows, how it is read."""

    name: str
    recognises: Callable[[bytes, Origin], bool]
    read: Callable[[bytes, Origin], Iterator[Found]]


class Unreadable(Exception):
    """A file, or the rest of it, cannot be read; *says* tells a clerk why and what to do."""

    def __init__(self, code: str, says: str) -> None:
        super().__init__(says)
        self.code, self.says = code, says
