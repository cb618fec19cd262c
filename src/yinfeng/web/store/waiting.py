"""The bytes of files that came and are not read yet: waiting/TOKEN, gone as soon as they are.

They lie apart from the kept papers, because nobody knows yet whether they may be kept.
"""

import os
import secrets
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from django.conf import settings


def put(content: bytes) -> str:
    """Keep the bytes until they are read; the token is the way back to them."""
    token = secrets.token_hex(16)
    path = path_of(token)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    with part.open("wb") as stream:
        stream.write(content)
        stream.flush()
        # The row that names this file is written after it: it must survive a power cut.
        os.fsync(stream.fileno())
    part.replace(path)
    return token


def get(token: str) -> bytes:
    """The bytes of that token."""
    return path_of(token).read_bytes()


def drop(token: str) -> None:
    """Remove the bytes; nothing happens where they are gone."""
    if token:
        path_of(token).unlink(missing_ok=True)


def older_than(moment: datetime) -> Iterator[str]:
    """The names of files that lie here since before *moment*, half-written ones too."""
    for path in path_of("x").parent.glob("*"):
        if path.stat().st_mtime < moment.timestamp():
            yield path.name


def path_of(token: str) -> Path:
    """Where the bytes of that token lie."""
    return Path(settings.DATA) / "waiting" / token
