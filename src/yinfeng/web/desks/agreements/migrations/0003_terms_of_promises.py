"""A duty may run from an event (开工后18个月内), name its sum and the gate that shows it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Add the fields."""

    dependencies = [("agreements", "0002_append_only")]
    operations = [
        migrations.AddField("promise", "amount", models.CharField(blank=True, max_length=40)),
        migrations.AddField("promise", "goal", models.CharField(blank=True, max_length=4)),
        migrations.AddField("promise", "term", models.CharField(blank=True, max_length=20)),
    ]
