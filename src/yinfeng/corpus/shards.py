"""A shard: a share of the corpus that one worker reads and writes whole, or not at all.

`read_shard` is a plain function of frozen values, so a process pool and a Ray cluster run the
same code and write the same bytes. A shard whose part stands as its receipt says is not read
again.
"""

import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TypeVar

from yinfeng import __version__
from yinfeng.corpus.collecting import collect_seldom
from yinfeng.corpus.sources import is_archive, sources_of
from yinfeng.reading import Reading, read
from yinfeng.values import Problem
from yinfeng.values.form import Json, line

T = TypeVar("T")

FILES_A_SHARD = 64


@dataclass(frozen=True, slots=True)
class Shard:
    """The name of a share of the corpus, its files in order, and what they were when it was cut."""

    name: str
    files: tuple[str, ...]
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Receipt:
    """What came of a shard: how much was read, and the checksum of the part written."""

    name: str
    fingerprint: str
    sha256: str
    documents: int
    facts: int
    problems: int


def shards_of(corpus: Path, size: int = FILES_A_SHARD) -> tuple[Shard, ...]:
    """The files of *corpus* in sorted order, dealt into shards; an archive is one by itself."""
    found = [corpus] if corpus.is_file() else corpus.rglob("*")
    shares: list[list[Path]] = []
    for file in sorted(path for path in found if path.is_file()):
        if not shares or len(shares[-1]) == size or is_archive(file) or is_archive(shares[-1][0]):
            shares.append([])
        shares[-1].append(file)
    return tuple(_shard(f"part-{at:05}", share, corpus) for at, share in enumerate(shares))


def read_shard(shard: Shard, out: Path) -> Receipt:
    """Write the facts and problems of a shard below *out*, unless they stand; give its receipt."""
    collect_seldom()
    standing = receipt_of(shard, out)
    if standing:
        return standing
    counts = {"documents": 0, "facts": 0, "problems": 0}
    sha256 = _write(out / f"{shard.name}.jsonl", _lines(shard, counts))
    receipt = Receipt(shard.name, shard.fingerprint, sha256, **counts)
    _write(_receipt_path(shard, out), [asdict(receipt)])
    return receipt


def receipt_of(shard: Shard, out: Path) -> Receipt | None:
    """The receipt of a shard that was read before and whose part is still what was written."""
    part, path = out / f"{shard.name}.jsonl", _receipt_path(shard, out)
    if not (part.exists() and path.exists()):
        return None
    receipt = Receipt(**json.loads(path.read_text(encoding="utf-8")))
    with part.open("rb") as stream:
        sound = hashlib.file_digest(stream, "sha256").hexdigest() == receipt.sha256
    return receipt if sound and receipt.fingerprint == shard.fingerprint else None


def _receipt_path(shard: Shard, out: Path) -> Path:
    return out / f"{shard.name}.receipt.json"


def _shard(name: str, files: Iterable[Path], corpus: Path) -> Shard:
    """A shard, its fingerprint over names, sizes, times and the version that reads."""
    files = tuple(files)
    stats = [(os.path.relpath(f, corpus), f.stat().st_size, f.stat().st_mtime_ns) for f in files]
    seen = hashlib.sha256(repr((__version__, stats)).encode()).hexdigest()
    return Shard(name, tuple(map(str, files)), seen)


def _lines(shard: Shard, counts: dict[str, int]) -> Iterator[dict[str, Json]]:
    for file in shard.files:
        for found in _read_file(Path(file)):
            if isinstance(found, Problem):
                counts["problems"] += 1
                yield {"kind": "problem", **asdict(found)}
                continue
            counts["documents"] += 1
            counts["facts"] += len(found.facts)
            for fact in found.facts:
                row = line(fact, found.document.name, proof=True)
                yield {**row, "path": found.document.path}


def _read_file(file: Path) -> Iterator[Reading | Problem]:
    for source in _guarded(sources_of(file), file.name, str(file)):
        if isinstance(source, Problem):
            yield source
        else:
            name, path, data = source
            yield from _guarded(read(data, name, path), name, path)


def _guarded(found: Iterator[T], name: str, place: str) -> Iterator[T | Problem]:
    """What is found, and a problem in place of the rest when finding it fails."""
    try:
        yield from found
    # One document of a million that meets a mistake of ours must not cost the others.
    except Exception as failure:
        says = f"读取时出错（{type(failure).__name__}），已跳过。"
        yield Problem(name, "failed", says, place)


def _write(path: Path, rows: Iterable[dict[str, Json]]) -> str:
    """Write rows as lines into a file that stands whole or not at all; give its checksum."""
    path.parent.mkdir(parents=True, exist_ok=True)
    checksum, halfway = hashlib.sha256(), path.with_name(f".{path.name}.{os.getpid()}")
    with halfway.open("wb") as stream:
        for row in rows:
            data = json.dumps(row, ensure_ascii=False).encode() + b"\n"
            checksum.update(data)
            stream.write(data)
    os.replace(halfway, path)
    return checksum.hexdigest()
