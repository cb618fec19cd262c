"""Indexes that hold the unit or the lead too, so that rows need not be fetched to be counted."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Three indexes, each a column wider."""

    dependencies = [("leads", "0007_lanes_by_stage")]
    operations = [
        migrations.RemoveIndex(model_name="lead", name="lead_colour"),
        migrations.RemoveIndex(model_name="lead", name="lead_listed"),
        migrations.RemoveIndex(model_name="clock", name="clock_run_out"),
        migrations.AddIndex(
            model_name="lead",
            index=models.Index(
                fields=["state", "last_event", "unit", "removed_at"], name="lead_colour"
            ),
        ),
        migrations.AddIndex(
            model_name="lead",
            index=models.Index(
                condition=models.Q(("removed_at", None)),
                fields=["grade", "-score", "-id", "unit"],
                name="lead_listed",
            ),
        ),
        migrations.AddIndex(
            model_name="clock",
            index=models.Index(fields=["ended", "ends", "lead"], name="clock_run_out"),
        ),
    ]
