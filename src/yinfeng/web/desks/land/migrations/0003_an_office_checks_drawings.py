"""An office lays its own file over how drawings are checked against certificates. Append-only."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from yinfeng.web.migrating import append_only


class Migration(migrations.Migration):
    """The file of an office, and its guard."""

    dependencies = [
        ("land", "0002_append_only"),
        ("people", "0003_titles"),
        ("shell", "0002_chain"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="LandRule",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.TextField(blank=True)),
                ("since", models.DateField()),
                ("at", models.DateTimeField(auto_now_add=True)),
                ("why", models.TextField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.orgunit",
                    ),
                ),
            ],
        ),
        append_only("land_landrule"),
    ]
