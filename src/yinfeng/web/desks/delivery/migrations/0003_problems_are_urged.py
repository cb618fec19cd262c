"""What overdue and raised problems issue is kept, and never changed; problems may change units."""

import django.db.models.deletion
from django.db import migrations, models

from yinfeng.web.migrating import append_only


class Migration(migrations.Migration):
    """The calls of problems, guarded."""

    dependencies = [("delivery", "0002_append_only")]
    operations = [
        migrations.AlterField(
            model_name="problemstep",
            name="kind",
            field=models.CharField(
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
                    ("transfer", "随项目流转"),
                ],
                max_length=9,
            ),
        ),
        migrations.CreateModel(
            name="ProblemCall",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "term",
                    models.CharField(
                        choices=[
                            ("dispatch", "逾期未交办"),
                            ("feedback", "逾期未首次反馈"),
                            ("due", "逾期未销号"),
                            ("raised", "提级"),
                        ],
                        max_length=8,
                    ),
                ),
                ("since", models.DateField()),
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
                    "problem",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="calls",
                        to="delivery.problem",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("problem", "term", "since", "rung"), name="a_term_is_urged_once"
                    )
                ],
            },
        ),
        append_only("delivery_problemcall"),
    ]
