"""How long `yinfeng --help` takes to answer."""

import subprocess
import sys
import time
from pathlib import Path

COMMAND = Path(sys.executable).with_name("yinfeng")


def seconds_to_help(rounds: int = 5) -> float:
    """The best of some rounds, since other work shares the machine."""
    return min(_once() for _ in range(rounds))


def _once() -> float:
    began = time.perf_counter()
    subprocess.run([COMMAND, "--help"], check=True, capture_output=True)
    return time.perf_counter() - began
