"""Terms of duties that run from an event: their words, and their day once it has happened."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from yinfeng.judgement.duties import day_of
from yinfeng.lexicon.calendar import calendar
from yinfeng.web.desks.agreements.models import Agreement
from yinfeng.web.desks.projects.models import Passage

GATES = {
    "A2": "签约", "R1": "注册", "D1": "取得土地", "C1": "开工", "C3": "竣工", "O1": "投产",
    "O2": "入规", "O3": "达产", "permit": "取得许可", "notice": "收到通知",
    "payment": "付清款项", "accepted": "验收",
}  # fmt: skip
_UNITS = {"d": "日", "w": "个工作日", "m": "个月"}


def says_of(term: str) -> str:
    """A kept term in words."""
    anchor, _, length = term.partition("+")
    if not length:
        return ""
    return f"{GATES.get(anchor, anchor)}后{length[:-1]}{_UNITS[length[-1]]}内"


def anchors_of(
    agreements: Iterable[Agreement], moment: datetime | None = None
) -> dict[int, dict[str, date]]:
    """By agreement, the days of the events from which terms run: signing, confirmed gates."""
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
    return found


def resolved(term: str, anchors: Mapping[str, date]) -> date | None:
    """The day of a kept term, once its event has happened."""
    return day_of(term, anchors, calendar()) if term else None
