"""Rules of the clause screen: what a draft may not promise, why, and what may be written instead.

`data/clauses/`: word classes in `words.yaml`, rules by family. A rule says which words speak for
it as phrases of word classes: `{tax}...{back}` is a word of tax and, within the sentence, one of
giving back. An office lays its own file over them; its row of a code completes the house's.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
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
    strings,
    written,
)

COLOURS = ("red", "yellow", "green")
SURE = ("V", "L", "P", "J")
_MOST_NESTED = 4
_CLASS = re.compile(r"\{([a-z_]+)\}")
# Gaps of a phrase never leave the sentence.
_FAR, _NEAR = "[^。；！？\n]{0,36}?", "[^。；！？，\n]{0,14}?"


@dataclass(frozen=True, slots=True)
class Saying:
    """Words that speak for a rule; of several parts all must stand in the clause.

    Parts *together* stand in one sentence, in any order, and are quoted as one stretch.
    `bars` as of a rule, for words of a rule whose other words are promises.
    """

    parts: tuple[re.Pattern[str], ...]
    is_together: bool = False
    bars: bool = False


@dataclass(frozen=True, slots=True)
class ClauseRule:
    """One rule in one version: what it speaks of, since when, on what basis, what else to write.

    `by` names the side whose promise it is; `bars` says that the offence is itself a refusal
    (不得迁出), so that a refusing word inside it excuses nothing.
    """

    code: str
    title: str
    colour: str
    since: date
    until: date | None
    basis: str
    sure: str
    why: str
    offer: str
    by: str
    bars: bool
    says: tuple[Saying, ...]
    unless: tuple[re.Pattern[str], ...]

    def holds_on(self, day: date) -> bool:
        """Whether the rule is in force on a day."""
        return self.since <= day and (self.until is None or day < self.until)


@dataclass(frozen=True, slots=True)
class ClauseRules:
    """All rules with the version that a result names."""

    title: str
    version: str
    basis: str
    rules: tuple[ClauseRule, ...]
    government: re.Pattern[str]
    firm: re.Pattern[str]

    def standing_on(self, day: date) -> tuple[ClauseRule, ...]:
        """The rules in force on a day."""
        return tuple(rule for rule in self.rules if rule.holds_on(day))

    def rule(self, code: str) -> ClauseRule:
        """The rule of a code, the latest where it has several versions."""
        return max((one for one in self.rules if one.code == code), key=lambda one: one.since)


@cache
def clause_rules(overlay: str = "") -> ClauseRules:
    """The rules of the house, with an office's own YAML text laid over them."""
    house = _loaded("house")
    rows = [row for name in strings(house["files"], "files") for row in _rows(name)]
    words = {key: str(says) for key, says in _loaded("words").items()}
    version, basis = str(house["version"]), str(house["basis"])
    if overlay.strip():
        own = _own(overlay)
        version = f"{version}+{own['version']}"
        basis = f"{basis}；{own['basis']}" if own.get("basis") else basis
        extra = mapping(own.get("words", {}), "words")
        words = {**words, **{key: _longer(words, key, str(says)) for key, says in extra.items()}}
        rows = _laid_over(rows, listed(own.get("rules", []), "rules"))
    return ClauseRules(
        title=str(house["title"]),
        version=version,
        basis=basis,
        rules=tuple(_rule(row, words) for row in rows),
        government=phrase("{gov}", words),
        firm=phrase("{firm}", words),
    )


def phrase(says: str, words: Mapping[str, str]) -> re.Pattern[str]:
    """A phrase as a pattern: `...` is a gap within the sentence, `..` one without a comma."""
    for _ in range(_MOST_NESTED):
        says = _CLASS.sub(lambda found: f"(?:{words[found[1]]})", says)
    if _CLASS.search(says):
        raise ValueError(f"词组套得太深：{says[:40]}")
    # Four dots are a gap that may cross one end of a sentence: 未达到的 after 不低于100万元；
    far = says.replace("....", "\0").replace("...", _FAR)
    near = re.sub(r"(?<!\.)\.\.(?!\.)", lambda _: _NEAR, far)
    return re.compile(near.replace("\0", "[^\n]{0,40}?"))


def _longer(words: Mapping[str, str], key: str, more: str) -> str:
    return f"{words[key]}|{more}" if key in words else more


def _own(overlay: str) -> Rows:
    own = mapping(written(overlay), "本单位文件")
    if own.get("version") is None:
        raise BadPolicy("本单位文件没有写版本（version）")
    if strange := set(own) - {"version", "basis", "words", "rules"}:
        raise BadPolicy(f"不认识的项目：{'、'.join(sorted(map(str, strange)))}")
    return own


def _laid_over(rows: list[Rows], own: list[Rows]) -> list[Rows]:
    """An office's rows over the house's: of one code they complete it, another code is added."""
    merged = {str(row["code"]): row for row in rows}
    for row in own:
        code = str(row.get("code", ""))
        if not code:
            raise BadPolicy("有一条规则没有写代码（code）")
        merged[code] = {**merged.get(code, {}), **row}
    return list(merged.values())


def _loaded(name: str) -> Rows:
    path = files("yinfeng.lexicon") / "data" / "clauses" / f"{name}.yaml"
    return mapping(yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader), name)


def _rows(name: str) -> list[Rows]:
    path = files("yinfeng.lexicon") / "data" / "clauses" / f"{name}.yaml"
    return listed(yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader), name)


def _rule(row: Rows, words: Mapping[str, str]) -> ClauseRule:
    code = str(row.get("code", "?"))
    try:
        return ClauseRule(
            code=code,
            title=str(row["title"]),
            colour=_one_of(row["colour"], COLOURS),
            since=_day(row["since"]),
            until=_day(row["until"]) if row.get("until") else None,
            basis=str(row["basis"]),
            sure=_one_of(row["sure"], SURE),
            why=str(row["why"]),
            offer=str(row.get("offer", "")),
            by=str(row.get("by", "")),
            bars=bool(row.get("bars", False)),
            says=tuple(_saying(one, words) for one in cast(list[object], row["says"])),
            unless=tuple(phrase(one, words) for one in strings(row.get("unless", []), "unless")),
        )
    except (*UNREADABLE, re.error) as error:
        raise BadPolicy(f"规则{code}：{fault_says(error)}") from error


def _saying(given: object, words: Mapping[str, str]) -> Saying:
    if isinstance(given, str):
        return Saying((phrase(given, words),))
    row = mapping(given, "says")
    if "bars" in row:
        return Saying((phrase(str(row["bars"]), words),), bars=True)
    key = "together" if "together" in row else "all"
    parts = tuple(phrase(one, words) for one in strings(row[key], key))
    return Saying(parts, is_together=key == "together")


def _one_of(value: object, known: tuple[str, ...]) -> str:
    if value not in known:
        raise ValueError(f"只能是{'、'.join(known)}，不能是 {value!r}")
    return str(value)


def _day(value: object) -> date:
    if not isinstance(value, date):
        raise TypeError(f"要写日期，不能是 {value!r}")
    return value
