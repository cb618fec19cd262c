"""The places of the tests."""

import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models

import yinfeng.web.shell.middleware


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("people", "0003_titles"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Place",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "version",
                    models.PositiveIntegerField(default=1, editable=False, verbose_name="版本"),
                ),
                ("custom", models.JSONField(blank=True, default=dict, verbose_name="自定义字段")),
                ("created_at", models.DateTimeField(editable=False, verbose_name="登记时间")),
                ("changed_at", models.DateTimeField(editable=False, verbose_name="最后修改时间")),
                (
                    "removed_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="删除时间"),
                ),
                (
                    "removed_why",
                    models.TextField(blank=True, editable=False, verbose_name="删除理由"),
                ),
                ("number", models.CharField(max_length=20, verbose_name="编号")),
                ("name", models.CharField(max_length=80, verbose_name="名称")),
                (
                    "state",
                    models.CharField(
                        choices=[("open", "在用"), ("empty", "闲置"), ("shut", "停用")],
                        default="open",
                        max_length=8,
                        verbose_name="状况",
                    ),
                ),
                (
                    "area",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=14, null=True, verbose_name="面积"
                    ),
                ),
                ("seen", models.DateField(blank=True, null=True, verbose_name="查看日期")),
                ("is_fenced", models.BooleanField(default=False, verbose_name="有围挡")),
                ("phone", models.CharField(blank=True, max_length=20, verbose_name="联系电话")),
                (
                    "changed_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="最后修改人",
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="登记人",
                    ),
                ),
                (
                    "keeper",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="看管人",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.orgunit",
                        verbose_name="单位",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="HistoricalPlace",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("history_until", models.DateTimeField(null=True)),
                (
                    "history_request",
                    models.CharField(
                        blank=True,
                        default=yinfeng.web.shell.middleware.current_request,
                        max_length=32,
                    ),
                ),
                (
                    "version",
                    models.PositiveIntegerField(default=1, editable=False, verbose_name="版本"),
                ),
                ("custom", models.JSONField(blank=True, default=dict, verbose_name="自定义字段")),
                ("created_at", models.DateTimeField(editable=False, verbose_name="登记时间")),
                ("changed_at", models.DateTimeField(editable=False, verbose_name="最后修改时间")),
                (
                    "removed_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="删除时间"),
                ),
                (
                    "removed_why",
                    models.TextField(blank=True, editable=False, verbose_name="删除理由"),
                ),
                ("history_change_reason", models.TextField(blank=True, default="")),
                ("number", models.CharField(max_length=20, verbose_name="编号")),
                ("name", models.CharField(max_length=80, verbose_name="名称")),
                (
                    "state",
                    models.CharField(
                        choices=[("open", "在用"), ("empty", "闲置"), ("shut", "停用")],
                        default="open",
                        max_length=8,
                        verbose_name="状况",
                    ),
                ),
                (
                    "area",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=14, null=True, verbose_name="面积"
                    ),
                ),
                ("seen", models.DateField(blank=True, null=True, verbose_name="查看日期")),
                ("is_fenced", models.BooleanField(default=False, verbose_name="有围挡")),
                ("phone", models.CharField(blank=True, max_length=20, verbose_name="联系电话")),
                (
                    "history_id",
                    models.BigAutoField(editable=False, primary_key=True, serialize=False),
                ),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
                (
                    "changed_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="最后修改人",
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="登记人",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "keeper",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="看管人",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="people.orgunit",
                        verbose_name="单位",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical place",
                "verbose_name_plural": "historical places",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
                "indexes": [
                    models.Index(
                        fields=["history_until", "history_date"],
                        name="things_hist_history_277d4a_idx",
                    )
                ],
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
    ]
