"""Counts of projects that a text gives, beside the projects that it names: 签约亿元以上项目6个.

A count is made again from the rows of the projects that the same text names: those at that stage,
of that size, or named in the very sentence of the count. Where it names none, it gives a number
only, and that is said.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from yinfeng.ledger.agree import agrees
from yinfeng.lexicon.stages import dictionary
from yinfeng.values import Quantity

_SIZE = re.compile(r"(?:超|过)?(?P<digits>\d+(?:\.\d+)?)?(?P<scale>亿|千万|万)(?P<unit>美元|元)")
_SCALES = {"亿": Decimal(10**8), "千万": Decimal(10**7), "万": Decimal(10**4)}
_CURRENCIES = {"元": "CNY", "美元": "USD"}
_PROJECTS = "项目"


class Verdict(StrEnum):
    """How a count stands beside the projects that are named."""

    AGREES = "agrees"
    SOME = "some"
    NONE = "none"
    MORE = "more"


@dataclass(frozen=True, slots=True)
class Asked:
    """What a count counts: a stage, if it says one, and a least size, if it says one."""

    stage: str
    size: Decimal | None
    currency: str


@dataclass(frozen=True, slots=True)
class Named:
    """A project that the text names: its stage, its size, and whether the count's words name it."""

    key: int
    stage: str
    size: Decimal | None
    currency: str
    is_in_words: bool


@dataclass(frozen=True, slots=True)
class Made:
    """A count made again: the projects that it counts, and how that stands beside the number."""

    counted: tuple[int, ...]
    verdict: Verdict
    says: str


def asked_by(name: str) -> Asked | None:
    """What the name of a count asks for; None where it counts no projects."""
    if not name.endswith(_PROJECTS):
        return None
    size = _SIZE.search(name)
    stage = next((found.key for found in dictionary().find(name)), "")
    if size is None:
        return Asked(stage, None, "")
    least = Decimal(size["digits"] or 1) * _SCALES[size["scale"]]
    return Asked(stage, least, _CURRENCIES[size["unit"]])


def made_again(asked: Asked, value: Quantity, named: Sequence[Named]) -> Made:
    """The count as the named projects make it."""
    counted = tuple(one.key for one in named if _is_counted(one, asked))
    number = len(counted)
    exact = Quantity(value.unit, Decimal(number), Decimal(number), Decimal(1))
    if not number:
        return Made((), Verdict.NONE, "文中只给出数字，没有点名项目")
    if agrees(exact, value):
        return Made(counted, Verdict.AGREES, f"与文中点名的{number}个一致")
    if number < value.figure:
        return Made(counted, Verdict.SOME, f"文中点名{number}个，其余只给出数字")
    return Made(counted, Verdict.MORE, f"文中点名{number}个，与数字不符，请核对原文")


def _is_counted(one: Named, asked: Asked) -> bool:
    if one.is_in_words:
        return not asked.stage or not one.stage or one.stage == asked.stage
    if asked.stage and one.stage != asked.stage:
        return False
    if asked.size is not None:
        return one.size is not None and one.currency == asked.currency and one.size >= asked.size
    return bool(asked.stage)
