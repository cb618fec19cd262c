"""Which papers tell the story of an earlier one."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """Create them."""

    dependencies = [("library", "0003_append_only"), ("store", "0005_found_quickly")]

    operations = [
        migrations.AlterModelOptions(name="compared", options={"verbose_name": "比对进度"}),
        migrations.CreateModel(
            name="Reprint",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "document",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reprint_of",
                        to="store.document",
                    ),
                ),
                (
                    "first",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reprints",
                        to="store.document",
                    ),
                ),
            ],
        ),
    ]
