"""What a shard holds, one file after another: files on disk, rows of Parquet, records of a WARC.

Parquet and WARC need the extra `cluster`; they are opened only when a shard is one.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

# A column of this name, the first that the file has, is the document or its name.
_CONTENT = ("content", "body", "html", "text")
_NAMES = ("name", "path", "url", "id")


class Source(NamedTuple):
    """One file's bytes, its name, and where it was found."""

    name: str
    path: str
    data: bytes


def sources_of(file: Path) -> Iterator[Source]:
    """Everything that one file of a corpus holds."""
    if file.name.lower().endswith(".parquet"):
        yield from _rows(file)
    elif file.name.lower().endswith((".warc", ".warc.gz")):
        yield from _records(file)
    else:
        yield Source(file.name, str(file), file.read_bytes())


def is_archive(file: Path) -> bool:
    """Whether a file holds many documents and is a shard of its own."""
    return file.name.lower().endswith((".parquet", ".warc", ".warc.gz"))


def _rows(file: Path) -> Iterator[Source]:
    from pyarrow import parquet

    table = parquet.ParquetFile(file)
    content = next(name for name in _CONTENT if name in table.schema_arrow.names)
    called = next((name for name in _NAMES if name in table.schema_arrow.names), content)
    at = 0
    for batch in table.iter_batches(batch_size=256, columns=sorted({content, called})):
        for row in batch.to_pylist():
            at += 1
            name = str(row[called]) if called != content else f"{file.stem}-{at}"
            body = row[content] or b""
            data = body.encode() if isinstance(body, str) else body
            yield Source(name, f"{file.name}#{at}", data)


def _records(file: Path) -> Iterator[Source]:
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    with file.open("rb") as stream:
        for record in ArchiveIterator(stream, record_types=WarcRecordType.response):
            address = record.headers.get("WARC-Target-URI") or file.name
            yield Source(address, address, record.reader.read())
