"""One commitment may take several plots. Append-only."""

import django.db.models.deletion
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

TABLE = "standard_joinedplot"
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
    if schema_editor.connection.vendor == "sqlite":
        for event in ("UPDATE", "DELETE"):
            schema_editor.execute(SQLITE.format(table=TABLE, event=event))
    else:
        schema_editor.execute(POSTGRESQL.format(table=TABLE))


class Migration(migrations.Migration):
    """The further plots of a commitment, and their guard."""

    dependencies = [("standard", "0004_penalty_accounts_begin")]

    operations = [
        migrations.CreateModel(
            name="JoinedPlot",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "commitment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="joined",
                        to="standard.commitment",
                    ),
                ),
                (
                    "indicators",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="standard.indicatorset",
                    ),
                ),
                (
                    "plot",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="joined_by",
                        to="standard.standardplot",
                    ),
                ),
            ],
        ),
        migrations.AddConstraint(
            model_name="joinedplot",
            constraint=models.UniqueConstraint(
                fields=("commitment", "plot"), name="standard_plot_joined_once"
            ),
        ),
        migrations.RunPython(guard),
    ]
