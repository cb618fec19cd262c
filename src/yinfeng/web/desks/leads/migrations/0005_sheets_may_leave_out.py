"""A sheet may leave out who reported a lead, when, and where it came from."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Allow."""

    dependencies = [
        ("leads", "0004_a_first_report_lapses"),
    ]

    operations = [
        migrations.AlterField(
            model_name="historicallead",
            name="reported",
            field=models.DateField(blank=True, db_index=True, verbose_name="首报日期"),
        ),
        migrations.AlterField(
            model_name="historicallead",
            name="reporter",
            field=models.CharField(blank=True, max_length=40, verbose_name="报送人"),
        ),
        migrations.AlterField(
            model_name="historicallead",
            name="source",
            field=models.CharField(blank=True, max_length=200, verbose_name="线索来源"),
        ),
        migrations.AlterField(
            model_name="lead",
            name="reported",
            field=models.DateField(blank=True, db_index=True, verbose_name="首报日期"),
        ),
        migrations.AlterField(
            model_name="lead",
            name="reporter",
            field=models.CharField(blank=True, max_length=40, verbose_name="报送人"),
        ),
        migrations.AlterField(
            model_name="lead",
            name="source",
            field=models.CharField(blank=True, max_length=200, verbose_name="线索来源"),
        ),
    ]
