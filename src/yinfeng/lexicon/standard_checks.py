"""The checks of standard land: when each is due, what may come of it, what is owed.

`data/standard/checks.yaml`, `outcomes.yaml`, `penalties.yaml`; an office lays its own files over.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from yinfeng.lexicon.expressions import Expression
from yinfeng.lexicon.milestones import Length, length
from yinfeng.lexicon.office_files import Rows, integer, listed, mapping, strings
from yinfeng.lexicon.renewal import read
from yinfeng.lexicon.standard_land import basis_of, constants_of, day_of, formula_of, known, sure_of

# The days that a term may run from besides the checks of days themselves.
FIRST_DAYS = {"signed": "签订", "handed_over": "交地"}
CONDITION_NAMES = ("已完成", "逾期天数", "轮次", "未达标项数", "最大缺口比例")
MONEY_NAMES = ("土地价款", "履约保证金", "用地亩数", "轮次")
DAY_NAMES = (*MONEY_NAMES, "逾期天数", "逾期月数")
VALUE_NAMES = (*MONEY_NAMES, "承诺值", "实测值", "差额", "缺口比例")
OUTCOMES = ("passed", "rectify", "penalty", "reclaim")


@dataclass(frozen=True, slots=True)
class CheckPoint:
    """One check: whether it asks for a day or for values, and how its day is reckoned."""

    key: str
    label: str
    asks_day: bool
    runs_from: str
    term: Length
    window: Length | None
    basis: str
    sure: str


@dataclass(frozen=True, slots=True)
class Checks:
    """Every check in order, and when somebody is told."""

    title: str
    version: str
    since: date
    basis: str
    rolls: bool
    rolls_basis: str
    points: Mapping[str, CheckPoint]
    ahead: tuple[int, ...]
    late: tuple[int, ...]

    def start_of(self, point: CheckPoint) -> str:
        """From what the term of a check runs, in words: 交地, 竣工."""
        return FIRST_DAYS.get(point.runs_from) or self.points[point.runs_from].label

    @property
    def terms(self) -> tuple[tuple[CheckPoint, str], ...]:
        """Each check with its term in words: 交地后6个月."""
        return tuple(
            (one, f"{self.start_of(one)}后{one.term.says}") for one in self.points.values()
        )


@dataclass(frozen=True, slots=True)
class Outcome:
    """What may come of a check."""

    key: str
    label: str
    tone: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """What is proposed where a condition holds, and on what ground."""

    when: Expression
    checks: tuple[str, ...]
    propose: str
    says: str
    basis: str
    sure: str


@dataclass(frozen=True, slots=True)
class Outcomes:
    """What may come of checks, how long putting things right may take, what is proposed when."""

    title: str
    version: str
    since: date
    basis: str
    outcomes: Mapping[str, Outcome]
    longest: Length
    payment: Length
    payment_basis: str
    proposals: tuple[Proposal, ...]


@dataclass(frozen=True, slots=True)
class Penalty:
    """What is owed, as an expression, and on what ground."""

    formula: Expression
    basis: str
    sure: str


@dataclass(frozen=True, slots=True)
class Penalties:
    """What is owed for late days and for missed indicators where the contract does not say."""

    title: str
    version: str
    since: date
    basis: str
    constants: Mapping[str, Decimal]
    days: Mapping[str, Penalty]
    indicators: Mapping[str, Penalty]
    otherwise: Penalty

    def of_day(self, check: str) -> Penalty | None:
        """What is owed where a day was missed."""
        return self.days.get(check)

    def of_indicator(self, key: str) -> Penalty:
        """What is owed where an indicator was missed."""
        return self.indicators.get(key, self.otherwise)

    @property
    def day_names(self) -> tuple[str, ...]:
        """What an expression of late days may ask for."""
        return (*DAY_NAMES, *self.constants)

    @property
    def value_names(self) -> tuple[str, ...]:
        """What an expression of a missed indicator may ask for."""
        return (*VALUE_NAMES, *self.constants)


def standard_checks(overlay: str = "") -> Checks:
    """The checks, with an office's own YAML text laid over them."""
    return read("standard/checks", overlay, _checks)


def standard_outcomes(overlay: str = "") -> Outcomes:
    """The outcomes, with an office's own YAML text laid over them."""
    return read("standard/outcomes", overlay, _outcomes)


def standard_penalties(overlay: str = "") -> Penalties:
    """The penalties, with an office's own YAML text laid over them."""
    free = ("constants.", "days.", "indicators.")
    return read("standard/penalties", overlay, _penalties, free)


def _checks(rows: Rows) -> Checks:
    points: dict[str, CheckPoint] = {}
    for key, row in mapping(rows["checks"], "checks").items():
        # A term runs from what stands earlier, so that no two wait for each other.
        days = [one for one, point in points.items() if point.asks_day]
        points[key] = _point(key, mapping(row, f"checks.{key}"), (*FIRST_DAYS, *days))
    if not isinstance(rows["rolls"], bool):
        raise TypeError("rolls 要写 true 或 false")
    return Checks(
        title=str(rows["title"]),
        version=str(rows["version"]),
        since=day_of(rows),
        basis=basis_of(rows),
        rolls=rows["rolls"],
        rolls_basis=str(rows["rolls_basis"]),
        points=points,
        ahead=_days(rows, "ahead"),
        late=_days(rows, "late"),
    )


def _point(key: str, row: Rows, starts: tuple[str, ...]) -> CheckPoint:
    where = f"checks.{key}"
    return CheckPoint(
        key=key,
        label=str(row["label"]),
        asks_day=known(row["what"], ("day", "values"), f"{where}.what") == "day",
        runs_from=known(row["from"], starts, f"{where}.from"),
        term=length(str(row["term"])),
        window=length(str(row["window"])) if row.get("window") else None,
        basis=str(row["basis"]),
        sure=sure_of(row, where),
    )


def _outcomes(rows: Rows) -> Outcomes:
    outcomes = {
        key: Outcome(
            known(key, OUTCOMES, "outcomes"),
            str(mapping(row, f"outcomes.{key}")["label"]),
            str(mapping(row, f"outcomes.{key}").get("tone", "")),
        )
        for key, row in mapping(rows["outcomes"], "outcomes").items()
    }
    proposals = tuple(_proposal(row) for row in listed(rows["proposals"], "proposals"))
    return Outcomes(
        title=str(rows["title"]),
        version=str(rows["version"]),
        since=day_of(rows),
        basis=basis_of(rows),
        outcomes=outcomes,
        longest=length(str(rows["longest"])),
        payment=length(str(rows["payment"])),
        payment_basis=str(rows["payment_basis"]),
        proposals=proposals,
    )


def _proposal(row: Rows) -> Proposal:
    return Proposal(
        when=formula_of(row["when"], CONDITION_NAMES, "proposals.when", condition=True),
        checks=strings(row["checks"], "proposals.checks"),
        propose=known(row["propose"], OUTCOMES, "proposals.propose"),
        says=str(row["says"]),
        basis=str(row["basis"]),
        sure=sure_of(row, "proposals"),
    )


def _penalties(rows: Rows) -> Penalties:
    constants = constants_of(rows)
    days = (*DAY_NAMES, *constants)
    values = (*VALUE_NAMES, *constants)
    return Penalties(
        title=str(rows["title"]),
        version=str(rows["version"]),
        since=day_of(rows),
        basis=basis_of(rows),
        constants=constants,
        days={
            key: _penalty(mapping(row, f"days.{key}"), days, f"days.{key}")
            for key, row in mapping(rows["days"], "days").items()
        },
        indicators={
            key: _penalty(mapping(row, f"indicators.{key}"), values, f"indicators.{key}")
            for key, row in mapping(rows["indicators"], "indicators").items()
        },
        otherwise=_penalty(mapping(rows["otherwise"], "otherwise"), values, "otherwise"),
    )


def _penalty(row: Rows, names: tuple[str, ...], where: str) -> Penalty:
    return Penalty(
        formula=formula_of(row["formula"], names, f"{where}.formula"),
        basis=str(row["basis"]),
        sure=sure_of(row, where),
    )


def _days(rows: Rows, key: str) -> tuple[int, ...]:
    value = rows[key]
    if not isinstance(value, list) or not value:
        raise TypeError(f"{key} 要写成一列天数，不能是 {value!r}")
    found = tuple(sorted(integer(one, key) for one in value))
    if found[0] < 1:
        raise ValueError(f"{key} 的天数要大于零")
    return found
