"""Folders and files on disk → documents, in sorted order, each file held only while it is read.

Hidden files, lock files of Word (~$台账.docx) and thumbnails are no documents and are passed over.
A second file with the same bytes is a problem that names the first.
"""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from yinfeng.intake.format import Origin
from yinfeng.intake.limits import MAX_FILE
from yinfeng.intake.opening import documents_of, origin_of
from yinfeng.values import Document, Problem

_NO_DOCUMENTS = frozenset({"thumbs.db", "desktop.ini", "__macosx", "$recycle.bin"})


@dataclass(frozen=True, slots=True)
class File:
    """The bytes of one file, where it lies, and its name."""

    name: str
    path: str
    content: bytes


def walk(paths: Iterable[Path]) -> Iterator[Document | Problem]:
    """Every document below *paths*, and a problem for each file that cannot be read."""
    return without_duplicates(found for one in files(paths) for found in _in(one))


def files(paths: Iterable[Path]) -> Iterator[File | Problem]:
    """Every file below *paths* that may be a paper, and a problem for each that cannot be read."""
    return (found for path in paths for found in _below(Path(path), set()))


def _in(one: File | Problem) -> Iterator[Document | Problem]:
    if isinstance(one, Problem):
        yield one
    else:
        yield from documents_of(one.content, one.name, one.path)


def without_duplicates(found: Iterable[Document | Problem]) -> Iterator[Document | Problem]:
    """The same documents, but a problem in place of each whose bytes came before."""
    first: dict[bytes, str] = {}
    for one in found:
        if isinstance(one, Problem) or not one.sha256:
            yield one
            continue
        key = bytes.fromhex(one.sha256)
        if key in first:
            says = f"与“{first[key]}”内容完全相同，只读取一份。"
            yield Problem(one.name, "duplicate", says, one.path)
        else:
            first[key] = one.path or one.name
            yield one


def is_no_document(name: str) -> bool:
    """Whether a file or folder of this name is hidden, a lock or a thumbnail."""
    return name.startswith((".", "~$", "._")) or name.lower() in _NO_DOCUMENTS


def _below(path: Path, above: set[tuple[int, int]]) -> Iterator[File | Problem]:
    """The files at *path*; *above* holds the folders on the way, against loops of links."""
    origin = origin_of(path.name or str(path), str(path))
    try:
        if path.is_dir():
            yield from _in_folder(path, above)
        elif path.is_file():
            yield from _in_file(path, origin)
        elif not path.exists():
            yield origin.problem("missing", "找不到这个文件或文件夹。请检查路径。")
    except (OSError, ValueError):
        yield origin.problem("unreadable", "没有权限读取，或文件正被占用。请检查权限后重试。")


def _in_folder(folder: Path, above: set[tuple[int, int]]) -> Iterator[File | Problem]:
    status = folder.stat()
    here = (status.st_dev, status.st_ino)
    if here in above:
        return
    with os.scandir(folder) as entries:
        names = sorted(entry.name for entry in entries if not is_no_document(entry.name))
    for name in names:
        yield from _below(folder / name, above | {here})


def _in_file(path: Path, origin: Origin) -> Iterator[File | Problem]:
    if path.stat().st_size > MAX_FILE:
        yield origin.problem("too-large", "文件超过200MB，没有读取。请拆成几个文件再导入。")
        return
    yield File(path.name, str(path), path.read_bytes())
