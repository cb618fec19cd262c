"""What the genre calls the stages of a project, each word with its stage: 在谈, 签约, 开工, 投产.

One file, `data/stages.yaml`. A word told for two stages, or a stage that FACTS does not know, stops
the program at load.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import cast

import yaml

from yinfeng.lexicon.dictionary import Dictionary

STAGES = (
    *("lead", "visited", "negotiating", "finalising", "signed", "registered", "land"),
    *("started", "topped_out", "completed", "producing", "full_capacity", "lost"),
)


@cache
def entries() -> Mapping[str, Mapping[str, object]]:
    """The entries of the file by stage: label, says, traps, examples."""
    path = files("yinfeng.lexicon") / "data" / "stages.yaml"
    rows = yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)
    if tuple(rows) != STAGES:
        raise ValueError(f"stages.yaml: stages are not {', '.join(STAGES)}")
    return cast(Mapping[str, Mapping[str, object]], rows)


@cache
def dictionary() -> Dictionary:
    """Every word and trap of the file, ready to be looked for."""
    keys: dict[str, str] = {}
    for stage, entry in entries().items():
        for name, key in (("says", stage), ("traps", "")):
            for word in cast(list[str], entry.get(name, [])):
                if keys.setdefault(word, key) != key:
                    raise ValueError(f"stages.yaml: {stage}: {word} is told twice")
    return Dictionary(keys)
