"""The watch over statistics: 入库 from a size on, 入规 from a revenue of twelve months on.

Says whether a project should be in, and by which day papers are filed; it never makes a figure.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from yinfeng.lexicon.delivery import Money

_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Entry:
    """Whether a project belongs into the statistics of investment, and is there."""

    state: str
    says: str


@dataclass(frozen=True, slots=True)
class Watch:
    """How far a firm is on the way above the scale, and when it may file."""

    state: str
    says: str
    revenue: Decimal
    needs: Decimal | None
    file_by: date | None


def entry_of(
    total: Decimal | None,
    started: date | None,
    entered: date | None,
    rules: Money,
    today: date,
) -> Entry:
    """Whether a project that started on a day stands in the statistics of investment.

    In a month of which nothing is reported no project can enter, so none is missing.
    """
    if entered is not None:
        return Entry("in", f"{entered}入库")
    if total is None:
        return Entry("unknown", "总投资未载明，无法判断应否入库")
    if total < rules.statistics_from:
        return Entry("below", f"总投资不足{_wan(rules.statistics_from)}，不入库")
    if started is None:
        return Entry("waiting", "开工后应入库")
    if today.month in rules.silent_months:
        return Entry("silent", f"{started}已开工，应入库；{today.month}月免报，免报月份过后申报")
    return Entry("missing", f"{started}已开工，应入库未入库")


def watch_of(
    produced: date | None,
    sector: str,
    revenue: Mapping[tuple[int, int], Decimal],
    entered: date | None,
    rules: Money,
    today: date,
) -> Watch:
    """The way above the scale of a firm that began to produce on a day; revenue by month."""
    since = _months_back(today, rules.months)
    total = sum((sum_ for at, sum_ in revenue.items() if since < at <= _month(today)), Decimal())
    if entered is not None:
        return Watch("in", f"{entered}入规", total, None, None)
    if produced is None or produced > today:
        return Watch("early", "投产后开始监测", total, None, None)
    known = rules.sectors.get(sector)
    if known is None:
        return Watch("unknown", "没有选行业，无法判断是否达到规模", total, None, None)
    if not revenue:
        return Watch("unknown", "还没有营业收入", total, known.start, None)
    if total < known.start:
        left = known.start - total
        return Watch("below", f"近{rules.months}个月还差{_wan(left)}", total, known.start, None)
    if produced.year == today.year:
        by = _next_day(today, rules.file_by)
        return Watch("monthly", f"可按月申报，{by}前报资料", total, known.start, by)
    by = _next_batch(today, rules.batches)
    return Watch("yearly", f"按年申报，{by}前报资料", total, known.start, by)


def _month(day: date) -> tuple[int, int]:
    return day.year, day.month


def _months_back(day: date, months: int) -> tuple[int, int]:
    at = day.year * _MONTHS + day.month - 1 - months
    return at // _MONTHS, at % _MONTHS + 1


def _next_day(today: date, by: int) -> date:
    if today.day <= by:
        return today.replace(day=by)
    year, month = (today.year + 1, 1) if today.month == _MONTHS else (today.year, today.month + 1)
    return date(year, month, by)


def _next_batch(today: date, batches: tuple[tuple[int, int], ...]) -> date:
    days = [date(year, *at) for year in (today.year, today.year + 1) for at in sorted(batches)]
    return next(day for day in days if day >= today)


def _wan(yuan: Decimal) -> str:
    return f"{(yuan / 10_000).quantize(Decimal('0.01')).normalize():f}万元"
