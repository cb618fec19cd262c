"""Penalties are collected: demanded, paid, remitted; what is owed stands on the check."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """The account of a penalty."""

    dependencies = [
        ("people", "0003_titles"),
        ("standard", "0002_append_only"),
        ("store", "0005_found_quickly"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="PenaltyEntry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("demanded", "催缴"),
                            ("paid", "缴纳"),
                            ("remitted", "减免"),
                            ("struck", "更正"),
                        ],
                        max_length=8,
                    ),
                ),
                ("day", models.DateField()),
                ("amount", models.DecimalField(decimal_places=2, max_digits=16, null=True)),
                ("pay_by", models.DateField(null=True)),
                (
                    "way",
                    models.CharField(
                        blank=True,
                        choices=[("money", "缴款"), ("deposit", "抵扣履约保证金")],
                        max_length=7,
                    ),
                ),
                ("paper", models.CharField(blank=True, max_length=160)),
                ("reason", models.CharField(blank=True, max_length=300)),
                ("at", models.DateTimeField(auto_now_add=True)),
            ],
        ),
        migrations.AddField(
            model_name="check",
            name="pay_by",
            field=models.DateField(editable=False, null=True, verbose_name="违约金缴纳期限"),
        ),
        migrations.AddField(
            model_name="check",
            name="unpaid",
            field=models.DecimalField(
                decimal_places=2,
                editable=False,
                max_digits=16,
                null=True,
                verbose_name="欠缴违约金（万元）",
            ),
        ),
        migrations.AddField(
            model_name="historicalcheck",
            name="pay_by",
            field=models.DateField(editable=False, null=True, verbose_name="违约金缴纳期限"),
        ),
        migrations.AddField(
            model_name="historicalcheck",
            name="unpaid",
            field=models.DecimalField(
                decimal_places=2,
                editable=False,
                max_digits=16,
                null=True,
                verbose_name="欠缴违约金（万元）",
            ),
        ),
        migrations.AddField(
            model_name="verdict",
            name="pay_by",
            field=models.DateField(null=True, verbose_name="缴纳期限"),
        ),
        migrations.AddIndex(
            model_name="check",
            index=models.Index(
                condition=models.Q(("removed_at", None), ("unpaid__gt", 0)),
                fields=["unit", "pay_by"],
                name="standard_check_owing",
            ),
        ),
        migrations.AddField(
            model_name="penaltyentry",
            name="by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="penaltyentry",
            name="check_of",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="penalty_entries",
                to="standard.check",
            ),
        ),
        migrations.AddField(
            model_name="penaltyentry",
            name="document",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="store.document",
            ),
        ),
        migrations.AddField(
            model_name="penaltyentry",
            name="strikes",
            field=models.OneToOneField(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="struck_by",
                to="standard.penaltyentry",
            ),
        ),
        migrations.AddConstraint(
            model_name="penaltyentry",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("amount__gt", 0),
                    models.Q(("kind__in", ("paid", "remitted")), _negated=True),
                    _connector="OR",
                ),
                name="standard_penalty_of_something",
            ),
        ),
    ]
