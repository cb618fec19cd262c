"""Towns: the counties in which a town or sub-district of a name lies; 高桥街道 lies in several.

`data/towns.csv` holds a county a line. A town that the table does not know has no county.
"""

import csv
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


def counties_of(town: str) -> tuple[str, ...]:
    """The codes of the counties that have a town of this full name."""
    return _counties().get(town, ())


@cache
def _counties() -> Mapping[str, tuple[str, ...]]:
    path = files("yinfeng.lexicon") / "data" / "towns.csv"
    found: dict[str, list[str]] = {}
    with path.open(encoding="utf-8") as stream:
        for row in csv.DictReader(line for line in stream if not line.startswith("#")):
            for town in row["towns"].split():
                found.setdefault(town, []).append(row["county"])
    return {town: tuple(counties) for town, counties in found.items()}
