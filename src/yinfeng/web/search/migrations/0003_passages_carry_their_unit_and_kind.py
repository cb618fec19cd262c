"""Each passage carries its unit, its kind and whether it holds names among its words."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

_MARK = """
    UPDATE search_passage SET grams = grams || ' xu' || CAST(unit_id AS text)
        || ' xk' || REPLACE(REPLACE(kind, '.', ''), '_', '')
        || CASE WHEN ordinal = 0 THEN ' xh' ELSE '' END
"""
# The whole index made anew is much quicker than each of its rows changed.
SQLITE = (
    "DROP TRIGGER search_passage_changes",
    _MARK,
    "INSERT INTO search_words(search_words) VALUES ('rebuild')",
    """
    CREATE TRIGGER search_passage_changes AFTER UPDATE ON search_passage
    BEGIN
        INSERT INTO search_words(search_words, rowid, grams) VALUES ('delete', old.id, old.grams);
        INSERT INTO search_words(rowid, grams) VALUES (new.id, new.grams);
    END
    """,
)


def mark(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Write the marks into the passages that there are."""
    is_sqlite = schema_editor.connection.vendor == "sqlite"
    for statement in SQLITE if is_sqlite else (_MARK,):
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    """Mark the passages."""

    dependencies = [("search", "0002_words")]
    operations = [migrations.RunPython(mark)]
