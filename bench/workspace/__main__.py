"""The workspace under load, as a table.

    python -m bench.workspace [--leads N] [--documents N] [--entries N] [--people N] [--seconds N]
                              [--pause SECONDS] [--folder FOLDER] [--alone]

A folder that is named is kept and used again; its house is filled once. --alone measures without a
crowd. The run ends with 1 where a page is over its budget, an error came or an update was lost.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from bench.workspace.running import run


def main() -> None:
    """Run, and end with what is over its budget."""
    parser = argparse.ArgumentParser(description="The workspace under load.")
    for name, most in (
        ("leads", 100_000),
        ("documents", 100_000),
        ("entries", 1_000_000),
        ("people", 50),
        ("seconds", 120),
    ):
        parser.add_argument(f"--{name}", type=int, default=most)
    parser.add_argument("--pause", type=float, default=5.0)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--alone", action="store_true")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as spare:
        wrong = run(
            asked.folder or Path(spare) / "house",
            leads=asked.leads,
            documents=asked.documents,
            entries=asked.entries,
            people=asked.people,
            seconds=0 if asked.alone else asked.seconds,
            pause=asked.pause,
        )
    for one in wrong:
        print(f"OVER: {one}")
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
