"""Events from which terms run, and sums with their proof, are put down once; nothing is changed."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from yinfeng.web.migrating import append_only


def _to(model: str, *, null: bool = False, names: str = "+") -> models.ForeignKey:  # type: ignore[type-arg]
    return models.ForeignKey(
        null=null, on_delete=django.db.models.deletion.PROTECT, related_name=names, to=model
    )


class Migration(migrations.Migration):
    """The table and its guard."""

    dependencies = [
        ("agreements", "0003_terms_of_promises"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("store", "0004_ways"),
    ]
    operations = [
        migrations.CreateModel(
            name="Happening",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(max_length=12)),
                ("since", models.DateField(null=True)),
                ("day", models.DateField()),
                ("yuan", models.DecimalField(decimal_places=2, max_digits=18, null=True)),
                ("is_taken_back", models.BooleanField(default=False)),
                ("proof", models.CharField(max_length=300)),
                ("at", models.DateTimeField(auto_now_add=True)),
                ("agreement", _to("agreements.agreement", names="happenings")),
                ("by", _to(settings.AUTH_USER_MODEL)),
                ("document", _to("store.document", null=True)),
                ("promise", _to("agreements.promise", null=True, names="happenings")),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("since", None))
                        | models.Q(("since__lte", models.F("day"))),
                        name="a_sum_ends_after_it_begins",
                    )
                ]
            },
        ),
        append_only("agreements_happening"),
    ]
