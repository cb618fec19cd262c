"""Allowed servers, hooks and their deliveries."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """Create the tables."""

    initial = True

    dependencies = [
        ("people", "0003_titles"),
        ("shell", "0003_found_quickly"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Hook",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=80, verbose_name="名称")),
                ("address", models.CharField(max_length=500, verbose_name="推送地址")),
                ("secret", models.CharField(max_length=255)),
                ("desks", models.JSONField(verbose_name="内容")),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="新建时间")),
                ("ended", models.DateTimeField(null=True, verbose_name="停用时间")),
                ("cursor", models.PositiveBigIntegerField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        to="people.orgunit",
                        verbose_name="单位",
                    ),
                ),
            ],
            options={
                "verbose_name": "推送",
                "verbose_name_plural": "推送",
            },
        ),
        migrations.CreateModel(
            name="Allowed",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("host", models.CharField(max_length=253, verbose_name="主机")),
                ("port", models.PositiveIntegerField(verbose_name="端口")),
                ("why", models.CharField(max_length=200, verbose_name="用途")),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="登记时间")),
                ("ended", models.DateTimeField(null=True, verbose_name="停用时间")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "允许的推送地址",
                "verbose_name_plural": "允许的推送地址",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended", None)),
                        fields=("host", "port"),
                        name="allowed_once",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Delivery",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField(auto_now_add=True)),
                ("state", models.CharField(default="waiting", max_length=7)),
                ("tries", models.PositiveIntegerField(default=0, verbose_name="次数")),
                ("tried", models.DateTimeField(null=True, verbose_name="最近一次")),
                ("status", models.PositiveIntegerField(null=True, verbose_name="对方答复")),
                ("says", models.CharField(blank=True, max_length=300, verbose_name="结果")),
                (
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="shell.event",
                    ),
                ),
                (
                    "hook",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="deliveries",
                        to="hooks.hook",
                    ),
                ),
            ],
            options={
                "verbose_name": "推送记录",
                "verbose_name_plural": "推送记录",
                "constraints": [
                    models.UniqueConstraint(fields=("hook", "event"), name="delivery_once")
                ],
            },
        ),
    ]
