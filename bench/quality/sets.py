"""The sets of labelled articles: reading one, and how the reader does on it."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz.distance import Levenshtein

from bench.quality.score import Agreement, agreement, rows_of
from yinfeng.reading import Reading, read
from yinfeng.values.form import Row, line

ROOT = Path(__file__).parents[2]
DEV = ROOT / "bench" / "quality" / "dev"
GOLD = ROOT / "bench" / "quality" / "gold"
GOLD2 = ROOT / "bench" / "quality" / "gold2"
SHARED = Path(os.path.normpath(ROOT / ".." / "shared"))
# Those that may be read while patterns are written; `gold` and `gold2` may not.
OPEN = (DEV, *(ROOT / "bench" / "quality" / name for name in ("dev2", "dev3", "dev4", "dev5")))
# Pages of other trades, full of figures and of words that the trade uses too: none yields a fact.
OTHERS = ROOT / "bench" / "quality" / "others"


@dataclass(frozen=True)
class Score:
    """How the reader does on one set; look-alikes are articles that must yield nothing."""

    agreement: Agreement
    restored: float
    false_in_look_alikes: int


def sets() -> Mapping[str, tuple[Path, Path]]:
    """The sets by name, each with the folder of its labels; seeds where they stand beside."""
    found = {folder.name: (folder, folder) for folder in (*OPEN, GOLD, GOLD2)}
    if (SHARED / "gold" / "seeds").is_dir():
        found["seeds"] = (SHARED / "seeds", SHARED / "gold" / "seeds")
    return found


def articles(folder: Path) -> Iterator[Path]:
    """The articles of a set, as they arrived."""
    return (path for path in sorted(folder.glob("*.txt")) if ".restored" not in path.name)


def readings(path: Path) -> Iterator[Reading]:
    """What the reader makes of one article."""
    return (one for one in read(path.read_bytes(), path.name) if isinstance(one, Reading))


def score(folder: Path, labels: Path) -> Score:
    """How the reader does on the articles of *folder*, whose labels stand in *labels*."""
    found: list[Row] = []
    shares: list[float] = []
    for path in articles(folder):
        for reading in readings(path):
            found += [line(fact, path.stem) for fact in reading.facts]
            sound = labels / f"{path.stem}.restored.txt"
            if sound.exists():
                shares.append(share_restored(sound.read_text(encoding="utf-8"), reading.text.clean))
    labelled = rows_of(labels)
    empty = {path.stem for path in articles(folder)} - {str(row["doc"]) for row in labelled}
    false = sum(row["doc"] in empty for row in found)
    return Score(agreement(labelled, found), min(shares, default=1.0), false)


def share_restored(sound: str, restored: str) -> float:
    """The share of the sound characters that stand in the restored text, white space aside."""
    one, other = "".join(sound.split()), "".join(restored.split())
    return max(0.0, 1 - Levenshtein.distance(one, other) / max(1, len(one)))
