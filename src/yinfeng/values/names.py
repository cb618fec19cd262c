"""What a text calls things: bodies, people, places, and the terms of the trade.

`Name` is one thing's own name (大同齿轮(昆山)有限公司, 张国栋, 闵行区); `Term` is a word of a
dictionary (an indicator, a stage, an industry, an office) with the dictionary's key.
"""

from dataclasses import dataclass
from enum import StrEnum


class NameKind(StrEnum):
    """What sort of thing a name names."""

    FIRM = "firm"
    INSTITUTE = "institute"
    GOVERNMENT = "government"
    ZONE = "zone"
    TOWN = "town"
    VILLAGE = "village"
    PARK = "park"
    BUILDING = "building"
    STATION = "station"
    BANK = "bank"
    GROUP = "group"
    PERSON = "person"
    PLACE = "place"
    BRAND = "brand"


@dataclass(frozen=True, slots=True)
class Name:
    """One thing's own name; *code* is its region or credit code where known."""

    text: str
    kind: NameKind
    code: str = ""


class TermKind(StrEnum):
    """The dictionary that a term comes from."""

    INDICATOR = "indicator"
    STAGE = "stage"
    INDUSTRY = "industry"
    TITLE = "title"


@dataclass(frozen=True, slots=True)
class Term:
    """A word of a dictionary: its key there, its kind, the words as written."""

    key: str
    kind: TermKind
    says: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """Someone who takes part: a name, an office, or both (a person only described has no name)."""

    name: str = ""
    title: str = ""
