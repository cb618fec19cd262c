"""Blocks, plots, owners and tenants, gates, hard cases, compensation sheets, supplies."""

import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models

import yinfeng.web.shell.middleware
from yinfeng.web.migrating import Together


class Migration(migrations.Migration):
    """Blocks, plots, owners and tenants, gates, hard cases, compensation sheets, supplies."""

    initial = True

    dependencies = [
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
                    name="GateProof",
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
                        ("stage", models.CharField(max_length=16)),
                        ("gate", models.CharField(max_length=16)),
                        ("paper", models.CharField(max_length=200, verbose_name="佐证材料")),
                        ("day", models.DateField(verbose_name="材料日期")),
                        ("at", models.DateTimeField(auto_now_add=True)),
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
                    name="Confirmation",
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
                            "proof",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="confirmation",
                                to="renewal.gateproof",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="Programme",
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
                        ("note", models.CharField(blank=True, max_length=300, verbose_name="备注")),
                        ("name", models.CharField(max_length=80, verbose_name="计划名称")),
                        (
                            "area",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=16,
                                null=True,
                                verbose_name="规划面积（㎡）",
                            ),
                        ),
                        ("since", models.DateField(blank=True, null=True, verbose_name="启动日期")),
                        ("until", models.DateField(blank=True, null=True, verbose_name="计划完成")),
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
                        "verbose_name": "更新计划",
                        "verbose_name_plural": "更新计划",
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalRenewalBlock",
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
                        ("note", models.CharField(blank=True, max_length=300, verbose_name="备注")),
                        ("name", models.CharField(max_length=80, verbose_name="区块名称")),
                        (
                            "boundary",
                            models.CharField(blank=True, max_length=400, verbose_name="四至"),
                        ),
                        (
                            "area",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=16,
                                null=True,
                                verbose_name="红线内面积（㎡）",
                            ),
                        ),
                        (
                            "owners_told",
                            models.PositiveIntegerField(
                                blank=True, null=True, verbose_name="应登记产权户"
                            ),
                        ),
                        (
                            "tenants_told",
                            models.PositiveIntegerField(
                                blank=True, null=True, verbose_name="应登记租户"
                            ),
                        ),
                        ("is_single", models.BooleanField(default=False, verbose_name="单宗地块")),
                        (
                            "industries",
                            models.CharField(blank=True, max_length=200, verbose_name="原有行业"),
                        ),
                        (
                            "functions",
                            models.CharField(blank=True, max_length=200, verbose_name="规划功能"),
                        ),
                        (
                            "plan",
                            models.CharField(
                                blank=True,
                                help_text="一区块一方案：方案名称和文号。",
                                max_length=120,
                                verbose_name="更新方案",
                            ),
                        ),
                        ("team", models.CharField(blank=True, max_length=120, verbose_name="专班")),
                        (
                            "leader",
                            models.CharField(blank=True, max_length=40, verbose_name="牵头领导"),
                        ),
                        ("since", models.DateField(blank=True, null=True, verbose_name="启动日期")),
                        (
                            "signing_since",
                            models.DateField(blank=True, null=True, verbose_name="签约启动"),
                        ),
                        (
                            "signing_until",
                            models.DateField(blank=True, null=True, verbose_name="签约截止"),
                        ),
                        (
                            "budget",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=18,
                                null=True,
                                verbose_name="补偿预算（元）",
                            ),
                        ),
                        (
                            "stage",
                            models.CharField(
                                default="survey", editable=False, max_length=16, verbose_name="阶段"
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
                            "land_block",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="land.block",
                                verbose_name="载体区块",
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
                            "programme",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="renewal.programme",
                                verbose_name="更新计划",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical 更新区块",
                        "verbose_name_plural": "historical 更新区块",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="RenewalBlock",
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
                        ("note", models.CharField(blank=True, max_length=300, verbose_name="备注")),
                        ("name", models.CharField(max_length=80, verbose_name="区块名称")),
                        (
                            "boundary",
                            models.CharField(blank=True, max_length=400, verbose_name="四至"),
                        ),
                        (
                            "area",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=16,
                                null=True,
                                verbose_name="红线内面积（㎡）",
                            ),
                        ),
                        (
                            "owners_told",
                            models.PositiveIntegerField(
                                blank=True, null=True, verbose_name="应登记产权户"
                            ),
                        ),
                        (
                            "tenants_told",
                            models.PositiveIntegerField(
                                blank=True, null=True, verbose_name="应登记租户"
                            ),
                        ),
                        ("is_single", models.BooleanField(default=False, verbose_name="单宗地块")),
                        (
                            "industries",
                            models.CharField(blank=True, max_length=200, verbose_name="原有行业"),
                        ),
                        (
                            "functions",
                            models.CharField(blank=True, max_length=200, verbose_name="规划功能"),
                        ),
                        (
                            "plan",
                            models.CharField(
                                blank=True,
                                help_text="一区块一方案：方案名称和文号。",
                                max_length=120,
                                verbose_name="更新方案",
                            ),
                        ),
                        ("team", models.CharField(blank=True, max_length=120, verbose_name="专班")),
                        (
                            "leader",
                            models.CharField(blank=True, max_length=40, verbose_name="牵头领导"),
                        ),
                        ("since", models.DateField(blank=True, null=True, verbose_name="启动日期")),
                        (
                            "signing_since",
                            models.DateField(blank=True, null=True, verbose_name="签约启动"),
                        ),
                        (
                            "signing_until",
                            models.DateField(blank=True, null=True, verbose_name="签约截止"),
                        ),
                        (
                            "budget",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=18,
                                null=True,
                                verbose_name="补偿预算（元）",
                            ),
                        ),
                        (
                            "stage",
                            models.CharField(
                                default="survey", editable=False, max_length=16, verbose_name="阶段"
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
                            "land_block",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="land.block",
                                verbose_name="载体区块",
                            ),
                        ),
                        (
                            "programme",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="blocks",
                                to="renewal.programme",
                                verbose_name="更新计划",
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
                        "verbose_name": "更新区块",
                        "verbose_name_plural": "更新区块",
                    },
                ),
                migrations.CreateModel(
                    name="Plot",
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
                        ("note", models.CharField(blank=True, max_length=300, verbose_name="备注")),
                        ("number", models.CharField(max_length=60, verbose_name="宗地号")),
                        (
                            "certificate",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="不动产权证号"
                            ),
                        ),
                        (
                            "area",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=16,
                                null=True,
                                verbose_name="土地面积（㎡）",
                            ),
                        ),
                        (
                            "certified",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=16,
                                null=True,
                                verbose_name="证载土地面积（㎡）",
                            ),
                        ),
                        (
                            "floor",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=16,
                                null=True,
                                verbose_name="建筑面积（㎡）",
                            ),
                        ),
                        (
                            "certified_floor",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=16,
                                null=True,
                                verbose_name="证载建筑面积（㎡）",
                            ),
                        ),
                        (
                            "floor_at_notice",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=16,
                                null=True,
                                verbose_name="公告时建筑面积（㎡）",
                            ),
                        ),
                        (
                            "charges",
                            models.CharField(blank=True, max_length=120, verbose_name="抵押、查封"),
                        ),
                        (
                            "photos",
                            models.PositiveSmallIntegerField(
                                default=0, verbose_name="现场照片（张）"
                            ),
                        ),
                        (
                            "demolished_on",
                            models.DateField(
                                blank=True, editable=False, null=True, verbose_name="拆除日期"
                            ),
                        ),
                        (
                            "cleared_on",
                            models.DateField(
                                blank=True, editable=False, null=True, verbose_name="净地日期"
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
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="land.parcel",
                                verbose_name="载体宗地",
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
                            "block",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="plots",
                                to="renewal.renewalblock",
                                verbose_name="更新区块",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "宗地",
                        "verbose_name_plural": "宗地",
                    },
                ),
                migrations.CreateModel(
                    name="Owner",
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
                        ("note", models.CharField(blank=True, max_length=300, verbose_name="备注")),
                        (
                            "sort",
                            models.CharField(
                                choices=[("firm", "单位"), ("person", "个人")],
                                default="firm",
                                max_length=6,
                                verbose_name="性质",
                            ),
                        ),
                        ("name", models.CharField(max_length=120, verbose_name="名称")),
                        (
                            "code",
                            models.CharField(
                                blank=True, max_length=18, verbose_name="统一社会信用代码"
                            ),
                        ),
                        (
                            "contact",
                            models.CharField(blank=True, max_length=40, verbose_name="联系人"),
                        ),
                        (
                            "contact_phone",
                            models.CharField(blank=True, max_length=40, verbose_name="联系电话"),
                        ),
                        (
                            "floor",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=16,
                                null=True,
                                verbose_name="建筑面积（㎡）",
                            ),
                        ),
                        (
                            "signed_on",
                            models.DateField(
                                blank=True, editable=False, null=True, verbose_name="签约日期"
                            ),
                        ),
                        (
                            "agreement",
                            models.CharField(
                                blank=True, editable=False, max_length=60, verbose_name="协议编号"
                            ),
                        ),
                        (
                            "vacated_on",
                            models.DateField(
                                blank=True, editable=False, null=True, verbose_name="腾空日期"
                            ),
                        ),
                        (
                            "area",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=16,
                                null=True,
                                verbose_name="土地面积（㎡）",
                            ),
                        ),
                        (
                            "settlement",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("money", "货币"),
                                    ("land", "工业用地置换"),
                                    ("floor", "工业厂房置换"),
                                    ("shop", "商业用房置换"),
                                ],
                                editable=False,
                                max_length=6,
                                verbose_name="安置方式",
                            ),
                        ),
                        (
                            "certificates_in",
                            models.BooleanField(
                                default=False, editable=False, verbose_name="权证已收存"
                            ),
                        ),
                        (
                            "order",
                            models.PositiveIntegerField(
                                editable=False, null=True, verbose_name="签约顺序"
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
                            "plot",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="owners",
                                to="renewal.plot",
                                verbose_name="宗地",
                            ),
                        ),
                        (
                            "block",
                            models.ForeignKey(
                                editable=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="owners",
                                to="renewal.renewalblock",
                                verbose_name="更新区块",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "产权户",
                        "verbose_name_plural": "产权户",
                    },
                ),
                migrations.CreateModel(
                    name="Lessee",
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
                        ("note", models.CharField(blank=True, max_length=300, verbose_name="备注")),
                        (
                            "sort",
                            models.CharField(
                                choices=[("firm", "单位"), ("person", "个人")],
                                default="firm",
                                max_length=6,
                                verbose_name="性质",
                            ),
                        ),
                        ("name", models.CharField(max_length=120, verbose_name="名称")),
                        (
                            "code",
                            models.CharField(
                                blank=True, max_length=18, verbose_name="统一社会信用代码"
                            ),
                        ),
                        (
                            "contact",
                            models.CharField(blank=True, max_length=40, verbose_name="联系人"),
                        ),
                        (
                            "contact_phone",
                            models.CharField(blank=True, max_length=40, verbose_name="联系电话"),
                        ),
                        (
                            "floor",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=16,
                                null=True,
                                verbose_name="建筑面积（㎡）",
                            ),
                        ),
                        (
                            "signed_on",
                            models.DateField(
                                blank=True, editable=False, null=True, verbose_name="签约日期"
                            ),
                        ),
                        (
                            "agreement",
                            models.CharField(
                                blank=True, editable=False, max_length=60, verbose_name="协议编号"
                            ),
                        ),
                        (
                            "vacated_on",
                            models.DateField(
                                blank=True, editable=False, null=True, verbose_name="腾空日期"
                            ),
                        ),
                        (
                            "owner",
                            models.CharField(blank=True, max_length=120, verbose_name="出租人"),
                        ),
                        (
                            "lease_until",
                            models.DateField(blank=True, null=True, verbose_name="租期至"),
                        ),
                        (
                            "deposit",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=14,
                                null=True,
                                verbose_name="押金（元）",
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
                            "plot",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="lessees",
                                to="renewal.plot",
                                verbose_name="宗地",
                            ),
                        ),
                        (
                            "block",
                            models.ForeignKey(
                                editable=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="lessees",
                                to="renewal.renewalblock",
                                verbose_name="更新区块",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "租户",
                        "verbose_name_plural": "租户",
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalSheet",
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
                        ("note", models.CharField(blank=True, max_length=300, verbose_name="备注")),
                        (
                            "holder",
                            models.CharField(
                                editable=False, max_length=120, verbose_name="补偿对象"
                            ),
                        ),
                        (
                            "valued_on",
                            models.DateField(blank=True, null=True, verbose_name="评估结果送达"),
                        ),
                        (
                            "appraiser",
                            models.CharField(blank=True, max_length=120, verbose_name="评估机构"),
                        ),
                        (
                            "compensated",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=16,
                                null=True,
                                verbose_name="补偿建筑面积（㎡）",
                            ),
                        ),
                        (
                            "declaration",
                            models.CharField(
                                blank=True,
                                help_text="经办人和审批人的申报，如：均无亲属和特定关系。",
                                max_length=200,
                                verbose_name="亲属关系申报",
                            ),
                        ),
                        (
                            "has_relatives",
                            models.BooleanField(default=False, verbose_name="有亲属或特定关系"),
                        ),
                        ("lines", models.JSONField(default=list, editable=False)),
                        (
                            "total",
                            models.DecimalField(
                                decimal_places=2,
                                default=0,
                                editable=False,
                                max_digits=18,
                                verbose_name="补偿总额（元）",
                            ),
                        ),
                        (
                            "book",
                            models.CharField(
                                editable=False, max_length=80, verbose_name="价格办法版本"
                            ),
                        ),
                        ("prices", models.TextField(blank=True, editable=False)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("draft", "编制中"),
                                    ("once", "待复审"),
                                    ("approved", "已审定"),
                                ],
                                default="draft",
                                editable=False,
                                max_length=8,
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
                            "drafted_by",
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
                        (
                            "lessee",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="renewal.lessee",
                            ),
                        ),
                        (
                            "owner",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="renewal.owner",
                            ),
                        ),
                        (
                            "block",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="renewal.renewalblock",
                                verbose_name="更新区块",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical 补偿表",
                        "verbose_name_plural": "historical 补偿表",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalResupply",
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
                        ("note", models.CharField(blank=True, max_length=300, verbose_name="备注")),
                        ("on", models.DateField(verbose_name="供地日期")),
                        (
                            "area",
                            models.DecimalField(
                                decimal_places=2, max_digits=16, verbose_name="面积（㎡）"
                            ),
                        ),
                        (
                            "way",
                            models.CharField(
                                choices=[
                                    ("listing", "挂牌出让"),
                                    ("tender", "招标、拍卖"),
                                    ("allocated", "划拨"),
                                    ("platform", "平台自建厂房"),
                                    ("leased", "租赁"),
                                ],
                                max_length=10,
                                verbose_name="供地方式",
                            ),
                        ),
                        ("receiver", models.CharField(max_length=120, verbose_name="受让方")),
                        (
                            "paper",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="成交确认书或批文"
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
                                verbose_name="落地项目",
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
                            "block",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="renewal.renewalblock",
                                verbose_name="更新区块",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical 再供地",
                        "verbose_name_plural": "historical 再供地",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalPlot",
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
                        ("note", models.CharField(blank=True, max_length=300, verbose_name="备注")),
                        ("number", models.CharField(max_length=60, verbose_name="宗地号")),
                        (
                            "certificate",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="不动产权证号"
                            ),
                        ),
                        (
                            "area",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=16,
                                null=True,
                                verbose_name="土地面积（㎡）",
                            ),
                        ),
                        (
                            "certified",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=16,
                                null=True,
                                verbose_name="证载土地面积（㎡）",
                            ),
                        ),
                        (
                            "floor",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=16,
                                null=True,
                                verbose_name="建筑面积（㎡）",
                            ),
                        ),
                        (
                            "certified_floor",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=16,
                                null=True,
                                verbose_name="证载建筑面积（㎡）",
                            ),
                        ),
                        (
                            "floor_at_notice",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=16,
                                null=True,
                                verbose_name="公告时建筑面积（㎡）",
                            ),
                        ),
                        (
                            "charges",
                            models.CharField(blank=True, max_length=120, verbose_name="抵押、查封"),
                        ),
                        (
                            "photos",
                            models.PositiveSmallIntegerField(
                                default=0, verbose_name="现场照片（张）"
                            ),
                        ),
                        (
                            "demolished_on",
                            models.DateField(
                                blank=True, editable=False, null=True, verbose_name="拆除日期"
                            ),
                        ),
                        (
                            "cleared_on",
                            models.DateField(
                                blank=True, editable=False, null=True, verbose_name="净地日期"
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
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="land.parcel",
                                verbose_name="载体宗地",
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
                            "block",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="renewal.renewalblock",
                                verbose_name="更新区块",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical 宗地",
                        "verbose_name_plural": "historical 宗地",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalOwner",
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
                        ("note", models.CharField(blank=True, max_length=300, verbose_name="备注")),
                        (
                            "sort",
                            models.CharField(
                                choices=[("firm", "单位"), ("person", "个人")],
                                default="firm",
                                max_length=6,
                                verbose_name="性质",
                            ),
                        ),
                        ("name", models.CharField(max_length=120, verbose_name="名称")),
                        (
                            "code",
                            models.CharField(
                                blank=True, max_length=18, verbose_name="统一社会信用代码"
                            ),
                        ),
                        (
                            "contact",
                            models.CharField(blank=True, max_length=40, verbose_name="联系人"),
                        ),
                        (
                            "contact_phone",
                            models.CharField(blank=True, max_length=40, verbose_name="联系电话"),
                        ),
                        (
                            "floor",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=16,
                                null=True,
                                verbose_name="建筑面积（㎡）",
                            ),
                        ),
                        (
                            "signed_on",
                            models.DateField(
                                blank=True, editable=False, null=True, verbose_name="签约日期"
                            ),
                        ),
                        (
                            "agreement",
                            models.CharField(
                                blank=True, editable=False, max_length=60, verbose_name="协议编号"
                            ),
                        ),
                        (
                            "vacated_on",
                            models.DateField(
                                blank=True, editable=False, null=True, verbose_name="腾空日期"
                            ),
                        ),
                        (
                            "area",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=16,
                                null=True,
                                verbose_name="土地面积（㎡）",
                            ),
                        ),
                        (
                            "settlement",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("money", "货币"),
                                    ("land", "工业用地置换"),
                                    ("floor", "工业厂房置换"),
                                    ("shop", "商业用房置换"),
                                ],
                                editable=False,
                                max_length=6,
                                verbose_name="安置方式",
                            ),
                        ),
                        (
                            "certificates_in",
                            models.BooleanField(
                                default=False, editable=False, verbose_name="权证已收存"
                            ),
                        ),
                        (
                            "order",
                            models.PositiveIntegerField(
                                editable=False, null=True, verbose_name="签约顺序"
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
                        (
                            "plot",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="renewal.plot",
                                verbose_name="宗地",
                            ),
                        ),
                        (
                            "block",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="renewal.renewalblock",
                                verbose_name="更新区块",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical 产权户",
                        "verbose_name_plural": "historical 产权户",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalLessee",
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
                        ("note", models.CharField(blank=True, max_length=300, verbose_name="备注")),
                        (
                            "sort",
                            models.CharField(
                                choices=[("firm", "单位"), ("person", "个人")],
                                default="firm",
                                max_length=6,
                                verbose_name="性质",
                            ),
                        ),
                        ("name", models.CharField(max_length=120, verbose_name="名称")),
                        (
                            "code",
                            models.CharField(
                                blank=True, max_length=18, verbose_name="统一社会信用代码"
                            ),
                        ),
                        (
                            "contact",
                            models.CharField(blank=True, max_length=40, verbose_name="联系人"),
                        ),
                        (
                            "contact_phone",
                            models.CharField(blank=True, max_length=40, verbose_name="联系电话"),
                        ),
                        (
                            "floor",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=16,
                                null=True,
                                verbose_name="建筑面积（㎡）",
                            ),
                        ),
                        (
                            "signed_on",
                            models.DateField(
                                blank=True, editable=False, null=True, verbose_name="签约日期"
                            ),
                        ),
                        (
                            "agreement",
                            models.CharField(
                                blank=True, editable=False, max_length=60, verbose_name="协议编号"
                            ),
                        ),
                        (
                            "vacated_on",
                            models.DateField(
                                blank=True, editable=False, null=True, verbose_name="腾空日期"
                            ),
                        ),
                        (
                            "owner",
                            models.CharField(blank=True, max_length=120, verbose_name="出租人"),
                        ),
                        (
                            "lease_until",
                            models.DateField(blank=True, null=True, verbose_name="租期至"),
                        ),
                        (
                            "deposit",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=14,
                                null=True,
                                verbose_name="押金（元）",
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
                        (
                            "plot",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="renewal.plot",
                                verbose_name="宗地",
                            ),
                        ),
                        (
                            "block",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="renewal.renewalblock",
                                verbose_name="更新区块",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical 租户",
                        "verbose_name_plural": "historical 租户",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalHardCase",
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
                        ("note", models.CharField(blank=True, max_length=300, verbose_name="备注")),
                        ("reason", models.CharField(max_length=16, verbose_name="难点原因")),
                        ("says", models.CharField(max_length=400, verbose_name="具体情况")),
                        ("responsible", models.CharField(max_length=40, verbose_name="责任人")),
                        (
                            "leader",
                            models.CharField(blank=True, max_length=40, verbose_name="包案领导"),
                        ),
                        ("opened", models.DateField(verbose_name="登记日期")),
                        (
                            "step",
                            models.CharField(blank=True, max_length=200, verbose_name="下一步"),
                        ),
                        ("due", models.DateField(blank=True, null=True, verbose_name="期限")),
                        (
                            "told_on",
                            models.DateField(blank=True, null=True, verbose_name="最近进展"),
                        ),
                        (
                            "closed",
                            models.DateField(blank=True, null=True, verbose_name="化解日期"),
                        ),
                        (
                            "result",
                            models.CharField(blank=True, max_length=200, verbose_name="化解结果"),
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
                        (
                            "lessee",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="renewal.lessee",
                                verbose_name="租户",
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
                                to="renewal.owner",
                                verbose_name="产权户",
                            ),
                        ),
                        (
                            "block",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="renewal.renewalblock",
                                verbose_name="更新区块",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical 难点户",
                        "verbose_name_plural": "historical 难点户",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HardCase",
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
                        ("note", models.CharField(blank=True, max_length=300, verbose_name="备注")),
                        ("reason", models.CharField(max_length=16, verbose_name="难点原因")),
                        ("says", models.CharField(max_length=400, verbose_name="具体情况")),
                        ("responsible", models.CharField(max_length=40, verbose_name="责任人")),
                        (
                            "leader",
                            models.CharField(blank=True, max_length=40, verbose_name="包案领导"),
                        ),
                        ("opened", models.DateField(verbose_name="登记日期")),
                        (
                            "step",
                            models.CharField(blank=True, max_length=200, verbose_name="下一步"),
                        ),
                        ("due", models.DateField(blank=True, null=True, verbose_name="期限")),
                        (
                            "told_on",
                            models.DateField(blank=True, null=True, verbose_name="最近进展"),
                        ),
                        (
                            "closed",
                            models.DateField(blank=True, null=True, verbose_name="化解日期"),
                        ),
                        (
                            "result",
                            models.CharField(blank=True, max_length=200, verbose_name="化解结果"),
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
                            "lessee",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="hard_cases",
                                to="renewal.lessee",
                                verbose_name="租户",
                            ),
                        ),
                        (
                            "owner",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="hard_cases",
                                to="renewal.owner",
                                verbose_name="产权户",
                            ),
                        ),
                        (
                            "block",
                            models.ForeignKey(
                                editable=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="hard_cases",
                                to="renewal.renewalblock",
                                verbose_name="更新区块",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "难点户",
                        "verbose_name_plural": "难点户",
                    },
                ),
                migrations.AddField(
                    model_name="gateproof",
                    name="block",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="proofs",
                        to="renewal.renewalblock",
                    ),
                ),
                migrations.CreateModel(
                    name="BlockFact",
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
                            "fact",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="store.fact",
                            ),
                        ),
                        (
                            "block",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="facts",
                                to="renewal.renewalblock",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="RenewalRule",
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
                                    ("rates", "进度口径"),
                                    ("stages", "阶段与佐证"),
                                    ("hard_cases", "难点户原因"),
                                    ("prices", "补偿项目与价格"),
                                    ("red_lines", "补偿红线"),
                                ],
                                max_length=10,
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
                    name="Resupply",
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
                        ("note", models.CharField(blank=True, max_length=300, verbose_name="备注")),
                        ("on", models.DateField(verbose_name="供地日期")),
                        (
                            "area",
                            models.DecimalField(
                                decimal_places=2, max_digits=16, verbose_name="面积（㎡）"
                            ),
                        ),
                        (
                            "way",
                            models.CharField(
                                choices=[
                                    ("listing", "挂牌出让"),
                                    ("tender", "招标、拍卖"),
                                    ("allocated", "划拨"),
                                    ("platform", "平台自建厂房"),
                                    ("leased", "租赁"),
                                ],
                                max_length=10,
                                verbose_name="供地方式",
                            ),
                        ),
                        ("receiver", models.CharField(max_length=120, verbose_name="受让方")),
                        (
                            "paper",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="成交确认书或批文"
                            ),
                        ),
                        (
                            "block",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="resupplies",
                                to="renewal.renewalblock",
                                verbose_name="更新区块",
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
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="projects.project",
                                verbose_name="落地项目",
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
                        "verbose_name": "再供地",
                        "verbose_name_plural": "再供地",
                    },
                ),
                migrations.CreateModel(
                    name="Sheet",
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
                        ("note", models.CharField(blank=True, max_length=300, verbose_name="备注")),
                        (
                            "holder",
                            models.CharField(
                                editable=False, max_length=120, verbose_name="补偿对象"
                            ),
                        ),
                        (
                            "valued_on",
                            models.DateField(blank=True, null=True, verbose_name="评估结果送达"),
                        ),
                        (
                            "appraiser",
                            models.CharField(blank=True, max_length=120, verbose_name="评估机构"),
                        ),
                        (
                            "compensated",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=16,
                                null=True,
                                verbose_name="补偿建筑面积（㎡）",
                            ),
                        ),
                        (
                            "declaration",
                            models.CharField(
                                blank=True,
                                help_text="经办人和审批人的申报，如：均无亲属和特定关系。",
                                max_length=200,
                                verbose_name="亲属关系申报",
                            ),
                        ),
                        (
                            "has_relatives",
                            models.BooleanField(default=False, verbose_name="有亲属或特定关系"),
                        ),
                        ("lines", models.JSONField(default=list, editable=False)),
                        (
                            "total",
                            models.DecimalField(
                                decimal_places=2,
                                default=0,
                                editable=False,
                                max_digits=18,
                                verbose_name="补偿总额（元）",
                            ),
                        ),
                        (
                            "book",
                            models.CharField(
                                editable=False, max_length=80, verbose_name="价格办法版本"
                            ),
                        ),
                        ("prices", models.TextField(blank=True, editable=False)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("draft", "编制中"),
                                    ("once", "待复审"),
                                    ("approved", "已审定"),
                                ],
                                default="draft",
                                editable=False,
                                max_length=8,
                                verbose_name="状态",
                            ),
                        ),
                        (
                            "block",
                            models.ForeignKey(
                                editable=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="sheets",
                                to="renewal.renewalblock",
                                verbose_name="更新区块",
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
                            "drafted_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "lessee",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="sheets",
                                to="renewal.lessee",
                            ),
                        ),
                        (
                            "owner",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="sheets",
                                to="renewal.owner",
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
                        "verbose_name": "补偿表",
                        "verbose_name_plural": "补偿表",
                    },
                ),
                migrations.CreateModel(
                    name="Ruling",
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
                        ("line", models.CharField(max_length=24)),
                        ("about", models.CharField(max_length=160)),
                        ("paper", models.CharField(max_length=160)),
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
                            "sheet",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="rulings",
                                to="renewal.sheet",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="Payment",
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
                        ("day", models.DateField()),
                        ("amount", models.DecimalField(decimal_places=2, max_digits=18)),
                        ("payee", models.CharField(max_length=120)),
                        ("paper", models.CharField(max_length=120)),
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
                            "sheet",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="payments",
                                to="renewal.sheet",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="Approval",
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
                        ("version", models.PositiveIntegerField()),
                        ("total", models.DecimalField(decimal_places=2, max_digits=18)),
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
                            "sheet",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="approvals",
                                to="renewal.sheet",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="HistoricalProgramme",
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
                        ("note", models.CharField(blank=True, max_length=300, verbose_name="备注")),
                        ("name", models.CharField(max_length=80, verbose_name="计划名称")),
                        (
                            "area",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=16,
                                null=True,
                                verbose_name="规划面积（㎡）",
                            ),
                        ),
                        ("since", models.DateField(blank=True, null=True, verbose_name="启动日期")),
                        ("until", models.DateField(blank=True, null=True, verbose_name="计划完成")),
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
                        "verbose_name": "historical 更新计划",
                        "verbose_name_plural": "historical 更新计划",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                        "indexes": [
                            models.Index(
                                fields=["history_until", "history_date"],
                                name="renewal_his_history_5b6f1a_idx",
                            )
                        ],
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.AddConstraint(
                    model_name="programme",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("removed_at", None)),
                        fields=("unit", "name"),
                        name="programme_name_once",
                        violation_error_message="本单位已有同名更新计划。",
                    ),
                ),
                migrations.AddIndex(
                    model_name="historicalrenewalblock",
                    index=models.Index(
                        fields=["history_until", "history_date"],
                        name="renewal_his_history_440519_idx",
                    ),
                ),
                migrations.AddIndex(
                    model_name="renewalblock",
                    index=models.Index(
                        fields=["unit", "removed_at"], name="renewal_block_standing"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="renewalblock",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("removed_at", None)),
                        fields=("unit", "name"),
                        name="renewal_block_name_once",
                        violation_error_message="本单位已有同名更新区块。",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="renewalblock",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(
                            ("removed_at", None), models.Q(("plan", ""), _negated=True)
                        ),
                        fields=("unit", "plan"),
                        name="renewal_plan_of_one_block",
                        violation_error_message="这个方案已用在另一个区块：一个区块一个方案。",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="plot",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("removed_at", None)),
                        fields=("unit", "number"),
                        name="plot_number_once",
                        violation_error_message="这宗地已在一个更新区块里。",
                    ),
                ),
                migrations.AddIndex(
                    model_name="owner",
                    index=models.Index(fields=["block", "signed_on"], name="owner_signed"),
                ),
                migrations.AddConstraint(
                    model_name="owner",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("removed_at", None)),
                        fields=("plot", "name"),
                        name="owner_once_a_plot",
                        violation_error_message="这宗地上已登记这个产权户。",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="owner",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("vacated_on", None),
                            ("vacated_on__gte", models.F("signed_on")),
                            _connector="OR",
                        ),
                        name="owner_signs_before_leaving",
                    ),
                ),
                migrations.AddIndex(
                    model_name="lessee",
                    index=models.Index(fields=["block", "signed_on"], name="lessee_signed"),
                ),
                migrations.AddConstraint(
                    model_name="lessee",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("removed_at", None)),
                        fields=("plot", "name"),
                        name="lessee_once_a_plot",
                        violation_error_message="这宗地上已登记这个租户。",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="lessee",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("vacated_on", None),
                            ("vacated_on__gte", models.F("signed_on")),
                            _connector="OR",
                        ),
                        name="lessee_signs_before_leaving",
                    ),
                ),
                migrations.AddIndex(
                    model_name="historicalsheet",
                    index=models.Index(
                        fields=["history_until", "history_date"],
                        name="renewal_his_history_cad58b_idx",
                    ),
                ),
                migrations.AddIndex(
                    model_name="historicalresupply",
                    index=models.Index(
                        fields=["history_until", "history_date"],
                        name="renewal_his_history_94d21c_idx",
                    ),
                ),
                migrations.AddIndex(
                    model_name="historicalplot",
                    index=models.Index(
                        fields=["history_until", "history_date"],
                        name="renewal_his_history_4e8453_idx",
                    ),
                ),
                migrations.AddIndex(
                    model_name="historicalowner",
                    index=models.Index(
                        fields=["history_until", "history_date"],
                        name="renewal_his_history_5a8163_idx",
                    ),
                ),
                migrations.AddIndex(
                    model_name="historicallessee",
                    index=models.Index(
                        fields=["history_until", "history_date"],
                        name="renewal_his_history_f2534e_idx",
                    ),
                ),
                migrations.AddIndex(
                    model_name="historicalhardcase",
                    index=models.Index(
                        fields=["history_until", "history_date"],
                        name="renewal_his_history_888bc6_idx",
                    ),
                ),
                migrations.AddIndex(
                    model_name="hardcase",
                    index=models.Index(fields=["block", "closed"], name="hard_case_open"),
                ),
                migrations.AddConstraint(
                    model_name="hardcase",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("lessee__isnull", False), ("owner", None)),
                            models.Q(("lessee", None), ("owner__isnull", False)),
                            _connector="OR",
                        ),
                        name="hard_case_of_one_party",
                        violation_error_message="请选定产权户或者租户，只选一个。",
                    ),
                ),
                migrations.AddIndex(
                    model_name="gateproof",
                    index=models.Index(fields=["block", "stage"], name="gate_proof_stage"),
                ),
                migrations.AddConstraint(
                    model_name="sheet",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("lessee__isnull", False), ("owner", None)),
                            models.Q(("lessee", None), ("owner__isnull", False)),
                            _connector="OR",
                        ),
                        name="sheet_of_one_party",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="sheet",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("removed_at", None)),
                        fields=("owner",),
                        name="sheet_once_an_owner",
                        violation_error_message="这个产权户已有补偿表。",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="sheet",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("removed_at", None)),
                        fields=("lessee",),
                        name="sheet_once_a_lessee",
                        violation_error_message="这个租户已有补偿表。",
                    ),
                ),
            ]
        ),
    ]
