"""A rent may rise on agreed days."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """The field, on records and on their versions."""

    dependencies = [("tenancy", "0003_nothing_is_let_twice")]

    operations = [
        migrations.AddField(
            model_name="historicaloccupancy",
            name="rises",
            field=models.CharField(
                blank=True,
                help_text="哪天起每㎡每月多少元，如：2028-01-01起12.5，2030-01-01起13.2。",
                max_length=200,
                verbose_name="租金递增",
            ),
        ),
        migrations.AddField(
            model_name="occupancy",
            name="rises",
            field=models.CharField(
                blank=True,
                help_text="哪天起每㎡每月多少元，如：2028-01-01起12.5，2030-01-01起13.2。",
                max_length=200,
                verbose_name="租金递增",
            ),
        ),
    ]
