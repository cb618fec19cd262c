"""The reports: what each is called, what stands in it, and how it is put together."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from yinfeng.lexicon.policies import GRADES
from yinfeng.reports.report import Report, Section, chinese_day
from yinfeng.reports.sourcing import cell
from yinfeng.web.desks.leads.models import Lead
from yinfeng.web.desks.leads.rules import rules_of
from yinfeng.web.desks.outreach.asking import rules_of as counting_of
from yinfeng.web.desks.outreach.models import Talk
from yinfeng.web.desks.reports import activity_rows as activity
from yinfeng.web.desks.reports import count_rows, lead_rows, paper_rows, renewal_rows
from yinfeng.web.desks.reports.asking import Term, rows_at
from yinfeng.web.desks.reports.content import Content
from yinfeng.web.desks.reports.parts import CHANGED, NEW, STALLED, Part, Proving, Row
from yinfeng.web.work.telling import Tell, silent

_ONE_DAY = timedelta(days=1)
_WEEK = timedelta(days=7)
_MONTH = timedelta(days=31)

Spoken = Mapping[str, Mapping[str, str]]
Made = Callable[[Term, Proving], Iterator[Part | Section]]


@dataclass(frozen=True, slots=True)
class Kind:
    """A report: its key and title, how its parts are made and how many, how many stand in front.

    *says* gives its summary and its foot, where they are not those of reports on leads.
    """

    key: str
    title: str
    made: Made
    size: int
    front: int
    says: Callable[[Term], tuple[str, tuple[str, ...]]] | None = None

    def content(self, term: Term, before: Spoken, tell: Tell = silent) -> Content:
        """The report of a term, compared with what the issue before said."""
        proving = Proving()
        parts: list[Part | Section] = []
        for part in self.made(term, proving):
            parts.append(part)
            tell(len(parts), self.size)
        sections = tuple(_set(part, before) for part in parts)
        own = self.says(term) if self.says else None
        report = Report(
            title=self.title,
            office=term.unit.name,
            day=term.last,
            summary=own[0] if own else _summary(term, sections),
            sections=sections,
            foot=own[1] if own else _foot(term, bool(before)),
        )
        rows = {part.key: part.spoken() for part in parts if isinstance(part, Part)}
        spoken = {key: said for key, said in rows.items() if said}
        used = {source.around.paper.key for source in report.sources}
        places = {key: at for key, at in sorted(proving.addresses.items()) if key in used}
        return Content(report, places, spoken)


def _set(part: Part | Section, before: Spoken) -> Section:
    return part if isinstance(part, Section) else part.section(before.get(part.key, {}))


def _daily(term: Term, proving: Proving) -> Iterator[Part | Section]:
    leads = lead_rows.leads_at(term)
    yield lead_rows.leads_part(term, leads, proving, only_moved=True)
    yield paper_rows.unregistered(term, proving)
    yield _progress(term, proving, "进展")
    yield activity.trips_part(term, proving, title="今日外出", first=term.last, last=term.last)
    yield activity.receptions_part(term, proving)
    yield lead_rows.asks_part(term, leads, proving)
    yield activity.overdue_part(_late(term, proving))
    yield paper_rows.moves(term, proving)


def _weekly(term: Term, proving: Proving) -> Iterator[Part | Section]:
    leads = lead_rows.leads_at(term)
    yield count_rows.counts_part(term, proving)
    yield lead_rows.leads_part(term, leads, proving, only_moved=False)
    yield _to_sign(leads, proving)
    yield activity.signings_part(term, proving)
    yield activity.problems_part(_late(term, proving), term.last)
    yield _plan(term, leads, proving, _WEEK, "下周安排")
    yield _progress(term, proving, "本周进展")
    yield activity.receptions_part(term, proving)
    yield activity.trips_part(term, proving, title="本周外出", first=term.first, last=term.last)
    yield paper_rows.moves(term, proving)


def _monthly(term: Term, proving: Proving) -> Iterator[Part | Section]:
    leads = lead_rows.leads_at(term)
    yield paper_rows.indicators(term, proving)
    yield count_rows.units_part(term, proving)
    yield count_rows.counts_part(term, proving)
    yield activity.signings_part(term, proving)
    yield lead_rows.leads_part(term, leads, proving, only_moved=False)
    yield activity.problems_part(_late(term, proving), term.last)
    yield _plan(term, leads, proving, _MONTH, "下月安排")
    yield _progress(term, proving, "本月进展")


def _renewal(term: Term, proving: Proving) -> Iterator[Part | Section]:
    battles = renewal_rows.battles_at(term)
    yield renewal_rows.rates_part(battles, proving)
    yield renewal_rows.signings_part(term, proving)
    yield renewal_rows.hard_part(battles, proving)


def _renewal_says(term: Term) -> tuple[str, tuple[str, ...]]:
    battles = renewal_rows.battles_at(term)
    return renewal_rows.summary_of(term, battles), renewal_rows.foot_of(term)


KINDS = (
    Kind("daily", "招商信息日报", _daily, 8, 8),
    Kind("weekly", "招商工作周报", _weekly, 10, 6),
    Kind("monthly", "招商工作月报", _monthly, 8, 7),
    Kind("renewal", "腾退签约战报", _renewal, 3, 3, _renewal_says),
)


def kind_of(key: str) -> Kind | None:
    """The report of that key."""
    return next((kind for kind in KINDS if kind.key == key), None)


def _late(term: Term, proving: Proving) -> list[Any]:
    return [*lead_rows.overdue_rows(term, proving), *activity.late_trips(term, proving)]


def _progress(term: Term, proving: Proving, title: str) -> Part:
    rows = [*lead_rows.progress_rows(term, proving), *activity.talk_rows(term, proving)]
    return activity.progress_part(rows, title=title)


def _to_sign(leads: list[Any], proving: Proving) -> Part:
    """Leads whose last terms are being settled, with the day of the next step."""
    rows = (
        Row(lead.number, _step_cells(lead, proving, lead.next_date, lead.next_step))
        for lead in leads
        if lead.stage == "finalising"
    )
    return Part(
        key="to_sign",
        title="拟签约",
        columns=("日期", "项目或线索", "投资方", "事项"),
        widths=(14, 32, 26, 28),
        rows=tuple(rows),
        empty="没有拟签约项目。",
    )


def _plan(term: Term, leads: list[Any], proving: Proving, ahead: timedelta, title: str) -> Part:
    """What is fixed for the days that come."""
    first, last = term.last + _ONE_DAY, term.last + ahead
    dated = [
        (
            lead.next_date,
            Row(f"l{lead.id}", _step_cells(lead, proving, lead.next_date, lead.next_step)),
        )
        for lead in leads
        if lead.next_date and first <= lead.next_date <= last
    ]
    talks = rows_at(Talk, term).filter(next_on__range=(first, last)).order_by("next_on", "id")
    for talk in talks:
        words = f"{talk.project} {talk.next_on} {talk.next_step}".strip()
        sources = proving.record(f"{talk.number} 登记", words, f"/outreach/talks/{talk.id}")
        cells = (
            cell(lead_rows.short_day(talk.next_on), sources),
            cell(talk.project, sources),
            cell(talk.firm),
            cell(talk.next_step or "继续洽谈", sources),
        )
        dated.append((talk.next_on, Row(f"k{talk.id}", cells)))
    return Part(
        key="plan",
        title=title,
        columns=("日期", "项目或线索", "投资方", "事项"),
        widths=(14, 32, 26, 28),
        rows=tuple(row for _, row in sorted(dated, key=lambda pair: (pair[0], pair[1].key))),
        empty="没有登记安排。",
        note="外出以批准的行程为准。",
    )


def _step_cells(lead: Any, proving: Proving, day: Any, step: str) -> tuple[Any, ...]:
    when = lead_rows.short_day(day) if day else "未定"
    words = f"{lead.name} {lead.investors} {when} {step}".strip()
    sources = proving.record(f"{lead.number} {lead.name}", words, lead_rows.address(lead.id))
    return (
        cell(when, sources),
        cell(lead.name, sources),
        cell(lead.investors, sources),
        cell(step or "未定", sources if step else ()),
    )


def _summary(term: Term, sections: tuple[Section, ...]) -> str:
    by_key = {section.key: section for section in sections}
    days = chinese_day(term.first)
    says = [f"{days}至{chinese_day(term.last)}" if term.first != term.last else days]
    if "leads" in by_key:
        marks = [line.cells[0].says for line in by_key["leads"].lines]
        counted = (f"{mark}{marks.count(mark)}条" for mark in (NEW, CHANGED, STALLED))
        followed = rows_at(Lead, term).filter(state=Lead.State.OPEN, reported__lte=term.last)
        grades = list(followed.values_list("grade", flat=True))
        each = "、".join(f"{grade}级{grades.count(grade)}条" for grade in GRADES)
        says.append(f"在跟踪线索{len(grades)}条（{each}），其中{'、'.join(counted)}")
    for key, what in (
        ("unregistered", "材料里读出待核实线索{}条"),
        ("progress", "进展{}项"),
        ("receptions", "接待来访{}批次"),
        ("signings", "签约{}项"),
        ("asks", "请示事项{}项"),
        ("overdue", "逾期{}项"),
        ("problems", "问题{}类"),
    ):
        if key in by_key:
            says.append(what.format(len(by_key[key].lines)))
    return "；".join(says) + "。"


def _foot(term: Term, is_compared: bool) -> tuple[str, ...]:
    policy, counted = rules_of(term.unit, term.last).policy, counting_of(term.question())
    compared = "“变化”与上一期比较。" if is_compared else "本期为首期，线索均列为新增。"
    return (
        f"线索分级：{policy.title} {policy.version}版；时限：{policy.clocks.title} "
        f"{policy.clocks.version}版；计数：{counted.title} {counted.version}版。",
        compared,
    )
