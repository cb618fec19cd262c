"""Incidents of security."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """Create the table."""

    initial = True

    dependencies = [
        ("people", "0002_ways_in"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Incident",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("happened", models.DateField(verbose_name="发生日期")),
                ("kind", models.CharField(max_length=9, verbose_name="类别")),
                ("says", models.TextField(verbose_name="经过")),
                ("persons", models.PositiveIntegerField(default=0, verbose_name="涉及人数")),
                ("measures", models.TextField(verbose_name="处置措施")),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="登记时间")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        to="people.orgunit",
                        verbose_name="单位",
                    ),
                ),
            ],
            options={
                "verbose_name": "安全事件",
                "verbose_name_plural": "安全事件",
                "indexes": [models.Index(fields=["unit", "happened"], name="incident_of_unit")],
            },
        ),
    ]
