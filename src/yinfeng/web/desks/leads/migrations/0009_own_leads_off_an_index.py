"""The leads that a person follows, in scope and not removed, are read off one index."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """One index, two columns wider."""

    dependencies = [("leads", "0008_counted_off_indexes")]
    operations = [
        migrations.RemoveIndex(model_name="lead", name="lead_of_owner"),
        migrations.AddIndex(
            model_name="lead",
            index=models.Index(
                fields=["owner", "state", "next_date", "unit", "removed_at"], name="lead_of_owner"
            ),
        ),
    ]
