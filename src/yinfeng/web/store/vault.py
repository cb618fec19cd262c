"""The bytes of every file under the hash of their content: documents/ab/cd/abcd…, never changed."""

import hashlib
import os
import secrets
from pathlib import Path

from django.conf import settings


def put(content: bytes) -> str:
    """Keep the bytes; their hash is the way back to them."""
    sha256 = hashlib.sha256(content).hexdigest()
    path = path_of(sha256)
    if not path.exists():
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        part = path.with_name(f"{sha256}.{secrets.token_hex(4)}.part")
        with part.open("wb") as stream:
            stream.write(content)
            stream.flush()
            # The row that names this file is written after it: it must survive a power cut.
            os.fsync(stream.fileno())
        part.replace(path)
    return sha256


def get(sha256: str) -> bytes:
    """The bytes of that hash."""
    return path_of(sha256).read_bytes()


def is_whole(sha256: str) -> bool:
    """Whether the bytes are there and are still the ones that were kept."""
    path = path_of(sha256)
    return path.exists() and hashlib.sha256(path.read_bytes()).hexdigest() == sha256


def path_of(sha256: str) -> Path:
    """Where the bytes of that hash lie."""
    return Path(settings.DATA) / "documents" / sha256[:2] / sha256[2:4] / sha256
