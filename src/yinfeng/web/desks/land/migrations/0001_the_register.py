"""Parks, blocks, parcels, buildings, floors, units, charges, zones, each with its versions."""

import functools

import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models

import yinfeng.web.desks.land.models.kept
import yinfeng.web.shell.middleware
from yinfeng.web.migrating import Together


class Migration(migrations.Migration):
    """The tables."""

    initial = True

    dependencies = [
        ("people", "0003_titles"),
        ("store", "0004_ways"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        Together(
            operations=[
                migrations.CreateModel(
                    name="Block",
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
                            "boundary",
                            models.CharField(blank=True, max_length=400, verbose_name="四至"),
                        ),
                        (
                            "shape",
                            models.JSONField(
                                blank=True, editable=False, null=True, verbose_name="范围"
                            ),
                        ),
                        ("west", models.FloatField(editable=False, null=True)),
                        ("south", models.FloatField(editable=False, null=True)),
                        ("east", models.FloatField(editable=False, null=True)),
                        ("north", models.FloatField(editable=False, null=True)),
                        (
                            "measured",
                            models.DecimalField(
                                decimal_places=2,
                                editable=False,
                                max_digits=16,
                                null=True,
                                verbose_name="图上面积（㎡）",
                            ),
                        ),
                        (
                            "drawn_from",
                            models.CharField(
                                blank=True, editable=False, max_length=200, verbose_name="图形来源"
                            ),
                        ),
                        ("code", models.CharField(max_length=40, verbose_name="区块编号")),
                        ("name", models.CharField(max_length=80, verbose_name="区块名称")),
                        (
                            "planned",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=16,
                                null=True,
                                verbose_name="规划面积（㎡）",
                            ),
                        ),
                        (
                            "built",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=16,
                                null=True,
                                verbose_name="已建成面积（㎡）",
                            ),
                        ),
                        (
                            "functions",
                            models.CharField(blank=True, max_length=200, verbose_name="规划功能"),
                        ),
                        ("since", models.DateField(blank=True, null=True, verbose_name="启动日期")),
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
                            "fact",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="store.fact",
                                verbose_name="出处",
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
                        "verbose_name": "区块",
                        "verbose_name_plural": "区块",
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Building",
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
                            "boundary",
                            models.CharField(blank=True, max_length=400, verbose_name="四至"),
                        ),
                        (
                            "shape",
                            models.JSONField(
                                blank=True, editable=False, null=True, verbose_name="范围"
                            ),
                        ),
                        ("west", models.FloatField(editable=False, null=True)),
                        ("south", models.FloatField(editable=False, null=True)),
                        ("east", models.FloatField(editable=False, null=True)),
                        ("north", models.FloatField(editable=False, null=True)),
                        (
                            "measured",
                            models.DecimalField(
                                decimal_places=2,
                                editable=False,
                                max_digits=16,
                                null=True,
                                verbose_name="图上面积（㎡）",
                            ),
                        ),
                        (
                            "drawn_from",
                            models.CharField(
                                blank=True, editable=False, max_length=200, verbose_name="图形来源"
                            ),
                        ),
                        ("number", models.CharField(max_length=40, verbose_name="幢号")),
                        ("name", models.CharField(blank=True, max_length=80, verbose_name="名称")),
                        (
                            "structure",
                            models.CharField(
                                blank=True,
                                choices=functools.partial(
                                    yinfeng.web.desks.land.models.kept.choices_of,
                                    *("structures",),
                                    **{},
                                ),
                                max_length=12,
                                verbose_name="结构",
                            ),
                        ),
                        ("use", models.CharField(blank=True, max_length=60, verbose_name="用途")),
                        (
                            "storeys",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="层数"
                            ),
                        ),
                        (
                            "built_on",
                            models.DateField(blank=True, null=True, verbose_name="竣工日期"),
                        ),
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
                                verbose_name="建筑面积（㎡）",
                            ),
                        ),
                        (
                            "certified",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=16,
                                null=True,
                                verbose_name="有证建筑面积（㎡）",
                            ),
                        ),
                        (
                            "uncertified",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=16,
                                null=True,
                                verbose_name="无证建筑面积（㎡）",
                            ),
                        ),
                        (
                            "power",
                            models.DecimalField(
                                blank=True,
                                decimal_places=1,
                                max_digits=10,
                                null=True,
                                verbose_name="供电容量（kVA）",
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
                            "fact",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="store.fact",
                                verbose_name="出处",
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
                        "verbose_name": "楼幢",
                        "verbose_name_plural": "楼幢",
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Drawing",
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
                            "target",
                            models.CharField(
                                choices=[
                                    ("parcels", "宗地"),
                                    ("blocks", "区块"),
                                    ("parks", "园区"),
                                    ("buildings", "楼幢"),
                                    ("zones", "管控区"),
                                ],
                                max_length=10,
                                verbose_name="导入为",
                            ),
                        ),
                        ("at", models.DateTimeField(auto_now_add=True, verbose_name="上传时间")),
                        ("name", models.CharField(max_length=255, verbose_name="文件名")),
                        ("sha256", models.CharField(max_length=64)),
                        ("content", models.BinaryField()),
                        ("read", models.JSONField()),
                        (
                            "system",
                            models.CharField(blank=True, max_length=24, verbose_name="坐标系"),
                        ),
                        ("settings", models.JSONField(default=dict)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("draft", "待导入"),
                                    ("done", "已导入"),
                                    ("undone", "已撤销"),
                                ],
                                default="draft",
                                max_length=8,
                            ),
                        ),
                        ("created", models.PositiveIntegerField(default=0)),
                        ("changed", models.PositiveIntegerField(default=0)),
                        ("bad", models.PositiveIntegerField(default=0)),
                        ("done_at", models.DateTimeField(null=True)),
                        ("undone_at", models.DateTimeField(null=True)),
                        ("undone_why", models.TextField(blank=True)),
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
                    name="Floor",
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
                            "level",
                            models.SmallIntegerField(
                                help_text="地下写负数，如：-1", verbose_name="楼层"
                            ),
                        ),
                        (
                            "area",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=16,
                                null=True,
                                verbose_name="建筑面积（㎡）",
                            ),
                        ),
                        (
                            "height",
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
                            "building",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="floors",
                                to="land.building",
                                verbose_name="所在楼幢",
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
                            "fact",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="store.fact",
                                verbose_name="出处",
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
                        "verbose_name": "楼层",
                        "verbose_name_plural": "楼层",
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalFloor",
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
                            "level",
                            models.SmallIntegerField(
                                help_text="地下写负数，如：-1", verbose_name="楼层"
                            ),
                        ),
                        (
                            "area",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=16,
                                null=True,
                                verbose_name="建筑面积（㎡）",
                            ),
                        ),
                        (
                            "height",
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
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="land.building",
                                verbose_name="所在楼幢",
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
                            "fact",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="store.fact",
                                verbose_name="出处",
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
                        "verbose_name": "historical 楼层",
                        "verbose_name_plural": "historical 楼层",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalPark",
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
                            "boundary",
                            models.CharField(blank=True, max_length=400, verbose_name="四至"),
                        ),
                        (
                            "shape",
                            models.JSONField(
                                blank=True, editable=False, null=True, verbose_name="范围"
                            ),
                        ),
                        ("west", models.FloatField(editable=False, null=True)),
                        ("south", models.FloatField(editable=False, null=True)),
                        ("east", models.FloatField(editable=False, null=True)),
                        ("north", models.FloatField(editable=False, null=True)),
                        (
                            "measured",
                            models.DecimalField(
                                decimal_places=2,
                                editable=False,
                                max_digits=16,
                                null=True,
                                verbose_name="图上面积（㎡）",
                            ),
                        ),
                        (
                            "drawn_from",
                            models.CharField(
                                blank=True, editable=False, max_length=200, verbose_name="图形来源"
                            ),
                        ),
                        ("name", models.CharField(max_length=80, verbose_name="园区名称")),
                        (
                            "kind",
                            models.CharField(
                                choices=functools.partial(
                                    yinfeng.web.desks.land.models.kept.choices_of, *("parks",), **{}
                                ),
                                max_length=12,
                                verbose_name="类别",
                            ),
                        ),
                        (
                            "planned",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=16,
                                null=True,
                                verbose_name="规划面积（㎡）",
                            ),
                        ),
                        (
                            "built",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=16,
                                null=True,
                                verbose_name="已建成面积（㎡）",
                            ),
                        ),
                        (
                            "industries",
                            models.CharField(blank=True, max_length=200, verbose_name="主导产业"),
                        ),
                        ("since", models.DateField(blank=True, null=True, verbose_name="设立日期")),
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
                            "fact",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="store.fact",
                                verbose_name="出处",
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
                        "verbose_name": "historical 园区",
                        "verbose_name_plural": "historical 园区",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalUnit",
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
                        ("number", models.CharField(max_length=40, verbose_name="单元号")),
                        (
                            "area",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=16,
                                null=True,
                                verbose_name="建筑面积（㎡）",
                            ),
                        ),
                        (
                            "let_area",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                editable=False,
                                max_digits=16,
                                null=True,
                                verbose_name="已租面积（㎡）",
                            ),
                        ),
                        ("use", models.CharField(blank=True, max_length=60, verbose_name="用途")),
                        (
                            "power",
                            models.DecimalField(
                                blank=True,
                                decimal_places=1,
                                max_digits=10,
                                null=True,
                                verbose_name="供电容量（kVA）",
                            ),
                        ),
                        (
                            "free_on",
                            models.DateField(blank=True, null=True, verbose_name="可租日期"),
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
                            "fact",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="store.fact",
                                verbose_name="出处",
                            ),
                        ),
                        (
                            "floor",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="land.floor",
                                verbose_name="所在楼层",
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
                        "verbose_name": "historical 单元",
                        "verbose_name_plural": "historical 单元",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalZone",
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
                            "boundary",
                            models.CharField(blank=True, max_length=400, verbose_name="四至"),
                        ),
                        (
                            "shape",
                            models.JSONField(
                                blank=True, editable=False, null=True, verbose_name="范围"
                            ),
                        ),
                        ("west", models.FloatField(editable=False, null=True)),
                        ("south", models.FloatField(editable=False, null=True)),
                        ("east", models.FloatField(editable=False, null=True)),
                        ("north", models.FloatField(editable=False, null=True)),
                        (
                            "measured",
                            models.DecimalField(
                                decimal_places=2,
                                editable=False,
                                max_digits=16,
                                null=True,
                                verbose_name="图上面积（㎡）",
                            ),
                        ),
                        (
                            "drawn_from",
                            models.CharField(
                                blank=True, editable=False, max_length=200, verbose_name="图形来源"
                            ),
                        ),
                        ("name", models.CharField(max_length=120, verbose_name="管控区名称")),
                        (
                            "layer",
                            models.CharField(
                                choices=functools.partial(
                                    yinfeng.web.desks.land.models.kept.choices_of,
                                    *("layers",),
                                    **{},
                                ),
                                max_length=12,
                                verbose_name="图层",
                            ),
                        ),
                        (
                            "rule",
                            models.CharField(
                                choices=functools.partial(
                                    yinfeng.web.desks.land.models.kept.choices_of, *("rules",), **{}
                                ),
                                max_length=12,
                                verbose_name="规则",
                            ),
                        ),
                        (
                            "conditions",
                            models.CharField(blank=True, max_length=400, verbose_name="准入条件"),
                        ),
                        (
                            "asks",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="征求意见的部门"
                            ),
                        ),
                        ("basis", models.CharField(max_length=200, verbose_name="依据")),
                        ("since", models.DateField(verbose_name="施行日期")),
                        ("until", models.DateField(blank=True, null=True, verbose_name="失效日期")),
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
                            "fact",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="store.fact",
                                verbose_name="出处",
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
                        "verbose_name": "historical 管控区",
                        "verbose_name_plural": "historical 管控区",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Parcel",
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
                            "boundary",
                            models.CharField(blank=True, max_length=400, verbose_name="四至"),
                        ),
                        (
                            "shape",
                            models.JSONField(
                                blank=True, editable=False, null=True, verbose_name="范围"
                            ),
                        ),
                        ("west", models.FloatField(editable=False, null=True)),
                        ("south", models.FloatField(editable=False, null=True)),
                        ("east", models.FloatField(editable=False, null=True)),
                        ("north", models.FloatField(editable=False, null=True)),
                        (
                            "measured",
                            models.DecimalField(
                                decimal_places=2,
                                editable=False,
                                max_digits=16,
                                null=True,
                                verbose_name="图上面积（㎡）",
                            ),
                        ),
                        (
                            "drawn_from",
                            models.CharField(
                                blank=True, editable=False, max_length=200, verbose_name="图形来源"
                            ),
                        ),
                        ("number", models.CharField(max_length=60, verbose_name="宗地号")),
                        (
                            "name",
                            models.CharField(blank=True, max_length=120, verbose_name="宗地名称"),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=functools.partial(
                                    yinfeng.web.desks.land.models.kept.choices_of,
                                    *("states",),
                                    **{},
                                ),
                                default="planned",
                                max_length=12,
                                verbose_name="状态",
                            ),
                        ),
                        (
                            "use",
                            models.CharField(
                                blank=True,
                                choices=functools.partial(
                                    yinfeng.web.desks.land.models.kept.choices_of, *("uses",), **{}
                                ),
                                max_length=16,
                                verbose_name="用途",
                            ),
                        ),
                        (
                            "right",
                            models.CharField(
                                blank=True,
                                choices=functools.partial(
                                    yinfeng.web.desks.land.models.kept.choices_of,
                                    *("rights",),
                                    **{},
                                ),
                                max_length=12,
                                verbose_name="权利类型",
                            ),
                        ),
                        (
                            "holder",
                            models.CharField(blank=True, max_length=120, verbose_name="权利人"),
                        ),
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
                                verbose_name="面积（㎡）",
                            ),
                        ),
                        (
                            "certified",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=16,
                                null=True,
                                verbose_name="证载面积（㎡）",
                            ),
                        ),
                        (
                            "uncertified",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=16,
                                null=True,
                                verbose_name="无证面积（㎡）",
                            ),
                        ),
                        (
                            "let_area",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                editable=False,
                                max_digits=16,
                                null=True,
                                verbose_name="已租（已用）面积（㎡）",
                            ),
                        ),
                        ("since", models.DateField(blank=True, null=True, verbose_name="使用权起")),
                        ("until", models.DateField(blank=True, null=True, verbose_name="使用权止")),
                        (
                            "free_on",
                            models.DateField(blank=True, null=True, verbose_name="可供日期"),
                        ),
                        (
                            "far_low",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=5,
                                null=True,
                                verbose_name="容积率下限",
                            ),
                        ),
                        (
                            "far_high",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=5,
                                null=True,
                                verbose_name="容积率上限",
                            ),
                        ),
                        (
                            "floor_area",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=16,
                                null=True,
                                verbose_name="总建筑面积（㎡）",
                            ),
                        ),
                        (
                            "power",
                            models.DecimalField(
                                blank=True,
                                decimal_places=1,
                                max_digits=10,
                                null=True,
                                verbose_name="供电容量（kVA）",
                            ),
                        ),
                        (
                            "pipes",
                            models.CharField(blank=True, max_length=120, verbose_name="管线配套"),
                        ),
                        (
                            "soil",
                            models.CharField(blank=True, max_length=120, verbose_name="土壤调查"),
                        ),
                        (
                            "block",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="parcels",
                                to="land.block",
                                verbose_name="所在区块",
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
                            "fact",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="store.fact",
                                verbose_name="出处",
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
                        "verbose_name": "宗地",
                        "verbose_name_plural": "宗地",
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalCharge",
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
                            "kind",
                            models.CharField(
                                choices=functools.partial(
                                    yinfeng.web.desks.land.models.kept.choices_of,
                                    *("charges",),
                                    **{},
                                ),
                                max_length=12,
                                verbose_name="类别",
                            ),
                        ),
                        ("holder", models.CharField(max_length=120, verbose_name="权利人或机关")),
                        (
                            "paper",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="文号或登记号"
                            ),
                        ),
                        (
                            "amount",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=14,
                                null=True,
                                verbose_name="金额（万元）",
                            ),
                        ),
                        ("since", models.DateField(verbose_name="起")),
                        ("until", models.DateField(blank=True, null=True, verbose_name="止")),
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
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="land.building",
                                verbose_name="楼幢",
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
                            "fact",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="store.fact",
                                verbose_name="出处",
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
                    ],
                    options={
                        "verbose_name": "historical 抵押查封",
                        "verbose_name_plural": "historical 抵押查封",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalBuilding",
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
                            "boundary",
                            models.CharField(blank=True, max_length=400, verbose_name="四至"),
                        ),
                        (
                            "shape",
                            models.JSONField(
                                blank=True, editable=False, null=True, verbose_name="范围"
                            ),
                        ),
                        ("west", models.FloatField(editable=False, null=True)),
                        ("south", models.FloatField(editable=False, null=True)),
                        ("east", models.FloatField(editable=False, null=True)),
                        ("north", models.FloatField(editable=False, null=True)),
                        (
                            "measured",
                            models.DecimalField(
                                decimal_places=2,
                                editable=False,
                                max_digits=16,
                                null=True,
                                verbose_name="图上面积（㎡）",
                            ),
                        ),
                        (
                            "drawn_from",
                            models.CharField(
                                blank=True, editable=False, max_length=200, verbose_name="图形来源"
                            ),
                        ),
                        ("number", models.CharField(max_length=40, verbose_name="幢号")),
                        ("name", models.CharField(blank=True, max_length=80, verbose_name="名称")),
                        (
                            "structure",
                            models.CharField(
                                blank=True,
                                choices=functools.partial(
                                    yinfeng.web.desks.land.models.kept.choices_of,
                                    *("structures",),
                                    **{},
                                ),
                                max_length=12,
                                verbose_name="结构",
                            ),
                        ),
                        ("use", models.CharField(blank=True, max_length=60, verbose_name="用途")),
                        (
                            "storeys",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="层数"
                            ),
                        ),
                        (
                            "built_on",
                            models.DateField(blank=True, null=True, verbose_name="竣工日期"),
                        ),
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
                                verbose_name="建筑面积（㎡）",
                            ),
                        ),
                        (
                            "certified",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=16,
                                null=True,
                                verbose_name="有证建筑面积（㎡）",
                            ),
                        ),
                        (
                            "uncertified",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=16,
                                null=True,
                                verbose_name="无证建筑面积（㎡）",
                            ),
                        ),
                        (
                            "power",
                            models.DecimalField(
                                blank=True,
                                decimal_places=1,
                                max_digits=10,
                                null=True,
                                verbose_name="供电容量（kVA）",
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
                            "fact",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="store.fact",
                                verbose_name="出处",
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
                            "parcel",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="land.parcel",
                                verbose_name="所在宗地",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical 楼幢",
                        "verbose_name_plural": "historical 楼幢",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Charge",
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
                            "kind",
                            models.CharField(
                                choices=functools.partial(
                                    yinfeng.web.desks.land.models.kept.choices_of,
                                    *("charges",),
                                    **{},
                                ),
                                max_length=12,
                                verbose_name="类别",
                            ),
                        ),
                        ("holder", models.CharField(max_length=120, verbose_name="权利人或机关")),
                        (
                            "paper",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="文号或登记号"
                            ),
                        ),
                        (
                            "amount",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=14,
                                null=True,
                                verbose_name="金额（万元）",
                            ),
                        ),
                        ("since", models.DateField(verbose_name="起")),
                        ("until", models.DateField(blank=True, null=True, verbose_name="止")),
                        (
                            "building",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="charges",
                                to="land.building",
                                verbose_name="楼幢",
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
                            "fact",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="store.fact",
                                verbose_name="出处",
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
                            "parcel",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="charges",
                                to="land.parcel",
                                verbose_name="宗地",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "抵押查封",
                        "verbose_name_plural": "抵押查封",
                    },
                ),
                migrations.AddField(
                    model_name="building",
                    name="parcel",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="buildings",
                        to="land.parcel",
                        verbose_name="所在宗地",
                    ),
                ),
                migrations.CreateModel(
                    name="Park",
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
                            "boundary",
                            models.CharField(blank=True, max_length=400, verbose_name="四至"),
                        ),
                        (
                            "shape",
                            models.JSONField(
                                blank=True, editable=False, null=True, verbose_name="范围"
                            ),
                        ),
                        ("west", models.FloatField(editable=False, null=True)),
                        ("south", models.FloatField(editable=False, null=True)),
                        ("east", models.FloatField(editable=False, null=True)),
                        ("north", models.FloatField(editable=False, null=True)),
                        (
                            "measured",
                            models.DecimalField(
                                decimal_places=2,
                                editable=False,
                                max_digits=16,
                                null=True,
                                verbose_name="图上面积（㎡）",
                            ),
                        ),
                        (
                            "drawn_from",
                            models.CharField(
                                blank=True, editable=False, max_length=200, verbose_name="图形来源"
                            ),
                        ),
                        ("name", models.CharField(max_length=80, verbose_name="园区名称")),
                        (
                            "kind",
                            models.CharField(
                                choices=functools.partial(
                                    yinfeng.web.desks.land.models.kept.choices_of, *("parks",), **{}
                                ),
                                max_length=12,
                                verbose_name="类别",
                            ),
                        ),
                        (
                            "planned",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=16,
                                null=True,
                                verbose_name="规划面积（㎡）",
                            ),
                        ),
                        (
                            "built",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=16,
                                null=True,
                                verbose_name="已建成面积（㎡）",
                            ),
                        ),
                        (
                            "industries",
                            models.CharField(blank=True, max_length=200, verbose_name="主导产业"),
                        ),
                        ("since", models.DateField(blank=True, null=True, verbose_name="设立日期")),
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
                            "fact",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="store.fact",
                                verbose_name="出处",
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
                        "verbose_name": "园区",
                        "verbose_name_plural": "园区",
                        "abstract": False,
                    },
                ),
                migrations.AddField(
                    model_name="parcel",
                    name="park",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="parcels",
                        to="land.park",
                        verbose_name="所在园区",
                    ),
                ),
                migrations.CreateModel(
                    name="HistoricalParcel",
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
                            "boundary",
                            models.CharField(blank=True, max_length=400, verbose_name="四至"),
                        ),
                        (
                            "shape",
                            models.JSONField(
                                blank=True, editable=False, null=True, verbose_name="范围"
                            ),
                        ),
                        ("west", models.FloatField(editable=False, null=True)),
                        ("south", models.FloatField(editable=False, null=True)),
                        ("east", models.FloatField(editable=False, null=True)),
                        ("north", models.FloatField(editable=False, null=True)),
                        (
                            "measured",
                            models.DecimalField(
                                decimal_places=2,
                                editable=False,
                                max_digits=16,
                                null=True,
                                verbose_name="图上面积（㎡）",
                            ),
                        ),
                        (
                            "drawn_from",
                            models.CharField(
                                blank=True, editable=False, max_length=200, verbose_name="图形来源"
                            ),
                        ),
                        ("number", models.CharField(max_length=60, verbose_name="宗地号")),
                        (
                            "name",
                            models.CharField(blank=True, max_length=120, verbose_name="宗地名称"),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=functools.partial(
                                    yinfeng.web.desks.land.models.kept.choices_of,
                                    *("states",),
                                    **{},
                                ),
                                default="planned",
                                max_length=12,
                                verbose_name="状态",
                            ),
                        ),
                        (
                            "use",
                            models.CharField(
                                blank=True,
                                choices=functools.partial(
                                    yinfeng.web.desks.land.models.kept.choices_of, *("uses",), **{}
                                ),
                                max_length=16,
                                verbose_name="用途",
                            ),
                        ),
                        (
                            "right",
                            models.CharField(
                                blank=True,
                                choices=functools.partial(
                                    yinfeng.web.desks.land.models.kept.choices_of,
                                    *("rights",),
                                    **{},
                                ),
                                max_length=12,
                                verbose_name="权利类型",
                            ),
                        ),
                        (
                            "holder",
                            models.CharField(blank=True, max_length=120, verbose_name="权利人"),
                        ),
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
                                verbose_name="面积（㎡）",
                            ),
                        ),
                        (
                            "certified",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=16,
                                null=True,
                                verbose_name="证载面积（㎡）",
                            ),
                        ),
                        (
                            "uncertified",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=16,
                                null=True,
                                verbose_name="无证面积（㎡）",
                            ),
                        ),
                        (
                            "let_area",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                editable=False,
                                max_digits=16,
                                null=True,
                                verbose_name="已租（已用）面积（㎡）",
                            ),
                        ),
                        ("since", models.DateField(blank=True, null=True, verbose_name="使用权起")),
                        ("until", models.DateField(blank=True, null=True, verbose_name="使用权止")),
                        (
                            "free_on",
                            models.DateField(blank=True, null=True, verbose_name="可供日期"),
                        ),
                        (
                            "far_low",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=5,
                                null=True,
                                verbose_name="容积率下限",
                            ),
                        ),
                        (
                            "far_high",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=5,
                                null=True,
                                verbose_name="容积率上限",
                            ),
                        ),
                        (
                            "floor_area",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=16,
                                null=True,
                                verbose_name="总建筑面积（㎡）",
                            ),
                        ),
                        (
                            "power",
                            models.DecimalField(
                                blank=True,
                                decimal_places=1,
                                max_digits=10,
                                null=True,
                                verbose_name="供电容量（kVA）",
                            ),
                        ),
                        (
                            "pipes",
                            models.CharField(blank=True, max_length=120, verbose_name="管线配套"),
                        ),
                        (
                            "soil",
                            models.CharField(blank=True, max_length=120, verbose_name="土壤调查"),
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
                            "block",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="land.block",
                                verbose_name="所在区块",
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
                            "fact",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="store.fact",
                                verbose_name="出处",
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
                            "park",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="land.park",
                                verbose_name="所在园区",
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
                    name="HistoricalBlock",
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
                            "boundary",
                            models.CharField(blank=True, max_length=400, verbose_name="四至"),
                        ),
                        (
                            "shape",
                            models.JSONField(
                                blank=True, editable=False, null=True, verbose_name="范围"
                            ),
                        ),
                        ("west", models.FloatField(editable=False, null=True)),
                        ("south", models.FloatField(editable=False, null=True)),
                        ("east", models.FloatField(editable=False, null=True)),
                        ("north", models.FloatField(editable=False, null=True)),
                        (
                            "measured",
                            models.DecimalField(
                                decimal_places=2,
                                editable=False,
                                max_digits=16,
                                null=True,
                                verbose_name="图上面积（㎡）",
                            ),
                        ),
                        (
                            "drawn_from",
                            models.CharField(
                                blank=True, editable=False, max_length=200, verbose_name="图形来源"
                            ),
                        ),
                        ("code", models.CharField(max_length=40, verbose_name="区块编号")),
                        ("name", models.CharField(max_length=80, verbose_name="区块名称")),
                        (
                            "planned",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=16,
                                null=True,
                                verbose_name="规划面积（㎡）",
                            ),
                        ),
                        (
                            "built",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=16,
                                null=True,
                                verbose_name="已建成面积（㎡）",
                            ),
                        ),
                        (
                            "functions",
                            models.CharField(blank=True, max_length=200, verbose_name="规划功能"),
                        ),
                        ("since", models.DateField(blank=True, null=True, verbose_name="启动日期")),
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
                            "fact",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="store.fact",
                                verbose_name="出处",
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
                            "park",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="land.park",
                                verbose_name="所在园区",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical 区块",
                        "verbose_name_plural": "historical 区块",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.AddField(
                    model_name="block",
                    name="park",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="blocks",
                        to="land.park",
                        verbose_name="所在园区",
                    ),
                ),
                migrations.CreateModel(
                    name="Touch",
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
                        ("kind", models.CharField(max_length=60)),
                        ("key", models.BigIntegerField()),
                        ("since", models.DateField()),
                        ("area", models.DecimalField(decimal_places=2, max_digits=16, null=True)),
                        ("share", models.DecimalField(decimal_places=4, max_digits=7, null=True)),
                        ("why", models.CharField(max_length=200)),
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
                    name="TouchEnd",
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
                        ("on", models.DateField()),
                        ("why", models.CharField(max_length=200)),
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
                            "touch",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="end",
                                to="land.touch",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="Unit",
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
                        ("number", models.CharField(max_length=40, verbose_name="单元号")),
                        (
                            "area",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=16,
                                null=True,
                                verbose_name="建筑面积（㎡）",
                            ),
                        ),
                        (
                            "let_area",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                editable=False,
                                max_digits=16,
                                null=True,
                                verbose_name="已租面积（㎡）",
                            ),
                        ),
                        ("use", models.CharField(blank=True, max_length=60, verbose_name="用途")),
                        (
                            "power",
                            models.DecimalField(
                                blank=True,
                                decimal_places=1,
                                max_digits=10,
                                null=True,
                                verbose_name="供电容量（kVA）",
                            ),
                        ),
                        (
                            "free_on",
                            models.DateField(blank=True, null=True, verbose_name="可租日期"),
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
                            "fact",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="store.fact",
                                verbose_name="出处",
                            ),
                        ),
                        (
                            "floor",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="units",
                                to="land.floor",
                                verbose_name="所在楼层",
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
                        "verbose_name": "单元",
                        "verbose_name_plural": "单元",
                    },
                ),
                migrations.CreateModel(
                    name="Zone",
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
                            "boundary",
                            models.CharField(blank=True, max_length=400, verbose_name="四至"),
                        ),
                        (
                            "shape",
                            models.JSONField(
                                blank=True, editable=False, null=True, verbose_name="范围"
                            ),
                        ),
                        ("west", models.FloatField(editable=False, null=True)),
                        ("south", models.FloatField(editable=False, null=True)),
                        ("east", models.FloatField(editable=False, null=True)),
                        ("north", models.FloatField(editable=False, null=True)),
                        (
                            "measured",
                            models.DecimalField(
                                decimal_places=2,
                                editable=False,
                                max_digits=16,
                                null=True,
                                verbose_name="图上面积（㎡）",
                            ),
                        ),
                        (
                            "drawn_from",
                            models.CharField(
                                blank=True, editable=False, max_length=200, verbose_name="图形来源"
                            ),
                        ),
                        ("name", models.CharField(max_length=120, verbose_name="管控区名称")),
                        (
                            "layer",
                            models.CharField(
                                choices=functools.partial(
                                    yinfeng.web.desks.land.models.kept.choices_of,
                                    *("layers",),
                                    **{},
                                ),
                                max_length=12,
                                verbose_name="图层",
                            ),
                        ),
                        (
                            "rule",
                            models.CharField(
                                choices=functools.partial(
                                    yinfeng.web.desks.land.models.kept.choices_of, *("rules",), **{}
                                ),
                                max_length=12,
                                verbose_name="规则",
                            ),
                        ),
                        (
                            "conditions",
                            models.CharField(blank=True, max_length=400, verbose_name="准入条件"),
                        ),
                        (
                            "asks",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="征求意见的部门"
                            ),
                        ),
                        ("basis", models.CharField(max_length=200, verbose_name="依据")),
                        ("since", models.DateField(verbose_name="施行日期")),
                        ("until", models.DateField(blank=True, null=True, verbose_name="失效日期")),
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
                            "fact",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="store.fact",
                                verbose_name="出处",
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
                        "verbose_name": "管控区",
                        "verbose_name_plural": "管控区",
                        "abstract": False,
                    },
                ),
                migrations.AddField(
                    model_name="touch",
                    name="zone",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="touches",
                        to="land.zone",
                    ),
                ),
                migrations.CreateModel(
                    name="DrawnShape",
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
                        ("place", models.PositiveIntegerField()),
                        ("kind", models.CharField(max_length=60)),
                        ("key", models.BigIntegerField()),
                        ("is_new", models.BooleanField()),
                        ("version", models.PositiveIntegerField()),
                        (
                            "drawing",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="lines",
                                to="land.drawing",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("drawing", "place"), name="drawn_shape_once"
                            )
                        ],
                    },
                ),
                migrations.AddConstraint(
                    model_name="floor",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("removed_at", None)),
                        fields=("building", "level"),
                        name="floor_level_once",
                        violation_error_message="这幢楼已有这一层。",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="floor",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("level", 0), _negated=True),
                        name="floor_level_not_zero",
                        violation_error_message="楼层没有0层，地下一层写-1。",
                    ),
                ),
                migrations.AddIndex(
                    model_name="historicalfloor",
                    index=models.Index(
                        fields=["history_until", "history_date"],
                        name="land_histor_history_7fdaed_idx",
                    ),
                ),
                migrations.AddIndex(
                    model_name="historicalpark",
                    index=models.Index(
                        fields=["history_until", "history_date"],
                        name="land_histor_history_4245e4_idx",
                    ),
                ),
                migrations.AddIndex(
                    model_name="historicalunit",
                    index=models.Index(
                        fields=["history_until", "history_date"],
                        name="land_histor_history_e5296a_idx",
                    ),
                ),
                migrations.AddIndex(
                    model_name="historicalzone",
                    index=models.Index(
                        fields=["history_until", "history_date"],
                        name="land_histor_history_4c25c3_idx",
                    ),
                ),
                migrations.AddIndex(
                    model_name="historicalcharge",
                    index=models.Index(
                        fields=["history_until", "history_date"],
                        name="land_histor_history_a6d3b9_idx",
                    ),
                ),
                migrations.AddIndex(
                    model_name="historicalbuilding",
                    index=models.Index(
                        fields=["history_until", "history_date"],
                        name="land_histor_history_1eccf7_idx",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="charge",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("parcel", None), ("building", None), _connector="XOR"),
                        name="charge_lies_on_one",
                        violation_error_message="请选定宗地或楼幢其中之一。",
                    ),
                ),
                migrations.AddIndex(
                    model_name="building",
                    index=models.Index(
                        fields=["west", "east", "south", "north"], name="building_box"
                    ),
                ),
                migrations.AddIndex(
                    model_name="building",
                    index=models.Index(fields=["unit", "removed_at"], name="building_standing"),
                ),
                migrations.AddConstraint(
                    model_name="building",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("removed_at", None)),
                        fields=("parcel", "number"),
                        name="building_number_once",
                        violation_error_message="这宗地上已有这个幢号。",
                    ),
                ),
                migrations.AddIndex(
                    model_name="park",
                    index=models.Index(fields=["west", "east", "south", "north"], name="park_box"),
                ),
                migrations.AddIndex(
                    model_name="park",
                    index=models.Index(fields=["unit", "removed_at"], name="park_standing"),
                ),
                migrations.AddConstraint(
                    model_name="park",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("removed_at", None)),
                        fields=("unit", "name"),
                        name="park_name_once",
                        violation_error_message="本单位已有同名园区。",
                    ),
                ),
                migrations.AddIndex(
                    model_name="parcel",
                    index=models.Index(
                        fields=["west", "east", "south", "north"], name="parcel_box"
                    ),
                ),
                migrations.AddIndex(
                    model_name="parcel",
                    index=models.Index(fields=["unit", "removed_at"], name="parcel_standing"),
                ),
                migrations.AddIndex(
                    model_name="parcel",
                    index=models.Index(fields=["unit", "number"], name="parcel_by_number"),
                ),
                migrations.AddIndex(
                    model_name="parcel",
                    index=models.Index(fields=["park", "state"], name="parcel_of_park"),
                ),
                migrations.AddIndex(
                    model_name="parcel",
                    index=models.Index(fields=["block", "state"], name="parcel_of_block"),
                ),
                migrations.AddConstraint(
                    model_name="parcel",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("removed_at", None)),
                        fields=("unit", "number"),
                        name="parcel_number_once",
                        violation_error_message="本单位已有这个宗地号。",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="parcel",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("until", None),
                            ("since", None),
                            ("until__gt", models.F("since")),
                            _connector="OR",
                        ),
                        name="parcel_term_in_order",
                        violation_error_message="使用权的止日应在起日之后。",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="parcel",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("far_low", None),
                            ("far_high", None),
                            ("far_high__gte", models.F("far_low")),
                            _connector="OR",
                        ),
                        name="parcel_far_in_order",
                        violation_error_message="容积率上限不能低于下限。",
                    ),
                ),
                migrations.AddIndex(
                    model_name="historicalparcel",
                    index=models.Index(
                        fields=["history_until", "history_date"],
                        name="land_histor_history_50fa54_idx",
                    ),
                ),
                migrations.AddIndex(
                    model_name="historicalblock",
                    index=models.Index(
                        fields=["history_until", "history_date"],
                        name="land_histor_history_204e40_idx",
                    ),
                ),
                migrations.AddIndex(
                    model_name="block",
                    index=models.Index(fields=["west", "east", "south", "north"], name="block_box"),
                ),
                migrations.AddIndex(
                    model_name="block",
                    index=models.Index(fields=["unit", "removed_at"], name="block_standing"),
                ),
                migrations.AddConstraint(
                    model_name="block",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("removed_at", None)),
                        fields=("unit", "code"),
                        name="block_code_once",
                        violation_error_message="本单位已有这个区块编号。",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="unit",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("removed_at", None)),
                        fields=("floor", "number"),
                        name="unit_number_once",
                        violation_error_message="这一层已有这个单元号。",
                    ),
                ),
                migrations.AddIndex(
                    model_name="zone",
                    index=models.Index(fields=["west", "east", "south", "north"], name="zone_box"),
                ),
                migrations.AddIndex(
                    model_name="zone",
                    index=models.Index(fields=["unit", "removed_at"], name="zone_standing"),
                ),
                migrations.AddConstraint(
                    model_name="zone",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("until", None), ("until__gt", models.F("since")), _connector="OR"
                        ),
                        name="zone_in_order",
                        violation_error_message="失效日期应在施行日期之后。",
                    ),
                ),
                migrations.AddIndex(
                    model_name="touch",
                    index=models.Index(fields=["kind", "key", "zone"], name="touch_of_thing"),
                ),
            ]
        ),
    ]
