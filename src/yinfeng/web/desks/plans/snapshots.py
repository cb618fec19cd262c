"""An edition's milestones as data and back, so that any old edition can be reckoned again."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from yinfeng.judgement.schedule.outlook import Actual, Bar
from yinfeng.lexicon.milestones import Milestone, Need, length
from yinfeng.web.desks.plans.models import Edition
from yinfeng.web.desks.plans.models import Milestone as Row

_WORDS = ("key", "name", "track", "owner", "gate", "proof", "next", "basis", "sure")


def written(milestones: Sequence[Milestone]) -> list[dict[str, Any]]:
    """The milestones as an edition keeps them."""
    return [_written(one) for one in milestones]


def read(edition: Edition) -> tuple[Milestone, ...]:
    """The milestones of an edition."""
    return tuple(_read(row) for row in edition.milestones)


def days(told: Mapping[str, str]) -> dict[str, date]:
    """Days by key, of an edition."""
    return {key: date.fromisoformat(says) for key, says in told.items()}


def bars_of(edition: Edition) -> dict[str, Bar]:
    """What an edition plans."""
    return {
        key: Bar(date.fromisoformat(begins), date.fromisoformat(ends))
        for key, (begins, ends) in edition.bars.items()
    }


def actuals_of(rows: Sequence[Row]) -> dict[str, Actual]:
    """What was really done, of the milestones as they stand."""
    return {row.key: Actual(row.began, row.ended) for row in rows if row.began or row.ended}


def _written(one: Milestone) -> dict[str, Any]:
    row: dict[str, Any] = {name: getattr(one, name) for name in _WORDS if getattr(one, name)}
    row["takes"] = str(one.takes)
    row["needs"] = [[need.of, need.from_start, str(need.lag)] for need in one.needs]
    if one.statutory:
        row["statutory"] = str(one.statutory)
        row["least"] = one.least
    return row


def _read(row: Mapping[str, Any]) -> Milestone:
    return Milestone(
        **{name: str(row.get(name, "")) for name in _WORDS},
        takes=length(row["takes"]),
        needs=tuple(Need(of, start, length(lag)) for of, start, lag in row["needs"]),
        statutory=length(row["statutory"]) if "statutory" in row else None,
        least=bool(row.get("least")),
    )
