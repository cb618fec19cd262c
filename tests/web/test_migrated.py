"""The copied database is what was made first: tables, indexes, triggers and rights."""

import sqlite3
from contextlib import closing

import pytest
from django.db import connection

from tests.web import migrated


def test_the_copy_is_known_by_the_words_of_the_migrations(monkeypatch: pytest.MonkeyPatch) -> None:
    before = migrated.key()
    assert migrated.key() == before
    monkeypatch.setattr(migrated, "_files", lambda app: [])
    assert migrated.key() != before


@pytest.mark.django_db
def test_the_database_has_all_that_was_made(request: pytest.FixtureRequest) -> None:
    if connection.vendor != "sqlite" or request.config.cache is None:
        return
    folder = request.config.cache.mkdir("migrated")
    says = "SELECT type, name, sql FROM sqlite_master ORDER BY type, name"
    with closing(sqlite3.connect(folder / f"{migrated.key()}.sqlite3")) as kept:
        wanted = kept.execute(says).fetchall()
    with connection.cursor() as cursor:
        cursor.execute(says)
        assert cursor.fetchall() == wanted
    assert {"table", "index", "trigger"} <= {sort for sort, *_ in wanted}
