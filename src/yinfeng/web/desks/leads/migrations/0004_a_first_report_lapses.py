"""A first report that lapses need not send its lead to the pool: the label says so."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Relabel."""

    dependencies = [
        ("leads", "0003_notes_stand_in_the_journal"),
    ]

    operations = [
        migrations.AlterField(
            model_name="claim",
            name="end",
            field=models.CharField(
                blank=True,
                choices=[
                    ("lapsed", "首报失效"),
                    ("yielded", "裁定归其他单位"),
                    ("lost", "线索流失"),
                    ("converted", "转为项目"),
                ],
                max_length=9,
            ),
        ),
    ]
