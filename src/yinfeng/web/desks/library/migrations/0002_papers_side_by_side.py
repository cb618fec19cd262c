"""Figures of papers set side by side, and which of them an office goes by."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """Create them."""

    dependencies = [
        ("library", "0001_read_through"),
        ("people", "0003_titles"),
        ("store", "0005_found_quickly"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Choice",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(db_index=True, max_length=32)),
                ("says", models.CharField(max_length=300)),
                ("value", models.JSONField(null=True)),
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
                    "entry",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="store.entry",
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
            options={
                "verbose_name": "选定的说法",
            },
        ),
        migrations.CreateModel(
            name="Compared",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("decision", models.PositiveBigIntegerField(default=0)),
                (
                    "document",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="compared",
                        to="store.document",
                    ),
                ),
                (
                    "reading",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="store.reading",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Telling",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(db_index=True, max_length=32)),
                ("kind", models.CharField(max_length=20)),
                ("sort", models.CharField(max_length=12)),
                ("host", models.CharField(blank=True, max_length=200)),
                ("name", models.CharField(max_length=200)),
                ("thing", models.CharField(max_length=200)),
                ("figure", models.CharField(max_length=200)),
                ("when", models.CharField(blank=True, max_length=40)),
                ("status", models.CharField(max_length=10)),
                ("value", models.JSONField()),
                ("low", models.FloatField(null=True)),
                ("high", models.FloatField(null=True)),
                ("is_odd", models.BooleanField(default=False)),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="figures_told",
                        to="store.document",
                    ),
                ),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="store.entry",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("is_odd", True)), fields=["key"], name="telling_odd"
                    ),
                    models.Index(fields=["sort", "host", "name"], name="telling_named"),
                ],
            },
        ),
    ]
