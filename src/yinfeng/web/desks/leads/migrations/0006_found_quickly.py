"""Indexes for a hundred thousand leads: the order of the list, what stands, clocks run out."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Add them."""

    dependencies = [("leads", "0005_sheets_may_leave_out")]
    operations = [
        migrations.AddIndex(
            model_name="lead",
            index=models.Index(
                fields=[
                    "removed_at",
                    "unit",
                    "state",
                    "grade",
                    "score",
                    "yuan",
                    "last_event",
                    "next_date",
                    "leader",
                ],
                name="lead_standing",
            ),
        ),
        migrations.AddIndex(
            model_name="lead",
            index=models.Index(fields=["owner", "state", "next_date"], name="lead_of_owner"),
        ),
        migrations.AddIndex(
            model_name="lead",
            index=models.Index(
                condition=models.Q(("removed_at", None)),
                fields=["grade", "-score", "-id"],
                name="lead_listed",
            ),
        ),
        migrations.AddIndex(
            model_name="clock",
            index=models.Index(fields=["ended", "ends"], name="clock_run_out"),
        ),
        migrations.AddIndex(
            model_name="gradechange",
            index=models.Index(fields=["day"], name="grade_day"),
        ),
        migrations.AddIndex(
            model_name="loss",
            index=models.Index(fields=["day"], name="loss_day"),
        ),
        migrations.AddIndex(
            model_name="conversion",
            index=models.Index(fields=["day"], name="conversion_day"),
        ),
        migrations.AddIndex(
            model_name="dispatch",
            index=models.Index(
                fields=["resulted", "withdrawn", "result_due"], name="dispatch_open"
            ),
        ),
    ]
