"""Notes stand in the journal of every desk; statements have no weight of their own."""

from django.db import migrations


class Migration(migrations.Migration):
    """Drop."""

    dependencies = [
        ("leads", "0002_append_only"),
    ]

    operations = [
        migrations.RemoveField(
            model_name="statement",
            name="weight",
        ),
    ]
