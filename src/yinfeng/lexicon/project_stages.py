"""Stages of a project as data: 线索 → 在谈 → 签约 → 开工 → 竣工 → 投产 → 达产.

Each gate says when it is true, what proves it and which day is taken. What 开工 means is one of
five definitions of the trade, or that of a leased plant or an office; which one holds is data too.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from yinfeng.lexicon.office_files import (
    UNREADABLE,
    BadPolicy,
    Rows,
    listed,
    mapping,
    strings,
    unusable,
)
from yinfeng.lexicon.project_files import laid_over

_LONGEST_CODE = 4
_KEYS = frozenset(
    {"says", "lane", "true_when", "day", "is_optional", "told", "words", "wants", "wants_by_kind"}
)


@dataclass(frozen=True, slots=True)
class Want:
    """One piece of evidence that a gate asks for."""

    key: str
    says: str


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage and its gate; *told* is what the reader of papers calls it."""

    code: str
    says: str
    lane: str
    true_when: str
    day: str
    is_optional: bool
    told: tuple[str, ...]
    words: tuple[str, ...]
    wants: tuple[Want, ...]
    wants_by_kind: Mapping[str, tuple[Want, ...]]


@dataclass(frozen=True, slots=True)
class Meaning:
    """What 开工 means to one who counts it."""

    key: str
    says: str
    true_when: str
    wants: tuple[Want, ...]


@dataclass(frozen=True, slots=True)
class Stages:
    """The stages in order, what each kind of project skips, what counts, what 开工 means."""

    title: str
    version: str
    basis: str
    stages: tuple[Stage, ...]
    skips: Mapping[str, tuple[str, ...]]
    counts: Mapping[str, tuple[str, ...]]
    meanings: tuple[Meaning, ...]
    standing: str
    by_kind: Mapping[str, str]

    def stage(self, code: str) -> Stage | None:
        """The stage of that code."""
        return next((stage for stage in self.stages if stage.code == code), None)

    def says(self, code: str) -> str:
        """What the stage is called."""
        stage = self.stage(code)
        return stage.says if stage else code or "未载明"

    def rank(self, code: str) -> int:
        """How far along the stage is; -1 for one that is not in the order."""
        return next((at for at, stage in enumerate(self.stages) if stage.code == code), -1)

    @property
    def lanes(self) -> tuple[str, ...]:
        """The lanes of the board, in order."""
        return tuple(dict.fromkeys(stage.lane for stage in self.stages))

    @property
    def start(self) -> str:
        """The gate whose definition has to be named: 开工."""
        return next(iter(self.counts.get("started", ())), "")

    def meaning(self, key: str) -> Meaning | None:
        """The definition of 开工 of that name."""
        return next((meaning for meaning in self.meanings if meaning.key == key), None)

    def meaning_for(self, kind: str) -> str:
        """The definition of 开工 that holds for a kind of project."""
        return self.by_kind.get(kind, self.standing)

    def wants(self, code: str, kind: str, definition: str = "") -> tuple[Want, ...]:
        """What the gate asks for as evidence of a project of this kind."""
        stage = self.stage(code)
        if stage is None:
            return ()
        meaning = self.meaning(definition or self.meaning_for(kind)) if code == self.start else None
        return (*stage.wants_by_kind.get(kind, stage.wants), *(meaning.wants if meaning else ()))

    def gate_told(self, told: str, words: str = "") -> str:
        """The gate that the reader's stage means; 签约 of a framework agreement is 意向."""
        for stage in self.stages:
            if told == "signed" and any(word in words for word in stage.words):
                return stage.code
        return next((stage.code for stage in self.stages if told in stage.told), "")


@lru_cache(maxsize=64)
def stages(overlay: str = "") -> Stages:
    """The stages of the house, with an office's own YAML text laid over them."""
    try:
        return _stages(laid_over("stages", overlay))
    except BadPolicy:
        raise
    except UNREADABLE as error:
        raise unusable(error, "本单位文件" if overlay else "stages.yaml") from error


def _stages(rows: Rows) -> Stages:
    known = mapping(rows["stages"], "stages")
    order = strings(rows["order"], "order")
    _check_order(order, known)
    starts = mapping(rows["starts"], "starts")
    meanings = mapping(starts["meanings"], "meanings")
    made = Stages(
        title=str(rows["title"]),
        version=str(rows["version"]),
        basis=str(rows["basis"]).strip(),
        stages=tuple(_stage(code, mapping(known[code], code)) for code in order),
        skips=_codes(rows["skips"], "skips"),
        counts=_codes(rows["counts"], "counts"),
        meanings=tuple(_meaning(key, mapping(row, key)) for key, row in meanings.items()),
        standing=str(starts["standing"]),
        by_kind={k: str(v) for k, v in mapping(starts["by_kind"], "by_kind").items()},
    )
    _check(made)
    return made


def _check_order(order: tuple[str, ...], known: Rows) -> None:
    if strange := [code for code in order if code not in known]:
        raise BadPolicy(f"order 里有没有写明的阶段：{'、'.join(strange)}")
    if len(set(order)) != len(order) or not order:
        raise BadPolicy("order 里同一阶段写了两次，或一个也没有")
    if long := [code for code in order if len(code) > _LONGEST_CODE]:
        raise BadPolicy(f"阶段代码最多{_LONGEST_CODE}个字符：{'、'.join(long)}")


def _check(made: Stages) -> None:
    codes = {stage.code for stage in made.stages}
    for name, gates in made.counts.items():
        if strange := set(gates) - codes:
            raise BadPolicy(f"counts.{name}：没有这个节点：{'、'.join(sorted(strange))}")
    for key in (made.standing, *made.by_kind.values()):
        if made.meaning(key) is None:
            raise BadPolicy(f"starts：没有这个开工口径：{key}")


def _stage(code: str, row: Rows) -> Stage:
    if strangers := row.keys() - _KEYS:
        raise BadPolicy(f"不认识的项目：stages.{code}.{'、'.join(sorted(map(str, strangers)))}")
    by_kind = mapping(row.get("wants_by_kind", {}), "wants_by_kind")
    return Stage(
        code=code,
        says=str(row["says"]),
        lane=str(row["lane"]),
        true_when=str(row["true_when"]),
        day=str(row["day"]),
        is_optional=bool(row.get("is_optional", False)),
        told=strings(row.get("told", []), "told"),
        words=strings(row.get("words", []), "words"),
        wants=_wants(row["wants"]),
        wants_by_kind={kind: _wants(wants) for kind, wants in by_kind.items()},
    )


def _meaning(key: str, row: Rows) -> Meaning:
    return Meaning(key, str(row["says"]), str(row["true_when"]), _wants(row["wants"]))


def _wants(rows: object) -> tuple[Want, ...]:
    return tuple(Want(str(row["key"]), str(row["says"])) for row in listed(rows, "wants"))


def _codes(rows: object, key: str) -> Mapping[str, tuple[str, ...]]:
    return {name: strings(codes, name) for name, codes in mapping(rows, key).items()}
