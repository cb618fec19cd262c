"""What a superior's form may ask of delivery: counts and sums, each with the rows it counts."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from yinfeng.reports.renderings.cells import Value
from yinfeng.web.desks.delivery.models import LightRow, Month, Permit, Problem
from yinfeng.web.desks.leads import figures
from yinfeng.web.desks.projects.models import Handover, Passage, Project
from yinfeng.web.lists.history import end_of
from yinfeng.web.people.models import OrgUnit
from yinfeng.web.people.paths import after

_WAN = Decimal(10_000)
_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked: of which unit, for which days, with which options."""

    unit: OrgUnit
    first: date
    last: date
    options: Mapping[str, Any]

    def under(self, path: str) -> dict[str, str]:
        """The unit and everything below it, as a filter on the path of a unit."""
        top = self.unit.path
        return {f"{path}__path__gte": top, f"{path}__path__lt": after(top)}


@dataclass(frozen=True, slots=True)
class Told:
    """One row behind a count: what it says, and the project and day of which it tells."""

    says: str
    project: Project | None = None
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Counted:
    """A count with every row that it counts."""

    value: Value
    lines: tuple[Told, ...] = ()
    is_money: bool = False


@dataclass(frozen=True, slots=True)
class Measure:
    """One thing that a form may ask."""

    title: str
    count: Callable[[Asked], Counted]
    needs: tuple[str, ...] = ()
    lists: bool = False


def _passages(asked: Asked) -> list[Passage]:
    """The first confirmed passage of a gate of each project, where it lies within the days."""
    rows = Passage.objects.confirmed().filter(
        gate=asked.options["gate"], project__removed_at=None, **asked.under("project__unit")
    )
    first: dict[int, Passage] = {}
    related = ("project__unit", "statement__by", "entry__fact__reading__document")
    for row in rows.select_related(*related).prefetch_related("proofs").order_by("day", "pk"):
        first.setdefault(row.project_id, row)
    least = Decimal(str(asked.options.get("from") or 0))
    return [
        row
        for row in first.values()
        if row.day
        and asked.first <= row.day <= asked.last
        and _is_of(row.project.yuan or Decimal(), row.project.amount, least)
    ]


def _is_of(yuan: Decimal, says: str, least: Decimal) -> bool:
    """Whether the sum is of a size: 近1亿元 is not of 亿元以上."""
    return yuan > least or (yuan == least and not figures.falls_short(says))


def _passed(asked: Asked) -> Counted:
    rows = _passages(asked)
    return Counted(len(rows), _lines(rows))


def _amount(asked: Asked) -> Counted:
    rows = _passages(asked)
    total = sum((row.project.yuan or Decimal() for row in rows), Decimal())
    return Counted(total, _lines(rows), is_money=True)


def _lines(rows: list[Passage]) -> tuple[Told, ...]:
    """What is told of each; of a project that was handed over, that it stands here whole."""
    found = Handover.objects.filter(project__in=[row.project_id for row in rows])
    handed = {one.project_id: one for one in found.select_related("giver", "taker").order_by("pk")}
    return tuple(_passage(row, handed.get(row.project_id)) for row in rows)


def _passage(row: Passage, handed: Handover | None) -> Told:
    proofs = [proof.says or str(proof.document) for proof in row.proofs.all()]
    if row.entry is not None:
        proofs.append(f"《{row.entry.fact.reading.document.name}》“{row.entry.quote}”")
    amount = f"，总投资{row.project.amount}" if row.project.amount else ""
    proof = f"；{'、'.join(proofs)}" if proofs else f"；{row.says}"
    # A superior's form asks for whole projects: shares are told in the counts.
    whole = (
        f"；{handed.day}由{handed.giver}流转给{handed.taker}，"
        f"份额{handed.giver_share}:{handed.taker_share}，本表全计落地单位"
        if handed
        else ""
    )
    return Told(f"{row.project}{amount}，{row.day}{proof}{whole}", row.project, row.day)


def _projects(asked: Asked) -> Counted:
    rows = (
        Project.objects.standing()
        .open()
        .filter(created_at__lt=end_of(asked.last), **asked.under("unit"))
    )
    lines = tuple(Told(str(row), row) for row in rows.select_related("unit").order_by("pk"))
    return Counted(len(lines), lines)


def _invested(field: str) -> Callable[[Asked], Counted]:
    def count(asked: Asked) -> Counted:
        rows = Month.objects.standing().filter(
            month__gte=asked.first.replace(day=1), month__lte=asked.last, **asked.under("unit")
        )
        rows = rows.exclude(**{field: None}).select_related("project", "proof", "reported_by")
        lines, total = [], Decimal()
        for row in rows.order_by("project", "month"):
            value = getattr(row, field)
            total += value
            lines.append(Told(_month(row, value, field), row.project, row.month))
        return Counted(total, tuple(lines), is_money=True)

    return count


def _month(row: Month, value: Decimal, field: str) -> str:
    says = f"{row.project.name}{row.month:%Y年%m月}{value / _WAN:.2f}万元"
    if field == "recognised":
        file = f"（{row.proof}）" if row.proof else ""
        return f"{says}，{row.recognised_by}{row.recognised_on}认定，{row.proof_says}{file}"
    return f"{says}，{row.reported_by}自报" if field == "reported" else f"{says}，计划"


def _problems(which: str) -> Callable[[Asked], Counted]:
    def count(asked: Asked) -> Counted:
        rows = Problem.objects.standing().filter(opened__lte=asked.last, **asked.under("unit"))
        rows = _NARROWED[which](rows, asked).select_related("project").order_by("pk")
        lines = tuple(
            Told(f"{row.project.name}：{row}（{row.owner or '未交办'}）", row.project, row.opened)
            for row in rows
        )
        return Counted(len(lines), lines)

    return count


_NARROWED: Mapping[str, Callable[[Any, Asked], Any]] = {
    "new": lambda rows, asked: rows.filter(opened__gte=asked.first),
    "closed": lambda rows, asked: rows.filter(closed__gte=asked.first, closed__lte=asked.last),
    "open": lambda rows, asked: rows.exclude(closed__lte=asked.last),
    "overdue": lambda rows, asked: rows.filter(due__lt=asked.last).exclude(closed__lte=asked.last),
}


def _lights(asked: Asked) -> Counted:
    rows = LightRow.history.at(end_of(asked.last)).filter(
        light=asked.options["light"], **asked.under("unit")
    )
    lines = tuple(
        Told(
            f"{row.project.name}：{row.says}，{row.since}起，{'；'.join(row.reasons[:2])}",
            row.project,
        )
        for row in rows.select_related("project").order_by("project")
    )
    return Counted(len(lines), lines)


def _permits(asked: Asked) -> Counted:
    rows = list(
        Permit.objects.standing()
        .filter(is_needed=True, **asked.under("unit"))
        .select_related("project")
        .order_by("project", "pk")
    )
    done = [row for row in rows if row.granted and row.granted <= asked.last]
    lines = (
        Told(f"应办{len(rows)}件，办结{len(done)}件"),
        *(Told(f"{row}：{row.granted}办结 {row.paper}", row.project, row.granted) for row in done),
    )
    rate = Decimal(len(done)) * _HUNDRED / len(rows) if rows else None
    return Counted(rate.quantize(Decimal("0.1")) if rate is not None else None, lines)


def _said(asked: Asked) -> Counted:
    value = asked.options["value"]
    kept = value if isinstance(value, str | int) else Decimal(str(value))
    return Counted(kept, (Told("填报对应里写定的"),))


MEASURES: Mapping[str, Measure] = {
    "passed": Measure("过节点的项目数", _passed, ("gate",), lists=True),
    "amount": Measure("过节点项目的总投资", _amount, ("gate",), lists=True),
    "projects": Measure("推进中的项目数", _projects, lists=True),
    "planned": Measure("计划投资", _invested("planned")),
    "reported": Measure("自报投资", _invested("reported")),
    "recognised": Measure("认定投资", _invested("recognised")),
    "problems_new": Measure("新登记问题", _problems("new"), lists=True),
    "problems_closed": Measure("销号问题", _problems("closed"), lists=True),
    "problems_open": Measure("在办问题", _problems("open"), lists=True),
    "problems_overdue": Measure("超期问题", _problems("overdue"), lists=True),
    "lights": Measure("亮某种灯的项目数", _lights, ("light",), lists=True),
    "permits": Measure("手续办结率（%）", _permits),
    "office": Measure("填报单位", lambda asked: Counted(asked.unit.name, (Told("本单位名称"),))),
    "day": Measure("填报截止日期", lambda asked: Counted(asked.last, (Told("填报时选定"),))),
    "words": Measure("固定内容", _said, ("value",)),
}


def _of(name: str) -> Callable[[int, Told], Value]:
    def value(number: int, line: Told) -> Value:  # noqa: ARG001
        told = getattr(line.project, name) if line.project else None
        return str(told) if told else None

    return value


def _wan(number: int, line: Told) -> Value:  # noqa: ARG001
    yuan = line.project.yuan if line.project else None
    return (yuan / _WAN).quantize(Decimal("0.01")) if yuan is not None else None


COLUMNS: Mapping[str, Callable[[int, Told], Value]] = {
    "ordinal": lambda number, _: number,
    "number": _of("number"),
    "name": _of("name"),
    "investors": _of("investors"),
    "content": _of("content"),
    "amount": _of("amount"),
    "wan": _wan,
    "unit": _of("unit"),
    "site": _of("site"),
    "day": lambda _, line: line.day,
    "says": lambda _, line: line.says,
}
