"""What the room of outreach keeps under the number of a lead: firms visited, receptions, talks.

A row of outreach is told once, there; here it counts as a dated event of the lead that it names, so
a talk keeps the lead awake, a visit of the investor carries the first report on. A number is one of
its first unit; in a unit that took the lead over later it names this lead where no own one has it.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeAlias

from django.db.models import Q
from django.urls import reverse

from yinfeng.web.desks.leads.models import Lead
from yinfeng.web.desks.leads.sheets import Sheet, day_words, sheet
from yinfeng.web.desks.outreach.models import Kept, Reception, Signing, Talk, Trip, Visit

MARK = "招商往来："
NAMING = (Visit, Reception, Talk, Signing)
_WENT = (Trip.State.APPROVED, Trip.State.REPORTED)
_BINDING = "investment"
_CHIEF = ("chief", "主要领导")
_CHUNK = 400
_BETWEEN = re.compile(r"\s*[、，,；;\n]\s*")


@dataclass(frozen=True, slots=True)
class Meeting:
    """One row of outreach as an event of a lead: its day, its sort, who met, what was said."""

    key: str
    kind: str
    sort: str
    day: date
    at: datetime
    who: str
    ours: tuple[str, ...]
    says: str
    unit: int
    address: str
    has_happened: bool

    @property
    def proof(self) -> str:
        """What stops a clock that asked for the meeting."""
        return f"{MARK}{self.sort}，{self.day}"

    @property
    def form(self) -> Sheet:
        """The row as a text in which every word has its place."""
        lines = [
            ("day", "日期", day_words(self.day)),
            ("ours", "我方", "、".join(self.ours)),
            ("says", "情况", self.says),
        ]
        return sheet(self.sort, lines)


def meetings_of(leads: Sequence[Lead], today: date | None) -> dict[int, list[Meeting]]:
    """By lead, what happened with it up to *today*, the earliest first.

    Without a day everything that is kept, trips that still wait for approval among it.
    """
    found: dict[int, list[Meeting]] = {lead.pk: [] for lead in leads}
    for start in range(0, len(leads), _CHUNK):
        own = _keys(leads[start : start + _CHUNK])
        for thing in _rows(own, today):
            for lead in own.get((thing.unit_id, thing.lead), ()):
                found[lead].append(_meeting(thing))
    return {lead: sorted(met, key=lambda m: (m.day, m.key)) for lead, met in found.items()}


def lead_named(unit: int, number: str) -> Lead | None:
    """The lead that a row of the unit names by its number."""
    rows = Lead.objects.standing().filter(unit=unit, number=number).select_related("unit")
    return min(rows, key=lambda lead: lead.first_unit_id != unit, default=None)


def _keys(leads: Sequence[Lead]) -> dict[tuple[int, str], list[int]]:
    """The numbers under which rows of outreach name these leads, by unit."""
    moved = [lead for lead in leads if lead.unit_id != lead.first_unit_id]
    taken: set[tuple[int, str]] = set()
    if moved:
        same = Lead.objects.standing().filter(
            first_unit__in={lead.unit_id for lead in moved},
            number__in={lead.number for lead in moved},
        )
        taken = set(same.values_list("first_unit_id", "number"))
    found: dict[tuple[int, str], list[int]] = {}
    for lead in leads:
        found.setdefault((lead.first_unit_id, lead.number), []).append(lead.pk)
    for lead in moved:
        if (lead.unit_id, lead.number) not in taken:
            found.setdefault((lead.unit_id, lead.number), []).append(lead.pk)
    return found


def _rows(keys: Iterable[tuple[int, str]], today: date | None) -> Iterator[Any]:
    units, numbers = {unit for unit, _ in keys}, {number for _, number in keys}
    named = Q(unit__in=units, lead__in=numbers, removed_at=None)
    if today is not None:
        named &= Q(on__lte=today)
    went = {} if today is None else {"trip__state__in": _WENT, "trip__removed_at": None}
    visits = Visit.objects.filter(named, **went).select_related("created_by", "trip")
    yield from visits.prefetch_related("trip__travellers").order_by("pk")
    for model in (Reception, Talk, Signing):
        yield from model._default_manager.filter(named).select_related("created_by").order_by("pk")


def _meeting(thing: Any) -> Meeting:
    kind, sort, about, ours, words = _TOLD[type(thing)](thing)
    where, key = about
    title = f"对方{thing.met_title}" if getattr(thing, "met_title", "") else ""
    return Meeting(
        key=f"{where}:{key}:{thing.pk}",
        kind=kind,
        sort=sort,
        day=thing.on,
        at=thing.created_at,
        who=str(thing.created_by or "系统"),
        ours=tuple(ours),
        says="。".join(filter(None, (words[0], title, *words[1:]))),
        unit=thing.unit_id,
        address=reverse(f"outreach:{where}-record", args=[key]),
        has_happened=_has_happened(thing),
    )


def _has_happened(thing: Any) -> bool:
    """Whether it did: a visit of a trip that is gone or that nobody has approved did not."""
    if not isinstance(thing, Visit):
        return True
    return thing.trip.state in _WENT and thing.trip.removed_at is None


_Told: TypeAlias = tuple[str, str, tuple[str, int], list[str], tuple[str, ...]]


def _visit(one: Visit) -> _Told:
    went = [two for two in one.trip.travellers.all() if two.removed_at is None]
    ours = [f"{two.title}{two.name}" for two in went]
    words = (one.firm, one.topic, one.result)
    return "visit_out", f"外出拜访（{one.trip}）", ("trips", one.trip_id), ours, words


def _reception(one: Reception) -> _Told:
    ours = _named(one.hosts)
    if one.received == _CHIEF[0] and not ours:
        ours = [_CHIEF[1]]
    words = (one.group, one.purpose, one.outcome)
    return "visit_in", f"接待（{one}）", ("receptions", one.pk), ours, words


def _talk(one: Talk) -> _Told:
    words = (one.firm, one.topic, one.outcome)
    return "talk", f"洽谈（{one}）", ("talks", one.pk), _named(one.ours), words


def _signing(one: Signing) -> _Told:
    kind = "terms" if one.kind == _BINDING else "talk"
    words = (one.firm, one.project, one.note)
    return kind, f"签约（{one}）", ("signings", one.pk), [], words


def _named(words: str) -> list[str]:
    return [one for one in _BETWEEN.split(words.strip()) if one]


_TOLD: Mapping[type[Kept], Callable[[Any], _Told]] = {
    Visit: _visit,
    Reception: _reception,
    Talk: _talk,
    Signing: _signing,
}
