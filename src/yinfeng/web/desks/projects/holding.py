"""What other rooms hold against a gate: each room's `holding.py` has HOLDS.

    HOLDS = (hold,)

    def hold(project: Project, gate: str, day: date, today: date) -> Hold | None:

A room above keeps the agreement that is signed and the review that refused; the gate passes here.
It is asked before a gate is reported and before it is confirmed. This room imports none of them.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache

from yinfeng.web.desks.projects.models import Project, Proof
from yinfeng.web.desks.rooms import rooms_with

_NUMBER = re.compile(r"[\d〇一二三四五六七八九十百]")
_HAN = re.compile(r"[一-鿿]")
_SHORTEST = 4


@dataclass(frozen=True, slots=True)
class Hold:
    """Why a gate may not be reported or confirmed, or what its confirmer is told beforehand.

    *mark* goes with the confirmation; where it stands, evidence in words has to name a paper.
    """

    bars_report: str = ""
    bars_confirm: str = ""
    told: str = ""
    mark: str = ""


def holds_on(project: Project, gate: str, day: date, today: date) -> list[Hold]:
    """What every room holds against a gate of the project."""
    found = (hold(project, gate, day, today) for hold in _holds())
    return [one for one in found if one is not None]


def bare(proofs: Iterable[Proof]) -> set[str]:
    """The wants that are shown neither by a paper nor by words with a number that leads to one."""
    proofs = list(proofs)
    shown = {one.wanted for one in proofs if one.document_id or names_a_paper(one.says)}
    return {one.wanted for one in proofs} - shown


def names_a_paper(says: str) -> bool:
    """Whether words lead to a paper: 云泽镇投〔2026〕3号 does, x or 已有 does not."""
    says = says.strip()
    is_long = len(says) >= _SHORTEST and len(_HAN.findall(says)) > 1
    return is_long and _NUMBER.search(says) is not None


@cache
def _holds() -> tuple[Callable[[Project, str, date, date], Hold | None], ...]:
    found: list[Callable[[Project, str, date, date], Hold | None]] = []
    for _, told in rooms_with("holding", besides="projects"):
        found += told.HOLDS
    return tuple(found)
