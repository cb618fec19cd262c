"""Counts in a report: of the week, the month and the year, with tasks, and unit by unit."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from urllib.parse import urlencode

from django.db.models import Q

from yinfeng.reports.report import Cell, Source
from yinfeng.reports.sourcing import cell
from yinfeng.web.desks.leads.models import Claim, Lead
from yinfeng.web.desks.outreach.asking import Question, rules_of
from yinfeng.web.desks.outreach.counting import Count
from yinfeng.web.desks.outreach.models import Task
from yinfeng.web.desks.outreach.sources import count
from yinfeng.web.desks.reports.asking import Term, rows_at
from yinfeng.web.desks.reports.parts import Part, Proving, Row
from yinfeng.web.people.models import OrgUnit

_UNITS = ("days", "firms", "batches", "projects", "signed")


def counts_part(term: Term, proving: Proving) -> Part:
    """Every measure of the days, the month and the year, beside what the year asks for."""
    month, year = term.last.replace(day=1), term.last.replace(month=1, day=1)
    asked = [term.question(), term.question(month), term.question(year)]
    found = [count(question) for question in asked]
    tasks = _tasks(term)
    rows = []
    for measure in rules_of(asked[0]).measures:
        cells = [
            _count_cell(one[measure.key], question, proving)
            for one, question in zip(found, asked, strict=True)
        ]
        target = tasks.get(measure.key)
        done = found[2][measure.key].total
        rate = f"{done * 100 / target:.0f}%" if target else "—"
        wanted = f"{target.normalize():f}" if target else "未下达"
        heads = (cell(f"{measure.label}（{measure.unit}）"), *cells, cell(wanted), cell(rate))
        rows.append(Row(measure.key, heads))
    rules = rules_of(asked[0])
    return Part(
        key="counts",
        title="招商活动计数",
        columns=("指标", "本期", "本月", "本年", "年度任务", "完成率"),
        widths=(30, 14, 14, 14, 14, 14),
        rows=tuple(rows),
        empty="没有计数。",
        note=f"口径：{rules.title} {rules.version}版（{rules.basis}）。",
        shown=len(rows),
    )


def _count_cell(found: Count, question: Question, proving: Proving) -> Cell:
    return cell(found.says, _count_sources(found, question, proving))


def _count_sources(found: Count, question: Question, proving: Proving) -> tuple[Source, ...]:
    days = f"{question.first}至{question.last}"
    reasons: dict[str, int] = {}
    for out in found.left_out:
        reasons[out.why] = reasons.get(out.why, 0) + 1
    left = "；".join(f"{why}{number}行" for why, number in reasons.items())
    words = f"{found.says}{found.measure.unit}，计入{len(found.counted)}行"
    words += f"，未计入{len(found.left_out)}行（{left}）" if left else ""
    asked = {"unit": question.unit.pk, "first": question.first, "last": question.last}
    if question.as_of:
        asked["as_of"] = question.as_of
    at = f"/outreach/counts/{found.measure.key}?{urlencode(asked)}"
    name = f"{question.unit}{found.measure.label}计数 {days}"
    return proving.record(name, words, at)


def _tasks(term: Term) -> Mapping[str, Decimal]:
    """What the year asks of the teams of the unit, by measure."""
    wanted: dict[str, Decimal] = {}
    for task in rows_at(Task, term).filter(year=term.last.year):
        wanted[task.measure] = wanted.get(task.measure, Decimal(0)) + task.target
    return wanted


def units_part(term: Term, proving: Proving) -> Part:
    """Unit by unit: leads reported and recognised, and what outreach comes to."""
    rules = rules_of(term.question())
    measures = [rules.measure(key) for key in _UNITS if key in {m.key for m in rules.measures}]
    heads = [f"{one.label}（{one.unit}）" for one in measures]
    rows = [_unit_row(unit, term, proving, [m.key for m in measures]) for unit in _units(term)]
    return Part(
        key="units",
        title="各单位情况",
        columns=("单位", "报送线索（条）", "认定有效（条）", *heads),
        widths=(20, 12, 12, 12, 11, 11, 11, 11),
        rows=tuple(row for row in rows if row is not None),
        empty="没有单位报送。",
        note="报送由单位填报，认定由招商办确认，两数分列。",
        shown=len(rows),
    )


def _units(term: Term) -> Iterator[OrgUnit]:
    yield term.unit
    yield from OrgUnit.objects.filter(parent=term.unit).order_by("path")


def _unit_row(unit: OrgUnit, term: Term, proving: Proving, keys: list[str]) -> Row | None:
    own = Term(unit, term.first, term.last, term.as_of)
    question = own.question()
    found = count(question)
    reported = list(rows_at(Lead, own).filter(reported__range=(own.first, own.last)).order_by("id"))
    recognised = list(_recognised(own))
    if unit != term.unit and not reported and not any(found[key].total for key in keys):
        return None
    cells = (
        cell(f"{unit}{'（合计）' if unit == term.unit else ''}"),
        _leads_cell([lead.number for lead in reported], unit, "报送线索", own, proving),
        _leads_cell(recognised, unit, "认定有效线索", own, proving),
        *(_count_cell(found[key], question, proving) for key in keys),
    )
    return Row(str(unit.pk), cells)


def _recognised(term: Term) -> Iterator[str]:
    days = Q(confirmed__range=(term.first, term.last))
    claims = Claim.objects.filter(days, term.scope(), lead__removed_at=None)
    if term.moment is not None:
        claims = claims.filter(confirmed__lte=term.as_of)
    numbers = claims.select_related("lead").order_by("pk").values_list("lead__number", flat=True)
    yield from dict.fromkeys(numbers)


def _leads_cell(numbers: list[str], unit: OrgUnit, what: str, term: Term, proving: Proving) -> Cell:
    words = f"{what}{len(numbers)}条：{'、'.join(numbers)}" if numbers else f"{what}0条"
    name = f"{unit}{what} {term.first}至{term.last}"
    return cell(str(len(numbers)), proving.record(name, words, "/leads/"))
