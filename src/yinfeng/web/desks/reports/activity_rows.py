"""Outreach in a report: who is out, who was received, talks, signings, and what is overdue."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from yinfeng.reports.report import Source
from yinfeng.reports.sourcing import cell
from yinfeng.web.desks.outreach.models import (
    Leg,
    Reception,
    Signing,
    Talk,
    Traveller,
    Trip,
    Visit,
)
from yinfeng.web.desks.outreach.models.kept import label
from yinfeng.web.desks.reports.asking import Term, rows_at
from yinfeng.web.desks.reports.lead_rows import late_row, short_day
from yinfeng.web.desks.reports.parts import Part, Proving, Row

_GOING = (Trip.State.APPROVED, Trip.State.REPORTED)


def trips_part(term: Term, proving: Proving, *, title: str, first: date, last: date) -> Part:
    """Approved trips of these days: who, where, which firms."""
    trips = list(
        rows_at(Trip, term)
        .filter(state__in=_GOING, since__lte=last, until__gte=first)
        .order_by("since", "id")
    )
    keys = [trip.id for trip in trips]
    legs, people, firms = (_by_trip(model, term, keys) for model in (Leg, Traveller, Visit))
    rows = (_trip_row(one, legs[one.id], people[one.id], firms[one.id], proving) for one in trips)
    return Part(
        key="trips",
        title=title,
        columns=("外出", "人员", "地点", "事由", "拜访企业"),
        widths=(18, 20, 14, 24, 24),
        rows=tuple(rows),
        empty="没有外出。",
    )


def _by_trip(model: Any, term: Term, keys: list[int]) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = {key: [] for key in keys}
    if keys:
        rows = rows_at(model, term).filter(trip_id__gte=min(keys), trip_id__lte=max(keys))
        for row in rows.order_by("id"):
            if row.trip_id in found:
                found[row.trip_id].append(row)
    return found


def _trip_row(
    trip: Any, legs: Iterable[Any], people: Iterable[Any], firms: Iterable[Any], proving: Proving
) -> Row:
    who = "、".join(f"{one.title}{one.name}" for one in people)
    where = "、".join(dict.fromkeys(leg.place for leg in legs))
    days = short_day(trip.since)
    if trip.until != trip.since:
        days += f"至{short_day(trip.until)}"
    met = "、".join(dict.fromkeys(visit.firm for visit in firms))
    words = f"{trip.number} {trip.purpose} {days} {where} {who} {met}".strip()
    sources = proving.record(f"{trip.number} 登记", words, f"/outreach/trips/{trip.id}")
    cells = (
        cell(f"{trip.number} {days}", sources),
        cell(who or "未登记", sources if who else ()),
        cell(where, sources),
        cell(trip.purpose, sources),
        cell(met or "未登记", sources if met else ()),
    )
    return Row(f"t{trip.id}", cells)


def receptions_part(term: Term, proving: Proving, *, title: str = "来访接待") -> Part:
    """Groups received in the days of the report."""
    found = rows_at(Reception, term).filter(on__range=(term.first, term.last)).order_by("on", "id")
    return Part(
        key="receptions",
        title=title,
        columns=("接待", "来访企业或团组", "人数", "规格", "事由与成果"),
        widths=(18, 28, 8, 16, 30),
        rows=tuple(_reception_row(one, proving) for one in found),
        empty="没有来访接待。",
    )


def _reception_row(one: Any, proving: Proving) -> Row:
    received = label("received", one.received)
    came = f"{one.purpose}；{one.outcome}" if one.outcome else one.purpose
    words = f"{one.number} {one.on} {one.group} {one.heads}人 {received} {came}"
    sources = proving.record(f"{one.number} 登记", words, f"/outreach/receptions/{one.id}")
    cells = (
        cell(f"{one.number} {short_day(one.on)}", sources),
        cell(one.group, sources),
        cell(f"{one.heads}人", sources),
        cell(received, sources),
        cell(came, sources),
    )
    return Row(f"r{one.id}", cells)


def talk_rows(term: Term, proving: Proving) -> list[tuple[date, Row]]:
    """Talks about projects in the days of the report."""
    found = rows_at(Talk, term).filter(on__range=(term.first, term.last)).order_by("on", "id")
    return [(one.on, _talk_row(one, proving)) for one in found]


def _talk_row(one: Any, proving: Proving) -> Row:
    with_whom = f"{one.ours}与{one.firm}" if one.ours and one.firm else one.firm or one.ours
    came = "；".join(filter(None, (with_whom, one.topic, one.outcome)))
    step = f"{one.next_step}{f'（{short_day(one.next_on)}）' if one.next_on else ''}"
    words = f"{one.number} {one.on} {one.project} {came} {step}".strip()
    sources = proving.record(f"{one.number} 登记", words, f"/outreach/talks/{one.id}")
    cells = (
        cell(short_day(one.on), sources),
        cell(one.project, sources),
        cell("洽谈", sources),
        cell(came, sources),
        cell(step or "未定", sources if step else ()),
    )
    return Row(f"k{one.id}", cells)


def progress_part(rows: Iterable[tuple[date, Row]], *, title: str) -> Part:
    """What happened, the latest first."""
    ordered = sorted(rows, key=lambda pair: (pair[0], pair[1].key), reverse=True)
    return Part(
        key="progress",
        title=title,
        columns=("日期", "项目或线索", "事项", "情况", "下一步"),
        widths=(11, 26, 12, 33, 18),
        rows=tuple(row for _, row in ordered),
        empty="没有登记进展。",
    )


def signings_part(term: Term, proving: Proving) -> Part:
    """Agreements signed in the days of the report."""
    found = rows_at(Signing, term).filter(on__range=(term.first, term.last)).order_by("on", "id")
    return Part(
        key="signings",
        title="签约",
        columns=("日期", "项目", "投资方", "投资额", "协议"),
        widths=(12, 30, 26, 14, 18),
        rows=tuple(_signing_row(one, proving) for one in found),
        empty="没有签约。",
    )


def _signing_row(one: Any, proving: Proving) -> Row:
    amount = f"{one.amount.normalize():f}万元" if one.amount is not None else ""
    kind = label("agreements", one.kind)
    words = f"{one.number} {one.on} {one.project} {one.firm} {amount} {kind} {one.paper}".strip()
    sources = proving.record(f"{one.number} 登记", words, f"/outreach/signings/{one.id}")
    cells = (
        cell(short_day(one.on), sources),
        cell(one.project, sources),
        cell(one.firm, sources),
        cell(amount or "未载明", sources if amount else ()),
        cell(f"{kind} {one.paper}".strip(), sources),
    )
    return Row(f"g{one.id}", cells)


def late_trips(term: Term, proving: Proving) -> Iterator[tuple[str, str, date, Row]]:
    """Trips whose report is overdue."""
    found = rows_at(Trip, term).filter(state=Trip.State.APPROVED, report_due__lt=term.last)
    for trip in found.select_related("unit", "created_by").order_by("report_due", "id"):
        words = f"{trip.number} {trip.purpose}，{trip.report_due}前应报告"
        sources: tuple[Source, ...] = proving.record(
            f"{trip.number} 登记", words, f"/outreach/trips/{trip.id}"
        )
        owner = f"{trip.unit} {trip.created_by}"
        about = (f"t{trip.id}", "外出报告", f"{trip.number} {trip.purpose}", owner, sources)
        yield "外出报告", owner, trip.report_due, late_row(*about, trip.report_due, term.last)


def overdue_part(late: Iterable[tuple[str, str, date, Row]]) -> Part:
    """What is overdue, the longest first."""
    rows = sorted(late, key=lambda one: (one[2], one[3].key))
    return Part(
        key="overdue",
        title="逾期事项",
        columns=("事项", "对象", "责任人", "期限", "已超"),
        widths=(18, 36, 18, 16, 12),
        rows=tuple(row for _, _, _, row in rows),
        empty="没有逾期事项。",
    )


def problems_part(late: Iterable[tuple[str, str, date, Row]], today: date) -> Part:
    """What is overdue by sort and by who owes it, with how many and since when."""
    groups: dict[tuple[str, str], list[tuple[date, Row]]] = {}
    for sort, owner, due, row in late:
        groups.setdefault((sort, owner), []).append((due, row))
    rows = []
    for (sort, owner), found in sorted(groups.items(), key=lambda pair: min(pair[1])[0]):
        sources = tuple(source for _, row in found for source in row.cells[1].sources)
        names = "、".join(dict.fromkeys(row.cells[1].says for _, row in found))
        longest = (today - min(due for due, _ in found)).days
        cells = (
            cell(sort),
            cell(owner),
            cell(f"{len(found)}件", sources),
            cell(f"{longest}天"),
            cell(names, sources),
        )
        rows.append(Row(f"{sort}/{owner}", cells))
    return Part(
        key="problems",
        title="问题清单",
        columns=("类型", "责任单位或人", "件数", "最长超期", "对象"),
        widths=(18, 18, 8, 12, 44),
        rows=tuple(rows),
        empty="没有逾期问题。",
        is_compared=True,
    )
