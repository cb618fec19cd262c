"""Milestones are listed by their planned day; the index keeps a quarter of a million quick."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """The index."""

    dependencies = [("plans", "0002_append_only")]
    operations = [
        migrations.AddIndex(
            model_name="milestone",
            index=models.Index(fields=["ends", "place", "-id"], name="milestone_list"),
        )
    ]
