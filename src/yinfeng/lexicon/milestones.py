"""Milestone templates (倒排工期模板): what has to be done, how long it may take, what it waits for.

`data/plans/*.yaml`, one file a kind of project; an office lays its own file over one of them. A
milestone knows its statutory term (法定时限) and its target (承诺时限) apart: the plan reckons with
the target, and no plan may go below a term that the law gives as the least.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from graphlib import CycleError, TopologicalSorter
from importlib.resources import files
from typing import cast

import yaml

from yinfeng.lexicon.office_files import (
    UNREADABLE,
    BadPolicy,
    Rows,
    fault_says,
    listed,
    mapping,
    office_rows,
)

TEMPLATES = (
    "new-land",
    "leased-plant",
    "government",
    "foreign",
    "chemical",
    "headquarters",
    "building",
)
UNITS = {"wd": "个工作日", "d": "天", "m": "个月"}
SURE = {"V": "有出处", "L": "法规", "P": "通行做法", "J": "系统默认"}
_LENGTH = re.compile(r"(\d{1,4})(wd|d|m)")
_LONGEST = {"wd": 2000, "d": 3000, "m": 96}
_KEYS = frozenset(
    {"name", "track", "owner", "statutory", "bound", "target", "needs", "gate", "proof", "next"}
    | {"basis", "sure"}
)


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time: 20wd, 30d, 14m."""

    count: int
    unit: str

    @property
    def says(self) -> str:
        """As an office writes it: 20个工作日."""
        return f"{self.count}{UNITS[self.unit]}" if self.count else "即办"

    def __str__(self) -> str:
        return f"{self.count}{self.unit}"


NOTHING = Length(0, "wd")


@dataclass(frozen=True, slots=True)
class Need:
    """What a milestone waits for: the end of another, or its start, and a time after that."""

    of: str
    from_start: bool = False
    lag: Length = NOTHING


@dataclass(frozen=True, slots=True)
class Milestone:
    """One milestone; `least` says that the statutory term is the shortest that the law allows."""

    key: str
    name: str
    track: str
    owner: str
    takes: Length
    needs: tuple[Need, ...]
    statutory: Length | None = None
    least: bool = False
    gate: str = ""
    proof: str = ""
    next: str = ""
    basis: str = ""
    sure: str = "J"


@dataclass(frozen=True, slots=True)
class Cap:
    """How long the whole way from one milestone to another may take."""

    name: str
    after: str
    to: str
    within: Length
    basis: str
    sure: str


@dataclass(frozen=True, slots=True)
class Template:
    """One kind of project: its milestones in order, which usually have a fixed day, the caps."""

    key: str
    title: str
    version: str
    since: date
    basis: str
    fixed: tuple[str, ...]
    caps: tuple[Cap, ...]
    milestones: tuple[Milestone, ...]

    def milestone(self, key: str) -> Milestone | None:
        """The milestone of that key."""
        return next((one for one in self.milestones if one.key == key), None)


@cache
def template(key: str) -> Template:
    """The house's template of that key."""
    return _made(template_rows(key), f"{key}.yaml")


def templates() -> tuple[Template, ...]:
    """All templates of the house, in their order."""
    return tuple(template(key) for key in TEMPLATES)


def overlaid_template(key: str, overlay: str) -> Template:
    """The template with an office's own YAML text laid over it."""
    if not overlay:
        return template(key)
    rows = template_rows(key)
    # What a milestone may have is told by its keys, not by what the house's has.
    below = (f"milestones.{name}." for name in mapping(rows["milestones"], "milestones"))
    return _made(office_rows(rows, overlay, free=("milestones.", *below)), "本单位文件")


def length(says: str) -> Length:
    """A length of time from its words: 20wd, 30d, 14m."""
    match = _LENGTH.fullmatch(says.strip())
    if match is None:
        raise ValueError(f"时长要写成 20wd（工作日）、30d（自然日）或 14m（月），不能是 {says!r}")
    found = Length(int(match[1]), match[2])
    if found.count > _LONGEST[found.unit]:
        raise ValueError(f"时长过长：{says}")
    return found


def faults_of(rows: Sequence[tuple[str, tuple[Need, ...]]]) -> Iterator[str]:
    """What is wrong with milestones as a network: unknown needs, circles, a key twice."""
    known = {key for key, _ in rows}
    if len(known) != len(rows):
        yield "有重复的节点代码"
    unknown = [(key, need.of) for key, needs in rows for need in needs if need.of not in known]
    for key, of in unknown:
        yield f"节点 {key} 的前置节点 {of} 不存在"
    if unknown:
        return
    try:
        TopologicalSorter({key: [need.of for need in needs] for key, needs in rows}).prepare()
    except CycleError as error:
        yield f"前置关系成了循环：{'→'.join(error.args[1])}"


@cache
def template_rows(key: str) -> Rows:
    """The file of a template of the house; of one that is like another all of it."""
    path = files("yinfeng.lexicon") / "data" / "plans" / f"{key}.yaml"
    if key not in TEMPLATES or not path.is_file():
        raise BadPolicy(f"没有这份模板：{key}")
    rows = mapping(yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader), key)
    return _like(rows) if "like" in rows else rows


def _like(rows: Rows) -> Rows:
    """A template that is another one with some milestones more, other or fewer."""
    other = template_rows(str(rows["like"]))
    left_out = {str(key) for key in cast(list[str], rows.get("leaves_out") or [])}
    below = mapping(other["milestones"], "milestones")
    own = mapping(rows.get("milestones") or {}, "milestones")
    placed: dict[str, object] = {}
    for key, row in below.items():
        if key not in left_out:
            placed[key] = {**mapping(row, key), **mapping(own.get(key) or {}, key)}
    placed.update({key: row for key, row in own.items() if key not in below})
    kept = {key: value for key, value in rows.items() if key not in ("like", "leaves_out")}
    return {**other, **kept, "milestones": placed}


def _made(rows: Rows, where: str) -> Template:
    try:
        made = _template(rows)
    except BadPolicy:
        raise
    except UNREADABLE as error:
        raise BadPolicy(f"{where}：{fault_says(error)}") from error
    if faults := list(faults_of([(one.key, one.needs) for one in made.milestones])):
        raise BadPolicy(f"{where}：{'；'.join(faults)}")
    known = {one.key for one in made.milestones}
    named = {*made.fixed, *(end for cap in made.caps for end in (cap.after, cap.to))}
    if strangers := named - known:
        raise BadPolicy(f"{where}：fixed 或 caps 里没有这些节点：{'、'.join(sorted(strangers))}")
    return made


def _template(rows: Rows) -> Template:
    since = rows["since"]
    if not isinstance(since, date):
        raise TypeError(f"since 要写成日期，不能是 {since!r}")
    fixed = rows["fixed"]
    if not isinstance(fixed, list):
        raise TypeError("fixed 要写成一列节点代码")
    milestones = mapping(rows["milestones"], "milestones")
    return Template(
        key=str(rows["key"]),
        title=str(rows["title"]),
        version=str(rows["version"]),
        since=since,
        basis=str(rows["basis"]).strip(),
        fixed=tuple(str(key) for key in fixed),
        caps=tuple(_cap(row) for row in listed(rows.get("caps") or [], "caps")),
        milestones=tuple(
            _milestone(key, mapping(row, key)) for key, row in milestones.items() if row
        ),
    )


def _cap(row: Rows) -> Cap:
    return Cap(
        name=str(row["name"]),
        after=str(row["after"]),
        to=str(row["to"]),
        within=length(str(row["within"])),
        basis=str(row["basis"]),
        sure=_sure(row),
    )


def _milestone(key: str, row: Rows) -> Milestone:
    try:
        if strangers := row.keys() - _KEYS:
            raise ValueError(f"不认识的项目 {'、'.join(sorted(map(str, strangers)))}")
        statutory = length(str(row["statutory"])) if row.get("statutory") else None
        bound = str(row.get("bound", "most"))
        if bound not in ("most", "least"):
            raise ValueError(f"bound 只能是 most（最长）或 least（最短），不能是 {bound!r}")
        takes = length(str(row["target"])) if "target" in row else statutory
        if takes is None:
            raise ValueError("target 和 statutory 至少写一个")
        return Milestone(
            key=key,
            name=str(row["name"]),
            track=str(row["track"]),
            owner=str(row["owner"]),
            takes=takes,
            needs=tuple(need_of(one) for one in cast(list[object], row.get("needs") or [])),
            statutory=statutory,
            least=bound == "least",
            gate=str(row.get("gate", "")),
            proof=str(row.get("proof", "")),
            next=str(row.get("next", "")),
            basis=str(row.get("basis", "")),
            sure=_sure(row),
        )
    except UNREADABLE as error:
        raise ValueError(f"milestones.{key}：{fault_says(error)}") from error


def need_of(row: object) -> Need:
    """A need from its data: `notice`, `{after: notice, lag: 10d}`, `{with: roof, lag: 2m}`."""
    if isinstance(row, str):
        return Need(row)
    told = mapping(row, "needs")
    lag = length(str(told.get("lag", "0wd")))
    if "with" in told:
        return Need(str(told["with"]), from_start=True, lag=lag)
    return Need(str(told["after"]), lag=lag)


def _sure(row: Mapping[str, object]) -> str:
    sure = str(row.get("sure", "J"))
    if sure not in SURE:
        raise ValueError(f"sure 只能是 {'、'.join(SURE)}，不能是 {sure!r}")
    return sure
