"""Light schemes: which light a milestone and a project get, and who is told when one goes red.

`data/delivery/lights_<name>.yaml` and `ladder.yaml`. The conditions that a rule may name are
`CONDITIONS`; a rule with none always holds, so it stands last.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import cast

from yinfeng.lexicon.delivery import RECEIVERS
from yinfeng.lexicon.delivery_files import decimal, made
from yinfeng.lexicon.office_files import Rows, integer, listed, mapping, strings

SCHEMES = ("default", "four", "three", "flags", "silence")
UNKNOWN = "unknown"
TONES = ("good", "plain", "warn", "bad")
# What a condition is given: yes or no, or a number.
CONDITIONS: Mapping[str, type] = {
    "done": bool,
    "underway": bool,
    "critical": bool,
    "law_passed": bool,
    "late_over": int,
    "late_to": int,
    "late_share_to": int,
    "float_to": int,
    "silent_days": int,
    "silent_months": int,
}
WHOLE_CONDITIONS: Mapping[str, type] = {
    "finished": bool,
    "done_share_under": int,
    "done_share_from": int,
    "silent_days": int,
    "silent_months": int,
}
# How the light of a project is had: the worst of its critical steps, of all, or by rules alone.
TAKES = ("critical", "all", "rules")
SAID = ("done", "due", "late", "law", "float", "behind", "heard", "share")
KINDS_OF_RUNGS = ("notice", "order", "talk")


@dataclass(frozen=True, slots=True)
class Lamp:
    """One light: what it is called, what it means, how bad it is."""

    key: str
    says: str
    means: str
    rank: int
    tone: str


@dataclass(frozen=True, slots=True)
class LightRule:
    """A light, and the conditions under which it burns; all of them must hold."""

    key: str
    light: str
    when: tuple[tuple[str, int], ...]
    says: str


@dataclass(frozen=True, slots=True)
class Band:
    """A light of the investment: from how many points against the pace of the year on."""

    light: str
    start: Decimal | None


@dataclass(frozen=True, slots=True)
class Scheme:
    """A scheme of lights as it stands."""

    key: str
    title: str
    version: str
    basis: str
    sure: str
    alarm: str
    lamps: tuple[Lamp, ...]
    steps: tuple[LightRule, ...]
    takes: str
    whole: tuple[LightRule, ...]
    investment: tuple[Band, ...]

    def lamp(self, key: str) -> Lamp:
        """The light called *key*."""
        return next(lamp for lamp in self.lamps if lamp.key == key)

    def is_alarm(self, key: str) -> bool:
        """Whether the light is as bad as the one that issues notices, or worse."""
        return self.lamp(key).rank >= self.lamp(self.alarm).rank


@dataclass(frozen=True, slots=True)
class Rung:
    """One rung of the ladder: after how many working days, in which form, to whom."""

    key: str
    after: int
    kind: str
    says: str
    to: tuple[str, ...]
    asks: str


@dataclass(frozen=True, slots=True)
class Ladder:
    """Who is told, and how, while a light stays red."""

    title: str
    version: str
    basis: str
    sure: str
    rungs: tuple[Rung, ...]


def scheme(name: str = "default", overlay: str = "") -> Scheme:
    """The scheme called *name*, with an office's own YAML text laid over it."""
    if name not in SCHEMES:
        raise ValueError(f"没有这种亮灯办法：{name}")
    return made(f"lights_{name}", _scheme, overlay)


def ladder(overlay: str = "") -> Ladder:
    """The ladder of notices, with an office's own YAML text laid over it."""
    return made("ladder", _ladder, overlay)


def _scheme(rows: Rows) -> Scheme:
    lamps = tuple(_lamp(row) for row in listed(rows["lights"], "lights"))
    known = {lamp.key for lamp in lamps}
    takes = _one_of(rows["takes"], TAKES, "takes")
    whole = tuple(_rule(row, known, WHOLE_CONDITIONS) for row in _rows(rows["whole"], "whole"))
    if UNKNOWN not in known:
        raise ValueError(f"lights 里要有 {UNKNOWN}（缺资料时亮的灯）")
    if takes == "rules" and not whole:
        raise ValueError("takes 是 rules 时，whole 不能是空的")
    return Scheme(
        key=str(rows["key"]),
        title=str(rows["title"]),
        version=str(rows["version"]),
        basis=str(rows["basis"]).strip(),
        sure=str(rows["sure"]),
        alarm=_one_of(rows["alarm"], known, "alarm"),
        lamps=lamps,
        steps=tuple(_rule(row, known, CONDITIONS) for row in listed(rows["steps"], "steps")),
        takes=takes,
        whole=whole,
        investment=tuple(_band(row, known) for row in listed(rows["investment"], "investment")),
    )


def _lamp(row: Rows) -> Lamp:
    return Lamp(
        key=str(row["key"]),
        says=str(row["says"]),
        means=str(row["means"]),
        rank=integer(row["rank"], "rank"),
        tone=_one_of(row["tone"], TONES, "tone"),
    )


def _rule(row: Rows, known: set[str], conditions: Mapping[str, type]) -> LightRule:
    key = str(row["key"])
    when = mapping(row["when"], f"{key}.when")
    for name, value in when.items():
        if name not in conditions:
            raise ValueError(f"{key}.when 里有不认识的条件：{name}")
        if type(value) is not conditions[name]:
            raise TypeError(f"{key}.when.{name} 的值不对：{value!r}")
    says = str(row["says"])
    says.format(**dict.fromkeys(SAID, ""))
    pairs = tuple((name, int(cast(int, value))) for name, value in when.items())
    return LightRule(key, _one_of(row["light"], known, f"{key}.light"), pairs, says)


def _band(row: Rows, known: set[str]) -> Band:
    start = decimal(row["from"], "from") if "from" in row else None
    return Band(_one_of(row["light"], known, "investment.light"), start)


def _ladder(rows: Rows) -> Ladder:
    rungs = tuple(_rung(row) for row in listed(rows["rungs"], "rungs"))
    if [rung.after for rung in rungs] != sorted(rung.after for rung in rungs):
        raise ValueError("rungs 要按天数由少到多写")
    return Ladder(
        title=str(rows["title"]),
        version=str(rows["version"]),
        basis=str(rows["basis"]).strip(),
        sure=str(rows["sure"]),
        rungs=rungs,
    )


def _rung(row: Rows) -> Rung:
    to = strings(row["to"], "to")
    for one in to:
        _one_of(one, RECEIVERS, "to")
    return Rung(
        key=str(row["key"]),
        after=integer(row["after"], "after"),
        kind=_one_of(row["kind"], KINDS_OF_RUNGS, "kind"),
        says=str(row["says"]),
        to=to,
        asks=str(row["asks"]),
    )


def _rows(value: object, key: str) -> list[Rows]:
    return listed(value, key) if value else []


def _one_of(value: object, known: "set[str] | tuple[str, ...]", key: str) -> str:
    if value not in known:
        raise ValueError(f"{key} 只能是{'、'.join(sorted(known))}之一，不能是 {value!r}")
    return str(value)
