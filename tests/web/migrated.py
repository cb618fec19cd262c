"""A test database copied from one that was made before, where the migrations are the same.

Some two hundred models take half a minute to migrate, so the first database is made at once, as
that of a new house is: test_tables holds it against the migrations. The others are copies of it,
triggers and indexes with them. A copy is known by the words of the migrations: where one has
changed, the database is made again.
"""

import fcntl
import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from inspect import getfile
from pathlib import Path
from typing import Any

import django
from django.apps import AppConfig, apps
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.backends.base.creation import BaseDatabaseCreation
from django.db.backends.sqlite3.creation import DatabaseCreation as OnSqlite

from yinfeng.web import migrating, tables


def copy_from(folder: Path) -> None:
    """Let the test database be copied from the folder, or kept there once it is made."""
    own = type(connection.creation)
    sort = _Sqlite if issubclass(own, OnSqlite) else _Server
    copied = type(f"Copied{own.__name__}", (sort, own), {"folder": folder, "key": key()})
    connection.creation = copied(connection)


class _Copied(BaseDatabaseCreation):
    """How a database is made: the copy where there is one, at once where there is none."""

    folder: Path
    key: str

    def create_test_db(
        self,
        verbosity: int = 1,
        autoclobber: bool = False,
        serialize: bool | None = True,
        keepdb: bool = False,
    ) -> str:
        """The name of the database."""
        if serialize or keepdb:
            return super().create_test_db(verbosity, autoclobber, serialize, keepdb)
        with _alone(self.folder):
            if not self._has_copy():
                self._create_test_db(verbosity, autoclobber, keepdb)  # type: ignore[attr-defined]
                name = self._open_it()
                tables.bring_up_to_date()
                # The tables of an app of the tests, which has no migrations.
                call_command("migrate", run_syncdb=True, verbosity=0)
                self._keep()
                return name
            self._take()
        return self._open_it()

    def _open_it(self) -> str:
        name: str = self._get_test_db_name()  # type: ignore[attr-defined]
        self.connection.close()
        settings.DATABASES[self.connection.alias]["NAME"] = name
        self.connection.settings_dict["NAME"] = name
        self.connection.ensure_connection()
        return name

    def _has_copy(self) -> bool:
        raise NotImplementedError

    def _keep(self) -> None:
        raise NotImplementedError

    def _take(self) -> None:
        raise NotImplementedError


class _Sqlite(_Copied):
    """A file of the folder; the database itself stands in memory."""

    @property
    def _file(self) -> Path:
        return self.folder / f"{self.key}.sqlite3"

    def _has_copy(self) -> bool:
        return self._file.exists()

    def _keep(self) -> None:
        for stale in self.folder.glob("*.sqlite3"):
            stale.unlink()
        spare = self._file.with_suffix(".part")
        spare.unlink(missing_ok=True)
        self.connection.ensure_connection()
        with closing(sqlite3.connect(spare)) as kept:
            self.connection.connection.backup(kept)
        spare.rename(self._file)

    def _take(self) -> None:
        # A database in memory is gone with its last connection, so this one stays open.
        name = self._get_test_db_name()  # type: ignore[attr-defined]
        self._open = sqlite3.connect(name, uri=True)
        with closing(sqlite3.connect(self._file)) as kept:
            kept.backup(self._open)

    def destroy_test_db(self, *args: Any, **kwargs: Any) -> None:
        """Nothing of it stays open."""
        super().destroy_test_db(*args, **kwargs)
        if hasattr(self, "_open"):
            self._open.close()


class _Server(_Copied):
    """A database of the same server, from which the server itself makes others."""

    @property
    def _template(self) -> str:
        return f"yinfeng_migrated_{self.key}"

    def _has_copy(self) -> bool:
        with self._nodb_cursor() as cursor:  # type: ignore[attr-defined]
            cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [self._template])
            return cursor.fetchone() is not None

    def _keep(self) -> None:
        name = self.connection.settings_dict["NAME"]
        self.connection.close()
        with self._nodb_cursor() as cursor:  # type: ignore[attr-defined]
            cursor.execute(f'CREATE DATABASE "{self._template}" WITH TEMPLATE "{name}"')

    def _take(self) -> None:
        self.connection.settings_dict["TEST"]["TEMPLATE"] = self._template
        self._create_test_db(0, True, False)  # type: ignore[attr-defined]


def key() -> str:
    """What the tables are made of: migrations, models for which there are rights, libraries."""
    told = hashlib.sha256(f"{django.VERSION}{sqlite3.sqlite_version}".encode())
    for one in (migrating, tables):
        told.update(Path(getfile(one)).read_bytes())
    for app in apps.get_app_configs():
        told.update(app.label.encode())
        for path in _files(app):
            told.update(path.name.encode() + path.read_bytes())
    for model in apps.get_models(include_auto_created=True):
        told.update(f"{model._meta.label}{model._meta.permissions}".encode())
    return told.hexdigest()[:24]


def _files(app: AppConfig) -> list[Path]:
    """The migrations of an app, or its models where it has none."""
    folder = Path(app.path)
    found = sorted(folder.glob("migrations/*.py"))
    return found or sorted([*folder.glob("models.py"), *folder.glob("models/*.py")])


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """One of several workers at a time: the first makes it, the others copy."""
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
