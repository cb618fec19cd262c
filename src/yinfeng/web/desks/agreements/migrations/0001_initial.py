"""Reviews with their sheets, agreements with their drafts, reviews and promises."""

import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models

import yinfeng.web.shell.middleware
from yinfeng.web.migrating import Together


class Migration(migrations.Migration):
    """The tables of the desk."""

    initial = True

    dependencies = [
        ("people", "0003_titles"),
        ("projects", "0002_append_only"),
        ("store", "0004_ways"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        Together(
            operations=[
                migrations.CreateModel(
                    name="AdmissionReview",
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
                        ("day", models.DateField(verbose_name="会议日期")),
                        (
                            "place",
                            models.CharField(blank=True, max_length=120, verbose_name="会议地点"),
                        ),
                        ("rules_text", models.TextField(blank=True, editable=False)),
                        (
                            "rules_version",
                            models.CharField(
                                editable=False, max_length=80, verbose_name="办法版本"
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[("open", "评审中"), ("done", "已有结论")],
                                default="open",
                                editable=False,
                                max_length=4,
                                verbose_name="状态",
                            ),
                        ),
                        (
                            "conclusion",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("pass", "通过"),
                                    ("conditional", "有条件通过"),
                                    ("refuse", "不予通过"),
                                ],
                                editable=False,
                                max_length=11,
                                verbose_name="结论",
                            ),
                        ),
                        (
                            "score",
                            models.DecimalField(
                                decimal_places=2,
                                editable=False,
                                max_digits=5,
                                null=True,
                                verbose_name="平均分",
                            ),
                        ),
                        (
                            "reasons",
                            models.JSONField(default=list, editable=False, verbose_name="理由"),
                        ),
                        (
                            "conditions",
                            models.TextField(blank=True, editable=False, verbose_name="附加条件"),
                        ),
                        (
                            "concluded",
                            models.DateField(editable=False, null=True, verbose_name="结论日期"),
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
                            "passage",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="projects.passage",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="admission_reviews",
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
                        "verbose_name": "评审",
                        "verbose_name_plural": "评审",
                    },
                ),
                migrations.CreateModel(
                    name="Agreement",
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
                            "kind",
                            models.CharField(
                                choices=[
                                    ("intent", "意向（框架）协议"),
                                    ("binding", "投资协议"),
                                    ("more", "补充协议"),
                                ],
                                max_length=7,
                                verbose_name="种类",
                            ),
                        ),
                        (
                            "number",
                            models.CharField(blank=True, max_length=40, verbose_name="编号"),
                        ),
                        ("title", models.CharField(max_length=120, verbose_name="名称")),
                        ("phase", models.CharField(blank=True, max_length=20, verbose_name="期别")),
                        ("ours", models.CharField(max_length=200, verbose_name="甲方")),
                        ("theirs", models.CharField(max_length=300, verbose_name="乙方")),
                        (
                            "others",
                            models.CharField(blank=True, max_length=300, verbose_name="其他方"),
                        ),
                        (
                            "amount",
                            models.CharField(blank=True, max_length=40, verbose_name="协议总投资"),
                        ),
                        (
                            "yuan",
                            models.DecimalField(
                                decimal_places=2,
                                editable=False,
                                max_digits=18,
                                null=True,
                                verbose_name="协议总投资（元）",
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
                            "starts",
                            models.DateField(blank=True, null=True, verbose_name="约定开工"),
                        ),
                        (
                            "produces",
                            models.DateField(blank=True, null=True, verbose_name="约定投产"),
                        ),
                        (
                            "tax",
                            models.CharField(blank=True, max_length=200, verbose_name="税收约定"),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("draft", "起草中"),
                                    ("signed", "已签"),
                                    ("ended", "已终止"),
                                ],
                                default="draft",
                                editable=False,
                                max_length=6,
                                verbose_name="状态",
                            ),
                        ),
                        (
                            "signed",
                            models.DateField(editable=False, null=True, verbose_name="签订日期"),
                        ),
                        (
                            "ended",
                            models.DateField(editable=False, null=True, verbose_name="终止日期"),
                        ),
                        (
                            "ended_why",
                            models.CharField(
                                blank=True, editable=False, max_length=300, verbose_name="终止原因"
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
                            "passage",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="projects.passage",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="agreements",
                                to="projects.project",
                                verbose_name="项目",
                            ),
                        ),
                        (
                            "supplements",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="supplemented",
                                to="agreements.agreement",
                                verbose_name="补充哪一份",
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
                        "verbose_name": "协议",
                        "verbose_name_plural": "协议",
                    },
                ),
                migrations.CreateModel(
                    name="AgreementRule",
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
                                choices=[("review", "评审办法"), ("clauses", "条款审查规则")],
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
                    name="ClauseAnswer",
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
                        ("rule", models.CharField(max_length=12)),
                        ("quote", models.TextField()),
                        ("says", models.TextField()),
                        ("at", models.DateTimeField(auto_now_add=True)),
                        (
                            "agreement",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="answers",
                                to="agreements.agreement",
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
                    ],
                ),
                migrations.CreateModel(
                    name="Draft",
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
                        ("name", models.CharField(max_length=255)),
                        ("written", models.DateField(null=True)),
                        ("at", models.DateTimeField(auto_now_add=True)),
                        (
                            "agreement",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="drafts",
                                to="agreements.agreement",
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
                            "upload",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="store.upload",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="DraftScreening",
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
                        ("version", models.CharField(max_length=120)),
                        ("day", models.DateField()),
                        ("written", models.DateField(null=True)),
                        ("colour", models.CharField(max_length=8)),
                        ("reds", models.PositiveIntegerField()),
                        ("yellows", models.PositiveIntegerField()),
                        ("historic", models.PositiveIntegerField()),
                        ("clauses", models.JSONField()),
                        ("at", models.DateTimeField(auto_now_add=True)),
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
                            "draft",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="screenings",
                                to="agreements.draft",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="FairReview",
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
                        ("number", models.CharField(max_length=60, verbose_name="编号")),
                        ("body", models.CharField(max_length=120, verbose_name="审查机构")),
                        ("day", models.DateField(verbose_name="日期")),
                        (
                            "conclusion",
                            models.CharField(
                                choices=[
                                    ("pass", "未发现排除、限制竞争"),
                                    ("exception", "适用例外规定"),
                                    ("fail", "不符合，须修改"),
                                ],
                                max_length=9,
                            ),
                        ),
                        (
                            "ground",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("security", "维护国家安全和发展利益"),
                                    ("technology", "促进科技进步、增强自主创新"),
                                    ("public", "节约能源、保护环境、救灾救助等社会公共利益"),
                                    ("law", "法律、行政法规规定的其他情形"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("alternative", models.CharField(blank=True, max_length=300)),
                        ("ends", models.DateField(null=True)),
                        ("says", models.CharField(blank=True, max_length=300)),
                        ("at", models.DateTimeField(auto_now_add=True)),
                        (
                            "agreement",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="fair_reviews",
                                to="agreements.agreement",
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
                    name="HistoricalAdmissionReview",
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
                        ("day", models.DateField(verbose_name="会议日期")),
                        (
                            "place",
                            models.CharField(blank=True, max_length=120, verbose_name="会议地点"),
                        ),
                        ("rules_text", models.TextField(blank=True, editable=False)),
                        (
                            "rules_version",
                            models.CharField(
                                editable=False, max_length=80, verbose_name="办法版本"
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[("open", "评审中"), ("done", "已有结论")],
                                default="open",
                                editable=False,
                                max_length=4,
                                verbose_name="状态",
                            ),
                        ),
                        (
                            "conclusion",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("pass", "通过"),
                                    ("conditional", "有条件通过"),
                                    ("refuse", "不予通过"),
                                ],
                                editable=False,
                                max_length=11,
                                verbose_name="结论",
                            ),
                        ),
                        (
                            "score",
                            models.DecimalField(
                                decimal_places=2,
                                editable=False,
                                max_digits=5,
                                null=True,
                                verbose_name="平均分",
                            ),
                        ),
                        (
                            "reasons",
                            models.JSONField(default=list, editable=False, verbose_name="理由"),
                        ),
                        (
                            "conditions",
                            models.TextField(blank=True, editable=False, verbose_name="附加条件"),
                        ),
                        (
                            "concluded",
                            models.DateField(editable=False, null=True, verbose_name="结论日期"),
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
                            "passage",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="projects.passage",
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
                    ],
                    options={
                        "verbose_name": "historical 评审",
                        "verbose_name_plural": "historical 评审",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalAgreement",
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
                            "kind",
                            models.CharField(
                                choices=[
                                    ("intent", "意向（框架）协议"),
                                    ("binding", "投资协议"),
                                    ("more", "补充协议"),
                                ],
                                max_length=7,
                                verbose_name="种类",
                            ),
                        ),
                        (
                            "number",
                            models.CharField(blank=True, max_length=40, verbose_name="编号"),
                        ),
                        ("title", models.CharField(max_length=120, verbose_name="名称")),
                        ("phase", models.CharField(blank=True, max_length=20, verbose_name="期别")),
                        ("ours", models.CharField(max_length=200, verbose_name="甲方")),
                        ("theirs", models.CharField(max_length=300, verbose_name="乙方")),
                        (
                            "others",
                            models.CharField(blank=True, max_length=300, verbose_name="其他方"),
                        ),
                        (
                            "amount",
                            models.CharField(blank=True, max_length=40, verbose_name="协议总投资"),
                        ),
                        (
                            "yuan",
                            models.DecimalField(
                                decimal_places=2,
                                editable=False,
                                max_digits=18,
                                null=True,
                                verbose_name="协议总投资（元）",
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
                            "starts",
                            models.DateField(blank=True, null=True, verbose_name="约定开工"),
                        ),
                        (
                            "produces",
                            models.DateField(blank=True, null=True, verbose_name="约定投产"),
                        ),
                        (
                            "tax",
                            models.CharField(blank=True, max_length=200, verbose_name="税收约定"),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("draft", "起草中"),
                                    ("signed", "已签"),
                                    ("ended", "已终止"),
                                ],
                                default="draft",
                                editable=False,
                                max_length=6,
                                verbose_name="状态",
                            ),
                        ),
                        (
                            "signed",
                            models.DateField(editable=False, null=True, verbose_name="签订日期"),
                        ),
                        (
                            "ended",
                            models.DateField(editable=False, null=True, verbose_name="终止日期"),
                        ),
                        (
                            "ended_why",
                            models.CharField(
                                blank=True, editable=False, max_length=300, verbose_name="终止原因"
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
                            "passage",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="projects.passage",
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
                            "supplements",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="agreements.agreement",
                                verbose_name="补充哪一份",
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
                        "verbose_name": "historical 协议",
                        "verbose_name_plural": "historical 协议",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Member",
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
                            "stands_for",
                            models.CharField(blank=True, max_length=60, verbose_name="代表"),
                        ),
                        (
                            "declares",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("none", "没有利益关系"),
                                    ("interest", "有利益关系，回避"),
                                ],
                                max_length=8,
                            ),
                        ),
                        ("interest", models.CharField(blank=True, max_length=300)),
                        ("declared_at", models.DateTimeField(null=True)),
                        ("called_off", models.CharField(blank=True, max_length=300)),
                        (
                            "review",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="members",
                                to="agreements.admissionreview",
                            ),
                        ),
                        (
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="Promise",
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
                            "side",
                            models.CharField(
                                choices=[("ours", "甲方"), ("theirs", "乙方")], max_length=6
                            ),
                        ),
                        ("says", models.CharField(max_length=300)),
                        ("due", models.DateField(db_index=True, null=True)),
                        (
                            "clause",
                            models.CharField(blank=True, max_length=60, verbose_name="条款"),
                        ),
                        ("quote", models.TextField(blank=True, verbose_name="原文")),
                        ("at", models.DateTimeField(auto_now_add=True)),
                        ("withdrawn", models.CharField(blank=True, max_length=300)),
                        (
                            "agreement",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="promises",
                                to="agreements.agreement",
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
                    ],
                ),
                migrations.CreateModel(
                    name="PromiseCheck",
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
                            "finding",
                            models.CharField(
                                choices=[
                                    ("kept", "按期履行"),
                                    ("late", "逾期履行"),
                                    ("partly", "部分履行"),
                                    ("broken", "未履行"),
                                ],
                                max_length=6,
                            ),
                        ),
                        ("day", models.DateField()),
                        ("proof", models.CharField(max_length=300)),
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
                            "promise",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="checks",
                                to="agreements.promise",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="ReviewPaper",
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
                        ("says", models.CharField(blank=True, max_length=200)),
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
                            "review",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="papers",
                                to="agreements.admissionreview",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="ScoreSheet",
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
                        ("scores", models.JSONField()),
                        ("says", models.TextField(blank=True)),
                        ("at", models.DateTimeField(auto_now_add=True)),
                        (
                            "member",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="sheet",
                                to="agreements.member",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="VetoCheck",
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
                        ("veto", models.CharField(max_length=20)),
                        ("hits", models.BooleanField()),
                        ("says", models.CharField(max_length=300)),
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
                            "review",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="vetoes",
                                to="agreements.admissionreview",
                            ),
                        ),
                    ],
                ),
                migrations.AddIndex(
                    model_name="admissionreview",
                    index=models.Index(fields=["unit", "removed_at", "-day"], name="review_list"),
                ),
                migrations.AddConstraint(
                    model_name="admissionreview",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("removed_at", None), ("state", "open")),
                        fields=("project",),
                        name="one_review_at_a_time",
                    ),
                ),
                migrations.AddIndex(
                    model_name="agreement",
                    index=models.Index(fields=["unit", "removed_at", "-id"], name="agreement_list"),
                ),
                migrations.AddIndex(
                    model_name="agreement",
                    index=models.Index(fields=["project", "state"], name="agreement_project"),
                ),
                migrations.AddIndex(
                    model_name="clauseanswer",
                    index=models.Index(fields=["agreement", "rule"], name="clause_answer"),
                ),
                migrations.AddConstraint(
                    model_name="fairreview",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("conclusion", "exception"), _negated=True),
                            models.Q(
                                models.Q(("ground", ""), _negated=True),
                                models.Q(("alternative", ""), _negated=True),
                                ("ends__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="an_exception_has_its_grounds",
                    ),
                ),
                migrations.AddIndex(
                    model_name="historicaladmissionreview",
                    index=models.Index(
                        fields=["history_until", "history_date"],
                        name="agreements__history_0acb74_idx",
                    ),
                ),
                migrations.AddIndex(
                    model_name="historicalagreement",
                    index=models.Index(
                        fields=["history_until", "history_date"],
                        name="agreements__history_6c493d_idx",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="member",
                    constraint=models.UniqueConstraint(
                        fields=("review", "user"), name="member_once_a_review"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="reviewpaper",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("document__isnull", False),
                            models.Q(("says", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="review_paper_is_named",
                    ),
                ),
            ]
        ),
    ]
