"""Passages of what can be found."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """Passages."""

    initial = True

    dependencies = [
        ("people", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Passage",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(max_length=60)),
                ("key", models.CharField(max_length=40)),
                ("ordinal", models.PositiveIntegerField()),
                ("title", models.CharField(max_length=300)),
                ("text", models.TextField()),
                ("grams", models.TextField()),
                ("day", models.DateField(null=True)),
                ("digest", models.CharField(blank=True, max_length=64)),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="people.orgunit"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("kind", "key", "ordinal"), name="passage_once")
                ],
            },
        ),
    ]
