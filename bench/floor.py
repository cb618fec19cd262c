"""Floors of quality: the reader does not fall below what it once reached; they only rise."""

import json
from collections.abc import Mapping
from pathlib import Path

from bench.quality.sets import Score

FLOOR = Path(__file__).with_name("floor.json")
# A score may move by the rounding of one record without anything being worse.
SLACK = 0.002


def reached(score: Score) -> dict[str, float]:
    """What one set shows, as the floor keeps it."""
    whole = score.agreement.whole
    return {
        "records": round(whole.records_f1, 3),
        "fields": round(whole.fields_f1, 3),
        "restored": round(score.restored, 3),
        "false in look-alikes": score.false_in_look_alikes,
    }


def floors() -> Mapping[str, Mapping[str, float]]:
    """The floor of each set by name."""
    kept: Mapping[str, Mapping[str, float]] = json.loads(FLOOR.read_text(encoding="utf-8"))
    return kept


def below(name: str, now: Mapping[str, float]) -> list[str]:
    """What of *now* is worse than the floor of the set, in words."""
    worse = []
    for key, floor in floors().get(name, {}).items():
        high_is_good = key != "false in look-alikes"
        if (now[key] < floor - SLACK) if high_is_good else (now[key] > floor):
            worse.append(f"{name}: {key} is {now[key]}, the floor {floor}")
    return worse


def raised(name: str, now: Mapping[str, float]) -> None:
    """Keep the better of the floor and *now* for the set."""
    kept = {key: dict(row) for key, row in floors().items()}
    old = kept.get(name, {})
    kept[name] = {
        key: (min if key == "false in look-alikes" else max)(value, old.get(key, value))
        for key, value in now.items()
    }
    FLOOR.write_text(json.dumps(kept, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
