"""Events are found by action and by unit."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """Add the indexes."""

    dependencies = [
        ("people", "0002_ways_in"),
        ("shell", "0002_chain"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="event",
            options={"verbose_name": "事件", "verbose_name_plural": "事件"},
        ),
        migrations.AlterModelOptions(
            name="head",
            options={"verbose_name": "链尾", "verbose_name_plural": "链尾"},
        ),
        migrations.AddIndex(
            model_name="event",
            index=models.Index(fields=["action", "number"], name="event_action"),
        ),
        migrations.AddIndex(
            model_name="event",
            index=models.Index(fields=["unit", "number"], name="event_unit"),
        ),
    ]
