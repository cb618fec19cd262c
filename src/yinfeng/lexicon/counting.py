"""How projects are counted: rules with switches, size classes, tables of equivalence, measures.

`data/counting/rules.yaml`; an office lays its own file over it and gives it a version, so that an
old count can be made again.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from importlib.resources import files

import yaml

from yinfeng.lexicon.office_files import (
    UNREADABLE,
    BadPolicy,
    Rows,
    integer,
    listed,
    mapping,
    office_rows,
    strings,
    unusable,
)

NESTED, EXCLUSIVE = "nested", "exclusive"
CALENDAR, ON_DAY = "month_end", "day"
_ONE_DAY, _DECEMBER, _LAST_CLOSE = timedelta(days=1), 12, 28


@dataclass(frozen=True, slots=True)
class CountRule:
    """One rule that leaves projects out, with its switch."""

    key: str
    is_on: bool
    says: str
    basis: str
    sure: str


@dataclass(frozen=True, slots=True)
class Band:
    """A size class: what it is called, and from how many yuan."""

    key: str
    says: str
    start: Decimal


@dataclass(frozen=True, slots=True)
class Equivalent:
    """So much foreign money stands for that threshold in yuan, from a day on."""

    since: date
    currency: str
    yuan: Decimal
    money: Decimal
    basis: str
    sure: str


@dataclass(frozen=True, slots=True)
class Rate:
    """So many yuan for one of a currency, as published on a day."""

    since: date
    currency: str
    yuan: Decimal
    basis: str
    sure: str


@dataclass(frozen=True, slots=True)
class FiscalYear:
    """How months and years close: with the calendar, or on a day of the month."""

    closes: str
    day: int

    def year(self, number: int) -> tuple[date, date]:
        """The first and the last day of a year."""
        if self.closes == CALENDAR:
            return date(number, 1, 1), date(number, 12, 31)
        return date(number - 1, 12, self.day) + _ONE_DAY, date(number, 12, self.day)

    def month(self, year: int, month: int) -> tuple[date, date]:
        """The first and the last day of a month."""
        first = date(year, month, 1)
        if self.closes == CALENDAR:
            return first, (first + timedelta(days=31)).replace(day=1) - _ONE_DAY
        before = first - _ONE_DAY
        return before.replace(day=self.day) + _ONE_DAY, first.replace(day=self.day)

    def holds(self, day: date) -> tuple[int, int]:
        """The year and the month to which a day belongs."""
        if self.closes == CALENDAR or day.day <= self.day:
            return day.year, day.month
        return (day.year + 1, 1) if day.month == _DECEMBER else (day.year, day.month + 1)


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted: the gates that must be passed, and how its size classes stand."""

    key: str
    says: str
    gates: tuple[str, ...]
    bands: str
    unit: str
    skips: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Conversion:
    """Of a cohort at one gate, those that reached another."""

    start: str
    end: str
    says: str


@dataclass(frozen=True, slots=True)
class ProjectCounting:
    """The rules of counting as they stand."""

    title: str
    version: str
    basis: str
    rules: Mapping[str, CountRule]
    late_days: int
    opening_days: int
    # None: the years of the rules of first reports.
    share_years: int | None
    twice_months: int
    audit_factor: Decimal
    bands: tuple[Band, ...]
    equivalents: tuple[Equivalent, ...]
    fiscal: FiscalYear
    rates: tuple[Rate, ...]
    rate_lasts_days: int
    measures: tuple[Counted, ...]
    conversions: tuple[Conversion, ...]

    def measure(self, key: str) -> Counted:
        """The measure called *key*."""
        return next(one for one in self.measures if one.key == key)

    def is_on(self, rule: str, measure: Counted) -> bool:
        """Whether a rule is asked for a measure."""
        return self.rules[rule].is_on and rule not in measure.skips

    def threshold(self, band: Band, currency: str, day: date) -> Decimal | None:
        """From how much of a currency a project is of the class; None where no table says."""
        if currency in ("", "CNY"):
            return band.start
        known = [
            one
            for one in self.equivalents
            if one.currency == currency and one.yuan == band.start and one.since <= day
        ]
        return max(known, key=lambda one: one.since).money if known else None

    def rate(self, currency: str, day: date) -> Rate | None:
        """The rate of a currency on a day; None where none is so fresh."""
        oldest = day - timedelta(days=self.rate_lasts_days)
        known = [
            one for one in self.rates if one.currency == currency and oldest <= one.since <= day
        ]
        return max(known, key=lambda one: one.since, default=None)


@cache
def project_counting(overlay: str = "") -> ProjectCounting:
    """The counting of the house, with an office's own YAML text laid over it."""
    path = files("yinfeng.lexicon") / "data" / "counting" / "rules.yaml"
    rows = mapping(yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader), "counting")
    try:
        return _counting(office_rows(rows, overlay) if overlay.strip() else rows)
    except BadPolicy:
        raise
    except UNREADABLE as error:
        raise unusable(error, "本单位文件" if overlay else "rules.yaml") from error


def _counting(rows: Rows) -> ProjectCounting:
    rules = {key: _rule(key, row) for key, row in mapping(rows["rules"], "rules").items()}
    bands = tuple(
        Band(str(row["key"]), str(row["says"]), Decimal(str(row["from"])))
        for row in listed(rows["bands"], "bands")
    )
    if list(bands) != sorted(bands, key=lambda band: -band.start):
        raise ValueError("bands 要从大到小排列")
    factor = Decimal(str(rows["audit_factor"]))
    if not 0 <= factor <= 1:
        raise ValueError("audit_factor 应在0到1之间")
    return ProjectCounting(
        title=str(rows["title"]),
        version=str(rows["version"]),
        basis=str(rows["basis"]),
        rules=rules,
        late_days=integer(rows["late_days"], "late_days"),
        opening_days=integer(rows["opening_days"], "opening_days"),
        share_years=_years(rows["share_years"]),
        twice_months=integer(rows["twice_months"], "twice_months"),
        audit_factor=factor,
        bands=bands,
        equivalents=tuple(_equivalent(row) for row in listed(rows["equivalence"], "equivalence")),
        fiscal=_fiscal(mapping(rows["fiscal_year"], "fiscal_year")),
        rates=tuple(_rate(row) for row in listed(rows["rates"], "rates")),
        rate_lasts_days=integer(rows["rate_lasts_days"], "rate_lasts_days"),
        measures=tuple(_measure(row, rules) for row in listed(rows["measures"], "measures")),
        conversions=tuple(
            Conversion(str(row["from"]), str(row["to"]), str(row["says"]))
            for row in listed(rows["conversions"], "conversions")
        ),
    )


def _years(given: object) -> int | None:
    return None if given is None else integer(given, "share_years")


def _rule(key: str, given: object) -> CountRule:
    row = mapping(given, key)
    if not isinstance(row["active"], bool):
        raise TypeError(f"{key}.active 要写 true 或 false")
    return CountRule(key, row["active"], str(row["says"]), str(row["basis"]), str(row["sure"]))


def _fiscal(row: Rows) -> FiscalYear:
    closes, day = str(row["closes"]), integer(row["day"], "fiscal_year.day")
    if closes not in (CALENDAR, ON_DAY):
        raise ValueError("fiscal_year.closes 只能是 month_end（月末）或 day（某一天）")
    if not 1 <= day <= _LAST_CLOSE:
        raise ValueError(f"fiscal_year.day 应在1到{_LAST_CLOSE}之间")
    return FiscalYear(closes, day)


def _rate(row: Rows) -> Rate:
    yuan = Decimal(str(row["yuan"]))
    if yuan <= 0:
        raise ValueError("rates.yuan 应大于0")
    return Rate(
        _since(row), str(row["currency"]), yuan, str(row["basis"]), str(row.get("sure", "J"))
    )


def _since(row: Rows) -> date:
    since = row["since"]
    if not isinstance(since, date):
        raise TypeError(f"since 要写日期，不能是 {since!r}")
    return since


def _equivalent(row: Rows) -> Equivalent:
    return Equivalent(
        _since(row),
        str(row["currency"]),
        Decimal(str(row["yuan"])),
        Decimal(str(row["money"])),
        str(row["basis"]),
        str(row["sure"]),
    )


def _measure(row: Rows, rules: Mapping[str, CountRule]) -> Counted:
    bands = str(row["bands"])
    if bands not in (NESTED, EXCLUSIVE):
        raise ValueError(f"{row['key']}.bands 只能是 nested（包含）或 exclusive（不包含）")
    skips = strings(row.get("skips", []), "skips")
    if strange := set(skips) - set(rules):
        raise ValueError(f"{row['key']}.skips：没有这条规则：{'、'.join(sorted(strange))}")
    gates = strings(row["gates"], "gates")
    return Counted(str(row["key"]), str(row["says"]), gates, bands, str(row["unit"]), skips)
