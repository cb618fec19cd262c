"""Industries: the classes of GB/T 4754-2017, and what the trade calls them.

`data/industries.csv` holds sections, divisions and the groups of manufacturing, with the nine
fields of the strategic emerging industries (SEI1 to SEI9) beside them; `data/industry_words.yaml`
gives each class its words. 齿轮 is 34, 集成电路 39, 总部经济 721, 智能制造 SEI2.
"""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import cast

import yaml

from yinfeng.lexicon.dictionary import Dictionary

FLAGS = {"digital": "数字经济"}


@dataclass(frozen=True, slots=True)
class Industry:
    """One class of the standard: its code, the class above it, its name."""

    code: str
    parent: str
    name: str


@cache
def industries() -> Mapping[str, Industry]:
    """Every class by its code; flags such as `digital` lie across the classes."""
    path = files("yinfeng.lexicon") / "data" / "industries.csv"
    with path.open(encoding="utf-8") as stream:
        rows = csv.DictReader(line for line in stream if not line.startswith("#"))
        table = {row["code"]: Industry(row["code"], row["parent"], row["name"]) for row in rows}
    for industry in table.values():
        if industry.parent and industry.parent not in table:
            raise ValueError(f"industries.csv: {industry.code}: no class {industry.parent}")
    return {**table, **{key: Industry(key, "", name) for key, name in FLAGS.items()}}


def section_of(code: str) -> str:
    """The section that a class belongs to: C for 345; an SEI field and a flag are their own."""
    industry = industries()[code]
    return section_of(industry.parent) if industry.parent else code


@cache
def _words() -> Mapping[str, object]:
    path = files("yinfeng.lexicon") / "data" / "industry_words.yaml"
    return cast(Mapping[str, object], yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader))


@cache
def dictionary() -> Dictionary:
    """Every word of the trade and every name of the standard, ready to be looked for."""
    keys: dict[str, str] = {}
    for code, words in cast(Mapping[str, list[str]], _words()["words"]).items():
        if code not in industries():
            raise ValueError(f"industry_words.yaml: no class {code}")
        for word in words:
            if keys.setdefault(word, code) != code:
                raise ValueError(f"industry_words.yaml: {word} is told for {code} and {keys[word]}")
    for word in cast(list[str], _words()["traps"]):
        keys[word] = ""
    for industry in industries().values():
        if len(industry.name) > 2:
            keys.setdefault(industry.name, industry.code)
    return Dictionary(keys)
