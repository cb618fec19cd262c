"""The tables of delivery."""

import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models

import yinfeng.web.shell.middleware
from yinfeng.web.migrating import Together


class Migration(migrations.Migration):
    """Create."""

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
                    name="Attachment",
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
                        ("sha256", models.CharField(max_length=64)),
                        ("size", models.PositiveBigIntegerField()),
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
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="attachments",
                                to="projects.project",
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
                    name="Call",
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
                        ("rung", models.CharField(max_length=20)),
                        ("kind", models.CharField(max_length=6)),
                        ("says", models.CharField(max_length=60)),
                        ("asks", models.CharField(max_length=200)),
                        ("number", models.CharField(blank=True, max_length=20)),
                        ("to", models.JSONField(default=list)),
                        ("untold", models.JSONField(default=list)),
                        ("day", models.DateField(db_index=True)),
                        ("at", models.DateTimeField(auto_now_add=True)),
                        (
                            "project",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="calls",
                                to="projects.project",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="DeliveryRule",
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
                                    ("lights", "亮灯"),
                                    ("ladder", "亮灯督办"),
                                    ("problems", "问题销号"),
                                    ("money", "投资与入库"),
                                    ("permits", "手续清单"),
                                ],
                                max_length=8,
                            ),
                        ),
                        ("scheme", models.CharField(blank=True, max_length=10)),
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
                    name="Filing",
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
                            "sector",
                            models.CharField(blank=True, max_length=20, verbose_name="四上行业"),
                        ),
                        (
                            "entered",
                            models.DateField(blank=True, null=True, verbose_name="入库日期"),
                        ),
                        (
                            "code",
                            models.CharField(blank=True, max_length=40, verbose_name="入库编码"),
                        ),
                        (
                            "scaled",
                            models.DateField(blank=True, null=True, verbose_name="入规日期"),
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
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="filing",
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
                        "verbose_name": "入库入规",
                        "verbose_name_plural": "入库入规",
                    },
                ),
                migrations.CreateModel(
                    name="Meeting",
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
                        ("title", models.CharField(max_length=80, verbose_name="会议名称")),
                        ("day", models.DateField(verbose_name="日期")),
                        (
                            "number",
                            models.CharField(editable=False, max_length=30, verbose_name="编号"),
                        ),
                        ("place", models.CharField(blank=True, max_length=80, verbose_name="地点")),
                        ("chair", models.CharField(max_length=60, verbose_name="主持人")),
                        (
                            "recorder",
                            models.CharField(blank=True, max_length=60, verbose_name="记录人"),
                        ),
                        (
                            "present",
                            models.TextField(blank=True, max_length=1000, verbose_name="出席"),
                        ),
                        (
                            "absent",
                            models.TextField(blank=True, max_length=500, verbose_name="请假"),
                        ),
                        (
                            "words",
                            models.TextField(blank=True, max_length=3000, verbose_name="会议要求"),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[("called", "筹备"), ("held", "已召开")],
                                default="called",
                                editable=False,
                                max_length=6,
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
                        "verbose_name": "例会",
                        "verbose_name_plural": "例会",
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalTask",
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
                            "ordinal",
                            models.PositiveSmallIntegerField(editable=False, verbose_name="序号"),
                        ),
                        ("says", models.CharField(max_length=300, verbose_name="议定事项")),
                        ("owner", models.CharField(max_length=80, verbose_name="责任单位（人）")),
                        ("due", models.DateField(verbose_name="完成期限")),
                        (
                            "measure",
                            models.CharField(blank=True, max_length=200, verbose_name="完成标准"),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("open", "在办"),
                                    ("claimed", "自报完成"),
                                    ("done", "已完成"),
                                    ("dropped", "不再办理"),
                                ],
                                default="open",
                                editable=False,
                                max_length=7,
                                verbose_name="状态",
                            ),
                        ),
                        (
                            "claimed",
                            models.DateField(
                                editable=False, null=True, verbose_name="自报完成日期"
                            ),
                        ),
                        (
                            "result",
                            models.CharField(
                                blank=True, editable=False, max_length=500, verbose_name="结果"
                            ),
                        ),
                        (
                            "done",
                            models.DateField(
                                editable=False, null=True, verbose_name="确认完成日期"
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
                            "attachment",
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
                            "claimed_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
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
                            "done_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="确认人",
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
                            "person",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="系统内责任人",
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
                            "meeting",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="delivery.meeting",
                                verbose_name="会议",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical 议定事项",
                        "verbose_name_plural": "historical 议定事项",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="MinutesTemplate",
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
                            "name",
                            models.CharField(blank=True, max_length=255, verbose_name="文件名"),
                        ),
                        ("sha256", models.CharField(blank=True, max_length=64)),
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
                    name="Month",
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
                        ("month", models.DateField(verbose_name="月份")),
                        (
                            "planned",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=18,
                                null=True,
                                verbose_name="计划投资",
                            ),
                        ),
                        (
                            "reported",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=18,
                                null=True,
                                verbose_name="自报投资",
                            ),
                        ),
                        (
                            "recognised",
                            models.DecimalField(
                                decimal_places=2,
                                editable=False,
                                max_digits=18,
                                null=True,
                                verbose_name="认定投资",
                            ),
                        ),
                        (
                            "recognised_on",
                            models.DateField(editable=False, null=True, verbose_name="认定日期"),
                        ),
                        (
                            "proof_says",
                            models.CharField(
                                blank=True, editable=False, max_length=200, verbose_name="认定依据"
                            ),
                        ),
                        (
                            "revenue",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=18,
                                null=True,
                                verbose_name="营业收入",
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
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="months",
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
                            "recognised_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="认定人",
                            ),
                        ),
                        (
                            "reported_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="报送人",
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
                        "verbose_name": "月度投资",
                        "verbose_name_plural": "月度投资",
                    },
                ),
                migrations.CreateModel(
                    name="Pack",
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
                        ("content", models.JSONField()),
                        ("sha256", models.CharField(max_length=64)),
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
                            "meeting",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="pack",
                                to="delivery.meeting",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="Permit",
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
                        ("key", models.CharField(max_length=20, verbose_name="代码")),
                        ("name", models.CharField(max_length=60, verbose_name="手续")),
                        (
                            "authority",
                            models.CharField(blank=True, max_length=40, verbose_name="办理部门"),
                        ),
                        ("is_needed", models.BooleanField(default=True, verbose_name="需要办理")),
                        (
                            "why_not",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="不需办理的理由"
                            ),
                        ),
                        (
                            "applied",
                            models.DateField(blank=True, null=True, verbose_name="受理日期"),
                        ),
                        (
                            "granted",
                            models.DateField(blank=True, null=True, verbose_name="办结日期"),
                        ),
                        (
                            "paper",
                            models.CharField(blank=True, max_length=80, verbose_name="文号或证号"),
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
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="permits",
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
                        "verbose_name": "手续",
                        "verbose_name_plural": "手续",
                    },
                ),
                migrations.CreateModel(
                    name="Photo",
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
                        ("says", models.CharField(max_length=200, verbose_name="说明")),
                        ("day", models.DateField(verbose_name="拍摄日期")),
                        (
                            "place",
                            models.CharField(blank=True, max_length=120, verbose_name="地点"),
                        ),
                        (
                            "taken",
                            models.DateTimeField(
                                editable=False, null=True, verbose_name="照片内时间"
                            ),
                        ),
                        (
                            "lng",
                            models.DecimalField(
                                decimal_places=6,
                                editable=False,
                                max_digits=9,
                                null=True,
                                verbose_name="经度",
                            ),
                        ),
                        (
                            "lat",
                            models.DecimalField(
                                decimal_places=6,
                                editable=False,
                                max_digits=8,
                                null=True,
                                verbose_name="纬度",
                            ),
                        ),
                        ("look", models.CharField(blank=True, editable=False, max_length=128)),
                        ("likeness", models.PositiveSmallIntegerField(editable=False, null=True)),
                        (
                            "doubts",
                            models.JSONField(default=list, editable=False, verbose_name="疑点"),
                        ),
                        (
                            "attachment",
                            models.ForeignKey(
                                editable=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="delivery.attachment",
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
                            "like",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="copies",
                                to="delivery.photo",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="photos",
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
                        "verbose_name": "现场照片",
                        "verbose_name_plural": "现场照片",
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalPhoto",
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
                        ("says", models.CharField(max_length=200, verbose_name="说明")),
                        ("day", models.DateField(verbose_name="拍摄日期")),
                        (
                            "place",
                            models.CharField(blank=True, max_length=120, verbose_name="地点"),
                        ),
                        (
                            "taken",
                            models.DateTimeField(
                                editable=False, null=True, verbose_name="照片内时间"
                            ),
                        ),
                        (
                            "lng",
                            models.DecimalField(
                                decimal_places=6,
                                editable=False,
                                max_digits=9,
                                null=True,
                                verbose_name="经度",
                            ),
                        ),
                        (
                            "lat",
                            models.DecimalField(
                                decimal_places=6,
                                editable=False,
                                max_digits=8,
                                null=True,
                                verbose_name="纬度",
                            ),
                        ),
                        ("look", models.CharField(blank=True, editable=False, max_length=128)),
                        ("likeness", models.PositiveSmallIntegerField(editable=False, null=True)),
                        (
                            "doubts",
                            models.JSONField(default=list, editable=False, verbose_name="疑点"),
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
                            "attachment",
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
                            "like",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="delivery.photo",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical 现场照片",
                        "verbose_name_plural": "historical 现场照片",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Problem",
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
                            "batch",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="批次"
                            ),
                        ),
                        ("kind", models.CharField(max_length=20, verbose_name="类型")),
                        ("severity", models.CharField(max_length=20, verbose_name="难易")),
                        ("text", models.CharField(max_length=500, verbose_name="问题")),
                        (
                            "found_by",
                            models.CharField(blank=True, max_length=60, verbose_name="发现人"),
                        ),
                        ("found_on", models.DateField(verbose_name="发现日期")),
                        (
                            "found_at",
                            models.CharField(blank=True, max_length=80, verbose_name="发现场合"),
                        ),
                        (
                            "owner",
                            models.CharField(blank=True, max_length=60, verbose_name="责任单位"),
                        ),
                        (
                            "co_owners",
                            models.CharField(blank=True, max_length=200, verbose_name="配合单位"),
                        ),
                        (
                            "level",
                            models.CharField(editable=False, max_length=20, verbose_name="层级"),
                        ),
                        (
                            "measures",
                            models.CharField(blank=True, max_length=500, verbose_name="措施"),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("registered", "登记"),
                                    ("assigned", "交办"),
                                    ("working", "办理中"),
                                    ("put_off", "延期"),
                                    ("asked", "申请销号"),
                                    ("checking", "核验"),
                                    ("returned", "退回"),
                                    ("escalated", "提级"),
                                    ("closed", "销号"),
                                ],
                                default="registered",
                                editable=False,
                                max_length=10,
                                verbose_name="状态",
                            ),
                        ),
                        ("opened", models.DateField(editable=False, verbose_name="登记日期")),
                        ("dispatch_due", models.DateField(editable=False, verbose_name="交办期限")),
                        (
                            "feedback_due",
                            models.DateField(
                                editable=False, null=True, verbose_name="首次反馈期限"
                            ),
                        ),
                        (
                            "report_due",
                            models.DateField(editable=False, null=True, verbose_name="月报期限"),
                        ),
                        (
                            "first_due",
                            models.DateField(
                                editable=False, null=True, verbose_name="首次承诺日期"
                            ),
                        ),
                        (
                            "due",
                            models.DateField(editable=False, null=True, verbose_name="办结期限"),
                        ),
                        (
                            "is_provisional",
                            models.BooleanField(default=False, editable=False, verbose_name="暂定"),
                        ),
                        (
                            "assigned",
                            models.DateField(editable=False, null=True, verbose_name="交办日期"),
                        ),
                        (
                            "fed_back",
                            models.DateField(editable=False, null=True, verbose_name="首次反馈"),
                        ),
                        (
                            "heard",
                            models.DateField(editable=False, null=True, verbose_name="最近更新"),
                        ),
                        (
                            "asked",
                            models.DateField(
                                editable=False, null=True, verbose_name="申请销号日期"
                            ),
                        ),
                        (
                            "wanted_due",
                            models.DateField(editable=False, null=True, verbose_name="申请延至"),
                        ),
                        (
                            "extended",
                            models.PositiveSmallIntegerField(
                                default=0, editable=False, verbose_name="延期次数"
                            ),
                        ),
                        (
                            "firm_confirmed",
                            models.DateField(editable=False, null=True, verbose_name="企业确认"),
                        ),
                        (
                            "closed",
                            models.DateField(editable=False, null=True, verbose_name="销号日期"),
                        ),
                        (
                            "reopened",
                            models.PositiveSmallIntegerField(
                                default=0, editable=False, verbose_name="重开次数"
                            ),
                        ),
                        (
                            "asked_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
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
                            "handler",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="责任人",
                            ),
                        ),
                        (
                            "owner_unit",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="people.orgunit",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="problems",
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
                            "verifier",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="核验人",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "问题",
                        "verbose_name_plural": "问题",
                    },
                ),
                migrations.CreateModel(
                    name="ProblemStep",
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
                                    ("register", "登记"),
                                    ("assign", "交办"),
                                    ("feedback", "反馈进展"),
                                    ("ask_later", "申请延期"),
                                    ("extend", "同意延期"),
                                    ("refuse", "不同意延期"),
                                    ("ask_close", "申请销号"),
                                    ("firm", "企业确认"),
                                    ("firm_not", "企业不认可"),
                                    ("close", "核验通过，销号"),
                                    ("return", "核验不通过，退回"),
                                    ("escalate", "提级"),
                                    ("reopen", "重新打开"),
                                ],
                                max_length=9,
                            ),
                        ),
                        ("day", models.DateField()),
                        ("says", models.TextField(blank=True)),
                        ("due", models.DateField(null=True)),
                        ("at", models.DateTimeField(auto_now_add=True)),
                        (
                            "attachment",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="delivery.attachment",
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
                        (
                            "problem",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="steps",
                                to="delivery.problem",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="Reply",
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
                        ("says", models.TextField()),
                        ("day", models.DateField()),
                        ("at", models.DateTimeField(auto_now_add=True)),
                        (
                            "attachment",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="delivery.attachment",
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
                            "call",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="replies",
                                to="delivery.call",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="SheetTemplate",
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
                        ("name", models.CharField(max_length=80, verbose_name="表名")),
                        ("file", models.CharField(max_length=255, verbose_name="文件名")),
                        ("sha256", models.CharField(max_length=64)),
                        ("cells", models.TextField(verbose_name="填报对应")),
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
                            "replaces",
                            models.OneToOneField(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="replaced_by",
                                to="delivery.sheettemplate",
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
                    name="FilledSheet",
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
                        ("first", models.DateField()),
                        ("last", models.DateField()),
                        ("cells", models.JSONField()),
                        ("sha256", models.CharField(max_length=64)),
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
                        (
                            "template",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="filled",
                                to="delivery.sheettemplate",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="Task",
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
                            "ordinal",
                            models.PositiveSmallIntegerField(editable=False, verbose_name="序号"),
                        ),
                        ("says", models.CharField(max_length=300, verbose_name="议定事项")),
                        ("owner", models.CharField(max_length=80, verbose_name="责任单位（人）")),
                        ("due", models.DateField(verbose_name="完成期限")),
                        (
                            "measure",
                            models.CharField(blank=True, max_length=200, verbose_name="完成标准"),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("open", "在办"),
                                    ("claimed", "自报完成"),
                                    ("done", "已完成"),
                                    ("dropped", "不再办理"),
                                ],
                                default="open",
                                editable=False,
                                max_length=7,
                                verbose_name="状态",
                            ),
                        ),
                        (
                            "claimed",
                            models.DateField(
                                editable=False, null=True, verbose_name="自报完成日期"
                            ),
                        ),
                        (
                            "result",
                            models.CharField(
                                blank=True, editable=False, max_length=500, verbose_name="结果"
                            ),
                        ),
                        (
                            "done",
                            models.DateField(
                                editable=False, null=True, verbose_name="确认完成日期"
                            ),
                        ),
                        (
                            "attachment",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="delivery.attachment",
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
                            "claimed_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
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
                            "done_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="确认人",
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="tasks",
                                to="delivery.meeting",
                                verbose_name="会议",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="系统内责任人",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="tasks",
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
                        "verbose_name": "议定事项",
                        "verbose_name_plural": "议定事项",
                    },
                ),
                migrations.CreateModel(
                    name="Turn",
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
                        ("was", models.CharField(blank=True, max_length=10)),
                        ("was_says", models.CharField(blank=True, max_length=12)),
                        ("now", models.CharField(max_length=10)),
                        ("now_says", models.CharField(max_length=12)),
                        ("tone", models.CharField(default="plain", max_length=5)),
                        ("why", models.TextField()),
                        ("day", models.DateField(db_index=True)),
                        ("scheme", models.CharField(max_length=80)),
                        ("at", models.DateTimeField(auto_now_add=True)),
                        (
                            "attachment",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="delivery.attachment",
                            ),
                        ),
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
                            "project",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="turns",
                                to="projects.project",
                            ),
                        ),
                    ],
                ),
                migrations.AddField(
                    model_name="call",
                    name="turn",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="calls",
                        to="delivery.turn",
                    ),
                ),
                migrations.CreateModel(
                    name="HistoricalFiling",
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
                            "sector",
                            models.CharField(blank=True, max_length=20, verbose_name="四上行业"),
                        ),
                        (
                            "entered",
                            models.DateField(blank=True, null=True, verbose_name="入库日期"),
                        ),
                        (
                            "code",
                            models.CharField(blank=True, max_length=40, verbose_name="入库编码"),
                        ),
                        (
                            "scaled",
                            models.DateField(blank=True, null=True, verbose_name="入规日期"),
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
                        "verbose_name": "historical 入库入规",
                        "verbose_name_plural": "historical 入库入规",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                        "indexes": [
                            models.Index(
                                fields=["history_until", "history_date"],
                                name="delivery_hi_history_34ed26_idx",
                            )
                        ],
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalLightRow",
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
                        ("light", models.CharField(max_length=10, verbose_name="灯")),
                        ("rank", models.PositiveSmallIntegerField(default=0, editable=False)),
                        ("says", models.CharField(max_length=12, verbose_name="灯色")),
                        ("tone", models.CharField(default="plain", max_length=5)),
                        ("is_alarm", models.BooleanField(default=False, verbose_name="督办")),
                        ("since", models.DateField(verbose_name="起始日期")),
                        ("reasons", models.JSONField(default=list, verbose_name="原因")),
                        ("reckoned", models.CharField(max_length=10, verbose_name="测算")),
                        ("reckoned_says", models.CharField(max_length=12, verbose_name="测算灯色")),
                        ("reckoned_reasons", models.JSONField(default=list)),
                        ("waits", models.BooleanField(default=False, verbose_name="待举证转灯")),
                        (
                            "money",
                            models.CharField(blank=True, max_length=10, verbose_name="投资灯"),
                        ),
                        (
                            "money_label",
                            models.CharField(blank=True, max_length=12, verbose_name="投资灯色"),
                        ),
                        ("money_tone", models.CharField(default="plain", max_length=5)),
                        (
                            "money_says",
                            models.CharField(blank=True, max_length=120, verbose_name="投资进度"),
                        ),
                        ("scheme", models.CharField(max_length=80, verbose_name="办法")),
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
                        "verbose_name": "historical 亮灯",
                        "verbose_name_plural": "historical 亮灯",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                        "indexes": [
                            models.Index(
                                fields=["history_until", "history_date"],
                                name="delivery_hi_history_e87f72_idx",
                            )
                        ],
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalMeeting",
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
                        ("title", models.CharField(max_length=80, verbose_name="会议名称")),
                        ("day", models.DateField(verbose_name="日期")),
                        (
                            "number",
                            models.CharField(editable=False, max_length=30, verbose_name="编号"),
                        ),
                        ("place", models.CharField(blank=True, max_length=80, verbose_name="地点")),
                        ("chair", models.CharField(max_length=60, verbose_name="主持人")),
                        (
                            "recorder",
                            models.CharField(blank=True, max_length=60, verbose_name="记录人"),
                        ),
                        (
                            "present",
                            models.TextField(blank=True, max_length=1000, verbose_name="出席"),
                        ),
                        (
                            "absent",
                            models.TextField(blank=True, max_length=500, verbose_name="请假"),
                        ),
                        (
                            "words",
                            models.TextField(blank=True, max_length=3000, verbose_name="会议要求"),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[("called", "筹备"), ("held", "已召开")],
                                default="called",
                                editable=False,
                                max_length=6,
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
                        "verbose_name": "historical 例会",
                        "verbose_name_plural": "historical 例会",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                        "indexes": [
                            models.Index(
                                fields=["history_until", "history_date"],
                                name="delivery_hi_history_2957da_idx",
                            )
                        ],
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalMonth",
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
                        ("month", models.DateField(verbose_name="月份")),
                        (
                            "planned",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=18,
                                null=True,
                                verbose_name="计划投资",
                            ),
                        ),
                        (
                            "reported",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=18,
                                null=True,
                                verbose_name="自报投资",
                            ),
                        ),
                        (
                            "recognised",
                            models.DecimalField(
                                decimal_places=2,
                                editable=False,
                                max_digits=18,
                                null=True,
                                verbose_name="认定投资",
                            ),
                        ),
                        (
                            "recognised_on",
                            models.DateField(editable=False, null=True, verbose_name="认定日期"),
                        ),
                        (
                            "proof_says",
                            models.CharField(
                                blank=True, editable=False, max_length=200, verbose_name="认定依据"
                            ),
                        ),
                        (
                            "revenue",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=18,
                                null=True,
                                verbose_name="营业收入",
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
                            "recognised_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="认定人",
                            ),
                        ),
                        (
                            "reported_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="报送人",
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
                        "verbose_name": "historical 月度投资",
                        "verbose_name_plural": "historical 月度投资",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                        "indexes": [
                            models.Index(
                                fields=["history_until", "history_date"],
                                name="delivery_hi_history_13d683_idx",
                            )
                        ],
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalPermit",
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
                        ("key", models.CharField(max_length=20, verbose_name="代码")),
                        ("name", models.CharField(max_length=60, verbose_name="手续")),
                        (
                            "authority",
                            models.CharField(blank=True, max_length=40, verbose_name="办理部门"),
                        ),
                        ("is_needed", models.BooleanField(default=True, verbose_name="需要办理")),
                        (
                            "why_not",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="不需办理的理由"
                            ),
                        ),
                        (
                            "applied",
                            models.DateField(blank=True, null=True, verbose_name="受理日期"),
                        ),
                        (
                            "granted",
                            models.DateField(blank=True, null=True, verbose_name="办结日期"),
                        ),
                        (
                            "paper",
                            models.CharField(blank=True, max_length=80, verbose_name="文号或证号"),
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
                        "verbose_name": "historical 手续",
                        "verbose_name_plural": "historical 手续",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                        "indexes": [
                            models.Index(
                                fields=["history_until", "history_date"],
                                name="delivery_hi_history_ef8fd7_idx",
                            )
                        ],
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalProblem",
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
                            "batch",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="批次"
                            ),
                        ),
                        ("kind", models.CharField(max_length=20, verbose_name="类型")),
                        ("severity", models.CharField(max_length=20, verbose_name="难易")),
                        ("text", models.CharField(max_length=500, verbose_name="问题")),
                        (
                            "found_by",
                            models.CharField(blank=True, max_length=60, verbose_name="发现人"),
                        ),
                        ("found_on", models.DateField(verbose_name="发现日期")),
                        (
                            "found_at",
                            models.CharField(blank=True, max_length=80, verbose_name="发现场合"),
                        ),
                        (
                            "owner",
                            models.CharField(blank=True, max_length=60, verbose_name="责任单位"),
                        ),
                        (
                            "co_owners",
                            models.CharField(blank=True, max_length=200, verbose_name="配合单位"),
                        ),
                        (
                            "level",
                            models.CharField(editable=False, max_length=20, verbose_name="层级"),
                        ),
                        (
                            "measures",
                            models.CharField(blank=True, max_length=500, verbose_name="措施"),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("registered", "登记"),
                                    ("assigned", "交办"),
                                    ("working", "办理中"),
                                    ("put_off", "延期"),
                                    ("asked", "申请销号"),
                                    ("checking", "核验"),
                                    ("returned", "退回"),
                                    ("escalated", "提级"),
                                    ("closed", "销号"),
                                ],
                                default="registered",
                                editable=False,
                                max_length=10,
                                verbose_name="状态",
                            ),
                        ),
                        ("opened", models.DateField(editable=False, verbose_name="登记日期")),
                        ("dispatch_due", models.DateField(editable=False, verbose_name="交办期限")),
                        (
                            "feedback_due",
                            models.DateField(
                                editable=False, null=True, verbose_name="首次反馈期限"
                            ),
                        ),
                        (
                            "report_due",
                            models.DateField(editable=False, null=True, verbose_name="月报期限"),
                        ),
                        (
                            "first_due",
                            models.DateField(
                                editable=False, null=True, verbose_name="首次承诺日期"
                            ),
                        ),
                        (
                            "due",
                            models.DateField(editable=False, null=True, verbose_name="办结期限"),
                        ),
                        (
                            "is_provisional",
                            models.BooleanField(default=False, editable=False, verbose_name="暂定"),
                        ),
                        (
                            "assigned",
                            models.DateField(editable=False, null=True, verbose_name="交办日期"),
                        ),
                        (
                            "fed_back",
                            models.DateField(editable=False, null=True, verbose_name="首次反馈"),
                        ),
                        (
                            "heard",
                            models.DateField(editable=False, null=True, verbose_name="最近更新"),
                        ),
                        (
                            "asked",
                            models.DateField(
                                editable=False, null=True, verbose_name="申请销号日期"
                            ),
                        ),
                        (
                            "wanted_due",
                            models.DateField(editable=False, null=True, verbose_name="申请延至"),
                        ),
                        (
                            "extended",
                            models.PositiveSmallIntegerField(
                                default=0, editable=False, verbose_name="延期次数"
                            ),
                        ),
                        (
                            "firm_confirmed",
                            models.DateField(editable=False, null=True, verbose_name="企业确认"),
                        ),
                        (
                            "closed",
                            models.DateField(editable=False, null=True, verbose_name="销号日期"),
                        ),
                        (
                            "reopened",
                            models.PositiveSmallIntegerField(
                                default=0, editable=False, verbose_name="重开次数"
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
                            "asked_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
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
                            "handler",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="责任人",
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
                            "owner_unit",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="people.orgunit",
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
                            "verifier",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="核验人",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical 问题",
                        "verbose_name_plural": "historical 问题",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                        "indexes": [
                            models.Index(
                                fields=["history_until", "history_date"],
                                name="delivery_hi_history_0fd128_idx",
                            )
                        ],
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="LightRow",
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
                        ("light", models.CharField(max_length=10, verbose_name="灯")),
                        ("rank", models.PositiveSmallIntegerField(default=0, editable=False)),
                        ("says", models.CharField(max_length=12, verbose_name="灯色")),
                        ("tone", models.CharField(default="plain", max_length=5)),
                        ("is_alarm", models.BooleanField(default=False, verbose_name="督办")),
                        ("since", models.DateField(verbose_name="起始日期")),
                        ("reasons", models.JSONField(default=list, verbose_name="原因")),
                        ("reckoned", models.CharField(max_length=10, verbose_name="测算")),
                        ("reckoned_says", models.CharField(max_length=12, verbose_name="测算灯色")),
                        ("reckoned_reasons", models.JSONField(default=list)),
                        ("waits", models.BooleanField(default=False, verbose_name="待举证转灯")),
                        (
                            "money",
                            models.CharField(blank=True, max_length=10, verbose_name="投资灯"),
                        ),
                        (
                            "money_label",
                            models.CharField(blank=True, max_length=12, verbose_name="投资灯色"),
                        ),
                        ("money_tone", models.CharField(default="plain", max_length=5)),
                        (
                            "money_says",
                            models.CharField(blank=True, max_length=120, verbose_name="投资进度"),
                        ),
                        ("scheme", models.CharField(max_length=80, verbose_name="办法")),
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
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="light",
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
                        "verbose_name": "亮灯",
                        "verbose_name_plural": "亮灯",
                        "indexes": [
                            models.Index(
                                fields=["unit", "removed_at", "-rank", "since"], name="light_board"
                            )
                        ],
                    },
                ),
                migrations.AddIndex(
                    model_name="meeting",
                    index=models.Index(fields=["unit", "removed_at", "-day"], name="meeting_list"),
                ),
                migrations.AddConstraint(
                    model_name="meeting",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("removed_at", None)),
                        fields=("unit", "day"),
                        name="meeting_once_a_day",
                    ),
                ),
                migrations.AddIndex(
                    model_name="historicaltask",
                    index=models.Index(
                        fields=["history_until", "history_date"],
                        name="delivery_hi_history_7d45dc_idx",
                    ),
                ),
                migrations.AddIndex(
                    model_name="month",
                    index=models.Index(fields=["unit", "removed_at", "-month"], name="month_list"),
                ),
                migrations.AddConstraint(
                    model_name="month",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("removed_at", None)),
                        fields=("project", "month"),
                        name="month_of_a_project_once",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="month",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("month__day", 1)), name="month_begins_on_the_first"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="permit",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("removed_at", None)),
                        fields=("project", "key"),
                        name="permit_of_a_project_once",
                    ),
                ),
                migrations.AddIndex(
                    model_name="photo",
                    index=models.Index(fields=["project", "-day"], name="photo_day"),
                ),
                migrations.AddIndex(
                    model_name="photo",
                    index=models.Index(fields=["look"], name="photo_look"),
                ),
                migrations.AddIndex(
                    model_name="historicalphoto",
                    index=models.Index(
                        fields=["history_until", "history_date"],
                        name="delivery_hi_history_add77f_idx",
                    ),
                ),
                migrations.AddIndex(
                    model_name="problem",
                    index=models.Index(
                        fields=["unit", "removed_at", "state", "due"], name="problem_ledger"
                    ),
                ),
                migrations.AddIndex(
                    model_name="problem",
                    index=models.Index(fields=["project", "state"], name="problem_project"),
                ),
                migrations.AddConstraint(
                    model_name="problem",
                    constraint=models.UniqueConstraint(
                        fields=("unit", "number"), name="problem_number"
                    ),
                ),
                migrations.AddIndex(
                    model_name="problemstep",
                    index=models.Index(fields=["problem", "kind"], name="problem_step_kind"),
                ),
                migrations.AddIndex(
                    model_name="task",
                    index=models.Index(
                        fields=["unit", "removed_at", "state", "due"], name="task_list"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="task",
                    constraint=models.UniqueConstraint(
                        fields=("meeting", "ordinal"), name="task_in_order"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="call",
                    constraint=models.UniqueConstraint(
                        fields=("turn", "rung"), name="a_rung_is_called_once"
                    ),
                ),
            ]
        ),
    ]
