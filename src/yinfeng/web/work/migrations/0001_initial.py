"""Tasks, the next time of each scheduled job, and workers that showed themselves."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """The queue."""

    initial = True

    dependencies = [
        ("people", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Slot",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("job", models.CharField(max_length=60, unique=True)),
                ("due", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="Worker",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("place", models.CharField(max_length=120, unique=True)),
                ("since", models.DateTimeField()),
                ("seen", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="Task",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("job", models.CharField(max_length=60, verbose_name="任务")),
                ("arguments", models.JSONField(default=dict)),
                ("key", models.CharField(blank=True, max_length=120)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "等待"),
                            ("running", "进行中"),
                            ("done", "已完成"),
                            ("failed", "失败"),
                        ],
                        default="waiting",
                        max_length=8,
                    ),
                ),
                ("due", models.DateTimeField()),
                ("attempts", models.PositiveSmallIntegerField(default=0)),
                ("worker", models.CharField(blank=True, max_length=120)),
                ("heartbeat", models.DateTimeField(null=True)),
                ("asked", models.DateTimeField()),
                ("started", models.DateTimeField(null=True)),
                ("ended", models.DateTimeField(null=True)),
                ("done", models.PositiveIntegerField(default=0)),
                ("total", models.PositiveIntegerField(default=0)),
                ("says", models.TextField(blank=True)),
                ("trace", models.TextField(blank=True)),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, to="people.orgunit"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["state", "due"], name="task_due")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("state", "waiting"), models.Q(("key", ""), _negated=True)
                        ),
                        fields=("job", "key"),
                        name="task_waits_once",
                    )
                ],
            },
        ),
    ]
