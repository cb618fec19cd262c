"""Policies: how leads are graded and which clocks they start, as files with basis and version.

`data/policies/maturity.yaml` grades; `clocks_<name>.yaml` sets the terms. An office lays its own
file over the house's: what it names wins, the rest stays, and its version stands beside ours.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import cast

import yaml

GRADES = ("A", "B", "C")
# What the wording of an ask may name.
ASKED = ("lead", "investor", "leader", "open", "by", "months")
Rows = Mapping[str, object]


class BadPolicy(ValueError):
    """A policy file that cannot be used, named with its key."""


@dataclass(frozen=True, slots=True)
class Term:
    """A length of time: working days (工作日) or plain days (自然日)."""

    days: int
    working: bool


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
        rows = _loaded("maturity")
        return _maturity(_office_rows(rows, overlay) if overlay else rows)
    except BadPolicy:
        raise
    except (KeyError, TypeError, ValueError, StopIteration) as error:
        raise BadPolicy(f"{'本单位文件' if overlay else 'maturity.yaml'}：{error}") from error
    except yaml.YAMLError as error:
        raise BadPolicy("不是 YAML 文件，或缩进、括号有误") from error


def _office_rows(rows: Rows, overlay: str) -> Rows:
    own = _mapping(yaml.load(overlay, Loader=yaml.CSafeLoader), "本单位文件")
    if own.get("version") is None:
        # An old report must be rebuildable, so a policy without a version is none.
        raise BadPolicy("本单位文件没有写版本（version）")
    _refuse_strangers(rows, own)
    return {**_laid_over(rows, own), "version": f"{rows['version']}+{own['version']}"}


@cache
def _loaded(name: str) -> Rows:
    path = files("yinfeng.lexicon") / "data" / "policies" / f"{name}.yaml"
    if not path.is_file():
        raise BadPolicy(f"没有这份办法：{name}")
    return _mapping(yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader), name)


def _refuse_strangers(rows: Rows, own: Rows, above: str = "") -> None:
    """Refuse a key that the house's policy has not: a slip of the pen would change nothing."""
    for key, value in own.items():
        old = rows.get(key)
        if key not in rows and above != "stages.":
            raise BadPolicy(f"不认识的项目：{above}{key}")
        if isinstance(old, Mapping) and isinstance(value, Mapping):
            _refuse_strangers(cast(Rows, old), cast(Rows, value), f"{above}{key}.")


def _laid_over(rows: Rows, overlay: Rows) -> Rows:
    merged = dict(rows)
    for key, value in overlay.items():
        old = merged.get(key)
        both = isinstance(old, Mapping) and isinstance(value, Mapping)
        merged[key] = _laid_over(cast(Rows, old), cast(Rows, value)) if both else value
    return merged


def _maturity(rows: Rows) -> Maturity:
    stages = {
        key: (_known(str(_mapping(row, key)["grade"])), str(_mapping(row, key)["says"]))
        for key, row in _mapping(rows["stages"], "stages").items()
    }
    return Maturity(
        title=str(rows["title"]),
        version=str(rows["version"]),
        basis=str(rows["basis"]).strip(),
        stages=stages,
        words=tuple(
            Words(_known(str(row["grade"])), _strings(row["any"], "words"))
            for row in _rows(rows["words"], "words")
        ),
        score=tuple(_part(row) for row in _rows(rows["score"], "score")),
        grades=tuple(
            _grade(key, _mapping(row, key))
            for key, row in _mapping(rows["grades"], "grades").items()
        ),
        leaders=_strings(rows["leaders"], "leaders"),
        colours={k: _int(v, k) for k, v in _mapping(rows["colours"], "colours").items()},
        asks={k: _ask(str(v), k) for k, v in _mapping(rows["asks"], "asks").items()},
        nobody={k: str(v) for k, v in _mapping(rows["nobody"], "nobody").items()},
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
        points=_int(row["points"], "points"),
        says=str(row["says"]),
        open=str(row["open"]),
        words=_strings(row.get("words", []), "words"),
        fields=_strings(row.get("fields", []), "fields"),
        all_fields=_strings(row.get("all_fields", []), "all_fields"),
        stages=_strings(row.get("stages", []), "stages"),
        engagements=_strings(row.get("engagements", []), "engagements"),
        leader_met=bool(row.get("leader_met", False)),
    )


def _grade(key: str, row: Rows) -> Grade:
    return Grade(
        key=_known(key),
        start=_int(row["from"], "from"),
        says=str(row["says"]),
        next_days=_int(row["next_days"], "next_days"),
        needs=_strings(row["needs"], "needs"),
    )


def _clocks(given: object) -> Clocks:
    rows = given if isinstance(given, Mapping) else _loaded(f"clocks_{given}")
    leader = _mapping(rows["leader"], "leader")
    return Clocks(
        name=str(rows["name"]),
        title=str(rows["title"]),
        version=str(rows["version"]),
        basis=str(rows["basis"]),
        steps=tuple(_step(row) for row in _rows(rows["steps"], "steps")),
        follow_up={
            _known(key): _term(_mapping(row, key))
            for key, row in _mapping(rows["follow_up"], "follow_up").items()
        },
        leader_answer=_term(_mapping(leader["answer"], "answer")),
        leader_result=_term(_mapping(leader["result"], "result")),
    )


def _step(row: Rows) -> Step:
    large_from: Decimal | None = None
    large: Term | None = None
    if "same_day_from" in row:
        large_from, large = Decimal(str(row["same_day_from"])), Term(0, working=False)
    elif "calendar_days_from" in row:
        more = _mapping(row["calendar_days_from"], "calendar_days_from")
        large_from = Decimal(str(more["amount"]))
        large = Term(_int(more["days"], "days"), working=False)
    return Step(str(row["key"]), str(row["says"]), _term(row), large_from, large)


def _term(row: Rows) -> Term:
    kind = row["kind"]
    if kind not in ("working", "calendar"):
        raise ValueError(f"kind 只能是 working（工作日）或 calendar（自然日），不能是 {kind!r}")
    return Term(_int(row["days"], "days"), kind == "working")


def _known(grade: str) -> str:
    if grade not in GRADES:
        raise ValueError(f"没有这个级别：{grade!r}")
    return grade


def _int(value: object, key: str) -> int:
    if not isinstance(value, int):
        raise TypeError(f"{key} 要写整数，不能是 {value!r}")
    return value


def _strings(value: object, key: str) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise TypeError(f"{key} 要写成一列词语，不能是 {value!r}")
    return tuple(value)


def _rows(value: object, key: str) -> list[Rows]:
    if not isinstance(value, list):
        raise TypeError(f"{key} 要写成一列，不能是 {value!r}")
    return [_mapping(row, key) for row in value]


def _mapping(value: object, key: str) -> Rows:
    if not isinstance(value, Mapping):
        raise BadPolicy(f"{key} 要写成“名称: 值”，不能是 {value!r}")
    return value
