"""A house for the bench: its folder, its server, and what runs in a process of its own there."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from scripts.with_postgresql import free_port

ROOT = Path(__file__).parents[2]
_START = "from yinfeng.cli import main; main()"
_MIGRATE = (
    "import django; django.setup()\n"
    "from yinfeng.web.tables import bring_up_to_date; bring_up_to_date()\n"
    "from django.db import connection; connection.cursor().execute('ANALYZE')"
)
_PATIENCE = 120.0


@dataclass(frozen=True, slots=True)
class House:
    """A data folder, and what its processes are started with."""

    folder: Path

    @property
    def env(self) -> dict[str, str]:
        """The settings of the house."""
        return {
            **os.environ,
            "YINFENG_DATA": str(self.folder),
            "DJANGO_SETTINGS_MODULE": "yinfeng.web.settings",
            "PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT))),
            "PYTHONUNBUFFERED": "1",
            "YINFENG_IDLE_MINUTES": "600",
        }

    @property
    def is_filled(self) -> bool:
        """Whether its rows are all there."""
        return self._mark.exists()

    def fill(self, leads: int, documents: int, entries: int, people: int) -> None:
        """Make its tables and its rows; once more after a filling that was broken off."""
        self.folder.mkdir(parents=True, exist_ok=True)
        self.migrate()
        self.run("filling", leads, documents, entries, people)
        self._mark.touch()

    def migrate(self) -> None:
        """Its tables as the software wants them now."""
        self._run("-c", _MIGRATE)

    @property
    def _mark(self) -> Path:
        return self.folder / "filled"

    def run(self, module: str, *arguments: object) -> str:
        """What a module of this folder prints that runs in the house."""
        return self._run("-m", f"bench.workspace.{module}", *map(str, arguments))

    def ask_about(self, told: list[str]) -> str:
        """What stands of the tellings that were acknowledged."""
        command = [sys.executable, "-m", "bench.workspace.knowing", "standing"]
        done = subprocess.run(
            command,
            env=self.env,
            input=json.dumps(told),
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
        return done.stdout

    @contextmanager
    def served(self) -> Iterator[str]:
        """The address of its server, while that runs."""
        port = free_port()
        command = [sys.executable, "-c", _START, "serve", "--port", str(port), "--no-work"]
        process = subprocess.Popen(command, env=self.env, stdout=subprocess.DEVNULL)
        try:
            address = f"http://127.0.0.1:{port}"
            _await(address, process)
            yield address
        finally:
            process.terminate()
            process.wait()

    def _run(self, *command: str) -> str:
        done = subprocess.run(
            [sys.executable, *command], env=self.env, stdout=subprocess.PIPE, text=True, check=True
        )
        return done.stdout


def _await(address: str, process: "subprocess.Popen[bytes]") -> None:
    begun = time.monotonic()
    while time.monotonic() - begun < _PATIENCE:
        assert process.poll() is None, "the server has ended"
        try:
            with urlopen(f"{address}/ready", timeout=5):
                return
        except (URLError, ConnectionError):
            time.sleep(0.2)
    raise TimeoutError(address)
