"""Enterprises, what they hold from when to when, rent that came in."""

import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models

import yinfeng.web.shell.middleware
from yinfeng.web.migrating import Together


class Migration(migrations.Migration):
    """Enterprises, what they hold from when to when, rent that came in."""

    initial = True

    dependencies = [
        ("land", "0002_append_only"),
        ("people", "0003_titles"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        Together(
            operations=[
                migrations.CreateModel(
                    name="TenancyRule",
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
                    name="Tenant",
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
                        ("name", models.CharField(max_length=120, verbose_name="企业名称")),
                        (
                            "code",
                            models.CharField(
                                blank=True, max_length=18, verbose_name="统一社会信用代码"
                            ),
                        ),
                        (
                            "industry",
                            models.CharField(
                                blank=True, max_length=8, verbose_name="行业（GB/T 4754）"
                            ),
                        ),
                        (
                            "chain",
                            models.CharField(blank=True, max_length=60, verbose_name="产业链"),
                        ),
                        (
                            "makes",
                            models.CharField(blank=True, max_length=200, verbose_name="主要产品"),
                        ),
                        (
                            "staff",
                            models.PositiveIntegerField(
                                blank=True, null=True, verbose_name="从业人数"
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
                        "verbose_name": "入驻企业",
                        "verbose_name_plural": "入驻企业",
                    },
                ),
                migrations.CreateModel(
                    name="Occupancy",
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
                        ("firm", models.CharField(max_length=120, verbose_name="企业名称")),
                        (
                            "place",
                            models.CharField(
                                help_text="宗地号，或宗地号/幢号/楼层/单元号，如 YZ-01/1号楼/2层/201。",  # noqa: E501
                                max_length=200,
                                verbose_name="位置",
                            ),
                        ),
                        (
                            "tenure",
                            models.CharField(
                                choices=[
                                    ("own", "自有自用"),
                                    ("lease", "租赁"),
                                    ("sublet", "转租"),
                                ],
                                default="lease",
                                max_length=8,
                                verbose_name="方式",
                            ),
                        ),
                        (
                            "lessor",
                            models.CharField(blank=True, max_length=120, verbose_name="出租人"),
                        ),
                        (
                            "area",
                            models.DecimalField(
                                decimal_places=2, max_digits=14, verbose_name="面积（㎡）"
                            ),
                        ),
                        ("since", models.DateField(verbose_name="起")),
                        (
                            "until",
                            models.DateField(
                                blank=True,
                                help_text="最后一天；不定期的不填。",
                                null=True,
                                verbose_name="止",
                            ),
                        ),
                        (
                            "contract",
                            models.CharField(blank=True, max_length=60, verbose_name="合同编号"),
                        ),
                        (
                            "rent",
                            models.DecimalField(
                                blank=True,
                                decimal_places=4,
                                max_digits=10,
                                null=True,
                                verbose_name="租金（元/㎡·月）",
                            ),
                        ),
                        (
                            "months",
                            models.PositiveSmallIntegerField(
                                default=3,
                                help_text="先付后用，按合同起日起算。",
                                verbose_name="几个月一付",
                            ),
                        ),
                        (
                            "free_until",
                            models.DateField(blank=True, null=True, verbose_name="免租至"),
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
                            "is_counted",
                            models.BooleanField(
                                default=True,
                                help_text="按合同还没到投产期的用地不计入。",
                                verbose_name="计入亩均用地",
                            ),
                        ),
                        (
                            "left_why",
                            models.CharField(
                                blank=True, editable=False, max_length=200, verbose_name="退出原因"
                            ),
                        ),
                        ("note", models.CharField(blank=True, max_length=300, verbose_name="备注")),
                        (
                            "building",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="land.building",
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
                            "floor",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="land.floor",
                            ),
                        ),
                        (
                            "parcel",
                            models.ForeignKey(
                                editable=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="occupancies",
                                to="land.parcel",
                                verbose_name="宗地",
                            ),
                        ),
                        (
                            "room",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
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
                            "tenant",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="occupancies",
                                to="tenancy.tenant",
                                verbose_name="入驻企业",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "入驻",
                        "verbose_name_plural": "入驻",
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalOccupancy",
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
                        ("firm", models.CharField(max_length=120, verbose_name="企业名称")),
                        (
                            "place",
                            models.CharField(
                                help_text="宗地号，或宗地号/幢号/楼层/单元号，如 YZ-01/1号楼/2层/201。",  # noqa: E501
                                max_length=200,
                                verbose_name="位置",
                            ),
                        ),
                        (
                            "tenure",
                            models.CharField(
                                choices=[
                                    ("own", "自有自用"),
                                    ("lease", "租赁"),
                                    ("sublet", "转租"),
                                ],
                                default="lease",
                                max_length=8,
                                verbose_name="方式",
                            ),
                        ),
                        (
                            "lessor",
                            models.CharField(blank=True, max_length=120, verbose_name="出租人"),
                        ),
                        (
                            "area",
                            models.DecimalField(
                                decimal_places=2, max_digits=14, verbose_name="面积（㎡）"
                            ),
                        ),
                        ("since", models.DateField(verbose_name="起")),
                        (
                            "until",
                            models.DateField(
                                blank=True,
                                help_text="最后一天；不定期的不填。",
                                null=True,
                                verbose_name="止",
                            ),
                        ),
                        (
                            "contract",
                            models.CharField(blank=True, max_length=60, verbose_name="合同编号"),
                        ),
                        (
                            "rent",
                            models.DecimalField(
                                blank=True,
                                decimal_places=4,
                                max_digits=10,
                                null=True,
                                verbose_name="租金（元/㎡·月）",
                            ),
                        ),
                        (
                            "months",
                            models.PositiveSmallIntegerField(
                                default=3,
                                help_text="先付后用，按合同起日起算。",
                                verbose_name="几个月一付",
                            ),
                        ),
                        (
                            "free_until",
                            models.DateField(blank=True, null=True, verbose_name="免租至"),
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
                            "is_counted",
                            models.BooleanField(
                                default=True,
                                help_text="按合同还没到投产期的用地不计入。",
                                verbose_name="计入亩均用地",
                            ),
                        ),
                        (
                            "left_why",
                            models.CharField(
                                blank=True, editable=False, max_length=200, verbose_name="退出原因"
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
                            "building",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="land.building",
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
                            "floor",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="land.floor",
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
                            "room",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
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
                            "tenant",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="tenancy.tenant",
                                verbose_name="入驻企业",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical 入驻",
                        "verbose_name_plural": "historical 入驻",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalTenant",
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
                        ("name", models.CharField(max_length=120, verbose_name="企业名称")),
                        (
                            "code",
                            models.CharField(
                                blank=True, max_length=18, verbose_name="统一社会信用代码"
                            ),
                        ),
                        (
                            "industry",
                            models.CharField(
                                blank=True, max_length=8, verbose_name="行业（GB/T 4754）"
                            ),
                        ),
                        (
                            "chain",
                            models.CharField(blank=True, max_length=60, verbose_name="产业链"),
                        ),
                        (
                            "makes",
                            models.CharField(blank=True, max_length=200, verbose_name="主要产品"),
                        ),
                        (
                            "staff",
                            models.PositiveIntegerField(
                                blank=True, null=True, verbose_name="从业人数"
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
                        "verbose_name": "historical 入驻企业",
                        "verbose_name_plural": "historical 入驻企业",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                        "indexes": [
                            models.Index(
                                fields=["history_until", "history_date"],
                                name="tenancy_his_history_a200e2_idx",
                            )
                        ],
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Receipt",
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
                        ("day", models.DateField(verbose_name="到账日期")),
                        (
                            "amount",
                            models.DecimalField(
                                decimal_places=2, max_digits=14, verbose_name="金额（元）"
                            ),
                        ),
                        ("paper", models.CharField(blank=True, max_length=80, verbose_name="凭证")),
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
                            "occupancy",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="receipts",
                                to="tenancy.occupancy",
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
                        "indexes": [models.Index(fields=["occupancy", "day"], name="receipt_day")],
                    },
                ),
                migrations.AddIndex(
                    model_name="tenant",
                    index=models.Index(fields=["unit", "removed_at"], name="tenant_standing"),
                ),
                migrations.AddConstraint(
                    model_name="tenant",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("removed_at", None)),
                        fields=("unit", "name"),
                        name="tenant_name_once",
                        violation_error_message="本单位已有同名企业。",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="tenant",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(
                            ("removed_at", None), models.Q(("code", ""), _negated=True)
                        ),
                        fields=("unit", "code"),
                        name="tenant_code_once",
                        violation_error_message="本单位已有这个统一社会信用代码的企业。",
                    ),
                ),
                migrations.AddIndex(
                    model_name="occupancy",
                    index=models.Index(
                        fields=["unit", "removed_at", "-since"], name="occupancy_standing"
                    ),
                ),
                migrations.AddIndex(
                    model_name="occupancy",
                    index=models.Index(fields=["parcel", "since"], name="occupancy_of_parcel"),
                ),
                migrations.AddIndex(
                    model_name="occupancy",
                    index=models.Index(fields=["unit", "until"], name="occupancy_ending"),
                ),
                migrations.AddConstraint(
                    model_name="occupancy",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("until", None), ("until__gte", models.F("since")), _connector="OR"
                        ),
                        name="occupancy_in_order",
                        violation_error_message="止日不能早于起日。",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="occupancy",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("area__gt", 0)),
                        name="occupancy_has_area",
                        violation_error_message="面积应大于零。",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="occupancy",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("months__gte", 1), ("months__lte", 60)),
                        name="occupancy_pays_in_months",
                        violation_error_message="几个月一付请填1到60。",
                    ),
                ),
                migrations.AddIndex(
                    model_name="historicaloccupancy",
                    index=models.Index(
                        fields=["history_until", "history_date"],
                        name="tenancy_his_history_1cbff6_idx",
                    ),
                ),
            ]
        ),
    ]
