"""A review of a large project keeps the number under which the higher office decided."""

from django.db import migrations, models


def _number() -> models.CharField:  # type: ignore[type-arg]
    return models.CharField("上级评审决定文号", blank=True, editable=False, max_length=120)


class Migration(migrations.Migration):
    """The field, in the review and in its versions."""

    dependencies = [("agreements", "0004_happenings")]
    operations = [
        migrations.AddField("admissionreview", "higher", _number()),
        migrations.AddField("historicaladmissionreview", "higher", _number()),
    ]
