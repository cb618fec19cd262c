"""One commitment may take several plots. Append-only."""

import django.db.models.deletion
from django.db import migrations, models

from yinfeng.web.migrating import append_only


class Migration(migrations.Migration):
    """The further plots of a commitment, and their guard."""

    dependencies = [("standard", "0004_penalty_accounts_begin")]

    operations = [
        migrations.CreateModel(
            name="JoinedPlot",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "commitment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="joined",
                        to="standard.commitment",
                    ),
                ),
                (
                    "indicators",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="standard.indicatorset",
                    ),
                ),
                (
                    "plot",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="joined_by",
                        to="standard.standardplot",
                    ),
                ),
            ],
        ),
        migrations.AddConstraint(
            model_name="joinedplot",
            constraint=models.UniqueConstraint(
                fields=("commitment", "plot"), name="standard_plot_joined_once"
            ),
        ),
        append_only("standard_joinedplot"),
    ]
