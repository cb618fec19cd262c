"""Accounts of penalties are append-only; penalties decided before are owed in full."""

from datetime import timedelta

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

TABLE = "standard_penaltyentry"
SQLITE = """
CREATE TRIGGER {table}_keeps_{event} BEFORE {event} ON {table}
BEGIN SELECT RAISE(ABORT, 'append-only: {table}'); END
"""
POSTGRESQL = """
CREATE TRIGGER {table}_keeps BEFORE UPDATE OR DELETE ON {table}
FOR EACH ROW EXECUTE FUNCTION yinfeng_append_only()
"""
_TERM = timedelta(days=30)


def guard(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Put the triggers in place."""
    if schema_editor.connection.vendor == "sqlite":
        for event in ("UPDATE", "DELETE"):
            schema_editor.execute(SQLITE.format(table=TABLE, event=event))
    else:
        schema_editor.execute(POSTGRESQL.format(table=TABLE))


def begin(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """What was decided before is owed, thirty days after it was decided."""
    checks = apps.get_model("standard", "Check").objects
    verdicts = apps.get_model("standard", "Verdict").objects
    for check in checks.exclude(amount=None).filter(unpaid=None):
        last = verdicts.filter(check_of=check.pk, kind="decided").order_by("pk").last()
        due = last.at.date() + _TERM if last else None
        checks.filter(pk=check.pk).update(unpaid=check.amount, pay_by=due)


class Migration(migrations.Migration):
    """Guard and begin."""

    dependencies = [("standard", "0003_penalties_are_collected"), ("shell", "0002_chain")]
    operations = [migrations.RunPython(guard), migrations.RunPython(begin)]
