"""What could not be read, in a sentence that a clerk understands."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that went wrong with one document: where, a short code, a Chinese sentence."""

    document: str
    code: str
    says: str
    place: str = ""
