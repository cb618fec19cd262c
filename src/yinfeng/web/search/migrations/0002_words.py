"""The database indexes the pairs by itself: FTS5 with triggers, or a generated column with GIN."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

SQLITE = (
    """
    CREATE VIRTUAL TABLE search_words USING fts5(
        grams, content='search_passage', content_rowid='id', tokenize='ascii'
    )
    """,
    """
    CREATE TRIGGER search_passage_comes AFTER INSERT ON search_passage
    BEGIN INSERT INTO search_words(rowid, grams) VALUES (new.id, new.grams); END
    """,
    """
    CREATE TRIGGER search_passage_goes AFTER DELETE ON search_passage
    BEGIN
        INSERT INTO search_words(search_words, rowid, grams) VALUES ('delete', old.id, old.grams);
    END
    """,
    """
    CREATE TRIGGER search_passage_changes AFTER UPDATE ON search_passage
    BEGIN
        INSERT INTO search_words(search_words, rowid, grams) VALUES ('delete', old.id, old.grams);
        INSERT INTO search_words(rowid, grams) VALUES (new.id, new.grams);
    END
    """,
)
POSTGRESQL = (
    """
    ALTER TABLE search_passage ADD COLUMN words tsvector
    GENERATED ALWAYS AS (to_tsvector('simple', grams)) STORED
    """,
    "CREATE INDEX search_passage_words ON search_passage USING gin (words)",
)


def index(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Make the index of this database."""
    is_sqlite = schema_editor.connection.vendor == "sqlite"
    for statement in SQLITE if is_sqlite else POSTGRESQL:
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    """Index the pairs."""

    dependencies = [("search", "0001_initial")]
    operations = [migrations.RunPython(index)]
