"""Plans with their editions and milestones, templates of offices."""

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
        ("people", "0003_titles"),
        ("projects", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        Together(
            operations=[
                migrations.CreateModel(
                    name="Plan",
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
                            "template",
                            models.CharField(editable=False, max_length=40, verbose_name="模板"),
                        ),
                        (
                            "title",
                            models.CharField(
                                editable=False, max_length=80, verbose_name="模板名称"
                            ),
                        ),
                        (
                            "edition",
                            models.PositiveIntegerField(
                                default=1, editable=False, verbose_name="现行版次"
                            ),
                        ),
                        (
                            "baseline",
                            models.PositiveIntegerField(
                                default=1, editable=False, verbose_name="基准版次"
                            ),
                        ),
                        (
                            "ends",
                            models.DateField(
                                editable=False, null=True, verbose_name="最后固定日期"
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
                            "project",
                            models.OneToOneField(
                                editable=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="plan",
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
                        "verbose_name": "计划",
                        "verbose_name_plural": "计划",
                    },
                ),
                migrations.CreateModel(
                    name="Milestone",
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
                        ("key", models.CharField(editable=False, max_length=40)),
                        (
                            "place",
                            models.PositiveSmallIntegerField(editable=False, verbose_name="次序"),
                        ),
                        (
                            "name",
                            models.CharField(editable=False, max_length=80, verbose_name="节点"),
                        ),
                        (
                            "track",
                            models.CharField(editable=False, max_length=20, verbose_name="条线"),
                        ),
                        (
                            "gate",
                            models.CharField(
                                blank=True, editable=False, max_length=4, verbose_name="阶段节点"
                            ),
                        ),
                        ("owner", models.CharField(max_length=60, verbose_name="责任单位")),
                        (
                            "person",
                            models.CharField(blank=True, max_length=40, verbose_name="责任人"),
                        ),
                        (
                            "next_step",
                            models.CharField(blank=True, max_length=200, verbose_name="下一步"),
                        ),
                        (
                            "next_date",
                            models.DateField(blank=True, null=True, verbose_name="下一步日期"),
                        ),
                        (
                            "fixed",
                            models.DateField(editable=False, null=True, verbose_name="固定日期"),
                        ),
                        ("begins", models.DateField(editable=False, verbose_name="计划起算")),
                        ("ends", models.DateField(editable=False, verbose_name="计划完成")),
                        (
                            "latest",
                            models.DateField(editable=False, null=True, verbose_name="最迟完成"),
                        ),
                        (
                            "began",
                            models.DateField(editable=False, null=True, verbose_name="实际开始"),
                        ),
                        (
                            "ended",
                            models.DateField(editable=False, null=True, verbose_name="实际完成"),
                        ),
                        (
                            "proof",
                            models.CharField(
                                blank=True, editable=False, max_length=300, verbose_name="完成依据"
                            ),
                        ),
                        (
                            "source",
                            models.CharField(
                                blank=True,
                                choices=[("mark", "节点登记"), ("gate", "阶段节点")],
                                editable=False,
                                max_length=4,
                                verbose_name="依据来自",
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
                            "project",
                            models.ForeignKey(
                                editable=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="milestones",
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
                        (
                            "plan",
                            models.ForeignKey(
                                editable=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="milestones",
                                to="plans.plan",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "计划节点",
                        "verbose_name_plural": "计划节点",
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalMilestone",
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
                        ("key", models.CharField(editable=False, max_length=40)),
                        (
                            "place",
                            models.PositiveSmallIntegerField(editable=False, verbose_name="次序"),
                        ),
                        (
                            "name",
                            models.CharField(editable=False, max_length=80, verbose_name="节点"),
                        ),
                        (
                            "track",
                            models.CharField(editable=False, max_length=20, verbose_name="条线"),
                        ),
                        (
                            "gate",
                            models.CharField(
                                blank=True, editable=False, max_length=4, verbose_name="阶段节点"
                            ),
                        ),
                        ("owner", models.CharField(max_length=60, verbose_name="责任单位")),
                        (
                            "person",
                            models.CharField(blank=True, max_length=40, verbose_name="责任人"),
                        ),
                        (
                            "next_step",
                            models.CharField(blank=True, max_length=200, verbose_name="下一步"),
                        ),
                        (
                            "next_date",
                            models.DateField(blank=True, null=True, verbose_name="下一步日期"),
                        ),
                        (
                            "fixed",
                            models.DateField(editable=False, null=True, verbose_name="固定日期"),
                        ),
                        ("begins", models.DateField(editable=False, verbose_name="计划起算")),
                        ("ends", models.DateField(editable=False, verbose_name="计划完成")),
                        (
                            "latest",
                            models.DateField(editable=False, null=True, verbose_name="最迟完成"),
                        ),
                        (
                            "began",
                            models.DateField(editable=False, null=True, verbose_name="实际开始"),
                        ),
                        (
                            "ended",
                            models.DateField(editable=False, null=True, verbose_name="实际完成"),
                        ),
                        (
                            "proof",
                            models.CharField(
                                blank=True, editable=False, max_length=300, verbose_name="完成依据"
                            ),
                        ),
                        (
                            "source",
                            models.CharField(
                                blank=True,
                                choices=[("mark", "节点登记"), ("gate", "阶段节点")],
                                editable=False,
                                max_length=4,
                                verbose_name="依据来自",
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
                        (
                            "plan",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="plans.plan",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical 计划节点",
                        "verbose_name_plural": "historical 计划节点",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Edition",
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
                        ("number", models.PositiveIntegerField()),
                        ("day", models.DateField()),
                        ("template", models.CharField(max_length=40)),
                        ("template_version", models.CharField(max_length=80)),
                        ("milestones", models.JSONField()),
                        ("fixed", models.JSONField()),
                        ("moved", models.JSONField(default=dict)),
                        ("bars", models.JSONField()),
                        ("says", models.JSONField(default=list)),
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
                            "plan",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="editions",
                                to="plans.plan",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "计划版次",
                        "verbose_name_plural": "计划版次",
                    },
                ),
                migrations.CreateModel(
                    name="PlanRule",
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
                        ("template", models.CharField(max_length=40)),
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
                    options={
                        "verbose_name": "计划模板",
                        "verbose_name_plural": "计划模板",
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalPlan",
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
                            "template",
                            models.CharField(editable=False, max_length=40, verbose_name="模板"),
                        ),
                        (
                            "title",
                            models.CharField(
                                editable=False, max_length=80, verbose_name="模板名称"
                            ),
                        ),
                        (
                            "edition",
                            models.PositiveIntegerField(
                                default=1, editable=False, verbose_name="现行版次"
                            ),
                        ),
                        (
                            "baseline",
                            models.PositiveIntegerField(
                                default=1, editable=False, verbose_name="基准版次"
                            ),
                        ),
                        (
                            "ends",
                            models.DateField(
                                editable=False, null=True, verbose_name="最后固定日期"
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
                        "verbose_name": "historical 计划",
                        "verbose_name_plural": "historical 计划",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                        "indexes": [
                            models.Index(
                                fields=["history_until", "history_date"],
                                name="plans_histo_history_663b32_idx",
                            )
                        ],
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.AddIndex(
                    model_name="plan",
                    index=models.Index(fields=["unit", "removed_at", "ends"], name="plan_list"),
                ),
                migrations.AddIndex(
                    model_name="milestone",
                    index=models.Index(
                        fields=["unit", "removed_at", "ended", "ends"], name="milestone_due"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="milestone",
                    constraint=models.UniqueConstraint(
                        fields=("plan", "key"), name="milestone_key"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="milestone",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("ended", None), models.Q(("proof", ""), _negated=True), _connector="OR"
                        ),
                        name="milestone_done_has_proof",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="milestone",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("began", None),
                            ("ended", None),
                            ("began__lte", models.F("ended")),
                            _connector="OR",
                        ),
                        name="milestone_ends_after_it_began",
                    ),
                ),
                migrations.AddIndex(
                    model_name="historicalmilestone",
                    index=models.Index(
                        fields=["history_until", "history_date"],
                        name="plans_histo_history_251334_idx",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="edition",
                    constraint=models.UniqueConstraint(
                        fields=("plan", "number"), name="edition_number"
                    ),
                ),
            ]
        ),
    ]
