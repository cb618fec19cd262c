"""A room may name the rooms beside it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """The field, on records and on their versions."""

    dependencies = [("land", "0003_an_office_checks_drawings")]

    operations = [
        migrations.AddField(
            model_name="historicalunit",
            name="beside",
            field=models.CharField(
                blank=True,
                help_text="同一层里只隔一道墙的单元号，如 102、103；都不填的按编号顺序相邻。",
                max_length=120,
                verbose_name="相邻单元",
            ),
        ),
        migrations.AddField(
            model_name="unit",
            name="beside",
            field=models.CharField(
                blank=True,
                help_text="同一层里只隔一道墙的单元号，如 102、103；都不填的按编号顺序相邻。",
                max_length=120,
                verbose_name="相邻单元",
            ),
        ),
    ]
