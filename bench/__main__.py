"""Everything that the reader and the workspace promise, measured in one run.

    python -m bench [--documents N] [--leads N] [--raise]

--documents is how many articles are read for the measure of memory. --leads is how many leads and
papers the workspace is given before fifty people come to it; nought leaves that out. --raise lifts
the floor to what this run shows. The run ends with 1 where something falls below its floor or its
budget.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from bench import floor, memory, peers
from bench.figures import KINDS, PEERS_KINDS, found_by_reader, shares
from bench.quality.score import table
from bench.quality.sets import OPEN, articles, score, sets
from bench.schedule import timing
from bench.siting import siting
from bench.speed import speed
from bench.startup import COMMAND, seconds_to_help
from bench.workspace.running import run as workspace

CHARACTERS_A_SECOND = 300_000
SECONDS_TO_HELP = 0.3
MEGABYTES_OF_GROWTH = 8
SECONDS_TO_PLAN = 10


def main() -> None:
    """Run all measures in turn and end with the sum of what is wrong."""
    parser = argparse.ArgumentParser(description="What the reader is worth, beside its peers.")
    parser.add_argument("--documents", type=int, default=100_000)
    parser.add_argument("--leads", type=int, default=100_000)
    parser.add_argument("--raise", dest="lift", action="store_true")
    asked = parser.parse_args()
    wrong = [*_quality(lift=asked.lift), *_speed(lift=asked.lift), *_start()]
    wrong += [*_schedule(), *siting()]
    if asked.documents:
        wrong += _memory(asked.documents)
    if asked.leads:
        wrong += _workspace(asked.leads)
    for one in wrong:
        print(f"BELOW: {one}")
    sys.exit(bool(wrong))


def _quality(*, lift: bool) -> Iterator[str]:
    for name, (folder, labels) in sets().items():
        result = score(folder, labels)
        print(f"\nQuality on {name}: F1 of records and fields by kind")
        print(table(result.agreement))
        print(f"restored text {result.restored:.4f}, ", end="")
        print(f"facts made up in look-alikes {result.false_in_look_alikes}")
        now = floor.reached(result)
        if lift:
            floor.raised(name, now)
        yield from floor.below(name, now)


def _speed(*, lift: bool) -> Iterator[str]:
    files = [path.read_bytes() for folder in OPEN for path in articles(folder)]
    ours = speed(files)
    peer = peers.jionlp([data.decode("utf-8", "replace") for data in files])
    print(f"\n{'Speed on one core, characters a second':42} {'ours / it':>22}")
    rows = [("bytes to facts, the whole way", ours.whole), ("our recognisers alone", ours.mentions)]
    if peer:
        rows += [(f"JioNLP, {kind} alone", theirs) for kind, theirs in peer.speed.items()]
        chained = 1 / sum(1 / theirs for theirs in peer.speed.values())
        rows.append(("JioNLP, the three in turn", chained))
    for name, rate in (*rows, ("plain decode", ours.decode)):
        print(f"{name:42} {rate:12,.0f} {ours.whole / rate:9.4f}")
    _profile(ours.steps)
    right = shares(found_by_reader)
    _found(right, shares(lambda says: peer.found[says]) if peer else None)
    now = {kind: round(got / of, 3) for kind, (got, of) in right.items()}
    if lift:
        floor.raised("figures", now)
    yield from floor.below("figures", now)
    if ours.whole < CHARACTERS_A_SECOND:
        yield f"speed is {ours.whole:,.0f} characters a second, the budget {CHARACTERS_A_SECOND:,}"


def _profile(steps: Mapping[str, float]) -> None:
    total = sum(steps.values())
    print("\nWhere the time goes")
    for name, spent in sorted(steps.items(), key=lambda step: -step[1]):
        print(f"{name:34} {spent * 1000:8.1f} ms {spent / total:6.1%}")


def _found(
    ours: Mapping[str, tuple[int, int]], theirs: Mapping[str, tuple[int, int]] | None
) -> None:
    print(f"\nFigures found rightly, of those listed   {'Yinfeng':>10} {'JioNLP':>10}")
    for kind in KINDS:
        right, of = ours[kind]
        peer = f"{theirs[kind][0]}/{of}" if theirs and kind in PEERS_KINDS else "–"
        print(f"{kind:40} {f'{right}/{of}':>10} {peer:>10}")


def _start() -> Iterator[str]:
    if COMMAND.exists():
        seconds = seconds_to_help()
        print(f"\nStart-up of yinfeng --help: {seconds:.2f} s")
        if seconds > SECONDS_TO_HELP:
            yield f"start-up takes {seconds:.2f} s, the budget {SECONDS_TO_HELP} s"


def _schedule() -> Iterator[str]:
    took = timing()
    print(f"\nPlanned anew: {took.projects:,} projects, {took.milestones:,} milestones, in seconds")
    print(f"{'ours, with chain and verdict':42} {took.ours:12.1f}")
    print(f"{'a walk from day to day (from a share)':42} {took.peer:12.1f}")
    if not took.agrees:
        yield "the plans differ from those walked from day to day"
    if took.ours > SECONDS_TO_PLAN:
        yield f"planning anew takes {took.ours:.1f} s, the budget {SECONDS_TO_PLAN} s"


def _memory(documents: int) -> Iterator[str]:
    print(f"\nHighest memory over {documents:,} documents")
    taken = []
    for sample in memory.samples(documents, max(1, documents // 10)):
        taken.append(sample)
        print(f"{sample.documents:10,} documents {sample.megabytes:8.1f} MB", flush=True)
    # Caches of bounded size fill up over the first documents; after that nothing may grow.
    grown = taken[-1].megabytes - taken[len(taken) // 2].megabytes
    if grown > MEGABYTES_OF_GROWTH:
        yield f"memory grew by {grown:.0f} MB over the second half of {documents:,} documents"


def _workspace(leads: int) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        return workspace(
            Path(folder) / "house",
            leads=leads,
            documents=leads,
            entries=10 * leads,
            people=50,
            seconds=120,
            pause=5.0,
        )


if __name__ == "__main__":
    main()
