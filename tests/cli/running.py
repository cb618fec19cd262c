"""Runs `yinfeng` as a shell does, in a process of its own."""

import os
import pty
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

SOURCE = Path(__file__).parents[2] / "src"
_RUN = "from yinfeng.cli import main; main()"


@dataclass(frozen=True)
class Outcome:
    """What a run left: its exit code and both of its streams."""

    code: int
    out: str
    err: str


def yinfeng(
    *arguments: object, given: bytes = b"", environment: Mapping[str, str] | None = None
) -> Outcome:
    """The outcome of one run, with *given* on standard input."""
    command = [sys.executable, "-c", _RUN, *map(str, arguments)]
    variables = {"PATH": "/usr/bin:/bin", "PYTHONPATH": str(SOURCE), **(environment or {})}
    done = subprocess.run(command, input=given, capture_output=True, env=variables, check=False)
    return Outcome(done.returncode, done.stdout.decode(), done.stderr.decode())


def on_a_terminal(*arguments: object, environment: Mapping[str, str] | None = None) -> str:
    """What a run writes to standard error where that is a terminal."""
    command = [sys.executable, "-c", _RUN, *map(str, arguments)]
    variables = {"PATH": "/usr/bin:/bin", "PYTHONPATH": str(SOURCE), **(environment or {})}
    ours, theirs = pty.openpty()
    try:
        with subprocess.Popen(
            command, env=variables, stdout=subprocess.DEVNULL, stderr=theirs
        ) as running:
            os.close(theirs)
            said = b"".join(iter(lambda: _read(ours), b""))
            running.wait()
    finally:
        os.close(ours)
    return said.decode()


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 4096)
    except OSError:
        # The other end is closed.
        return b""
