"""A floor, or what is left of it, is promised as parcels and rooms are."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """The floor of a promise; of parcel, floor and room just one is named."""

    dependencies = [
        ("land", "0002_append_only"),
        ("people", "0003_titles"),
        ("siting", "0002_append_only"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="lotpromise",
            name="siting_promise_of_one",
        ),
        migrations.AddField(
            model_name="historicallotpromise",
            name="floor",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="land.floor",
            ),
        ),
        migrations.AddField(
            model_name="lotpromise",
            name="floor",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="siting_promises",
                to="land.floor",
            ),
        ),
        migrations.AddConstraint(
            model_name="lotpromise",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("floor", None), ("parcel__isnull", False), ("room", None)),
                    models.Q(("floor", None), ("parcel", None), ("room__isnull", False)),
                    models.Q(("floor__isnull", False), ("parcel", None), ("room", None)),
                    _connector="OR",
                ),
                name="siting_promise_of_one",
            ),
        ),
    ]
