"""The journal, fields that offices add, and imported sheets."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from yinfeng.web.migrating import Together


class Migration(migrations.Migration):
    """Make the tables."""

    dependencies = [
        ("lists", "0001_initial"),
        ("people", "0002_ways_in"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        Together(
            operations=[
                migrations.CreateModel(
                    name="Batch",
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
                        ("listing", models.CharField(max_length=40)),
                        ("at", models.DateTimeField(auto_now_add=True, verbose_name="上传时间")),
                        ("name", models.CharField(max_length=255, verbose_name="文件名")),
                        ("sha256", models.CharField(max_length=64)),
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
                        ("heads", models.JSONField()),
                        ("first_row", models.PositiveIntegerField()),
                        ("rows", models.JSONField()),
                        ("mapping", models.JSONField(default=dict)),
                        ("rulings", models.JSONField(default=dict)),
                        ("created", models.PositiveIntegerField(default=0)),
                        ("changed", models.PositiveIntegerField(default=0)),
                        ("skipped", models.PositiveIntegerField(default=0)),
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
                    name="BatchLine",
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
                        ("row", models.PositiveIntegerField()),
                        ("key", models.BigIntegerField()),
                        ("is_new", models.BooleanField()),
                        ("version", models.PositiveIntegerField()),
                        (
                            "batch",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="lines",
                                to="lists.batch",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="CustomField",
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
                        ("model", models.CharField(max_length=60)),
                        ("label", models.CharField(max_length=20, verbose_name="名称")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("words", "文字"),
                                    ("number", "数字"),
                                    ("day", "日期"),
                                    ("choice", "选项"),
                                    ("flag", "是否"),
                                ],
                                max_length=8,
                                verbose_name="类型",
                            ),
                        ),
                        (
                            "measure",
                            models.CharField(blank=True, max_length=10, verbose_name="计量单位"),
                        ),
                        (
                            "choices",
                            models.JSONField(blank=True, default=list, verbose_name="选项"),
                        ),
                        ("place", models.PositiveIntegerField(default=0, verbose_name="次序")),
                        ("at", models.DateTimeField(auto_now_add=True)),
                        ("ended_at", models.DateTimeField(null=True)),
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
                    name="Note",
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
                            "severity",
                            models.CharField(
                                choices=[
                                    ("plain", "记录"),
                                    ("good", "进展"),
                                    ("warning", "提醒"),
                                    ("grave", "警示"),
                                ],
                                max_length=8,
                                verbose_name="轻重",
                            ),
                        ),
                        ("says", models.TextField(verbose_name="内容")),
                        ("at", models.DateTimeField(db_index=True)),
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
                    name="NotePlace",
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
                        (
                            "note",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="places",
                                to="lists.note",
                            ),
                        ),
                    ],
                ),
                migrations.AddIndex(
                    model_name="batch",
                    index=models.Index(fields=["listing", "by"], name="batch_of_person"),
                ),
                migrations.AddConstraint(
                    model_name="batchline",
                    constraint=models.UniqueConstraint(
                        fields=("batch", "row"), name="batch_line_once"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="customfield",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("ended_at", None)),
                        fields=("model", "unit", "label"),
                        name="custom_field_once_a_label",
                    ),
                ),
                migrations.AddIndex(
                    model_name="noteplace",
                    index=models.Index(fields=["kind", "key"], name="note_place"),
                ),
                migrations.AddConstraint(
                    model_name="noteplace",
                    constraint=models.UniqueConstraint(
                        fields=("note", "kind", "key"), name="note_once_a_record"
                    ),
                ),
            ]
        ),
    ]
