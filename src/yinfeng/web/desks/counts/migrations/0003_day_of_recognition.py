"""What is recognised may have a day: when a project changed hands."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Add the field."""

    dependencies = [("counts", "0002_append_only")]
    operations = [migrations.AddField("recognition", "day", models.DateField(null=True))]
