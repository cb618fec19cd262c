"""The file of a backup: a zip of tables and files, with a manifest of every hash at its end."""

import hashlib
import json
import os
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path, PurePosixPath
from typing import IO, Any
from uuid import UUID

from yinfeng.web.shell.refusals import Refused
from yinfeng.web.work.telling import Tell

MANIFEST = "manifest.json"
FORM = 1
_BLOCK = 1 << 20
_DAMAGED = "这份备份已损坏或被改动过（{what}），没有恢复任何内容。请换一份备份。"


@dataclass
class Writer:
    """An archive that is being written."""

    packed: zipfile.ZipFile
    entries: dict[str, dict[str, Any]] = field(default_factory=dict)

    def add_lines(self, name: str, values: Iterable[object]) -> int:
        """An entry of one value a line; how many there were."""
        count = 0
        with self._entry(name, zipfile.ZIP_DEFLATED) as write:
            for value in values:
                write(json.dumps(value, ensure_ascii=False, default=plain).encode() + b"\n")
                count += 1
        return count

    def add_file(self, name: str, path: Path) -> None:
        """An entry with the bytes of a file."""
        with path.open("rb") as stream, self._entry(name, zipfile.ZIP_DEFLATED) as write:
            while block := stream.read(_BLOCK):
                write(block)

    def close_with(self, facts: dict[str, object]) -> None:
        """The manifest: what the archive is, and the hash of every entry."""
        manifest = {"form": FORM, **facts, "entries": self.entries}
        self.packed.writestr(MANIFEST, json.dumps(manifest, ensure_ascii=False, indent=1))

    @contextmanager
    def _entry(self, name: str, compression: int) -> "Iterator[Any]":
        seal, size = hashlib.sha256(), 0
        info = zipfile.ZipInfo(name)
        info.compress_type = compression
        with self.packed.open(info, "w", force_zip64=True) as stream:

            def write(block: bytes) -> None:
                nonlocal size
                seal.update(block)
                size += len(block)
                stream.write(block)

            yield write
        self.entries[name] = {"size": size, "sha256": seal.hexdigest()}


@contextmanager
def written(path: Path) -> Iterator[Writer]:
    """A new archive, at its place only when it is whole and on the disk."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f"{path.name}.part")
    try:
        descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as stream:
            with zipfile.ZipFile(stream, "w") as packed:
                yield Writer(packed)
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def opened(path: Path, tell: Tell) -> Iterator["Reader"]:
    """An archive whose every byte is as it was written; else Refused.

    *tell* hears how many of its entries were gone through.
    """
    try:
        with zipfile.ZipFile(path) as packed:
            yield _checked(packed, tell)
    except FileNotFoundError:
        raise Refused(f"找不到备份文件：{path}") from None
    except (zipfile.BadZipFile, zipfile.LargeZipFile, EOFError) as failure:
        raise Refused(_DAMAGED.format(what="文件不完整")) from failure


@dataclass(frozen=True)
class Reader:
    """A checked archive."""

    packed: zipfile.ZipFile
    manifest: dict[str, Any]

    def names(self, folder: str) -> list[str]:
        """The entries of a folder."""
        return sorted(name for name in self.manifest["entries"] if name.startswith(f"{folder}/"))

    def lines(self, name: str) -> Iterator[Any]:
        """The values of an entry, one a line."""
        with self.packed.open(name) as stream:
            for line in stream:
                yield json.loads(line)

    def unpack(self, name: str, path: Path) -> None:
        """Write the bytes of an entry to a place that only the owner reads."""
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        part = path.with_name(f"{path.name}.part")
        descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with self.packed.open(name) as stream, os.fdopen(descriptor, "wb") as target:
            while block := stream.read(_BLOCK):
                target.write(block)
        part.replace(path)


def _checked(packed: zipfile.ZipFile, tell: Tell) -> Reader:
    try:
        manifest = json.loads(packed.read(MANIFEST))
        entries = manifest["entries"]
    except (KeyError, ValueError):
        raise Refused(_DAMAGED.format(what="没有清单")) from None
    if manifest["form"] > FORM:
        raise Refused("这份备份由更新的版本生成。请先升级程序，再恢复。")
    names = set(packed.namelist()) - {MANIFEST}
    if names != set(entries):
        raise Refused(_DAMAGED.format(what="内容与清单不符"))
    for done, (name, told) in enumerate(entries.items(), 1):
        if ".." in PurePosixPath(name).parts or name.startswith("/"):
            raise Refused(_DAMAGED.format(what="文件名不合规"))
        if _hash(packed.open(name)) != told["sha256"]:
            raise Refused(_DAMAGED.format(what=name))
        tell(done, len(entries))
    return Reader(packed, manifest)


def _hash(stream: IO[bytes]) -> str:
    seal = hashlib.sha256()
    with stream:
        while block := stream.read(_BLOCK):
            seal.update(block)
    return seal.hexdigest()


def plain(value: object) -> str:
    """A value of a column as words, to the last digit."""
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if isinstance(value, Decimal | UUID):
        return str(value)
    if isinstance(value, bytes | memoryview):
        return bytes(value).hex()
    raise TypeError(f"{type(value).__name__} has no form in a backup")
