"""Leads and everything that is told of them, runs for them or ends them."""

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
        ("people", "0002_ways_in"),
        ("store", "0003_arrivals"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        Together(
            operations=[
                migrations.CreateModel(
                    name="Hearing",
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
                        ("decision", models.PositiveBigIntegerField(default=0)),
                        (
                            "unit",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="people.orgunit",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="Lead",
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
                            models.CharField(editable=False, max_length=12, verbose_name="编号"),
                        ),
                        ("name", models.CharField(max_length=120, verbose_name="线索名称")),
                        ("source", models.CharField(max_length=200, verbose_name="线索来源")),
                        ("investors", models.CharField(max_length=300, verbose_name="投资方")),
                        (
                            "content",
                            models.CharField(blank=True, max_length=500, verbose_name="项目内容"),
                        ),
                        (
                            "amount",
                            models.CharField(blank=True, max_length=40, verbose_name="投资额"),
                        ),
                        (
                            "yuan",
                            models.DecimalField(
                                decimal_places=2,
                                editable=False,
                                max_digits=18,
                                null=True,
                                verbose_name="投资额（元）",
                            ),
                        ),
                        (
                            "land",
                            models.CharField(blank=True, max_length=120, verbose_name="用地需求"),
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
                            "maturity",
                            models.CharField(blank=True, max_length=12, verbose_name="成熟度"),
                        ),
                        ("reporter", models.CharField(max_length=40, verbose_name="报送人")),
                        ("reported", models.DateField(db_index=True, verbose_name="首报日期")),
                        (
                            "contact",
                            models.CharField(blank=True, max_length=40, verbose_name="联系人"),
                        ),
                        (
                            "contact_post",
                            models.CharField(blank=True, max_length=60, verbose_name="联系人职务"),
                        ),
                        (
                            "contact_phone",
                            models.CharField(blank=True, max_length=40, verbose_name="联系电话"),
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
                            "state",
                            models.CharField(
                                choices=[
                                    ("open", "在跟踪"),
                                    ("pool", "公海"),
                                    ("lost", "流失"),
                                    ("converted", "已转项目"),
                                ],
                                default="open",
                                editable=False,
                                max_length=9,
                                verbose_name="状态",
                            ),
                        ),
                        (
                            "grade",
                            models.CharField(
                                default="C", editable=False, max_length=1, verbose_name="级别"
                            ),
                        ),
                        (
                            "score",
                            models.PositiveSmallIntegerField(
                                default=0, editable=False, verbose_name="评分"
                            ),
                        ),
                        (
                            "stage",
                            models.CharField(
                                blank=True, editable=False, max_length=12, verbose_name="阶段"
                            ),
                        ),
                        (
                            "leader",
                            models.CharField(
                                blank=True, editable=False, max_length=60, verbose_name="牵头领导"
                            ),
                        ),
                        (
                            "last_event",
                            models.DateField(editable=False, null=True, verbose_name="最近进展"),
                        ),
                        (
                            "pooled",
                            models.DateField(
                                editable=False, null=True, verbose_name="转入公海日期"
                            ),
                        ),
                        (
                            "revisit",
                            models.DateField(editable=False, null=True, verbose_name="再看日期"),
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
                            "first_unit",
                            models.ForeignKey(
                                editable=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="people.orgunit",
                                verbose_name="首报单位",
                            ),
                        ),
                        (
                            "owner",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="leads",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="跟踪人",
                            ),
                        ),
                        (
                            "pool",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="people.orgunit",
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
                        "verbose_name": "线索",
                        "verbose_name_plural": "线索",
                    },
                ),
                migrations.CreateModel(
                    name="GradeChange",
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
                        ("grade", models.CharField(max_length=1)),
                        ("score", models.PositiveSmallIntegerField()),
                        ("stage", models.CharField(blank=True, max_length=12)),
                        ("reasons", models.JSONField()),
                        ("lacking", models.JSONField()),
                        ("policy", models.CharField(max_length=80)),
                        ("basis", models.TextField()),
                        ("because", models.CharField(max_length=120)),
                        ("was", models.CharField(blank=True, max_length=1)),
                        ("day", models.DateField()),
                        ("at", models.DateTimeField(auto_now_add=True)),
                        (
                            "lead",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="grades",
                                to="leads.lead",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="Dispatch",
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
                        ("instruction", models.TextField()),
                        ("sent", models.DateField()),
                        ("answer_due", models.DateField()),
                        ("result_due", models.DateField()),
                        ("answer", models.TextField(blank=True)),
                        ("answered", models.DateField(null=True)),
                        ("result", models.TextField(blank=True)),
                        ("resulted", models.DateField(null=True)),
                        ("withdrawn", models.DateField(null=True)),
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
                            "leader",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="dispatches",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "resulted_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "lead",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="dispatches",
                                to="leads.lead",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="Conversion",
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
                        ("number", models.CharField(max_length=14)),
                        ("taken_over", models.JSONField()),
                        ("seal", models.CharField(max_length=64)),
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
                        (
                            "lead",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="conversion",
                                to="leads.lead",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="Clock",
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
                        ("key", models.CharField(max_length=20)),
                        ("says", models.CharField(max_length=60)),
                        ("days", models.PositiveSmallIntegerField()),
                        ("is_working", models.BooleanField()),
                        ("policy", models.CharField(max_length=80)),
                        ("starts", models.DateField()),
                        ("ends", models.DateField(db_index=True)),
                        ("is_provisional", models.BooleanField(default=False)),
                        ("first_ends", models.DateField(null=True)),
                        ("extended_on", models.DateField(null=True)),
                        ("why", models.TextField(blank=True)),
                        ("ended", models.DateField(null=True)),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("done", "按期办结"),
                                    ("late", "超期办结"),
                                    ("replaced", "重新起算"),
                                    ("dropped", "不再计时"),
                                ],
                                max_length=8,
                            ),
                        ),
                        ("proof", models.CharField(blank=True, max_length=200)),
                        (
                            "ended_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "extended_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "lead",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="clocks",
                                to="leads.lead",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="Clash",
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
                        ("grounds", models.CharField(max_length=300)),
                        ("score", models.FloatField()),
                        ("said", models.TextField()),
                        ("day", models.DateField()),
                        ("due", models.DateField()),
                        (
                            "ruling",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("first", "归先报单位"),
                                    ("second", "归后报单位"),
                                    ("both", "不是同一线索，各自跟踪"),
                                ],
                                max_length=6,
                            ),
                        ),
                        ("ruled", models.DateField(null=True)),
                        ("why", models.TextField(blank=True)),
                        ("first_share", models.PositiveSmallIntegerField(null=True)),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "ruled_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "earlier",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="clashed",
                                to="leads.lead",
                            ),
                        ),
                        (
                            "later",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="clashes",
                                to="leads.lead",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="Claim",
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
                        ("since", models.DateField()),
                        ("from_pool", models.BooleanField(default=False)),
                        ("complete", models.DateField(null=True)),
                        ("confirmed", models.DateField(null=True)),
                        ("extended", models.DateField(null=True)),
                        ("why", models.TextField(blank=True)),
                        ("ended", models.DateField(null=True)),
                        (
                            "end",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("lapsed", "失效转入公海"),
                                    ("yielded", "裁定归其他单位"),
                                    ("lost", "线索流失"),
                                    ("converted", "转为项目"),
                                ],
                                max_length=9,
                            ),
                        ),
                        ("end_says", models.CharField(blank=True, max_length=200)),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "confirmed_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "extended_by",
                            models.ForeignKey(
                                null=True,
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
                            "lead",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="claims",
                                to="leads.lead",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="LeadFact",
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
                            "lead",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="facts",
                                to="leads.lead",
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
                    name="LeadName",
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
                            "lead",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="names",
                                to="leads.lead",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="Loss",
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
                        ("code", models.CharField(max_length=8)),
                        ("reason", models.CharField(max_length=80)),
                        (
                            "rival",
                            models.CharField(blank=True, max_length=80, verbose_name="竞争地"),
                        ),
                        ("words", models.TextField()),
                        ("stage", models.CharField(blank=True, max_length=12)),
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
                            "lead",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="losses",
                                to="leads.lead",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="OfficeRule",
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
                                    ("maturity", "分级与时限"),
                                    ("claims", "首报与保护"),
                                    ("losses", "流失原因"),
                                    ("calendar", "工作日历"),
                                ],
                                max_length=8,
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
                        ("weight", models.CharField(blank=True, max_length=8)),
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
                            "lead",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="statements",
                                to="leads.lead",
                            ),
                        ),
                    ],
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
                            "lead",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="tellings",
                                to="leads.lead",
                            ),
                        ),
                        (
                            "statement",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="tellings",
                                to="leads.statement",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="HistoricalLead",
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
                            models.CharField(editable=False, max_length=12, verbose_name="编号"),
                        ),
                        ("name", models.CharField(max_length=120, verbose_name="线索名称")),
                        ("source", models.CharField(max_length=200, verbose_name="线索来源")),
                        ("investors", models.CharField(max_length=300, verbose_name="投资方")),
                        (
                            "content",
                            models.CharField(blank=True, max_length=500, verbose_name="项目内容"),
                        ),
                        (
                            "amount",
                            models.CharField(blank=True, max_length=40, verbose_name="投资额"),
                        ),
                        (
                            "yuan",
                            models.DecimalField(
                                decimal_places=2,
                                editable=False,
                                max_digits=18,
                                null=True,
                                verbose_name="投资额（元）",
                            ),
                        ),
                        (
                            "land",
                            models.CharField(blank=True, max_length=120, verbose_name="用地需求"),
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
                            "maturity",
                            models.CharField(blank=True, max_length=12, verbose_name="成熟度"),
                        ),
                        ("reporter", models.CharField(max_length=40, verbose_name="报送人")),
                        ("reported", models.DateField(db_index=True, verbose_name="首报日期")),
                        (
                            "contact",
                            models.CharField(blank=True, max_length=40, verbose_name="联系人"),
                        ),
                        (
                            "contact_post",
                            models.CharField(blank=True, max_length=60, verbose_name="联系人职务"),
                        ),
                        (
                            "contact_phone",
                            models.CharField(blank=True, max_length=40, verbose_name="联系电话"),
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
                            "state",
                            models.CharField(
                                choices=[
                                    ("open", "在跟踪"),
                                    ("pool", "公海"),
                                    ("lost", "流失"),
                                    ("converted", "已转项目"),
                                ],
                                default="open",
                                editable=False,
                                max_length=9,
                                verbose_name="状态",
                            ),
                        ),
                        (
                            "grade",
                            models.CharField(
                                default="C", editable=False, max_length=1, verbose_name="级别"
                            ),
                        ),
                        (
                            "score",
                            models.PositiveSmallIntegerField(
                                default=0, editable=False, verbose_name="评分"
                            ),
                        ),
                        (
                            "stage",
                            models.CharField(
                                blank=True, editable=False, max_length=12, verbose_name="阶段"
                            ),
                        ),
                        (
                            "leader",
                            models.CharField(
                                blank=True, editable=False, max_length=60, verbose_name="牵头领导"
                            ),
                        ),
                        (
                            "last_event",
                            models.DateField(editable=False, null=True, verbose_name="最近进展"),
                        ),
                        (
                            "pooled",
                            models.DateField(
                                editable=False, null=True, verbose_name="转入公海日期"
                            ),
                        ),
                        (
                            "revisit",
                            models.DateField(editable=False, null=True, verbose_name="再看日期"),
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
                            "first_unit",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="people.orgunit",
                                verbose_name="首报单位",
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
                            "owner",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="跟踪人",
                            ),
                        ),
                        (
                            "pool",
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
                        "verbose_name": "historical 线索",
                        "verbose_name_plural": "historical 线索",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                        "indexes": [
                            models.Index(
                                fields=["history_until", "history_date"],
                                name="leads_histo_history_36251a_idx",
                            )
                        ],
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.AddIndex(
                    model_name="lead",
                    index=models.Index(
                        fields=["unit", "state", "grade", "-score"], name="lead_board"
                    ),
                ),
                migrations.AddIndex(
                    model_name="lead",
                    index=models.Index(fields=["state", "last_event"], name="lead_colour"),
                ),
                migrations.AddConstraint(
                    model_name="lead",
                    constraint=models.UniqueConstraint(
                        fields=("first_unit", "number"), name="lead_number"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="conversion",
                    constraint=models.UniqueConstraint(
                        fields=("unit", "number"), name="conversion_number"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="clock",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("ended", None)),
                        fields=("lead", "key"),
                        name="clock_runs_once",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="clash",
                    constraint=models.UniqueConstraint(
                        fields=("later", "earlier"), name="clash_once"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="claim",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("ended", None)),
                        fields=("lead",),
                        name="claim_stands_once",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="leadfact",
                    constraint=models.UniqueConstraint(
                        fields=("lead", "fact"), name="fact_once_a_lead"
                    ),
                ),
                migrations.AddIndex(
                    model_name="leadname",
                    index=models.Index(fields=["kind", "gram"], name="lead_name_gram"),
                ),
                migrations.AddIndex(
                    model_name="statement",
                    index=models.Index(fields=["day", "kind"], name="statement_day"),
                ),
                migrations.AddConstraint(
                    model_name="telling",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("entry__isnull", False), ("statement", None)),
                            models.Q(("entry", None), ("statement__isnull", False)),
                            _connector="OR",
                        ),
                        name="telling_has_one_proof",
                    ),
                ),
            ]
        ),
    ]
