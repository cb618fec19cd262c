"""Delays for which the government is to blame, and watches that an office lays over the house."""

import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models

import yinfeng.web.shell.middleware


class Migration(migrations.Migration):
    """The delays with their history."""

    dependencies = [
        ("delivery", "0003_problems_are_urged"),
        ("people", "0003_titles"),
        ("projects", "0003_days_as_well_as_known"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterField(
            model_name="deliveryrule",
            name="kind",
            field=models.CharField(
                choices=[
                    ("lights", "亮灯"),
                    ("ladder", "亮灯督办"),
                    ("problems", "问题销号"),
                    ("money", "投资与入库"),
                    ("permits", "手续清单"),
                    ("watches", "停滞监测"),
                ],
                max_length=8,
            ),
        ),
        migrations.CreateModel(
            name="Delay",
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
                ("since", models.DateField(verbose_name="自")),
                ("until", models.DateField(verbose_name="至")),
                ("why", models.CharField(max_length=300, verbose_name="政府原因")),
                ("paper", models.CharField(max_length=120, verbose_name="认定文件")),
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
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="delays",
                        to="projects.project",
                        verbose_name="项目",
                    ),
                ),
                (
                    "proof",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="delivery.attachment",
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
                "verbose_name": "政府原因延误",
                "verbose_name_plural": "政府原因延误",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("until__gte", models.F("since"))),
                        name="delay_ends_after",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalDelay",
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
                ("since", models.DateField(verbose_name="自")),
                ("until", models.DateField(verbose_name="至")),
                ("why", models.CharField(max_length=300, verbose_name="政府原因")),
                ("paper", models.CharField(max_length=120, verbose_name="认定文件")),
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
                    "project",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="projects.project",
                        verbose_name="项目",
                    ),
                ),
                (
                    "proof",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="delivery.attachment",
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
                "verbose_name": "historical 政府原因延误",
                "verbose_name_plural": "historical 政府原因延误",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
                "indexes": [
                    models.Index(
                        fields=["history_until", "history_date"],
                        name="delivery_hi_history_52cb5c_idx",
                    )
                ],
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
    ]
