"""The peers of the reader, asked in the same run: JioNLP in an environment of its own."""

import json
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from bench.figures import DATED, PEERS_KINDS, Finding, listed, number

ROOT = Path(__file__).parents[1]
PYTHON = ROOT / ".venv-bench" / "bin" / "python"


class Peer(NamedTuple):
    """A peer's speed by kind in characters a second, and its findings by sentence."""

    speed: Mapping[str, float]
    found: Mapping[str, tuple[Finding, ...]]


def jionlp(texts: Sequence[str]) -> Peer | None:
    """JioNLP on *texts* and on the list of figures; None where it is not installed."""
    if not PYTHON.exists():
        return None
    sentences = [one.says for one in listed()]
    asked = {
        "texts": list(texts),
        "sentences": sentences,
        "dated": [DATED.year, DATED.month, DATED.day],
    }
    ran = subprocess.run(
        [PYTHON, Path(__file__).with_name("jionlp_peer.py")],
        input=json.dumps(asked),
        capture_output=True,
        text=True,
        check=True,
    )
    answer = json.loads(ran.stdout.splitlines()[-1])
    found: dict[str, tuple[Finding, ...]] = {}
    for at, says in enumerate(sentences):
        rows = [(kind, row) for kind in PEERS_KINDS for row in answer["found"][kind][at]]
        found[says] = tuple(_finding(kind, row) for kind, row in rows)
    return Peer(answer["speed"], found)


def _finding(kind: str, row: Sequence[str]) -> Finding:
    if kind == "money":
        return Finding(kind, (*(number(value) for value in row[:-1]), row[-1]))
    return Finding(kind, tuple(row))
