"""New leads: grade, who and what, why that grade, and what a leader is asked to do by when."""

from collections.abc import Iterator

from yinfeng.judgement.due import Standing
from yinfeng.judgement.leads import Lead
from yinfeng.judgement.situation import Situation
from yinfeng.judgement.stages import STAGES
from yinfeng.ledger.records import Record
from yinfeng.reports import wording
from yinfeng.reports.report import Cell, Piece, Section, lines
from yinfeng.reports.sourcing import cell, joined, sources_of, whole
from yinfeng.values import Project, Quantity, Told

_SHOWN = 5
_FIGURES = (
    ("investment", "投资"),
    ("annual_sales", "年销售"),
    ("annual_tax", "年税收"),
    ("capacity", "年产"),
    ("land", "用地"),
    ("floor_area", "建筑面积"),
)


def leads_section(situation: Situation) -> Section:
    """The leads, the ripest first."""
    return Section(
        key="leads",
        title="新线索",
        columns=("级别", "线索", "分级理由", "请示与时限"),
        widths=(11, 31, 26, 32),
        lines=lines(_line(lead, situation) for lead in situation.leads),
        shown=_SHOWN,
        empty="本期没有新线索。",
    )


def _line(lead: Lead, situation: Situation) -> Iterator[Cell]:
    grade = situation.policy.grade(lead.grade)
    yield cell(f"{lead.grade} {'须核实' if lead.is_stale else grade.says}")
    hosts = {other.story.host for other in situation.leads}
    host = [Piece(lead.story.host)] if len(hosts) > 1 and lead.story.host else []
    yield joined([_name(lead), *host, _investors(lead), *_content(lead)])
    yield joined(_reasons(lead), "；")
    yield joined(_asks(lead), "；")


def _name(lead: Lead) -> Piece:
    for record in reversed(lead.story.projects):
        fact = record.fact
        if isinstance(fact, Project) and fact.name is not None:
            return Piece(lead.name, sources_of(record, fact.name))
    return Piece(lead.name, whole([lead.story.records[-1].proof]))


def _investors(lead: Lead) -> Piece:
    for record in reversed(lead.story.projects):
        fact = record.fact
        if isinstance(fact, Project) and fact.investors is not None:
            names = "、".join(lead.investors)
            return Piece(f"投资方：{names}", sources_of(record, fact.investors))
    origin = _told_words(lead, "origin")
    if origin:
        return Piece(f"投资方：{origin.says}客商", origin.sources)
    return Piece("投资方：本企业" if lead.investors else "投资方未载明")


def _content(lead: Lead) -> Iterator[Piece]:
    product = _told_words(lead, "product") or _told_words(lead, "industry")
    if product:
        yield product
    for field, says in _FIGURES:
        told = _told_figure(lead, field)
        if told:
            record, value = told
            yield Piece(f"{says}{wording.figure(value)}", sources_of(record, value))


def _told_words(lead: Lead, field: str) -> Piece | None:
    for record in reversed(lead.story.projects):
        told: Told[str] | None = getattr(record.fact, field)
        if told is not None:
            return Piece(told.value, sources_of(record, told))
    return None


def _told_figure(lead: Lead, field: str) -> tuple[Record, Told[Quantity]] | None:
    for record in reversed(lead.story.projects):
        told: Told[Quantity] | None = getattr(record.fact, field)
        if told is not None:
            return record, told
    return None


def _reasons(lead: Lead) -> Iterator[Piece]:
    for reason in lead.grading.reasons:
        points = f"（{reason.points}分）" if reason.points else ""
        yield Piece(f"{reason.says}{points}", whole(reason.proofs))
    if lead.grading.stage and not lead.story.projects:
        yield Piece(f"阶段：{STAGES[lead.grading.stage]}")


def _asks(lead: Lead) -> Iterator[Piece]:
    leader = lead.grading.leader
    yield Piece(lead.ask, whole(leader.proofs if leader else lead.grading.reasons[0].proofs))
    for due in lead.clocks[:1]:
        if due.standing in (Standing.OVERDUE, Standing.TODAY):
            yield Piece(f"{due.says}{due.day.month}月{due.day.day}日，{due.stands}")
