"""Plots with their indicators, commitments, checks with what was found and decided, rules."""

import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models

import yinfeng.web.shell.middleware
from yinfeng.web.migrating import Together


class Migration(migrations.Migration):
    """Plots with their indicators, commitments, checks with what was found and decided, rules."""

    initial = True

    dependencies = [
        ("agreements", "0002_append_only"),
        ("land", "0002_append_only"),
        ("people", "0003_titles"),
        ("projects", "0002_append_only"),
        ("store", "0004_ways"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        Together(
            operations=[
                migrations.CreateModel(
                    name="Commitment",
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
                        ("firm", models.CharField(max_length=120, verbose_name="企业")),
                        (
                            "paper",
                            models.CharField(max_length=120, verbose_name="合同或监管协议编号"),
                        ),
                        ("signed", models.DateField(verbose_name="签订日期")),
                        (
                            "handed_over",
                            models.DateField(blank=True, null=True, verbose_name="交地日期"),
                        ),
                        (
                            "price",
                            models.DecimalField(
                                blank=True,
                                decimal_places=4,
                                max_digits=14,
                                null=True,
                                verbose_name="土地价款（万元）",
                            ),
                        ),
                        (
                            "deposit",
                            models.DecimalField(
                                blank=True,
                                decimal_places=4,
                                max_digits=14,
                                null=True,
                                verbose_name="履约保证金（万元）",
                            ),
                        ),
                        (
                            "area",
                            models.DecimalField(
                                decimal_places=4, max_digits=16, verbose_name="用地面积（㎡）"
                            ),
                        ),
                        ("rows", models.JSONField(editable=False, verbose_name="承诺指标")),
                        (
                            "agreed",
                            models.JSONField(
                                default=dict, editable=False, verbose_name="合同约定的日期"
                            ),
                        ),
                        (
                            "formulas",
                            models.JSONField(
                                default=dict, editable=False, verbose_name="合同约定的违约金算式"
                            ),
                        ),
                        ("note", models.CharField(blank=True, max_length=300, verbose_name="备注")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("running", "履行中"),
                                    ("fulfilled", "已履行"),
                                    ("reclaimed", "已收回"),
                                ],
                                default="running",
                                editable=False,
                                max_length=10,
                                verbose_name="状态",
                            ),
                        ),
                        (
                            "agreement",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="agreements.agreement",
                                verbose_name="协议",
                            ),
                        ),
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
                            "document",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="store.document",
                                verbose_name="资料",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="standard_commitments",
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
                        "verbose_name": "标准地承诺",
                        "verbose_name_plural": "标准地承诺",
                    },
                ),
                migrations.CreateModel(
                    name="Check",
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
                            "point",
                            models.CharField(editable=False, max_length=20, verbose_name="时点"),
                        ),
                        (
                            "label",
                            models.CharField(editable=False, max_length=40, verbose_name="核查"),
                        ),
                        ("asks_day", models.BooleanField(editable=False)),
                        (
                            "round",
                            models.PositiveSmallIntegerField(
                                default=1, editable=False, verbose_name="轮次"
                            ),
                        ),
                        ("attempt", models.PositiveSmallIntegerField(default=1, editable=False)),
                        (
                            "opens",
                            models.DateField(editable=False, null=True, verbose_name="可以开始"),
                        ),
                        ("due", models.DateField(editable=False, null=True, verbose_name="到期")),
                        (
                            "due_says",
                            models.CharField(
                                editable=False, max_length=200, verbose_name="怎么算的"
                            ),
                        ),
                        ("is_fixed", models.BooleanField(default=False, editable=False)),
                        (
                            "actual",
                            models.DateField(editable=False, null=True, verbose_name="实际日期"),
                        ),
                        (
                            "owner",
                            models.CharField(blank=True, max_length=40, verbose_name="经办人"),
                        ),
                        ("note", models.CharField(blank=True, max_length=300, verbose_name="备注")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("waiting", "待核"),
                                    ("found", "待复核"),
                                    ("confirmed", "待结论"),
                                    ("decided", "已结论"),
                                ],
                                default="waiting",
                                editable=False,
                                max_length=9,
                                verbose_name="进度",
                            ),
                        ),
                        (
                            "result",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("passed", "通过"),
                                    ("rectify", "限期整改"),
                                    ("penalty", "违约金"),
                                    ("reclaim", "收回"),
                                ],
                                editable=False,
                                max_length=7,
                                verbose_name="结论",
                            ),
                        ),
                        (
                            "amount",
                            models.DecimalField(
                                decimal_places=2,
                                editable=False,
                                max_digits=16,
                                null=True,
                                verbose_name="违约金（万元）",
                            ),
                        ),
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
                            "unit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="people.orgunit",
                                verbose_name="单位",
                            ),
                        ),
                        (
                            "commitment",
                            models.ForeignKey(
                                editable=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="checks",
                                to="standard.commitment",
                                verbose_name="承诺",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "标准地核查",
                        "verbose_name_plural": "标准地核查",
                    },
                ),
                migrations.CreateModel(
                    name="Finding",
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
                        ("attempt", models.PositiveSmallIntegerField(default=1)),
                        ("indicator", models.CharField(blank=True, max_length=40)),
                        ("day", models.DateField(verbose_name="哪天的情况")),
                        ("is_done", models.BooleanField(default=True)),
                        (
                            "value",
                            models.DecimalField(
                                decimal_places=6, max_digits=24, null=True, verbose_name="实测值"
                            ),
                        ),
                        ("parts", models.JSONField(default=dict)),
                        ("working", models.TextField(blank=True)),
                        ("way", models.CharField(blank=True, max_length=20, verbose_name="口径")),
                        ("proof", models.CharField(max_length=300, verbose_name="凭据")),
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
                            "check_of",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="findings",
                                to="standard.check",
                            ),
                        ),
                        (
                            "document",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="store.document",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="HistoricalCheck",
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
                            "point",
                            models.CharField(editable=False, max_length=20, verbose_name="时点"),
                        ),
                        (
                            "label",
                            models.CharField(editable=False, max_length=40, verbose_name="核查"),
                        ),
                        ("asks_day", models.BooleanField(editable=False)),
                        (
                            "round",
                            models.PositiveSmallIntegerField(
                                default=1, editable=False, verbose_name="轮次"
                            ),
                        ),
                        ("attempt", models.PositiveSmallIntegerField(default=1, editable=False)),
                        (
                            "opens",
                            models.DateField(editable=False, null=True, verbose_name="可以开始"),
                        ),
                        ("due", models.DateField(editable=False, null=True, verbose_name="到期")),
                        (
                            "due_says",
                            models.CharField(
                                editable=False, max_length=200, verbose_name="怎么算的"
                            ),
                        ),
                        ("is_fixed", models.BooleanField(default=False, editable=False)),
                        (
                            "actual",
                            models.DateField(editable=False, null=True, verbose_name="实际日期"),
                        ),
                        (
                            "owner",
                            models.CharField(blank=True, max_length=40, verbose_name="经办人"),
                        ),
                        ("note", models.CharField(blank=True, max_length=300, verbose_name="备注")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("waiting", "待核"),
                                    ("found", "待复核"),
                                    ("confirmed", "待结论"),
                                    ("decided", "已结论"),
                                ],
                                default="waiting",
                                editable=False,
                                max_length=9,
                                verbose_name="进度",
                            ),
                        ),
                        (
                            "result",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("passed", "通过"),
                                    ("rectify", "限期整改"),
                                    ("penalty", "违约金"),
                                    ("reclaim", "收回"),
                                ],
                                editable=False,
                                max_length=7,
                                verbose_name="结论",
                            ),
                        ),
                        (
                            "amount",
                            models.DecimalField(
                                decimal_places=2,
                                editable=False,
                                max_digits=16,
                                null=True,
                                verbose_name="违约金（万元）",
                            ),
                        ),
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
                            "commitment",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="standard.commitment",
                                verbose_name="承诺",
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
                        "verbose_name": "historical 标准地核查",
                        "verbose_name_plural": "historical 标准地核查",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalStandardPlot",
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
                            "paper",
                            models.CharField(
                                blank=True,
                                help_text="写明指标出自哪份文件。",
                                max_length=120,
                                verbose_name="出让方案或规划条件文号",
                            ),
                        ),
                        (
                            "assessed",
                            models.CharField(
                                blank=True,
                                help_text="如：区域环评、区域能评、文物、地灾。",
                                max_length=300,
                                verbose_name="已完成的区域评估",
                            ),
                        ),
                        (
                            "supply_on",
                            models.DateField(blank=True, null=True, verbose_name="拟出让日期"),
                        ),
                        ("note", models.CharField(blank=True, max_length=300, verbose_name="备注")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("preparing", "待设指标"),
                                    ("set", "已设指标"),
                                    ("committed", "已承诺"),
                                    ("fulfilled", "已履行"),
                                    ("reclaimed", "已收回"),
                                ],
                                default="preparing",
                                editable=False,
                                max_length=10,
                                verbose_name="状态",
                            ),
                        ),
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
                                verbose_name="宗地",
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
                        "verbose_name": "historical 标准地宗地",
                        "verbose_name_plural": "historical 标准地宗地",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="IndicatorSet",
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
                        ("number", models.PositiveSmallIntegerField(verbose_name="第几版")),
                        ("since", models.DateField(verbose_name="施行日期")),
                        (
                            "area",
                            models.DecimalField(
                                decimal_places=4, max_digits=16, verbose_name="当时面积（㎡）"
                            ),
                        ),
                        ("rows", models.JSONField(verbose_name="指标")),
                        ("version", models.CharField(max_length=80, verbose_name="指标规则版本")),
                        ("paper", models.CharField(max_length=120, verbose_name="文号")),
                        ("why", models.CharField(blank=True, max_length=300, verbose_name="理由")),
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
                migrations.AddField(
                    model_name="commitment",
                    name="indicators",
                    field=models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="standard.indicatorset",
                    ),
                ),
                migrations.CreateModel(
                    name="StandardPlot",
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
                            "paper",
                            models.CharField(
                                blank=True,
                                help_text="写明指标出自哪份文件。",
                                max_length=120,
                                verbose_name="出让方案或规划条件文号",
                            ),
                        ),
                        (
                            "assessed",
                            models.CharField(
                                blank=True,
                                help_text="如：区域环评、区域能评、文物、地灾。",
                                max_length=300,
                                verbose_name="已完成的区域评估",
                            ),
                        ),
                        (
                            "supply_on",
                            models.DateField(blank=True, null=True, verbose_name="拟出让日期"),
                        ),
                        ("note", models.CharField(blank=True, max_length=300, verbose_name="备注")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("preparing", "待设指标"),
                                    ("set", "已设指标"),
                                    ("committed", "已承诺"),
                                    ("fulfilled", "已履行"),
                                    ("reclaimed", "已收回"),
                                ],
                                default="preparing",
                                editable=False,
                                max_length=10,
                                verbose_name="状态",
                            ),
                        ),
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
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="standard_plots",
                                to="land.parcel",
                                verbose_name="宗地",
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
                        "verbose_name": "标准地宗地",
                        "verbose_name_plural": "标准地宗地",
                    },
                ),
                migrations.AddField(
                    model_name="indicatorset",
                    name="plot",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sets",
                        to="standard.standardplot",
                    ),
                ),
                migrations.CreateModel(
                    name="HistoricalCommitment",
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
                        ("firm", models.CharField(max_length=120, verbose_name="企业")),
                        (
                            "paper",
                            models.CharField(max_length=120, verbose_name="合同或监管协议编号"),
                        ),
                        ("signed", models.DateField(verbose_name="签订日期")),
                        (
                            "handed_over",
                            models.DateField(blank=True, null=True, verbose_name="交地日期"),
                        ),
                        (
                            "price",
                            models.DecimalField(
                                blank=True,
                                decimal_places=4,
                                max_digits=14,
                                null=True,
                                verbose_name="土地价款（万元）",
                            ),
                        ),
                        (
                            "deposit",
                            models.DecimalField(
                                blank=True,
                                decimal_places=4,
                                max_digits=14,
                                null=True,
                                verbose_name="履约保证金（万元）",
                            ),
                        ),
                        (
                            "area",
                            models.DecimalField(
                                decimal_places=4, max_digits=16, verbose_name="用地面积（㎡）"
                            ),
                        ),
                        ("rows", models.JSONField(editable=False, verbose_name="承诺指标")),
                        (
                            "agreed",
                            models.JSONField(
                                default=dict, editable=False, verbose_name="合同约定的日期"
                            ),
                        ),
                        (
                            "formulas",
                            models.JSONField(
                                default=dict, editable=False, verbose_name="合同约定的违约金算式"
                            ),
                        ),
                        ("note", models.CharField(blank=True, max_length=300, verbose_name="备注")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("running", "履行中"),
                                    ("fulfilled", "已履行"),
                                    ("reclaimed", "已收回"),
                                ],
                                default="running",
                                editable=False,
                                max_length=10,
                                verbose_name="状态",
                            ),
                        ),
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
                            "agreement",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="agreements.agreement",
                                verbose_name="协议",
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
                            "document",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="store.document",
                                verbose_name="资料",
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
                            "indicators",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="standard.indicatorset",
                            ),
                        ),
                        (
                            "plot",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="standard.standardplot",
                                verbose_name="标准地",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical 标准地承诺",
                        "verbose_name_plural": "historical 标准地承诺",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.AddField(
                    model_name="commitment",
                    name="plot",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="commitments",
                        to="standard.standardplot",
                        verbose_name="标准地",
                    ),
                ),
                migrations.CreateModel(
                    name="StandardRule",
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
                            "kind",
                            models.CharField(
                                choices=[
                                    ("indicators", "控制指标"),
                                    ("checks", "核查时点"),
                                    ("outcomes", "结论建议"),
                                    ("penalties", "违约金算式"),
                                ],
                                max_length=10,
                                verbose_name="哪一类",
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
                    name="Verdict",
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
                            "kind",
                            models.CharField(
                                choices=[
                                    ("confirmed", "复核无误"),
                                    ("sent_back", "退回重核"),
                                    ("decided", "结论"),
                                    ("postponed", "顺延"),
                                ],
                                max_length=9,
                            ),
                        ),
                        (
                            "result",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("passed", "通过"),
                                    ("rectify", "限期整改"),
                                    ("penalty", "违约金"),
                                    ("reclaim", "收回"),
                                ],
                                max_length=7,
                            ),
                        ),
                        (
                            "proposed",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("passed", "通过"),
                                    ("rectify", "限期整改"),
                                    ("penalty", "违约金"),
                                    ("reclaim", "收回"),
                                ],
                                max_length=7,
                            ),
                        ),
                        (
                            "ground",
                            models.CharField(blank=True, max_length=300, verbose_name="建议的依据"),
                        ),
                        (
                            "reason",
                            models.CharField(blank=True, max_length=300, verbose_name="理由"),
                        ),
                        ("deadline", models.DateField(null=True, verbose_name="整改期限")),
                        ("owed", models.JSONField(default=list, verbose_name="违约金怎么算")),
                        (
                            "reckoned",
                            models.DecimalField(decimal_places=2, max_digits=16, null=True),
                        ),
                        ("amount", models.DecimalField(decimal_places=2, max_digits=16, null=True)),
                        (
                            "paper",
                            models.CharField(blank=True, max_length=120, verbose_name="文号"),
                        ),
                        (
                            "version",
                            models.CharField(blank=True, max_length=160, verbose_name="规则版本"),
                        ),
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
                            "check_of",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="verdicts",
                                to="standard.check",
                            ),
                        ),
                    ],
                ),
                migrations.AddIndex(
                    model_name="check",
                    index=models.Index(
                        fields=["unit", "removed_at", "state", "due"], name="standard_check_due"
                    ),
                ),
                migrations.AddIndex(
                    model_name="check",
                    index=models.Index(fields=["state", "due"], name="standard_check_open"),
                ),
                migrations.AddConstraint(
                    model_name="check",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("removed_at", None)),
                        fields=("commitment", "point", "round"),
                        name="standard_check_once",
                    ),
                ),
                migrations.AddIndex(
                    model_name="finding",
                    index=models.Index(
                        fields=["check_of", "indicator"], name="standard_finding_of"
                    ),
                ),
                migrations.AddIndex(
                    model_name="historicalcheck",
                    index=models.Index(
                        fields=["history_until", "history_date"],
                        name="standard_hi_history_23e8f1_idx",
                    ),
                ),
                migrations.AddIndex(
                    model_name="historicalstandardplot",
                    index=models.Index(
                        fields=["history_until", "history_date"],
                        name="standard_hi_history_78aa36_idx",
                    ),
                ),
                migrations.AddIndex(
                    model_name="standardplot",
                    index=models.Index(
                        fields=["unit", "removed_at", "state"], name="standard_plot_standing"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="standardplot",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("removed_at", None)),
                        fields=("parcel",),
                        name="standard_plot_of_parcel",
                        violation_error_message="这宗地已登记为标准地。",
                    ),
                ),
                migrations.AddIndex(
                    model_name="indicatorset",
                    index=models.Index(fields=["plot", "since"], name="standard_set_since"),
                ),
                migrations.AddConstraint(
                    model_name="indicatorset",
                    constraint=models.UniqueConstraint(
                        fields=("plot", "number"), name="standard_set_once"
                    ),
                ),
                migrations.AddIndex(
                    model_name="historicalcommitment",
                    index=models.Index(
                        fields=["history_until", "history_date"],
                        name="standard_hi_history_d5349b_idx",
                    ),
                ),
                migrations.AddIndex(
                    model_name="commitment",
                    index=models.Index(
                        fields=["unit", "removed_at", "state"], name="standard_commitments"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="commitment",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(
                            ("removed_at", None), models.Q(("state", "reclaimed"), _negated=True)
                        ),
                        fields=("plot",),
                        name="standard_commitment_of_plot",
                        violation_error_message="这宗地已有承诺。",
                    ),
                ),
            ]
        )
    ]
