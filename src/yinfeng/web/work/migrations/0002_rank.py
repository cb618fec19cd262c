"""What people wait for goes before what nobody waits for."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Add the rank."""

    dependencies = [
        ("work", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="task",
            name="rank",
            field=models.PositiveSmallIntegerField(default=0),
        ),
    ]
