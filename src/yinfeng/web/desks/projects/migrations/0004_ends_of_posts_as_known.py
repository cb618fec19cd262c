"""When the end of a post was written down is kept: a past day shows what was known by then."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """The field."""

    dependencies = [("projects", "0003_days_as_well_as_known")]
    operations = [
        migrations.AddField("seat", "ended_at", models.DateTimeField(editable=False, null=True))
    ]
