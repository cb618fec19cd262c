"""Projects, what is told of them, their gates and posts, and what turned their life."""

import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models

import yinfeng.web.shell.middleware
from yinfeng.web.migrating import Together


class Migration(migrations.Migration):
    """The tables."""

    initial = True

    dependencies = [
        ("leads", "0005_sheets_may_leave_out"),
        ("people", "0003_titles"),
        ("store", "0004_ways"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        Together(
            operations=[
                migrations.CreateModel(
                    name="Passage",
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
                        ("gate", models.CharField(max_length=4)),
                        ("day", models.DateField(db_index=True)),
                        ("definition", models.CharField(blank=True, max_length=10)),
                        ("says", models.TextField(blank=True)),
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
                            "entry",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="store.entry",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="Correction",
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
                        ("why", models.TextField()),
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
                            "instead",
                            models.OneToOneField(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="corrects",
                                to="projects.passage",
                            ),
                        ),
                        (
                            "passage",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="correction",
                                to="projects.passage",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="Project",
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
                            "number",
                            models.CharField(editable=False, max_length=14, verbose_name="编号"),
                        ),
                        (
                            "source",
                            models.CharField(
                                choices=[
                                    ("lead", "线索转入"),
                                    ("papers", "资料采用"),
                                    ("hand", "手工登记"),
                                    ("sheet", "表格导入"),
                                ],
                                default="hand",
                                editable=False,
                                max_length=6,
                                verbose_name="来源",
                            ),
                        ),
                        (
                            "part",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("phase", "分期"),
                                    ("increase", "增资"),
                                    ("piece", "拆分"),
                                ],
                                editable=False,
                                max_length=8,
                                verbose_name="与母项目",
                            ),
                        ),
                        ("name", models.CharField(max_length=120, verbose_name="项目名称")),
                        (
                            "investors",
                            models.CharField(blank=True, max_length=300, verbose_name="投资方"),
                        ),
                        (
                            "comes_from",
                            models.CharField(blank=True, max_length=80, verbose_name="来自"),
                        ),
                        (
                            "content",
                            models.CharField(blank=True, max_length=500, verbose_name="项目内容"),
                        ),
                        (
                            "industry",
                            models.CharField(blank=True, max_length=8, verbose_name="行业代码"),
                        ),
                        (
                            "kind",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("new_land", "新供地"),
                                    ("leased", "租赁厂房"),
                                    ("own_land", "零土地技改"),
                                    ("government", "政府投资"),
                                    ("office", "总部（办公）"),
                                ],
                                max_length=10,
                                verbose_name="用地方式",
                            ),
                        ),
                        (
                            "nature",
                            models.CharField(
                                blank=True,
                                choices=[("domestic", "内资"), ("foreign", "外资")],
                                max_length=8,
                                verbose_name="资金性质",
                            ),
                        ),
                        (
                            "level",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("town", "镇级重点"),
                                    ("county", "县区重点"),
                                    ("city", "市重大"),
                                    ("province", "省重大"),
                                ],
                                max_length=8,
                                verbose_name="重点级别",
                            ),
                        ),
                        (
                            "amount",
                            models.CharField(blank=True, max_length=40, verbose_name="总投资"),
                        ),
                        (
                            "currency",
                            models.CharField(
                                blank=True, editable=False, max_length=3, verbose_name="币种"
                            ),
                        ),
                        (
                            "money",
                            models.DecimalField(
                                decimal_places=2,
                                editable=False,
                                max_digits=18,
                                null=True,
                                verbose_name="总投资（原币）",
                            ),
                        ),
                        (
                            "yuan",
                            models.DecimalField(
                                decimal_places=2,
                                editable=False,
                                max_digits=18,
                                null=True,
                                verbose_name="总投资（元）",
                            ),
                        ),
                        (
                            "fixed",
                            models.CharField(
                                blank=True, max_length=40, verbose_name="固定资产投资"
                            ),
                        ),
                        (
                            "fixed_yuan",
                            models.DecimalField(
                                decimal_places=2,
                                editable=False,
                                max_digits=18,
                                null=True,
                                verbose_name="固定资产投资（元）",
                            ),
                        ),
                        (
                            "land",
                            models.CharField(blank=True, max_length=80, verbose_name="用地需求"),
                        ),
                        (
                            "mu",
                            models.DecimalField(
                                decimal_places=2,
                                editable=False,
                                max_digits=12,
                                null=True,
                                verbose_name="用地（亩）",
                            ),
                        ),
                        (
                            "plant",
                            models.CharField(blank=True, max_length=80, verbose_name="厂房需求"),
                        ),
                        (
                            "square_metres",
                            models.DecimalField(
                                decimal_places=2,
                                editable=False,
                                max_digits=12,
                                null=True,
                                verbose_name="厂房（平方米）",
                            ),
                        ),
                        (
                            "sales",
                            models.CharField(blank=True, max_length=40, verbose_name="年销售"),
                        ),
                        ("tax", models.CharField(blank=True, max_length=40, verbose_name="年税收")),
                        ("site", models.CharField(blank=True, max_length=120, verbose_name="选址")),
                        (
                            "lng",
                            models.DecimalField(
                                blank=True,
                                decimal_places=6,
                                max_digits=9,
                                null=True,
                                verbose_name="经度",
                            ),
                        ),
                        (
                            "lat",
                            models.DecimalField(
                                blank=True,
                                decimal_places=6,
                                max_digits=8,
                                null=True,
                                verbose_name="纬度",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("open", "推进中"),
                                    ("paused", "暂缓"),
                                    ("lost", "流失"),
                                    ("ended", "终止"),
                                    ("merged", "已合并"),
                                    ("split", "已拆分"),
                                ],
                                default="open",
                                editable=False,
                                max_length=6,
                                verbose_name="状态",
                            ),
                        ),
                        (
                            "stage",
                            models.CharField(
                                blank=True, editable=False, max_length=4, verbose_name="阶段"
                            ),
                        ),
                        (
                            "stage_since",
                            models.DateField(editable=False, null=True, verbose_name="阶段起"),
                        ),
                        (
                            "proved",
                            models.CharField(
                                blank=True, editable=False, max_length=4, verbose_name="已确认阶段"
                            ),
                        ),
                        (
                            "proved_since",
                            models.DateField(editable=False, null=True, verbose_name="确认阶段起"),
                        ),
                        (
                            "ceremony",
                            models.DateField(blank=True, null=True, verbose_name="开工仪式"),
                        ),
                        (
                            "revisit",
                            models.DateField(editable=False, null=True, verbose_name="再看日期"),
                        ),
                        (
                            "is_disputed",
                            models.BooleanField(
                                default=False, editable=False, verbose_name="来源不一致"
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
                            "conversion",
                            models.OneToOneField(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="project",
                                to="leads.conversion",
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
                            "first_unit",
                            models.ForeignKey(
                                editable=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="people.orgunit",
                                verbose_name="首谈单位",
                            ),
                        ),
                        (
                            "lead",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="projects",
                                to="leads.lead",
                            ),
                        ),
                        (
                            "parent",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="parts",
                                to="projects.project",
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
                        "verbose_name": "项目",
                        "verbose_name_plural": "项目",
                    },
                ),
                migrations.AddField(
                    model_name="passage",
                    name="project",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="passages",
                        to="projects.project",
                    ),
                ),
                migrations.CreateModel(
                    name="Joining",
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
                                choices=[("merge", "合并"), ("split", "拆分")], max_length=5
                            ),
                        ),
                        ("before", models.JSONField(default=dict)),
                        ("why", models.TextField()),
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
                            "undoes",
                            models.OneToOneField(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="undone_by",
                                to="projects.joining",
                            ),
                        ),
                        (
                            "pieces",
                            models.ManyToManyField(related_name="joined", to="projects.project"),
                        ),
                        (
                            "whole",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="joinings",
                                to="projects.project",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="HistoricalProject",
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
                            "number",
                            models.CharField(editable=False, max_length=14, verbose_name="编号"),
                        ),
                        (
                            "source",
                            models.CharField(
                                choices=[
                                    ("lead", "线索转入"),
                                    ("papers", "资料采用"),
                                    ("hand", "手工登记"),
                                    ("sheet", "表格导入"),
                                ],
                                default="hand",
                                editable=False,
                                max_length=6,
                                verbose_name="来源",
                            ),
                        ),
                        (
                            "part",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("phase", "分期"),
                                    ("increase", "增资"),
                                    ("piece", "拆分"),
                                ],
                                editable=False,
                                max_length=8,
                                verbose_name="与母项目",
                            ),
                        ),
                        ("name", models.CharField(max_length=120, verbose_name="项目名称")),
                        (
                            "investors",
                            models.CharField(blank=True, max_length=300, verbose_name="投资方"),
                        ),
                        (
                            "comes_from",
                            models.CharField(blank=True, max_length=80, verbose_name="来自"),
                        ),
                        (
                            "content",
                            models.CharField(blank=True, max_length=500, verbose_name="项目内容"),
                        ),
                        (
                            "industry",
                            models.CharField(blank=True, max_length=8, verbose_name="行业代码"),
                        ),
                        (
                            "kind",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("new_land", "新供地"),
                                    ("leased", "租赁厂房"),
                                    ("own_land", "零土地技改"),
                                    ("government", "政府投资"),
                                    ("office", "总部（办公）"),
                                ],
                                max_length=10,
                                verbose_name="用地方式",
                            ),
                        ),
                        (
                            "nature",
                            models.CharField(
                                blank=True,
                                choices=[("domestic", "内资"), ("foreign", "外资")],
                                max_length=8,
                                verbose_name="资金性质",
                            ),
                        ),
                        (
                            "level",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("town", "镇级重点"),
                                    ("county", "县区重点"),
                                    ("city", "市重大"),
                                    ("province", "省重大"),
                                ],
                                max_length=8,
                                verbose_name="重点级别",
                            ),
                        ),
                        (
                            "amount",
                            models.CharField(blank=True, max_length=40, verbose_name="总投资"),
                        ),
                        (
                            "currency",
                            models.CharField(
                                blank=True, editable=False, max_length=3, verbose_name="币种"
                            ),
                        ),
                        (
                            "money",
                            models.DecimalField(
                                decimal_places=2,
                                editable=False,
                                max_digits=18,
                                null=True,
                                verbose_name="总投资（原币）",
                            ),
                        ),
                        (
                            "yuan",
                            models.DecimalField(
                                decimal_places=2,
                                editable=False,
                                max_digits=18,
                                null=True,
                                verbose_name="总投资（元）",
                            ),
                        ),
                        (
                            "fixed",
                            models.CharField(
                                blank=True, max_length=40, verbose_name="固定资产投资"
                            ),
                        ),
                        (
                            "fixed_yuan",
                            models.DecimalField(
                                decimal_places=2,
                                editable=False,
                                max_digits=18,
                                null=True,
                                verbose_name="固定资产投资（元）",
                            ),
                        ),
                        (
                            "land",
                            models.CharField(blank=True, max_length=80, verbose_name="用地需求"),
                        ),
                        (
                            "mu",
                            models.DecimalField(
                                decimal_places=2,
                                editable=False,
                                max_digits=12,
                                null=True,
                                verbose_name="用地（亩）",
                            ),
                        ),
                        (
                            "plant",
                            models.CharField(blank=True, max_length=80, verbose_name="厂房需求"),
                        ),
                        (
                            "square_metres",
                            models.DecimalField(
                                decimal_places=2,
                                editable=False,
                                max_digits=12,
                                null=True,
                                verbose_name="厂房（平方米）",
                            ),
                        ),
                        (
                            "sales",
                            models.CharField(blank=True, max_length=40, verbose_name="年销售"),
                        ),
                        ("tax", models.CharField(blank=True, max_length=40, verbose_name="年税收")),
                        ("site", models.CharField(blank=True, max_length=120, verbose_name="选址")),
                        (
                            "lng",
                            models.DecimalField(
                                blank=True,
                                decimal_places=6,
                                max_digits=9,
                                null=True,
                                verbose_name="经度",
                            ),
                        ),
                        (
                            "lat",
                            models.DecimalField(
                                blank=True,
                                decimal_places=6,
                                max_digits=8,
                                null=True,
                                verbose_name="纬度",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("open", "推进中"),
                                    ("paused", "暂缓"),
                                    ("lost", "流失"),
                                    ("ended", "终止"),
                                    ("merged", "已合并"),
                                    ("split", "已拆分"),
                                ],
                                default="open",
                                editable=False,
                                max_length=6,
                                verbose_name="状态",
                            ),
                        ),
                        (
                            "stage",
                            models.CharField(
                                blank=True, editable=False, max_length=4, verbose_name="阶段"
                            ),
                        ),
                        (
                            "stage_since",
                            models.DateField(editable=False, null=True, verbose_name="阶段起"),
                        ),
                        (
                            "proved",
                            models.CharField(
                                blank=True, editable=False, max_length=4, verbose_name="已确认阶段"
                            ),
                        ),
                        (
                            "proved_since",
                            models.DateField(editable=False, null=True, verbose_name="确认阶段起"),
                        ),
                        (
                            "ceremony",
                            models.DateField(blank=True, null=True, verbose_name="开工仪式"),
                        ),
                        (
                            "revisit",
                            models.DateField(editable=False, null=True, verbose_name="再看日期"),
                        ),
                        (
                            "is_disputed",
                            models.BooleanField(
                                default=False, editable=False, verbose_name="来源不一致"
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
                            "conversion",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="leads.conversion",
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
                            "first_unit",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="people.orgunit",
                                verbose_name="首谈单位",
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
                            "lead",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="leads.lead",
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
                            "parent",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="projects.project",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical 项目",
                        "verbose_name_plural": "historical 项目",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Handover",
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
                        ("giver_share", models.PositiveSmallIntegerField()),
                        (
                            "agreement",
                            models.CharField(blank=True, max_length=120, verbose_name="分成协议"),
                        ),
                        ("day", models.DateField()),
                        ("why", models.TextField()),
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
                            "giver",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="people.orgunit",
                            ),
                        ),
                        (
                            "taker",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="people.orgunit",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="handovers",
                                to="projects.project",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="Ending",
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
                            "state",
                            models.CharField(
                                choices=[
                                    ("open", "推进中"),
                                    ("paused", "暂缓"),
                                    ("lost", "流失"),
                                    ("ended", "终止"),
                                    ("merged", "已合并"),
                                    ("split", "已拆分"),
                                ],
                                max_length=6,
                            ),
                        ),
                        ("code", models.CharField(max_length=8)),
                        ("reason", models.CharField(max_length=80)),
                        (
                            "rival",
                            models.CharField(blank=True, max_length=80, verbose_name="竞争地"),
                        ),
                        ("words", models.TextField()),
                        ("steps", models.JSONField(default=list)),
                        ("stage", models.CharField(blank=True, max_length=4)),
                        ("days_in_stage", models.PositiveIntegerField()),
                        ("amount", models.CharField(blank=True, max_length=40)),
                        ("is_recoverable", models.BooleanField()),
                        ("revisit", models.DateField()),
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
                            "project",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="endings",
                                to="projects.project",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="Enclave",
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
                        ("sender", models.CharField(max_length=80, verbose_name="飞出地")),
                        ("receiver", models.CharField(max_length=80, verbose_name="飞入地")),
                        ("shares", models.JSONField()),
                        ("since", models.DateField()),
                        ("until", models.DateField(null=True)),
                        ("basis", models.CharField(max_length=200, verbose_name="协议")),
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
                            "project",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="enclaves",
                                to="projects.project",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="ProjectFact",
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
                        ("grounds", models.CharField(blank=True, max_length=300)),
                        ("at", models.DateTimeField(auto_now_add=True)),
                        ("taken_off", models.DateTimeField(null=True)),
                        ("why", models.TextField(blank=True)),
                        (
                            "by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "fact",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="store.fact",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="facts",
                                to="projects.project",
                            ),
                        ),
                        (
                            "taken_off_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="ProjectName",
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
                        ("kind", models.CharField(max_length=10)),
                        ("gram", models.CharField(max_length=80)),
                        (
                            "project",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="names",
                                to="projects.project",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="ProjectRule",
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
                                choices=[("stages", "阶段与节点"), ("posts", "挂钩与走访")],
                                max_length=8,
                            ),
                        ),
                        ("text", models.TextField(blank=True)),
                        ("since", models.DateField()),
                        ("why", models.TextField()),
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
                    name="Proof",
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
                        ("wanted", models.CharField(max_length=20)),
                        ("says", models.CharField(blank=True, max_length=300)),
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
                            "document",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="store.document",
                            ),
                        ),
                        (
                            "passage",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="proofs",
                                to="projects.passage",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="Review",
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
                        ("is_confirmed", models.BooleanField()),
                        ("why", models.TextField(blank=True)),
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
                            "passage",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="reviews",
                                to="projects.passage",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="Seat",
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
                            "post",
                            models.CharField(
                                choices=[
                                    ("leader", "挂钩领导"),
                                    ("unit", "牵头单位"),
                                    ("officer", "责任人"),
                                    ("liaison", "驻点（联络员）"),
                                    ("owner", "业主联系人"),
                                ],
                                max_length=8,
                            ),
                        ),
                        ("name", models.CharField(max_length=60, verbose_name="姓名")),
                        ("title", models.CharField(blank=True, max_length=80, verbose_name="职务")),
                        ("phone", models.CharField(blank=True, max_length=40, verbose_name="电话")),
                        ("since", models.DateField()),
                        ("until", models.DateField(null=True)),
                        ("ended_why", models.CharField(blank=True, max_length=200)),
                        ("at", models.DateTimeField(auto_now_add=True)),
                        (
                            "body",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="people.orgunit",
                            ),
                        ),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="seats",
                                to="projects.project",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="Statement",
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
                        ("kind", models.CharField(max_length=12)),
                        ("day", models.DateField(null=True)),
                        ("text", models.TextField()),
                        ("places", models.JSONField(default=dict)),
                        ("at", models.DateTimeField(auto_now_add=True)),
                        ("why", models.TextField(blank=True)),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="statements",
                                to="projects.project",
                            ),
                        ),
                    ],
                ),
                migrations.AddField(
                    model_name="passage",
                    name="statement",
                    field=models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="passages",
                        to="projects.statement",
                    ),
                ),
                migrations.CreateModel(
                    name="Telling",
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
                        ("field", models.CharField(max_length=20)),
                        ("value", models.JSONField()),
                        ("start", models.PositiveIntegerField()),
                        ("end", models.PositiveIntegerField()),
                        ("quote", models.TextField()),
                        ("at", models.DateTimeField(auto_now_add=True)),
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
                            "lead_statement",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="leads.statement",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="tellings",
                                to="projects.project",
                            ),
                        ),
                        (
                            "statement",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="tellings",
                                to="projects.statement",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="Choice",
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
                        ("field", models.CharField(max_length=20)),
                        ("why", models.TextField()),
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
                            "project",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="choices",
                                to="projects.project",
                            ),
                        ),
                        (
                            "telling",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="projects.telling",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="Visit",
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
                        ("day", models.DateField(db_index=True)),
                        ("who", models.CharField(max_length=120)),
                        ("says", models.TextField()),
                        ("solved", models.CharField(blank=True, max_length=300)),
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
                            "project",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="visits",
                                to="projects.project",
                            ),
                        ),
                        (
                            "seat",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="visits",
                                to="projects.seat",
                            ),
                        ),
                    ],
                ),
                migrations.AddIndex(
                    model_name="project",
                    index=models.Index(
                        fields=["unit", "removed_at", "state", "stage"], name="project_board"
                    ),
                ),
                migrations.AddIndex(
                    model_name="project",
                    index=models.Index(fields=["unit", "removed_at", "-id"], name="project_list"),
                ),
                migrations.AddConstraint(
                    model_name="project",
                    constraint=models.UniqueConstraint(
                        fields=("first_unit", "number"), name="project_number"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="project",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("lat", None), ("lng", None)),
                            models.Q(("lat__isnull", False), ("lng__isnull", False)),
                            _connector="OR",
                        ),
                        name="project_point_is_whole",
                    ),
                ),
                migrations.AddIndex(
                    model_name="historicalproject",
                    index=models.Index(
                        fields=["history_until", "history_date"],
                        name="projects_hi_history_eeae6d_idx",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="handover",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("giver_share__lte", 100)),
                        name="handover_share_of_a_hundred",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="projectfact",
                    constraint=models.UniqueConstraint(
                        fields=("project", "fact"), name="fact_once_a_project"
                    ),
                ),
                migrations.AddIndex(
                    model_name="projectname",
                    index=models.Index(fields=["kind", "gram"], name="project_name_gram"),
                ),
                migrations.AddConstraint(
                    model_name="proof",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("document__isnull", False),
                            models.Q(("says", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="proof_says_something",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="review",
                    constraint=models.UniqueConstraint(
                        fields=("passage", "by"), name="one_word_a_reviewer"
                    ),
                ),
                migrations.AddIndex(
                    model_name="seat",
                    index=models.Index(fields=["post", "since"], name="seat_post"),
                ),
                migrations.AddConstraint(
                    model_name="seat",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("until", None), ("until__gte", models.F("since")), _connector="OR"
                        ),
                        name="seat_ends_after_it_began",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="seat",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("until", None)),
                        fields=("project", "post"),
                        name="seat_is_held_once",
                    ),
                ),
                migrations.AddIndex(
                    model_name="passage",
                    index=models.Index(fields=["project", "gate", "day"], name="passage_gate"),
                ),
                migrations.AddIndex(
                    model_name="passage",
                    index=models.Index(fields=["gate", "day"], name="passage_day"),
                ),
                migrations.AddIndex(
                    model_name="telling",
                    index=models.Index(
                        fields=["project", "field", "id"], name="project_telling_field"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="telling",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("entry", None),
                                ("lead_statement", None),
                                ("statement__isnull", False),
                            ),
                            models.Q(
                                ("entry", None),
                                ("lead_statement__isnull", False),
                                ("statement", None),
                            ),
                            models.Q(
                                ("entry__isnull", False),
                                ("lead_statement", None),
                                ("statement", None),
                            ),
                            _connector="OR",
                        ),
                        name="project_telling_has_one_proof",
                    ),
                ),
            ]
        ),
    ]
