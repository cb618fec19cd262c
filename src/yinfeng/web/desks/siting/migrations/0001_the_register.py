"""Needs, terms, promises, placements and rules of siting, with a table of versions beside each."""

import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models

import yinfeng.web.desks.siting.models.needs
import yinfeng.web.shell.middleware
from yinfeng.web.migrating import Together


class Migration(migrations.Migration):
    """The tables."""

    initial = True

    dependencies = [
        ("land", "0002_append_only"),
        ("people", "0003_titles"),
        ("projects", "0003_days_as_well_as_known"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        Together(
            operations=[
                migrations.CreateModel(
                    name="Run",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("title", models.CharField(max_length=120)),
                        ("needs", models.JSONField()),
                        ("day", models.DateField()),
                        ("at", models.DateTimeField(auto_now_add=True)),
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
                migrations.CreateModel(
                    name="RunResult",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("plan", models.JSONField()),
                        ("value", models.PositiveBigIntegerField()),
                        ("bound", models.PositiveBigIntegerField()),
                        ("greedy", models.PositiveBigIntegerField()),
                        ("fingerprint", models.CharField(max_length=64)),
                        ("rules", models.CharField(max_length=80)),
                        ("seal", models.CharField(max_length=64)),
                        ("at", models.DateTimeField(auto_now_add=True)),
                        (
                            "run",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="result",
                                to="siting.run",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="SitingNeed",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "version",
                            models.PositiveIntegerField(
                                default=1, editable=False, verbose_name="版本"
                            ),
                        ),
                        (
                            "custom",
                            models.JSONField(blank=True, default=dict, verbose_name="自定义字段"),
                        ),
                        (
                            "created_at",
                            models.DateTimeField(editable=False, verbose_name="登记时间"),
                        ),
                        (
                            "changed_at",
                            models.DateTimeField(editable=False, verbose_name="最后修改时间"),
                        ),
                        (
                            "removed_at",
                            models.DateTimeField(
                                editable=False, null=True, verbose_name="删除时间"
                            ),
                        ),
                        (
                            "removed_why",
                            models.TextField(blank=True, editable=False, verbose_name="删除理由"),
                        ),
                        (
                            "on",
                            models.CharField(
                                choices=[("land", "土地"), ("floor", "厂房")],
                                default="land",
                                max_length=5,
                                verbose_name="需要",
                            ),
                        ),
                        (
                            "low",
                            models.DecimalField(
                                decimal_places=2, max_digits=14, verbose_name="面积下限（㎡）"
                            ),
                        ),
                        (
                            "high",
                            models.DecimalField(
                                decimal_places=2, max_digits=14, verbose_name="面积上限（㎡）"
                            ),
                        ),
                        (
                            "priority",
                            models.PositiveSmallIntegerField(
                                choices=yinfeng.web.desks.siting.models.needs.priorities,
                                default=1,
                                verbose_name="优先级",
                            ),
                        ),
                        (
                            "wanted_by",
                            models.DateField(blank=True, null=True, verbose_name="最晚交地日期"),
                        ),
                        (
                            "environment",
                            models.CharField(
                                choices=yinfeng.web.desks.siting.models.needs.environments,
                                max_length=12,
                                verbose_name="环境类别",
                            ),
                        ),
                        (
                            "investment",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=14,
                                null=True,
                                verbose_name="固定资产投资（万元）",
                            ),
                        ),
                        (
                            "tax",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=14,
                                null=True,
                                verbose_name="年税收（万元）",
                            ),
                        ),
                        (
                            "power",
                            models.DecimalField(
                                blank=True,
                                decimal_places=1,
                                max_digits=10,
                                null=True,
                                verbose_name="用电（kVA）",
                            ),
                        ),
                        (
                            "floor_height",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=5,
                                null=True,
                                verbose_name="层高（米）",
                            ),
                        ),
                        (
                            "load",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=6,
                                null=True,
                                verbose_name="楼面荷载（kN/㎡）",
                            ),
                        ),
                        (
                            "pipes",
                            models.CharField(blank=True, max_length=120, verbose_name="管网"),
                        ),
                        (
                            "chain",
                            models.CharField(blank=True, max_length=60, verbose_name="所属产业链"),
                        ),
                        (
                            "wishes",
                            models.CharField(
                                blank=True,
                                help_text="多个用顿号隔开。",
                                max_length=200,
                                verbose_name="希望靠近的产业链",
                            ),
                        ),
                        (
                            "avoids",
                            models.CharField(
                                blank=True,
                                help_text="多个用顿号隔开，如：化工、铸造。",
                                max_length=200,
                                verbose_name="须避让的产业链",
                            ),
                        ),
                        ("note", models.CharField(blank=True, max_length=300, verbose_name="备注")),
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
                                editable=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="siting_needs",
                                to="projects.project",
                                verbose_name="项目",
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
                        "verbose_name": "选址需求",
                        "verbose_name_plural": "选址需求",
                    },
                ),
                migrations.CreateModel(
                    name="LotPromise",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "version",
                            models.PositiveIntegerField(
                                default=1, editable=False, verbose_name="版本"
                            ),
                        ),
                        (
                            "custom",
                            models.JSONField(blank=True, default=dict, verbose_name="自定义字段"),
                        ),
                        (
                            "created_at",
                            models.DateTimeField(editable=False, verbose_name="登记时间"),
                        ),
                        (
                            "changed_at",
                            models.DateTimeField(editable=False, verbose_name="最后修改时间"),
                        ),
                        (
                            "removed_at",
                            models.DateTimeField(
                                editable=False, null=True, verbose_name="删除时间"
                            ),
                        ),
                        (
                            "removed_why",
                            models.TextField(blank=True, editable=False, verbose_name="删除理由"),
                        ),
                        (
                            "area",
                            models.DecimalField(
                                decimal_places=2, max_digits=14, verbose_name="承诺面积（㎡）"
                            ),
                        ),
                        ("since", models.DateField(verbose_name="承诺日期")),
                        ("why", models.TextField(verbose_name="理由")),
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
                            "parcel",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="siting_promises",
                                to="land.parcel",
                            ),
                        ),
                        (
                            "promised_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "room",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="siting_promises",
                                to="land.unit",
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
                        (
                            "need",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="promises",
                                to="siting.sitingneed",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "承诺",
                        "verbose_name_plural": "承诺",
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalLotPromise",
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
                            models.PositiveIntegerField(
                                default=1, editable=False, verbose_name="版本"
                            ),
                        ),
                        (
                            "custom",
                            models.JSONField(blank=True, default=dict, verbose_name="自定义字段"),
                        ),
                        (
                            "created_at",
                            models.DateTimeField(editable=False, verbose_name="登记时间"),
                        ),
                        (
                            "changed_at",
                            models.DateTimeField(editable=False, verbose_name="最后修改时间"),
                        ),
                        (
                            "removed_at",
                            models.DateTimeField(
                                editable=False, null=True, verbose_name="删除时间"
                            ),
                        ),
                        (
                            "removed_why",
                            models.TextField(blank=True, editable=False, verbose_name="删除理由"),
                        ),
                        ("history_change_reason", models.TextField(blank=True, default="")),
                        (
                            "area",
                            models.DecimalField(
                                decimal_places=2, max_digits=14, verbose_name="承诺面积（㎡）"
                            ),
                        ),
                        ("since", models.DateField(verbose_name="承诺日期")),
                        ("why", models.TextField(verbose_name="理由")),
                        (
                            "history_id",
                            models.BigAutoField(editable=False, primary_key=True, serialize=False),
                        ),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")],
                                max_length=1,
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
                            "parcel",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="land.parcel",
                            ),
                        ),
                        (
                            "promised_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "room",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="land.unit",
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
                        (
                            "need",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="siting.sitingneed",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical 承诺",
                        "verbose_name_plural": "historical 承诺",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="SitingRule",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
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
                migrations.CreateModel(
                    name="Terms",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "version",
                            models.PositiveIntegerField(
                                default=1, editable=False, verbose_name="版本"
                            ),
                        ),
                        (
                            "custom",
                            models.JSONField(blank=True, default=dict, verbose_name="自定义字段"),
                        ),
                        (
                            "created_at",
                            models.DateTimeField(editable=False, verbose_name="登记时间"),
                        ),
                        (
                            "changed_at",
                            models.DateTimeField(editable=False, verbose_name="最后修改时间"),
                        ),
                        (
                            "removed_at",
                            models.DateTimeField(
                                editable=False, null=True, verbose_name="删除时间"
                            ),
                        ),
                        (
                            "removed_why",
                            models.TextField(blank=True, editable=False, verbose_name="删除理由"),
                        ),
                        (
                            "environment",
                            models.CharField(
                                blank=True,
                                choices=yinfeng.web.desks.siting.models.needs.environments,
                                max_length=12,
                                verbose_name="准入到哪一环境类别",
                            ),
                        ),
                        (
                            "investment",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=10,
                                null=True,
                                verbose_name="亩均投资门槛（万元/亩）",
                            ),
                        ),
                        (
                            "tax",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=10,
                                null=True,
                                verbose_name="亩均税收门槛（万元/亩）",
                            ),
                        ),
                        ("splits", models.BooleanField(default=True, verbose_name="宗地可以分割")),
                        (
                            "joins",
                            models.BooleanField(default=True, verbose_name="可与相邻宗地合并"),
                        ),
                        ("basis", models.CharField(max_length=200, verbose_name="依据")),
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
                            "parcel",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="land.parcel",
                                verbose_name="宗地",
                            ),
                        ),
                        (
                            "park",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="land.park",
                                verbose_name="园区",
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
                        "verbose_name": "供地条件",
                        "verbose_name_plural": "供地条件",
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalSitingNeed",
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
                            models.PositiveIntegerField(
                                default=1, editable=False, verbose_name="版本"
                            ),
                        ),
                        (
                            "custom",
                            models.JSONField(blank=True, default=dict, verbose_name="自定义字段"),
                        ),
                        (
                            "created_at",
                            models.DateTimeField(editable=False, verbose_name="登记时间"),
                        ),
                        (
                            "changed_at",
                            models.DateTimeField(editable=False, verbose_name="最后修改时间"),
                        ),
                        (
                            "removed_at",
                            models.DateTimeField(
                                editable=False, null=True, verbose_name="删除时间"
                            ),
                        ),
                        (
                            "removed_why",
                            models.TextField(blank=True, editable=False, verbose_name="删除理由"),
                        ),
                        ("history_change_reason", models.TextField(blank=True, default="")),
                        (
                            "on",
                            models.CharField(
                                choices=[("land", "土地"), ("floor", "厂房")],
                                default="land",
                                max_length=5,
                                verbose_name="需要",
                            ),
                        ),
                        (
                            "low",
                            models.DecimalField(
                                decimal_places=2, max_digits=14, verbose_name="面积下限（㎡）"
                            ),
                        ),
                        (
                            "high",
                            models.DecimalField(
                                decimal_places=2, max_digits=14, verbose_name="面积上限（㎡）"
                            ),
                        ),
                        (
                            "priority",
                            models.PositiveSmallIntegerField(
                                choices=yinfeng.web.desks.siting.models.needs.priorities,
                                default=1,
                                verbose_name="优先级",
                            ),
                        ),
                        (
                            "wanted_by",
                            models.DateField(blank=True, null=True, verbose_name="最晚交地日期"),
                        ),
                        (
                            "environment",
                            models.CharField(
                                choices=yinfeng.web.desks.siting.models.needs.environments,
                                max_length=12,
                                verbose_name="环境类别",
                            ),
                        ),
                        (
                            "investment",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=14,
                                null=True,
                                verbose_name="固定资产投资（万元）",
                            ),
                        ),
                        (
                            "tax",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=14,
                                null=True,
                                verbose_name="年税收（万元）",
                            ),
                        ),
                        (
                            "power",
                            models.DecimalField(
                                blank=True,
                                decimal_places=1,
                                max_digits=10,
                                null=True,
                                verbose_name="用电（kVA）",
                            ),
                        ),
                        (
                            "floor_height",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=5,
                                null=True,
                                verbose_name="层高（米）",
                            ),
                        ),
                        (
                            "load",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=6,
                                null=True,
                                verbose_name="楼面荷载（kN/㎡）",
                            ),
                        ),
                        (
                            "pipes",
                            models.CharField(blank=True, max_length=120, verbose_name="管网"),
                        ),
                        (
                            "chain",
                            models.CharField(blank=True, max_length=60, verbose_name="所属产业链"),
                        ),
                        (
                            "wishes",
                            models.CharField(
                                blank=True,
                                help_text="多个用顿号隔开。",
                                max_length=200,
                                verbose_name="希望靠近的产业链",
                            ),
                        ),
                        (
                            "avoids",
                            models.CharField(
                                blank=True,
                                help_text="多个用顿号隔开，如：化工、铸造。",
                                max_length=200,
                                verbose_name="须避让的产业链",
                            ),
                        ),
                        ("note", models.CharField(blank=True, max_length=300, verbose_name="备注")),
                        (
                            "history_id",
                            models.BigAutoField(editable=False, primary_key=True, serialize=False),
                        ),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")],
                                max_length=1,
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
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="projects.project",
                                verbose_name="项目",
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
                        "verbose_name": "historical 选址需求",
                        "verbose_name_plural": "historical 选址需求",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                        "indexes": [
                            models.Index(
                                fields=["history_until", "history_date"],
                                name="siting_hist_history_5d83fb_idx",
                            )
                        ],
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalTerms",
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
                            models.PositiveIntegerField(
                                default=1, editable=False, verbose_name="版本"
                            ),
                        ),
                        (
                            "custom",
                            models.JSONField(blank=True, default=dict, verbose_name="自定义字段"),
                        ),
                        (
                            "created_at",
                            models.DateTimeField(editable=False, verbose_name="登记时间"),
                        ),
                        (
                            "changed_at",
                            models.DateTimeField(editable=False, verbose_name="最后修改时间"),
                        ),
                        (
                            "removed_at",
                            models.DateTimeField(
                                editable=False, null=True, verbose_name="删除时间"
                            ),
                        ),
                        (
                            "removed_why",
                            models.TextField(blank=True, editable=False, verbose_name="删除理由"),
                        ),
                        ("history_change_reason", models.TextField(blank=True, default="")),
                        (
                            "environment",
                            models.CharField(
                                blank=True,
                                choices=yinfeng.web.desks.siting.models.needs.environments,
                                max_length=12,
                                verbose_name="准入到哪一环境类别",
                            ),
                        ),
                        (
                            "investment",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=10,
                                null=True,
                                verbose_name="亩均投资门槛（万元/亩）",
                            ),
                        ),
                        (
                            "tax",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=10,
                                null=True,
                                verbose_name="亩均税收门槛（万元/亩）",
                            ),
                        ),
                        ("splits", models.BooleanField(default=True, verbose_name="宗地可以分割")),
                        (
                            "joins",
                            models.BooleanField(default=True, verbose_name="可与相邻宗地合并"),
                        ),
                        ("basis", models.CharField(max_length=200, verbose_name="依据")),
                        (
                            "history_id",
                            models.BigAutoField(editable=False, primary_key=True, serialize=False),
                        ),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")],
                                max_length=1,
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
                            "parcel",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="land.parcel",
                                verbose_name="宗地",
                            ),
                        ),
                        (
                            "park",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="land.park",
                                verbose_name="园区",
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
                        "verbose_name": "historical 供地条件",
                        "verbose_name_plural": "historical 供地条件",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                        "indexes": [
                            models.Index(
                                fields=["history_until", "history_date"],
                                name="siting_hist_history_3f2d14_idx",
                            )
                        ],
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.AddIndex(
                    model_name="sitingneed",
                    index=models.Index(fields=["unit", "removed_at"], name="siting_need_standing"),
                ),
                migrations.AddConstraint(
                    model_name="sitingneed",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("removed_at", None)),
                        fields=("project",),
                        name="siting_need_once",
                        violation_error_message="这个项目已有选址需求。",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="sitingneed",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("low__gt", 0), ("high__gte", models.F("low"))),
                        name="siting_need_in_order",
                        violation_error_message="面积下限应大于零，且不大于上限。",
                    ),
                ),
                migrations.AddIndex(
                    model_name="lotpromise",
                    index=models.Index(fields=["parcel", "removed_at"], name="siting_promised"),
                ),
                migrations.AddConstraint(
                    model_name="lotpromise",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("parcel", None), ("room", None), _connector="XOR"),
                        name="siting_promise_of_one",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="lotpromise",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("area__gt", 0)), name="siting_promise_has_area"
                    ),
                ),
                migrations.AddIndex(
                    model_name="historicallotpromise",
                    index=models.Index(
                        fields=["history_until", "history_date"],
                        name="siting_hist_history_a95dad_idx",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="terms",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("removed_at", None)),
                        fields=("park",),
                        name="siting_terms_of_park",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="terms",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("removed_at", None)),
                        fields=("parcel",),
                        name="siting_terms_of_parcel",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="terms",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("park", None), ("parcel", None), _connector="XOR"),
                        name="siting_terms_of_one",
                    ),
                ),
            ]
        ),
    ]
