"""Leads in a report: those that are followed, what happened to them, what is asked and overdue."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from django.db.models import Q
from django.utils import timezone

from yinfeng.ledger.papers import Paper
from yinfeng.lexicon.office_files import Term as Days
from yinfeng.reports.report import Cell, Piece, Source
from yinfeng.reports.sourcing import cell, joined
from yinfeng.web.desks.leads.kinds import FORMS, MATURITIES, says_of
from yinfeng.web.desks.leads.models import Clock, Dispatch, Lead, Statement, Telling
from yinfeng.web.desks.leads.papers import LONG
from yinfeng.web.desks.leads.rules import Rules, rules_of
from yinfeng.web.desks.reports.asking import Term, rows_at
from yinfeng.web.desks.reports.parts import Part, Proving, Row

_ORDER = ("grade", "-score", "id")
_HEADS = ("线索", "投资方与内容", "投资额、用地", "级别", "下一步", "报送")
_WIDTHS = (22, 26, 14, 10, 14, 9)


def leads_at(term: Term) -> list[Any]:
    """The leads that were followed, the ripest first."""
    return list(
        rows_at(Lead, term)
        .filter(state=Lead.State.OPEN, reported__lte=term.last)
        .select_related("unit")
        .order_by(*_ORDER)
    )


def address(lead_id: int) -> str:
    """Where a lead is seen."""
    return f"/leads/{lead_id}"


def leads_part(term: Term, leads: Iterable[Any], proving: Proving, *, only_moved: bool) -> Part:
    """The leads with what they tell, each figure with its words."""
    every = list(leads)
    rules, told = rules_of(term.unit, term.last), _tellings(every, term)
    rows = (_lead_row(lead, told.get(lead.id, {}), rules, term, proving) for lead in every)
    return Part(
        key="leads",
        title="线索" if only_moved else "在谈线索",
        columns=_HEADS,
        widths=_WIDTHS,
        rows=tuple(rows),
        empty="没有新增、变化或停滞的线索。" if only_moved else "没有在谈线索。",
        note=f"停滞：超过{rules.policy.clocks.title}规定的跟进时限没有进展。",
        is_compared=True,
        only_moved=only_moved,
    )


def _lead_row(
    lead: Any, told: Mapping[str, Telling], rules: Rules, term: Term, proving: Proving
) -> Row:
    def piece(says: str, field: str) -> Piece:
        telling = told.get(field)
        return Piece(says, _sources(telling, proving) if telling else _own(lead, says, proving))

    content = [piece(lead.investors, "investors")]
    if lead.content:
        content.append(piece(lead.content, "product"))
    size = [piece(lead.amount, "investment")] if lead.amount else []
    size += [piece(lead.land, "land")] if lead.land else []
    grade = rules.policy.grade(lead.grade).says
    step = f"{lead.next_step}{f'（{short_day(lead.next_date)}）' if lead.next_date else ''}"
    return Row(
        key=lead.number + f"/{lead.first_unit_id}",
        cells=(
            joined([piece(f"{lead.number} {lead.name}", "name"), piece(lead.source, "source")]),
            joined(content),
            joined(size) if size else cell("未载明"),
            joined(_grade(lead, grade)),
            cell(step or "未定", _own(lead, step, proving) if step else ()),
            cell(f"{lead.unit.name} {lead.reporter}"),
        ),
        is_quiet=_is_quiet(lead, rules, term.last),
    )


def _grade(lead: Any, says: str) -> Iterator[Piece]:
    yield Piece(f"{lead.grade} {says}")
    if lead.maturity:
        yield Piece(MATURITIES.get(lead.maturity, lead.maturity))


def _is_quiet(lead: Any, rules: Rules, day: date) -> bool:
    last = lead.last_event or lead.reported
    return _after(last, rules.policy.clocks.follow_up[lead.grade], rules) < day


def _after(day: date, days: Days, rules: Rules) -> date:
    return rules.days.after(day, days.days) if days.working else day + timedelta(days=days.days)


def _tellings(leads: Iterable[Any], term: Term) -> dict[int, dict[str, Telling]]:
    """What stands of each field of each lead: the latest that was told by then."""
    rows = Telling.objects.filter(lead__in=[lead.id for lead in leads])
    if term.moment is not None:
        rows = rows.filter(at__lt=term.moment)
    rows = rows.select_related("statement__by", "entry__fact__reading__document", "lead")
    found: dict[int, dict[str, Telling]] = {}
    for telling in rows.defer(*(f"entry__fact__reading__{n}" for n in LONG)).order_by("pk"):
        found.setdefault(telling.lead_id, {})[telling.field] = telling
    return found


def _sources(telling: Telling, proving: Proving) -> tuple[Source, ...]:
    if telling.entry is None:
        assert telling.statement is not None
        return _signed(telling.statement, telling.lead, proving, telling)
    fact = telling.entry.fact
    document = fact.reading.document
    paper = Paper(document.name, f"document:{document.pk}")
    start, end = telling.start - fact.start, telling.end - fact.start
    is_inside = fact.quote[max(start, 0) : end] == telling.quote
    around, span = (fact.quote, (start, end)) if is_inside else (telling.quote, (0, 0))
    at = f"/library/{document.pk}#f{fact.pk}"
    return proving.words(paper, around, *span, telling.quote, at)


def _signed(
    statement: Statement, lead: Any, proving: Proving, telling: Telling | None = None
) -> tuple[Source, ...]:
    told = timezone.localtime(statement.at)
    name = f"{lead.number} {says_of(statement.kind)}（{statement.by} {told:%Y-%m-%d %H:%M}）"
    text = statement.text.strip()
    around, quote, start = text, text, 0
    if telling is not None and statement.text[telling.start : telling.end] == telling.quote:
        around, quote, start = statement.text, telling.quote, telling.start
    end = start + len(quote)
    return proving.words(Paper(name), around, start, end, quote, address(lead.id))


def _own(lead: Any, words: str, proving: Proving) -> tuple[Source, ...]:
    return proving.record(f"{lead.number} {lead.name}", words, address(lead.id)) if words else ()


def progress_rows(term: Term, proving: Proving) -> list[tuple[date, Row]]:
    """What happened to leads in the days of the report, as persons registered it."""
    rows = Statement.objects.filter(
        term.scope("lead__unit"), lead__removed_at=None, day__range=(term.first, term.last)
    ).exclude(kind__in=FORMS)
    if term.moment is not None:
        rows = rows.filter(at__lt=term.moment)
    found = []
    for one in rows.select_related("lead", "by").order_by("day", "pk"):
        assert one.day is not None
        sources = _signed(one, one.lead, proving)
        says = _event_words(one)
        step = one.lead.next_step
        when = f"（{short_day(one.lead.next_date)}）" if one.lead.next_date else ""
        cells = (
            cell(short_day(one.day), sources),
            cell(one.lead.name, sources),
            cell(says_of(one.kind), sources),
            cell(says, sources),
            cell(f"{step}{when}" or "未定"),
        )
        found.append((one.day, Row(f"s{one.pk}", cells)))
    return found


def _event_words(one: Statement) -> str:
    """Who met whom, and what came of it, in the words of the form."""
    told = {name: one.text[start:end].strip() for name, (start, end) in one.places.items()}
    whom = "与".join(filter(None, (told.get("ours", ""), told.get("theirs", ""))))
    says = told.get("says", "") or one.text.strip()
    return " ".join(f"{whom}：{says}".split()) if whom else " ".join(says.split())


def short_day(day: date) -> str:
    """A day without its year: 3月18日."""
    return f"{day.month}月{day.day}日"


def asks_part(term: Term, leads: Iterable[Any], proving: Proving) -> Part:
    """What leaders are asked to step in for."""
    dispatches = _open_dispatches(term).order_by("result_due", "pk")
    rows = [_dispatch_row(one, proving) for one in dispatches]
    rows += [
        Row(
            f"leader/{lead.id}",
            (
                cell("待明确"),
                cell(lead.name, _own(lead, f"{lead.name} {lead.grade}级", proving)),
                cell("请示：A级线索尚未明确牵头领导，请予明确"),
                cell("未定"),
            ),
        )
        for lead in leads
        if lead.grade == "A" and not lead.leader and not lead.next_date
    ]
    return Part(
        key="asks",
        title="请示领导事项",
        columns=("领导", "线索", "请示事项", "期限"),
        widths=(14, 30, 40, 16),
        rows=tuple(rows),
        empty="没有请示事项。",
    )


def _open_dispatches(term: Term) -> Any:
    done_later = Q(resulted=None) | Q(resulted__gt=term.last)
    not_back = Q(withdrawn=None) | Q(withdrawn__gt=term.last)
    rows = Dispatch.objects.filter(
        done_later, not_back, term.scope("lead__unit"), lead__removed_at=None, sent__lte=term.last
    )
    return rows.select_related("lead", "leader", "by")


def _dispatch_row(one: Dispatch, proving: Proving) -> Row:
    sources = proving.record(
        f"{one.lead.number} 交办（{one.by} {one.sent}）", one.instruction, address(one.lead_id)
    )
    return Row(
        f"d{one.pk}",
        (
            cell(str(one.leader)),
            cell(one.lead.name, sources),
            cell(f"请示：{one.instruction}", sources),
            cell(short_day(one.result_due), sources),
        ),
    )


def overdue_rows(term: Term, proving: Proving) -> Iterator[tuple[str, str, date, Row]]:
    """What of leads has run out: its sort, who owes it, since when, and its row."""
    running = Q(ended=None) | Q(ended__gt=term.last)
    clocks = Clock.objects.filter(
        running,
        term.scope("lead__unit"),
        lead__removed_at=None,
        starts__lte=term.last,
        ends__lt=term.last,
    )
    for clock in clocks.select_related("lead__unit", "lead__owner").order_by("ends", "pk"):
        owner = f"{clock.lead.unit} {clock.lead.owner or ''}".strip()
        words = f"{clock.says}，{clock.ends}到期（{clock.policy}）"
        sources = proving.record(f"{clock.lead.number} 时限", words, address(clock.lead_id))
        about = (f"c{clock.pk}", clock.says, clock.lead.name, owner, sources)
        yield clock.says, owner, clock.ends, late_row(*about, clock.ends, term.last)
    for one in _open_dispatches(term).filter(result_due__lt=term.last).order_by("result_due"):
        sources = _dispatch_row(one, proving).cells[1].sources
        owner = str(one.leader)
        about = (f"d{one.pk}", "领导交办结果", one.lead.name, owner, sources)
        yield "领导交办", owner, one.result_due, late_row(*about, one.result_due, term.last)


def late_row(
    key: str, what: str, whom: str, owner: str, sources: tuple[Source, ...], due: date, today: date
) -> Row:
    """One line of what is overdue."""
    cells: tuple[Cell, ...] = (
        cell(what, sources),
        cell(whom, sources),
        cell(owner),
        cell(f"{due:%Y-%m-%d}", sources),
        cell(f"{(today - due).days}天"),
    )
    return Row(key, cells)
