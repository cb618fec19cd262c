"""How duties are read from an agreement: `data/agreements/duties.yaml` as patterns.

Who owes (甲方 the office, 乙方 the investor), words of duty, events from which a term runs.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from yinfeng.lexicon.office_files import Rows, mapping, strings


@dataclass(frozen=True, slots=True)
class DutyWords:
    """The words by which duties are read, each a compiled pattern."""

    version: str
    ours: re.Pattern[str]
    theirs: re.Pattern[str]
    both: re.Pattern[str]
    bodies: re.Pattern[str]
    must: re.Pattern[str]
    condition: re.Pattern[str]
    refusal: re.Pattern[str]
    gates: Mapping[str, re.Pattern[str]]
    events: Mapping[str, re.Pattern[str]]
    usual: Mapping[str, str]
    event_labels: Mapping[str, str]
    sums: Mapping[str, re.Pattern[str]]
    sum_labels: Mapping[str, str]
    yearly_sums: frozenset[str]
    yearly: re.Pattern[str]
    altogether: re.Pattern[str]
    per_mu: re.Pattern[str]


@cache
def duty_words() -> DutyWords:
    """The words of the house."""
    path = files("yinfeng.lexicon") / "data" / "agreements" / "duties.yaml"
    rows = mapping(yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader), "duties")
    sides = mapping(rows["sides"], "sides")
    return DutyWords(
        version=str(rows["version"]),
        ours=_pattern(sides["ours"]),
        theirs=_pattern(sides["theirs"]),
        both=_pattern(sides["both"]),
        bodies=_pattern(rows["bodies"]),
        must=_pattern(rows["must"]),
        condition=_pattern(rows["condition"]),
        refusal=_pattern(rows["refusal"]),
        gates=_patterns(mapping(rows["gates"], "gates")),
        events=_patterns(mapping(rows["events"], "events")),
        usual=_words(rows, "usual"),
        event_labels=_words(rows, "event_labels"),
        sums=_patterns(mapping(rows["sums"], "sums")),
        sum_labels=_words(rows, "sum_labels"),
        yearly_sums=frozenset(strings(rows["yearly_sums"], "yearly_sums")),
        yearly=_pattern(rows["yearly"]),
        altogether=_pattern(rows["altogether"]),
        per_mu=_pattern(rows["per_mu"]),
    )


def _words(rows: Rows, key: str) -> dict[str, str]:
    return {name: str(says) for name, says in mapping(rows[key], key).items()}


def _patterns(rows: Rows) -> dict[str, re.Pattern[str]]:
    return {key: _pattern(says) for key, says in rows.items()}


def _pattern(says: object) -> re.Pattern[str]:
    return re.compile(f"(?:{says})")
