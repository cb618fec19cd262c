"""Notices, postings, wishes and robots."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """Notices."""

    initial = True

    dependencies = [
        ("people", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Notice",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(max_length=30)),
                ("says", models.CharField(max_length=300)),
                ("address", models.CharField(blank=True, max_length=200)),
                ("at", models.DateTimeField()),
                ("read", models.DateTimeField(null=True)),
                ("key", models.CharField(blank=True, max_length=120)),
                (
                    "to",
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
        ),
        migrations.CreateModel(
            name="Robot",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=40, verbose_name="名称")),
                ("address", models.CharField(max_length=300, verbose_name="地址")),
                ("ended", models.DateTimeField(null=True)),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="people.orgunit"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Posting",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("due", models.DateTimeField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "待发"),
                            ("sending", "正在发"),
                            ("sent", "已发"),
                            ("failed", "没有发出"),
                        ],
                        default="waiting",
                        max_length=7,
                    ),
                ),
                ("message", models.CharField(blank=True, max_length=32)),
                ("tries", models.PositiveSmallIntegerField(default=0)),
                (
                    "notice",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="postings",
                        to="notices.notice",
                    ),
                ),
                (
                    "robot",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, to="notices.robot"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Wish",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("mail", models.EmailField(blank=True, max_length=254, verbose_name="邮箱")),
                (
                    "when",
                    models.CharField(
                        choices=[
                            ("soon", "工作时间内随时（几分钟内合并成一封）"),
                            ("morning", "每个工作日早上一封"),
                            ("never", "不发邮件，只在系统里看"),
                        ],
                        default="never",
                        max_length=7,
                        verbose_name="邮件",
                    ),
                ),
                (
                    "user",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="notice",
            index=models.Index(fields=["to", "read"], name="notice_unread"),
        ),
        migrations.AddConstraint(
            model_name="notice",
            constraint=models.UniqueConstraint(
                condition=models.Q(("key", ""), _negated=True),
                fields=("to", "kind", "key"),
                name="notice_told_once",
            ),
        ),
        migrations.AddIndex(
            model_name="posting",
            index=models.Index(fields=["state", "due"], name="posting_due"),
        ),
    ]
