"""One moment of the database, read while others write.

SQLite is copied by its own backup interface and read from the copy; PostgreSQL shows one moment
to a transaction of repeatable read. What others write meanwhile is not in it.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.apps import apps
from django.apps.registry import Apps
from django.conf import settings
from django.db import connection, connections, transaction
from django.db.migrations.recorder import MigrationRecorder
from django.db.models import Model

_COPY = "copy"
# Made anew from the rest (the index), by the program (kinds of content), or not to be kept.
LEFT_OUT = frozenset({"contenttypes", "auth", "sessions"})
MADE_ANEW = frozenset({"search.passage"})
_ROWS = 2000


@contextmanager
def moment() -> Iterator[str]:
    """The alias of a database that stands still while it is read."""
    if connection.vendor == "sqlite":
        with TemporaryDirectory(prefix="backup-", dir=settings.DATA) as folder:
            yield from _copy(Path(folder) / "copy.sqlite3")
        return
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield "default"


def _copy(path: Path) -> Iterator[str]:
    connection.ensure_connection()
    target = sqlite3.connect(path)
    try:
        connection.connection.backup(target)
    finally:
        target.close()
    connections.databases[_COPY] = {**connections.databases["default"], "NAME": path}
    try:
        yield _COPY
    finally:
        connections[_COPY].close()
        del connections[_COPY]
        del connections.databases[_COPY]


def models_of(registry: Apps = apps) -> list[type[Model]]:
    """The models whose rows make up the house, in an order of their own."""
    every = registry.get_models(include_auto_created=True, include_swapped=True)
    return sorted(
        (
            model
            for model in every
            if model._meta.managed
            and not model._meta.proxy
            and model._meta.app_label not in LEFT_OUT
            and model._meta.label_lower not in MADE_ANEW
        ),
        key=lambda model: model._meta.label_lower,
    )


def rows_of(model: type[Model], alias: str) -> Iterator[list[Any]]:
    """The rows of a model: values in the order of its columns."""
    names = [field.attname for field in model._meta.concrete_fields]
    listed = model._base_manager.using(alias).order_by("pk").values_list(*names)
    return (list(row) for row in listed.iterator(chunk_size=_ROWS))


def migrations_of(alias: str) -> list[list[str]]:
    """The migrations that have made the tables what they are."""
    applied = MigrationRecorder(connections[alias]).applied_migrations()
    return sorted([app, name] for app, name in applied)
