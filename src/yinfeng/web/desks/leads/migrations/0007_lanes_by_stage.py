"""The board by stage: its lanes by an index, its counts read off the one that today counts by.

And what leaders answered is found by its day.
"""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Two indexes more, one wider."""

    dependencies = [("leads", "0006_found_quickly")]
    operations = [
        migrations.RemoveIndex(model_name="lead", name="lead_standing"),
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
                    "stage",
                ],
                name="lead_standing",
            ),
        ),
        migrations.AddIndex(
            model_name="lead",
            index=models.Index(
                condition=models.Q(("removed_at", None)),
                fields=["stage", "-score", "-id"],
                name="lead_staged",
            ),
        ),
        migrations.AddIndex(
            model_name="dispatch",
            index=models.Index(fields=["answered"], name="dispatch_answered"),
        ),
    ]
