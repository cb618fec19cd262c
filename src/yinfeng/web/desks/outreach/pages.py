"""What the page of a record shows: its fields in words, its parts, its proof, what became of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from urllib.parse import urlencode

from django.db import models
from django.utils import timezone

from yinfeng.lexicon.outreach import counting
from yinfeng.web.desks.outreach.asking import Question
from yinfeng.web.desks.outreach.checks import vocabularies
from yinfeng.web.desks.outreach.columns import proof
from yinfeng.web.desks.outreach.forms import KeptForm
from yinfeng.web.desks.outreach.kinds import Kind, Part
from yinfeng.web.desks.outreach.models import Kept, Task, Team, Trip
from yinfeng.web.desks.outreach.models.kept import label
from yinfeng.web.desks.outreach.sources import count
from yinfeng.web.lists.columns import Proof, written
from yinfeng.web.lists.differences import differences, said_of
from yinfeng.web.lists.history import end_of, standing_as
from yinfeng.web.people.private import private_fields, shown

_OF_APPROVAL = (
    "approved_by",
    "approved_on",
    "approval",
    "report_due",
    "reported_on",
    "outcome",
    "next_step",
)
_KINDS = {"+": "登记", "~": "修改", "-": "删除"}
_NO_LEFT = 12


@dataclass(frozen=True, slots=True)
class Line:
    """One field: its label and what it says."""

    label: str
    says: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class PartRow:
    """One row of a part."""

    pk: int
    cells: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class PartTable:
    """The rows of a part, and the form that adds one."""

    part: Part
    heads: tuple[str, ...]
    rows: tuple[PartRow, ...]
    form: KeptForm | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """One version in the history of a record: when, who, what, why."""

    at: Any
    by: str
    what: str
    why: str


@dataclass(frozen=True, slots=True)
class RecordPage:
    """Everything that the page of one record shows."""

    kind: Kind
    thing: Kept
    lines: tuple[Line, ...]
    tables: tuple[PartTable, ...]
    proof: Proof | None
    told: tuple[Told, ...]


def record_page(kind: Kind, thing: Kept, as_of: date | None) -> RecordPage:
    """The page of a record, as it stands or as it stood on a day."""
    names = (*kind.names, *(_OF_APPROVAL if isinstance(thing, Trip) else ()))
    return RecordPage(
        kind=kind,
        thing=thing,
        lines=tuple(_lines(thing, names)),
        tables=tuple(part_table(part, thing, as_of) for part in kind.parts),
        proof=proof(thing),
        told=tuple(_history(thing)),
    )


def stood(kind: Kind, pk: int, day: date) -> Kept | None:
    """The record as it stood at the end of a past day, if it stood."""
    version = kind.model.history.at(end_of(day)).filter(id=pk).first()
    found: Kept | None = standing_as(version) if version else None
    return found


def part_table(
    part: Part, thing: Kept, as_of: date | None, form: KeptForm | None = None
) -> PartTable:
    """The rows of a part of a record."""
    names = tuple(name for name in part.names if not name.endswith(("_half", "_title", "_phone")))
    rows = _rows(part, thing, as_of)
    fields = [part.model._meta.get_field(name) for name in names]
    heads = tuple(str(getattr(field, "verbose_name", field.name)) for field in fields)
    done = _done(thing, rows) if part.model is Task else {}
    if part.model is Task:
        heads = (*heads, "完成", "完成率")
    made = (PartRow(row.pk, (*_cells(row, names), *done.get(row.pk, ()))) for row in rows)
    return PartTable(part, heads, tuple(made), form)


def _rows(part: Part, thing: Kept, as_of: date | None) -> Sequence[Kept]:
    if as_of is None:
        found = part.model._default_manager.filter(**{part.of: thing.pk}, removed_at=None)
        related = [
            f.name for f in part.model._meta.fields if f.is_relation and f.name in part.names
        ]
        return list(found.select_related(*related).order_by("pk"))
    versions = part.model.history.at(end_of(as_of)).filter(**{f"{part.of}_id": thing.pk})
    return [standing_as(version) for version in versions.order_by("id")]


def _cells(row: Kept, names: Sequence[str]) -> Iterator[Line]:
    for name in names:
        words = says(row, name)
        yield Line(str(_field(row, name).verbose_name), words, _address(name, words))


def _lines(thing: Kept, names: Sequence[str]) -> Iterator[Line]:
    for name in names:
        if name.endswith("_half"):
            continue
        words = says(thing, name)
        if words:
            yield Line(str(_field(thing, name).verbose_name), words, _address(name, words))


def _address(name: str, words: str) -> str:
    """Where what a field names is seen: a lead is found by its number."""
    return f"/leads/?{urlencode({'q': words})}" if name == "lead" and words else ""


def says(thing: Kept, name: str) -> str:
    """What a field says: the label of a key, a day with its half, a person masked."""
    value = getattr(thing, name)
    if value is None or value == "":
        return ""
    if name in private_fields(type(thing)):
        title = getattr(thing, "met_title", "") if name == "met_name" else ""
        return f"{shown(thing, name)} {title}".strip()
    which = vocabularies(type(thing)).get(name)
    if which:
        return label(which, str(value))
    if isinstance(thing, Task) and name == "measure":
        return _measure_label(str(value))
    half = getattr(thing, f"get_{name}_half_display", None)
    if half is not None:
        return f"{value:%Y-%m-%d}{half()}"
    if isinstance(value, int | float) and not isinstance(value, bool):
        return written(value) if name != "year" else str(value)
    return said_of(thing, name)


def _field(thing: Kept, name: str) -> "models.Field[Any, Any]":
    return thing._meta.get_field(name)  # type: ignore[return-value]


def _measure_label(key: str) -> str:
    return next((one.label for one in counting().measures if one.key == key), key)


def _done(team: Kept, tasks: Sequence[Kept]) -> dict[int, tuple[Line, Line]]:
    """What of each task is done, counted from the rows of the team."""
    assert isinstance(team, Team)
    years = {task.year for task in tasks if isinstance(task, Task)}
    counted = {
        year: count(Question(team.unit, date(year, 1, 1), date(year, 12, 31)).of(team=team.pk))
        for year in years
    }
    found: dict[int, tuple[Line, Line]] = {}
    for task in tasks:
        assert isinstance(task, Task)
        one = counted[task.year].get(task.measure)
        total = one.total if one else Decimal(0)
        rate = f"{total * 100 / task.target:.0f}%" if task.target else ""
        found[task.pk] = (
            Line("完成", f"{total.normalize():f}" if total else "0"),
            Line("完成率", rate),
        )
    return found


def _history(thing: Kept) -> Iterator[Told]:
    versions = list(
        thing.history.filter(id=thing.pk)
        .select_related("history_user")
        .order_by("-history_date", "-history_id")[: _NO_LEFT + 1]
    )
    states = [standing_as(version) for version in versions]
    for at, (version, state) in enumerate(zip(versions, states, strict=True)):
        if at == _NO_LEFT:
            break
        before = states[at + 1] if at + 1 < len(states) else None
        what = _what(state, before, version.history_type)
        yield Told(
            timezone.localtime(version.history_date),
            str(version.history_user or "系统"),
            what,
            version.history_change_reason or "",
        )


def _what(state: Kept, before: Kept | None, kind: str) -> str:
    if before is None or kind == "+":
        return _KINDS[kind]
    if state.removed_at and not before.removed_at:
        return "删除"
    private = {str(_field(state, name).verbose_name) for name in private_fields(type(state))}
    told = (
        f"{name}已修改" if name in private else f"{name}由“{was}”改为“{now}”"
        for name, was, now in differences(before, state)
    )
    return "；".join(told) or "修改"
