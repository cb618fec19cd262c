"""Terms of duties that run from an event: their words, and their day once it has happened."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime

from yinfeng.judgement.duties import day_of
from yinfeng.lexicon.calendar import calendar
from yinfeng.lexicon.duties import duty_words
from yinfeng.web.desks.agreements.happened import standing_happenings
from yinfeng.web.desks.agreements.models import Agreement, Happening
from yinfeng.web.desks.projects.models import Passage

_GATES = {
    "A2": "签约", "R1": "注册", "D1": "取得土地", "C1": "开工", "C3": "竣工", "O1": "投产",
    "O2": "入规", "O3": "达产",
}  # fmt: skip
_UNITS = {"d": "日", "w": "个工作日", "m": "个月"}


def names() -> Mapping[str, str]:
    """What the gates and events are called from which terms run."""
    return {**_GATES, **duty_words().event_labels}


def says_of(term: str) -> str:
    """A kept term in words."""
    anchor, _, length = term.partition("+")
    if not length:
        return ""
    return f"{names().get(anchor, anchor)}后{length[:-1]}{_UNITS[length[-1]]}内"


def anchors_of(
    agreements: Iterable[Agreement], moment: datetime | None = None
) -> dict[int, dict[str, date]]:
    """By agreement, the days of what terms run from: signing, confirmed gates, events."""
    agreements = list(agreements)
    rows = Passage.objects.filter(project__in=[one.project_id for one in agreements])
    # The day of a paper is only the last on which it can have happened: no term runs from it.
    rows = rows.confirmed(moment).exclude(precision=Passage.Precision.PAPER)
    gates: dict[int, dict[str, date]] = {}
    for project, gate, day in rows.exclude(day=None).values_list("project", "gate", "day"):
        assert day is not None
        kept = gates.setdefault(project, {})
        kept[gate] = min(kept.get(gate, day), day)
    found = {}
    for one in agreements:
        days = dict(gates.get(one.project_id, {}))
        # A term of this agreement runs from its own signing, not from that of another one.
        days.pop("A2", None)
        found[one.pk] = {**days, "A2": one.signed} if one.signed else days
    for row in _events(agreements, moment):
        if row.promise_id is None:
            found[row.agreement_id][row.kind] = row.day
    return found


def own_anchors(
    agreements: Iterable[Agreement], moment: datetime | None = None
) -> dict[int, dict[str, date]]:
    """By promise, the days of events that were put down for it alone."""
    found: dict[int, dict[str, date]] = {}
    for row in _events(agreements, moment):
        if row.promise_id is not None:
            found.setdefault(row.promise_id, {})[row.kind] = row.day
    return found


def _events(agreements: Iterable[Agreement], moment: datetime | None) -> Iterator[Happening]:
    labels = duty_words().event_labels
    for row in standing_happenings(agreements, moment):
        if row.kind in labels and row.yuan is None:
            yield row


def resolved(term: str, anchors: Mapping[str, date]) -> date | None:
    """The day of a kept term, once its event has happened."""
    return day_of(term, anchors, calendar()) if term else None
