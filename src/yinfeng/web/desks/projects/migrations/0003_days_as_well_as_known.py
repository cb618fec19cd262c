"""The day of a gate may be told to the month or the year only, or not at all."""

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

SQLITE = """
CREATE TRIGGER IF NOT EXISTS projects_passage_keeps_{event} BEFORE {event} ON projects_passage
BEGIN SELECT RAISE(ABORT, 'append-only: projects_passage'); END
"""


def guard_again(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """SQLite makes a changed table anew and forgets its triggers; one made whole has them."""
    if schema_editor.connection.vendor == "sqlite":
        for event in ("UPDATE", "DELETE"):
            schema_editor.execute(SQLITE.format(event=event))


class Migration(migrations.Migration):
    """A day that may be open, and how well it is known."""

    dependencies = [("projects", "0002_append_only")]

    operations = [
        migrations.AddField(
            model_name="passage",
            name="precision",
            field=models.CharField(
                choices=[
                    ("day", "准确"),
                    ("month", "只知月份"),
                    ("year", "只知年份"),
                    ("paper", "不晚于材料日期"),
                    ("none", "未载明"),
                ],
                default="day",
                max_length=5,
            ),
        ),
        migrations.AlterField(
            model_name="passage",
            name="day",
            field=models.DateField(db_index=True, null=True),
        ),
        migrations.RunPython(guard_again),
    ]
