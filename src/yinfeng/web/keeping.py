"""Where an installation keeps what must not be lost: one folder, readable by its owner only."""

import os
import secrets
from pathlib import Path

_LENGTH = 50


def data_folder() -> Path:
    """The folder named by YINFENG_DATA, else the one where programs of this user keep theirs."""
    named = os.environ.get("YINFENG_DATA")
    home = os.environ.get("XDG_DATA_HOME") or "~/.local/share"
    folder = Path(named) if named else Path(home) / "yinfeng"
    folder = folder.expanduser().resolve()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def kept_key(path: Path) -> str:
    """The key in the file at *path*, made at the first start and never again."""
    if not path.exists():
        # Linked into place whole: of two processes that start at once, one key stands.
        fresh = path.with_name(f"{path.name}.{os.getpid()}")
        descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as stream:
            stream.write(secrets.token_urlsafe(_LENGTH))
        try:
            os.link(fresh, path)
        except FileExistsError:
            pass
        finally:
            fresh.unlink()
    return path.read_text(encoding="ascii")
