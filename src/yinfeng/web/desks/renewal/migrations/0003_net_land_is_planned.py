"""By which day a block and its plots are to be net land."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """The day, on records and on their versions."""

    dependencies = [("renewal", "0002_append_only")]

    operations = [
        migrations.AddField(
            model_name="historicalplot",
            name="clear_by",
            field=models.DateField(
                blank=True,
                help_text="与区块的计划日期不同的才填。",
                null=True,
                verbose_name="计划净地",
            ),
        ),
        migrations.AddField(
            model_name="historicalrenewalblock",
            name="clear_by",
            field=models.DateField(
                blank=True,
                help_text="选址从这一天起把还没有净地的宗地列为待供。",
                null=True,
                verbose_name="计划净地",
            ),
        ),
        migrations.AddField(
            model_name="plot",
            name="clear_by",
            field=models.DateField(
                blank=True,
                help_text="与区块的计划日期不同的才填。",
                null=True,
                verbose_name="计划净地",
            ),
        ),
        migrations.AddField(
            model_name="renewalblock",
            name="clear_by",
            field=models.DateField(
                blank=True,
                help_text="选址从这一天起把还没有净地的宗地列为待供。",
                null=True,
                verbose_name="计划净地",
            ),
        ),
    ]
