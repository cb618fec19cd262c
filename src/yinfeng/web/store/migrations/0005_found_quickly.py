"""An index by the moment at which files came."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Add it."""

    dependencies = [("store", "0004_ways")]
    operations = [
        migrations.AddIndex(
            model_name="upload",
            index=models.Index(fields=["at"], name="upload_at"),
        ),
    ]
