"""A month may tell on what share of its land building has begun."""

from django.db import migrations, models
from django.db.models import Q


def _share() -> models.DecimalField:  # type: ignore[type-arg]
    return models.DecimalField(
        "已动工面积占比（%）", blank=True, decimal_places=2, max_digits=5, null=True
    )


class Migration(migrations.Migration):
    """The field, in the month and in its versions."""

    dependencies = [("delivery", "0004_delays_of_government")]
    operations = [
        migrations.AddField("month", "built", _share()),
        migrations.AddField("historicalmonth", "built", _share()),
        migrations.AddConstraint(
            "month",
            models.CheckConstraint(
                condition=Q(built=None) | Q(built__gte=0, built__lte=100),
                name="built_is_a_share",
            ),
        ),
    ]
