"""A promise may be of what comes free on a later day."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """The day, on records and on their versions."""

    dependencies = [("siting", "0003_floors_are_promised")]

    operations = [
        migrations.AddField(
            model_name="historicallotpromise",
            name="free_from",
            field=models.DateField(editable=False, null=True, verbose_name="何日起交付"),
        ),
        migrations.AddField(
            model_name="lotpromise",
            name="free_from",
            field=models.DateField(editable=False, null=True, verbose_name="何日起交付"),
        ),
    ]
