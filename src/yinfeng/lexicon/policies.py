"""Policies: how leads are graded and which clocks they start, as files with basis and version.

`data/policies/maturity.yaml` grades; `clocks_<name>.yaml` sets the terms. An office lays its own
file over the house's: what it names wins, the rest stays, and its version stands beside ours.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from yinfeng.lexicon.office_files import (
    UNREADABLE,
    BadPolicy,
    Rows,
    Term,
    integer,
    listed,
    loaded,
    mapping,
    office_rows,
    strings,
    term,
    unusable,
)

GRADES = ("A", "B", "C")
# What the wording of an ask may name.
ASKED = ("lead", "investor", "leader", "open", "by", "months")


@dataclass(frozen=True, slots=True)
class Step:
    """One clock of a new lead; large projects may have another term, of days or of amount."""

    key: str
    says: str
    term: Term
    large_from: Decimal | None = None
    large: Term | None = None

    def term_for(self, amount: Decimal | None) -> Term:
        """The term of a lead of *amount* yuan."""
        if self.large and self.large_from and amount is not None and amount >= self.large_from:
            return self.large
        return self.term


@dataclass(frozen=True, slots=True)
class Clocks:
    """The terms that a lead starts: the first steps, following up by grade, a leader's answer."""

    name: str
    title: str
    version: str
    basis: str
    steps: tuple[Step, ...]
    follow_up: Mapping[str, Term]
    leader_answer: Term
    leader_result: Term


@dataclass(frozen=True, slots=True)
class ScorePart:
    """One thing that makes a lead riper: its points, and what shows that it is settled."""

    key: str
    points: int
    says: str
    open: str
    words: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    all_fields: tuple[str, ...] = ()
    stages: tuple[str, ...] = ()
    engagements: tuple[str, ...] = ()
    leader_met: bool = False


@dataclass(frozen=True, slots=True)
class Grade:
    """A grade: the score that it begins at, its name, and what it must have."""

    key: str
    start: int
    says: str
    next_days: int
    needs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a report and the grade that they tell."""

    grade: str
    any: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Maturity:
    """The grading policy as it stands, with the clocks that it uses."""

    title: str
    version: str
    basis: str
    stages: Mapping[str, tuple[str, str]]
    words: tuple[Words, ...]
    score: tuple[ScorePart, ...]
    grades: tuple[Grade, ...]
    leaders: tuple[str, ...]
    colours: Mapping[str, int]
    asks: Mapping[str, str]
    nobody: Mapping[str, str]
    clocks: Clocks

    def grade(self, key: str) -> Grade:
        """The grade called *key*."""
        return next(grade for grade in self.grades if grade.key == key)

    def grade_of_score(self, score: int) -> Grade:
        """The best grade that *score* reaches."""
        ranked = sorted(self.grades, key=lambda grade: -grade.start)
        return next(grade for grade in ranked if score >= grade.start)


def maturity(overlay: str = "") -> Maturity:
    """The grading policy of the house, with an office's own YAML text laid over it."""
    try:
        rows = loaded("maturity")
        return _maturity(office_rows(rows, overlay, ("stages.",)) if overlay else rows)
    except BadPolicy:
        raise
    except UNREADABLE as error:
        raise unusable(error, "本单位文件" if overlay else "maturity.yaml") from error


def _maturity(rows: Rows) -> Maturity:
    stages = {
        key: (_known(str(mapping(row, key)["grade"])), str(mapping(row, key)["says"]))
        for key, row in mapping(rows["stages"], "stages").items()
    }
    return Maturity(
        title=str(rows["title"]),
        version=str(rows["version"]),
        basis=str(rows["basis"]).strip(),
        stages=stages,
        words=tuple(
            Words(_known(str(row["grade"])), strings(row["any"], "words"))
            for row in listed(rows["words"], "words")
        ),
        score=tuple(_part(row) for row in listed(rows["score"], "score")),
        grades=tuple(
            _grade(key, mapping(row, key)) for key, row in mapping(rows["grades"], "grades").items()
        ),
        leaders=strings(rows["leaders"], "leaders"),
        colours={k: integer(v, k) for k, v in mapping(rows["colours"], "colours").items()},
        asks={k: _ask(str(v), k) for k, v in mapping(rows["asks"], "asks").items()},
        nobody={k: str(v) for k, v in mapping(rows["nobody"], "nobody").items()},
        clocks=_clocks(rows["clocks"]),
    )


def _ask(says: str, key: str) -> str:
    try:
        says.format(**dict.fromkeys(ASKED, ""))
    except (KeyError, IndexError, ValueError, AttributeError) as error:
        known = "、".join(f"{{{name}}}" for name in ASKED)
        raise BadPolicy(f"asks.{key} 里有不认识的标记，只能用{known}") from error
    return says


def _part(row: Rows) -> ScorePart:
    return ScorePart(
        key=str(row["key"]),
        points=integer(row["points"], "points"),
        says=str(row["says"]),
        open=str(row["open"]),
        words=strings(row.get("words", []), "words"),
        fields=strings(row.get("fields", []), "fields"),
        all_fields=strings(row.get("all_fields", []), "all_fields"),
        stages=strings(row.get("stages", []), "stages"),
        engagements=strings(row.get("engagements", []), "engagements"),
        leader_met=bool(row.get("leader_met", False)),
    )


def _grade(key: str, row: Rows) -> Grade:
    return Grade(
        key=_known(key),
        start=integer(row["from"], "from"),
        says=str(row["says"]),
        next_days=integer(row["next_days"], "next_days"),
        needs=strings(row["needs"], "needs"),
    )


def _clocks(given: object) -> Clocks:
    rows = given if isinstance(given, Mapping) else loaded(f"clocks_{given}")
    leader = mapping(rows["leader"], "leader")
    return Clocks(
        name=str(rows["name"]),
        title=str(rows["title"]),
        version=str(rows["version"]),
        basis=str(rows["basis"]),
        steps=tuple(_step(row) for row in listed(rows["steps"], "steps")),
        follow_up={
            _known(key): term(mapping(row, key))
            for key, row in mapping(rows["follow_up"], "follow_up").items()
        },
        leader_answer=term(mapping(leader["answer"], "answer")),
        leader_result=term(mapping(leader["result"], "result")),
    )


def _step(row: Rows) -> Step:
    large_from: Decimal | None = None
    large: Term | None = None
    if "same_day_from" in row:
        large_from, large = Decimal(str(row["same_day_from"])), Term(0, working=False)
    elif "calendar_days_from" in row:
        more = mapping(row["calendar_days_from"], "calendar_days_from")
        large_from = Decimal(str(more["amount"]))
        large = Term(integer(more["days"], "days"), working=False)
    return Step(str(row["key"]), str(row["says"]), term(row), large_from, large)


def _known(grade: str) -> str:
    if grade not in GRADES:
        raise ValueError(f"没有这个级别：{grade!r}")
    return grade
