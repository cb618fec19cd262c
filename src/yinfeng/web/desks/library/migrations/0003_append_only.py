"""The database refuses to change or delete what was chosen of several papers."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

TABLES = ("library_choice",)
SQLITE = """
CREATE TRIGGER {table}_keeps_{event} BEFORE {event} ON {table}
BEGIN SELECT RAISE(ABORT, 'append-only: {table}'); END
"""
POSTGRESQL = """
CREATE TRIGGER {table}_keeps BEFORE UPDATE OR DELETE ON {table}
FOR EACH ROW EXECUTE FUNCTION yinfeng_append_only()
"""


def guard(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Put the triggers in place."""
    for table in TABLES:
        if schema_editor.connection.vendor == "sqlite":
            for event in ("UPDATE", "DELETE"):
                schema_editor.execute(SQLITE.format(table=table, event=event))
        else:
            schema_editor.execute(POSTGRESQL.format(table=table))


class Migration(migrations.Migration):
    """Guard."""

    dependencies = [("library", "0002_papers_side_by_side"), ("shell", "0002_chain")]
    operations = [migrations.RunPython(guard)]
