"""How a project is sited: classes of environment, pipes, points, priorities, lots.

`data/siting/rules.yaml`; an office lays its own file over it, with a version of its own.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

import yaml

from yinfeng.lexicon.office_files import BadPolicy, Rows, integer, listed, mapping, office_rows

_POINTS = ("start", "area", "wished", "tax", "early")
_COSTS = ("conditional", "opinion", "unknown", "joined", "split", "expected")
_MOST_JOINED = 4


@dataclass(frozen=True, slots=True)
class Environment:
    """A class of burden on the surroundings; the list runs from the least to the most."""

    key: str
    says: str


@dataclass(frozen=True, slots=True)
class Priority:
    """How much it is worth that a project of this priority has a place at all."""

    key: int
    says: str
    seat: int


@dataclass(frozen=True, slots=True)
class Search:
    """How far the search for the best placement goes; never by the clock."""

    columns: int
    rounds: int
    gap: int
    nodes: int


@dataclass(frozen=True, slots=True)
class SitingRules:
    """The rules of siting as they stand."""

    title: str
    version: str
    since: date
    basis: str
    sure: str
    environments: tuple[Environment, ...]
    pipes: Mapping[str, str]
    points: Mapping[str, int]
    costs: Mapping[str, int]
    priorities: tuple[Priority, ...]
    smallest_lot: int
    most_joined: int
    reach: int
    search: Search

    def rank(self, environment: str) -> int:
        """The place of an environment class in the order of burden."""
        return [one.key for one in self.environments].index(environment)

    def seat(self, priority: int) -> int:
        """What a place for a project of that priority is worth."""
        return next(one.seat for one in self.priorities if one.key == priority)


@cache
def siting_rules(overlay: str = "") -> SitingRules:
    """The rules of siting, with an office's own YAML text laid over them."""
    try:
        rows = _loaded()
        return _rules(office_rows(rows, overlay, free=("pipes.",)) if overlay.strip() else rows)
    except BadPolicy:
        raise
    except (KeyError, TypeError, ValueError) as error:
        where = "本单位文件" if overlay.strip() else "siting/rules.yaml"
        raise BadPolicy(f"{where}：{error}") from error


def _loaded() -> Rows:
    path = files("yinfeng.lexicon") / "data" / "siting" / "rules.yaml"
    return mapping(yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader), "siting/rules.yaml")


def _rules(rows: Rows) -> SitingRules:
    since = rows["since"]
    if not isinstance(since, date):
        raise TypeError(f"since 要写日期，不能是 {since!r}")
    lots, search = mapping(rows["lots"], "lots"), mapping(rows["search"], "search")
    rules = SitingRules(
        title=str(rows["title"]),
        version=str(rows["version"]),
        since=since,
        basis=str(rows["basis"]),
        sure=str(rows["sure"]),
        environments=tuple(
            Environment(str(row["key"]), str(row["says"]))
            for row in listed(rows["environments"], "environments")
        ),
        pipes={key: str(says) for key, says in mapping(rows["pipes"], "pipes").items()},
        points=_whole(rows, "points", _POINTS),
        costs=_whole(rows, "costs", _COSTS),
        priorities=tuple(
            Priority(integer(row["key"], "key"), str(row["says"]), integer(row["seat"], "seat"))
            for row in listed(rows["priorities"], "priorities")
        ),
        smallest_lot=integer(lots["smallest"], "lots.smallest"),
        most_joined=integer(lots["joined"], "lots.joined"),
        reach=integer(rows["reach"], "reach"),
        search=Search(
            **{key: integer(search[key], key) for key in ("columns", "rounds", "gap", "nodes")}
        ),
    )
    _check(rules)
    return rules


def _whole(rows: Rows, name: str, keys: tuple[str, ...]) -> Mapping[str, int]:
    given = mapping(rows[name], name)
    found = {key: integer(given[key], f"{name}.{key}") for key in keys}
    if min(found.values()) < 0:
        raise ValueError(f"{name} 的分值不能是负数")
    return found


def _check(rules: SitingRules) -> None:
    if not 1 <= rules.most_joined <= _MOST_JOINED:
        raise ValueError(f"lots.joined 要在1和{_MOST_JOINED}之间")
    if rules.reach < 0:
        raise ValueError("reach 不能是负数")
    if rules.smallest_lot < 1:
        raise ValueError("lots.smallest 要大于零")
    if min(one.seat for one in rules.priorities) < 1:
        raise ValueError("priorities 的 seat 要大于零")
    if min(rules.search.columns, rules.search.rounds, rules.search.nodes) < 1:
        raise ValueError("search 的各项要大于零")
