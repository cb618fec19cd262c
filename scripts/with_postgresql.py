"""Runs a command with a PostgreSQL of its own, which is gone afterwards.

    python scripts/with_postgresql.py COMMAND…

The command finds the server in DATABASE_URL. PostgreSQL refuses to run as root: then the server
runs as the user `postgres`. Without server binaries the command is not run, and that is said.
"""

import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

_FOLDERS = "/usr/lib/postgresql"
_LEAST = 15
_SKIPPED = (
    "SKIPPED on PostgreSQL: no server of version 15 or later is installed here "
    "(Debian: apt-get install postgresql-15)."
)


def main(command: Sequence[str]) -> int:
    """The exit code of the command; 0 where there is no server to run it with."""
    binaries = _binaries()
    if binaries is None:
        print(_SKIPPED, file=sys.stderr)
        return 0
    # Who ends this ends the server too.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    with _server(binaries) as url:
        env = {**os.environ, "DATABASE_URL": url}
        return subprocess.run(command, env=env, check=False).returncode


def _binaries() -> Path | None:
    """The folder of the newest server that is new enough."""
    found = shutil.which("pg_ctl")
    if found:
        return Path(found).resolve().parent
    versions = [path for path in Path(_FOLDERS).glob("[0-9]*") if int(path.name) >= _LEAST]
    folders = [path / "bin" for path in sorted(versions, key=lambda path: int(path.name))]
    return next((one for one in reversed(folders) if (one / "pg_ctl").exists()), None)


@contextmanager
def _server(binaries: Path) -> Iterator[str]:
    """The address of a fresh server on the loopback, stopped and removed in the end."""
    user = "postgres" if os.getuid() == 0 else None
    with TemporaryDirectory(prefix="yinfeng-pg-") as folder:
        if user:
            owner = pwd.getpwnam(user)
            os.chown(folder, owner.pw_uid, owner.pw_gid)
        data, port = Path(folder, "data"), free_port()
        options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder}"
        quick = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off"
        made = ("--locale=C.UTF-8", "-E", "UTF8", "-U", "yinfeng", "-A", "trust", "-N")
        start = ("-w", "-l", str(Path(folder, "log")), "-o", f"{options} {quick}")
        _run(user, folder, binaries / "initdb", "-D", data, *made)
        _run(user, folder, binaries / "pg_ctl", "-D", data, *start, "start")
        try:
            yield f"postgres://yinfeng@127.0.0.1:{port}/postgres"
        finally:
            _run(user, folder, binaries / "pg_ctl", "-D", data, "-m", "immediate", "stop")


def _run(user: str | None, folder: str, *command: str | Path) -> None:
    subprocess.run(command, user=user, cwd=folder, check=True, stdout=subprocess.DEVNULL)


def free_port() -> int:
    """A port of this machine that nobody listens at."""
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        port: int = asked.getsockname()[1]
        return port


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
