"""The shards of a corpus, read by processes of this machine or by the workers of a Ray cluster."""

import json
import logging
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import asdict
from multiprocessing import get_context
from pathlib import Path

from yinfeng.corpus.shards import Receipt, Shard, read_shard


def read_shards(
    shards: Sequence[Shard], out: Path, *, workers: int | None = None, ray: str = ""
) -> Iterator[Receipt]:
    """The receipts of all shards as they are done, then the manifest in *out*.

    *ray* is the address of a cluster, or `local` for one on this machine. On a cluster the corpus
    and *out* are folders that all workers see.
    """
    done = _by_ray(shards, out, ray) if ray else _by_processes(shards, out, workers)
    receipts: list[Receipt] = []
    for receipt in done:
        receipts.append(receipt)
        yield receipt
    _write_manifest(receipts, out)


def _by_processes(shards: Sequence[Shard], out: Path, workers: int | None) -> Iterator[Receipt]:
    # A fresh process holds no lock of a thread that was not copied with it, as a fork may.
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        for future in as_completed([pool.submit(read_shard, shard, out) for shard in shards]):
            yield future.result()


def _by_ray(shards: Sequence[Shard], out: Path, address: str) -> Iterator[Receipt]:
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    import ray

    ray.init(address=address, log_to_driver=False, logging_level=logging.ERROR)
    try:
        remote = ray.remote(read_shard)
        waiting = [remote.remote(shard, out) for shard in shards]
        while waiting:
            ready, waiting = ray.wait(waiting)
            yield from ray.get(ready)
    finally:
        ray.shutdown()


def _write_manifest(receipts: Sequence[Receipt], out: Path) -> None:
    """One line a part, in order, with what it holds and its checksum."""
    out.mkdir(parents=True, exist_ok=True)
    rows = sorted((asdict(receipt) for receipt in receipts), key=lambda row: str(row["name"]))
    halfway = out / ".manifest.jsonl"
    halfway.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    os.replace(halfway, out / "manifest.jsonl")
