"""Rules of delivery: terms and levels of problems, money against the year, permits, photos.

`data/delivery/problems.yaml`, `money.yaml`, `permits.yaml`; an office lays its own text over them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from yinfeng.lexicon.delivery_files import decimal, made
from yinfeng.lexicon.office_files import Rows, Term, integer, listed, mapping, strings, term

FOREIGN = "foreign"
# The terms of a problem that are urged once when they have passed.
URGED = ("dispatch", "feedback")
# Who may be told: the person in charge, the linked leader, the office's head, the leaders of the
# unit, the officers of the units above.
RECEIVERS = ("owner", "leader", "head", "bosses", "above")
# How a project comes to its place; foreign is whose money it is, and comes on top.
KINDS_OF_PROJECTS = ("new_land", "leased", "own_land", "government", "office", FOREIGN)


@dataclass(frozen=True, slots=True)
class Severity:
    """How hard a problem is, and by when it is solved."""

    key: str
    says: str
    term: Term
    report_every: int


@dataclass(frozen=True, slots=True)
class Level:
    """One step of the way up, and who is told there: 例会 → 分管领导 → 主要领导 → 县专班."""

    key: str
    says: str
    to: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Urge:
    """What is told, and to whom, when a term of a problem has passed."""

    says: str
    to: tuple[str, ...]
    asks: str


@dataclass(frozen=True, slots=True)
class ProblemRules:
    """What sorts of problems there are, their terms, and the way up."""

    title: str
    version: str
    basis: str
    sure: str
    kinds: Mapping[str, str]
    severities: Mapping[str, Severity]
    dispatch: Term
    feedback: Term
    extensions: int
    reopen_within: Term
    levels: tuple[Level, ...]
    begins: str
    urges: Mapping[str, Urge]
    # What the governing bodies and offices of a unit are called after its name, the longest first.
    own_bodies: tuple[str, ...]

    def level(self, key: str) -> Level:
        """The level called *key*, the lowest where there is none."""
        return next((one for one in self.levels if one.key == key), self.levels[0])

    def above(self, key: str) -> Level | None:
        """The next level up, or None at the top."""
        keys = [one.key for one in self.levels]
        at = keys.index(key) + 1 if key in keys else 0
        return self.levels[at] if at < len(self.levels) else None


@dataclass(frozen=True, slots=True)
class Sector:
    """A sector of 四上 units, and the revenue from which a firm belongs to it."""

    key: str
    says: str
    start: Decimal


@dataclass(frozen=True, slots=True)
class Money:
    """How investment is measured, when a project enters statistics, when a firm is above scale."""

    title: str
    version: str
    basis: str
    sure: str
    pace: str
    statistics_from: Decimal
    statistics_basis: str
    silent_months: tuple[int, ...]
    scale_basis: str
    months: int
    file_by: int
    monthly: str
    yearly: str
    batches: tuple[tuple[int, int], ...]
    sectors: Mapping[str, Sector]
    near: int
    copied: int
    far_metres: int
    late_days: int

    @property
    def silent_says(self) -> str:
        """The months of which nothing is reported to statistics, in words."""
        return "、".join(f"{one}月" for one in self.silent_months)


@dataclass(frozen=True, slots=True)
class Permit:
    """A permit, who gives it, and which kinds of projects need it."""

    key: str
    says: str
    by: str
    of: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Permits:
    """The permits that projects need."""

    title: str
    version: str
    basis: str
    permits: tuple[Permit, ...]

    def needed_by(self, kind: str, *, foreign: bool = False) -> tuple[Permit, ...]:
        """What a project of the kind needs; of an unknown kind nothing is known."""
        kinds = {kind, FOREIGN} if foreign else {kind}
        return tuple(one for one in self.permits if kinds & set(one.of)) if kind else ()


def problem_rules(overlay: str = "") -> ProblemRules:
    """The rules of problems."""
    return made("problems", _problems, overlay, ("kinds.", "severities."))


def money(overlay: str = "") -> Money:
    """The rules of money and photos."""
    return made("money", _money, overlay, ("above_scale.sectors.",))


def permits(overlay: str = "") -> Permits:
    """The permits."""
    return made("permits", _permits, overlay)


def _problems(rows: Rows) -> ProblemRules:
    levels = tuple(
        Level(str(row["key"]), str(row["says"]), _receivers(row))
        for row in listed(rows["levels"], "levels")
    )
    urges = mapping(rows["urges"], "urges")
    if set(urges) != set(URGED):
        raise ValueError(f"urges 要写 {'、'.join(URGED)}")
    begins = str(rows["begins"])
    if begins not in {level.key for level in levels}:
        raise ValueError(f"begins 不在 levels 里：{begins}")
    return ProblemRules(
        title=str(rows["title"]),
        version=str(rows["version"]),
        basis=str(rows["basis"]).strip(),
        sure=str(rows["sure"]),
        kinds={key: str(says) for key, says in mapping(rows["kinds"], "kinds").items()},
        severities={
            key: _severity(key, mapping(row, key))
            for key, row in mapping(rows["severities"], "severities").items()
        },
        dispatch=term(mapping(rows["dispatch"], "dispatch")),
        feedback=term(mapping(rows["feedback"], "feedback")),
        extensions=integer(rows["extensions"], "extensions"),
        reopen_within=term(mapping(rows["reopen_within"], "reopen_within")),
        levels=levels,
        begins=begins,
        urges={key: _urge(mapping(row, key)) for key, row in urges.items()},
        own_bodies=tuple(
            sorted(strings(rows["own_bodies"], "own_bodies"), key=lambda one: -len(one))
        ),
    )


def _urge(row: Rows) -> Urge:
    return Urge(str(row["says"]), _receivers(row), str(row["asks"]))


def _receivers(row: Rows) -> tuple[str, ...]:
    to = strings(row["to"], "to")
    if strangers := set(to) - set(RECEIVERS):
        raise ValueError(f"to 里有不认识的对象：{'、'.join(sorted(strangers))}")
    return to


def _severity(key: str, row: Rows) -> Severity:
    return Severity(
        key, str(row["says"]), term(row), integer(row.get("report_every", 0), "report_every")
    )


def _money(rows: Rows) -> Money:
    statistics = mapping(rows["statistics"], "statistics")
    scale = mapping(rows["above_scale"], "above_scale")
    monthly, yearly = mapping(scale["monthly"], "monthly"), mapping(scale["yearly"], "yearly")
    photos = mapping(rows["photos"], "photos")
    if rows["pace"] not in ("even", "plan"):
        raise ValueError(f"pace 只能是 even 或 plan，不能是 {rows['pace']!r}")
    silent = statistics["no_report_months"]
    if not isinstance(silent, list):
        raise TypeError("no_report_months 要写成一列月份")
    return Money(
        title=str(rows["title"]),
        version=str(rows["version"]),
        basis=str(rows["basis"]).strip(),
        sure=str(rows["sure"]),
        pace=str(rows["pace"]),
        statistics_from=decimal(statistics["from"], "statistics.from"),
        statistics_basis=str(statistics["basis"]),
        silent_months=tuple(integer(one, "no_report_months") for one in silent),
        scale_basis=str(scale["basis"]),
        months=integer(scale["months"], "months"),
        file_by=integer(monthly["by_day"], "by_day"),
        monthly=str(monthly["says"]),
        yearly=str(yearly["says"]),
        batches=tuple(_day_of_year(one) for one in strings(yearly["batches"], "batches")),
        sectors={
            key: Sector(
                key, str(mapping(row, key)["says"]), decimal(mapping(row, key)["from"], key)
            )
            for key, row in mapping(scale["sectors"], "sectors").items()
        },
        near=integer(photos["near"], "near"),
        copied=integer(photos["copied"], "copied"),
        far_metres=integer(photos["far_metres"], "far_metres"),
        late_days=integer(photos["late_days"], "late_days"),
    )


def _day_of_year(says: str) -> tuple[int, int]:
    month, _, day = says.partition("-")
    date(2000, int(month), int(day))
    return int(month), int(day)


def _permits(rows: Rows) -> Permits:
    found = tuple(_permit(row) for row in listed(rows["permits"], "permits"))
    if len({one.key for one in found}) != len(found):
        raise ValueError("permits 里有重复的 key")
    return Permits(str(rows["title"]), str(rows["version"]), str(rows["basis"]).strip(), found)


def _permit(row: Rows) -> Permit:
    of = strings(row["of"], "of")
    if strangers := set(of) - set(KINDS_OF_PROJECTS):
        raise ValueError(f"of 里有不认识的项目类别：{'、'.join(sorted(strangers))}")
    return Permit(str(row["key"]), str(row["says"]), str(row["by"]), of)
