"""A sheet knows the task that imports it, and why the last one did not."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """Add both; a sheet may be on its way."""

    dependencies = [("lists", "0003_append_only"), ("work", "0001_initial")]
    operations = [
        migrations.AddField(
            model_name="batch",
            name="says",
            field=models.TextField(blank=True, default=""),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="batch",
            name="task",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="work.task",
            ),
        ),
        migrations.AlterField(
            model_name="batch",
            name="state",
            field=models.CharField(
                choices=[
                    ("draft", "待导入"),
                    ("waiting", "正在导入"),
                    ("done", "已导入"),
                    ("undone", "已撤销"),
                ],
                default="draft",
                max_length=8,
            ),
        ),
    ]
