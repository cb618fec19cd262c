"""The chain of events begins, and the database refuses to change or delete an event."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

TABLE = "shell_event"
SQLITE = """
CREATE TRIGGER {table}_keeps_{event} BEFORE {event} ON {table}
BEGIN SELECT RAISE(ABORT, 'append-only: {table}'); END
"""
POSTGRESQL = (
    """
    CREATE FUNCTION yinfeng_append_only() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'append-only: %', TG_TABLE_NAME USING ERRCODE = '23000'; END $$
    """,
    f"""
    CREATE TRIGGER {TABLE}_keeps BEFORE UPDATE OR DELETE ON {TABLE}
    FOR EACH ROW EXECUTE FUNCTION yinfeng_append_only()
    """,
)


def guard(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Put the triggers in place."""
    if schema_editor.connection.vendor == "sqlite":
        for event in ("UPDATE", "DELETE"):
            schema_editor.execute(SQLITE.format(table=TABLE, event=event))
    else:
        for statement in POSTGRESQL:
            schema_editor.execute(statement, params=None)


def begin(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Write the end of an empty chain."""
    apps.get_model("shell", "Head").objects.create(pk=1)


class Migration(migrations.Migration):
    """Guard and begin."""

    dependencies = [("shell", "0001_initial")]
    operations = [migrations.RunPython(guard), migrations.RunPython(begin)]
