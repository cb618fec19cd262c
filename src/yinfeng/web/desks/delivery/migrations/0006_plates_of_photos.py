"""Photos keep small grey pictures by which copies that were cut or framed are found."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """The table of plates."""

    dependencies = [("delivery", "0005_share_that_is_built")]
    operations = [
        migrations.CreateModel(
            name="PhotoPlate",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("grey", models.BinaryField()),
                (
                    "photo",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="plates",
                        to="delivery.photo",
                    ),
                ),
            ],
        ),
    ]
