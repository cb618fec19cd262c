"""The first tables."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """Create them."""

    initial = True

    dependencies = [
        ("people", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Entry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("field", models.CharField(max_length=20)),
                ("value", models.JSONField()),
                ("status", models.CharField(max_length=10)),
                ("pattern", models.CharField(blank=True, max_length=60)),
                ("start", models.PositiveIntegerField()),
                ("end", models.PositiveIntegerField()),
                ("quote", models.TextField()),
                ("further", models.JSONField(default=list)),
            ],
        ),
        migrations.CreateModel(
            name="Fact",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("ordinal", models.PositiveIntegerField()),
                ("kind", models.CharField(db_index=True, max_length=20)),
                ("host", models.CharField(blank=True, max_length=200)),
                ("says", models.TextField()),
                ("start", models.PositiveIntegerField()),
                ("end", models.PositiveIntegerField()),
                ("quote", models.TextField()),
            ],
        ),
        migrations.CreateModel(
            name="Document",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sha256", models.CharField(max_length=64)),
                ("ordinal", models.PositiveIntegerField()),
                ("name", models.CharField(max_length=255, verbose_name="名称")),
                ("path", models.CharField(blank=True, max_length=1000)),
                ("media", models.CharField(max_length=100)),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="people.orgunit"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Decision",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("verdict", models.CharField(max_length=8)),
                ("value", models.JSONField(null=True)),
                ("at", models.DateTimeField(auto_now_add=True)),
                ("why", models.TextField(blank=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "supersedes",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="superseded_by",
                        to="store.decision",
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="decisions",
                        to="store.document",
                    ),
                ),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="decisions",
                        to="store.entry",
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="entry",
            name="fact",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="entries", to="store.fact"
            ),
        ),
        migrations.CreateModel(
            name="Reading",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("engine", models.CharField(max_length=40)),
                ("at", models.DateTimeField(auto_now_add=True)),
                ("title", models.CharField(blank=True, max_length=300)),
                ("publisher", models.CharField(blank=True, max_length=200)),
                ("published", models.DateField(null=True)),
                ("encoding", models.CharField(blank=True, max_length=40)),
                ("told", models.PositiveIntegerField(verbose_name="事实数")),
                ("mended", models.JSONField(default=dict)),
                ("unsure", models.PositiveIntegerField(default=0)),
                ("notes", models.JSONField(default=list)),
                ("source", models.TextField()),
                ("restored", models.TextField()),
                ("segments", models.JSONField()),
                ("parts", models.JSONField()),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="readings",
                        to="store.document",
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="fact",
            name="reading",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="facts",
                to="store.reading",
            ),
        ),
        migrations.AddField(
            model_name="document",
            name="current",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="current_of",
                to="store.reading",
            ),
        ),
        migrations.CreateModel(
            name="Sameness",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(max_length=20)),
                ("left", models.CharField(max_length=200)),
                ("left_host", models.CharField(blank=True, max_length=200)),
                ("right", models.CharField(max_length=200)),
                ("right_host", models.CharField(blank=True, max_length=200)),
                ("ruling", models.CharField(max_length=9)),
                ("at", models.DateTimeField(auto_now_add=True)),
                ("why", models.TextField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="people.orgunit"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Upload",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sha256", models.CharField(max_length=64)),
                ("name", models.CharField(max_length=255, verbose_name="文件名")),
                ("size", models.PositiveBigIntegerField(verbose_name="字节数")),
                ("engine", models.CharField(max_length=40, verbose_name="读取版本")),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="导入时间")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="people.orgunit"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Problem",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("engine", models.CharField(max_length=40)),
                ("document", models.CharField(max_length=255)),
                ("code", models.CharField(max_length=40)),
                ("says", models.TextField()),
                ("place", models.CharField(blank=True, max_length=255)),
                (
                    "upload",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="problems",
                        to="store.upload",
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="document",
            name="upload",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="documents",
                to="store.upload",
            ),
        ),
        migrations.AddConstraint(
            model_name="entry",
            constraint=models.UniqueConstraint(fields=("fact", "field"), name="entry_once_a_field"),
        ),
        migrations.AddConstraint(
            model_name="reading",
            constraint=models.UniqueConstraint(
                fields=("document", "engine"), name="reading_once_an_engine"
            ),
        ),
        migrations.AddConstraint(
            model_name="fact",
            constraint=models.UniqueConstraint(
                fields=("reading", "ordinal"), name="fact_once_a_reading"
            ),
        ),
        migrations.AddIndex(
            model_name="sameness",
            index=models.Index(fields=["unit", "left", "right"], name="sameness_pair"),
        ),
        migrations.AddConstraint(
            model_name="upload",
            constraint=models.UniqueConstraint(
                fields=("unit", "sha256"), name="upload_once_a_unit"
            ),
        ),
        migrations.AddConstraint(
            model_name="document",
            constraint=models.UniqueConstraint(
                fields=("unit", "sha256", "ordinal"), name="document_once_a_unit"
            ),
        ),
    ]
