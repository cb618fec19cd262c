"""Whole houses for tests that start, kill and restore them, each with folder and database."""

import atexit
import os
import shutil
import subprocess
import sys
import tempfile
import uuid
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from django.conf import settings
from django.db import connection

ROOT = Path(__file__).parents[2]
START = "from yinfeng.cli import main; main()"
_SETUP = "import django; django.setup()\n"


@dataclass(frozen=True, slots=True)
class House:
    """A data folder, and the address of a database where that is not SQLite."""

    folder: Path
    database: str

    @property
    def env(self) -> dict[str, str]:
        """What a process of this house is started with."""
        return {
            **os.environ,
            "YINFENG_DATA": str(self.folder),
            "DATABASE_URL": self.database,
            "DJANGO_SETTINGS_MODULE": "yinfeng.web.settings",
            "PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT))),
            "PYTHONUNBUFFERED": "1",
        }

    def yinfeng(self, *arguments: str | Path, code: int = 0) -> str:
        """What a command prints, which must leave with that code."""
        return self._said([sys.executable, "-c", START, *map(str, arguments)], code)

    def python(self, script: str) -> str:
        """What a script prints that runs in this house."""
        return self._said([sys.executable, "-c", _SETUP + script], 0).strip()

    def start(self, *arguments: str) -> "subprocess.Popen[bytes]":
        """A command that goes on running, in a session of its own."""
        command = [sys.executable, "-c", START, *arguments]
        quiet = subprocess.DEVNULL
        return subprocess.Popen(
            command, env=self.env, stdout=quiet, stderr=quiet, start_new_session=True
        )

    def talking(self, script: str) -> "subprocess.Popen[str]":
        """A script that goes on running in this house, and what it prints."""
        command = [sys.executable, "-c", _SETUP + script]
        return subprocess.Popen(command, env=self.env, stdout=subprocess.PIPE, text=True)

    def waiting(self, script: str) -> "subprocess.Popen[str]":
        """A script that may be told to begin, with all that it prints."""
        pipe = subprocess.PIPE
        command = [sys.executable, "-c", _SETUP + script]
        return subprocess.Popen(
            command, env=self.env, stdin=pipe, stdout=pipe, stderr=pipe, text=True
        )

    def _said(self, command: list[str], code: int) -> str:
        done = subprocess.run(command, env=self.env, capture_output=True, text=True, check=False)
        assert done.returncode == code, done.stdout + done.stderr
        return done.stdout + done.stderr


def new_house(folder: Path, like: House | None = None) -> House:
    """An empty house on the database of this run, or one with all that another holds."""
    folder.mkdir(parents=True, exist_ok=True)
    if like:
        shutil.copytree(like.folder, folder, dirs_exist_ok=True)
    if connection.vendor == "sqlite":
        return House(folder, "")
    name = f"house_{uuid.uuid4().hex[:12]}"
    import psycopg

    address = urlsplit(os.environ["DATABASE_URL"])
    template = f' TEMPLATE "{urlsplit(like.database).path[1:]}"' if like else ""
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as server:
        server.execute(f'CREATE DATABASE "{name}"{template}')
    return House(folder, urlunsplit(address._replace(path=f"/{name}")))


def settled(folder: Path) -> House:
    """A house with its tables and its first people: the first is founded, the others copied."""
    return new_house(folder, like=_founded())


@cache
def _founded() -> House:
    house = new_house(Path(tempfile.mkdtemp(prefix="yinfeng-house-")))
    atexit.register(shutil.rmtree, house.folder, ignore_errors=True)
    house.python(
        "from datetime import date\n"
        "from yinfeng.web import opening\n"
        "from yinfeng.web.tables import bring_up_to_date\n"
        "bring_up_to_date()\n"
        "opening.found_for(opening.Survey((), {}), '云泽镇', today=date(2026, 1, 1))"
    )
    return house


assert settings.configured
