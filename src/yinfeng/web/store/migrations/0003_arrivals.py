"""Files that came and are to be read in the background."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """Arrivals."""

    dependencies = [
        ("people", "0002_ways_in"),
        ("store", "0002_append_only"),
        ("work", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Arrival",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("batch", models.CharField(db_index=True, max_length=32)),
                ("ordinal", models.PositiveIntegerField()),
                (
                    "way",
                    models.CharField(
                        choices=[
                            ("upload", "上传"),
                            ("paste", "粘贴"),
                            ("folder", "收件文件夹"),
                            ("mail", "收件邮箱"),
                            ("api", "接口"),
                        ],
                        max_length=6,
                    ),
                ),
                ("at", models.DateTimeField(auto_now_add=True)),
                ("name", models.CharField(max_length=255, verbose_name="文件名")),
                ("size", models.PositiveBigIntegerField(verbose_name="字节数")),
                ("token", models.CharField(blank=True, max_length=32)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "等待读取"),
                            ("read", "已读取"),
                            ("known", "已在库中"),
                            ("refused", "未收"),
                        ],
                        default="waiting",
                        max_length=7,
                    ),
                ),
                ("documents", models.PositiveIntegerField(default=0)),
                ("known", models.PositiveIntegerField(default=0)),
                ("facts", models.PositiveIntegerField(default=0)),
                ("problems", models.PositiveIntegerField(default=0)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "task",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.SET_NULL, to="work.task"
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="people.orgunit"
                    ),
                ),
                (
                    "upload",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, to="store.upload"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["unit", "state"], name="arrival_state")],
            },
        ),
    ]
