"""The evidence of milestones: papers of the library and files, never changed."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from yinfeng.web.migrating import append_only


class Migration(migrations.Migration):
    """The proofs, guarded."""

    dependencies = [
        ("plans", "0003_milestones_in_order"),
        ("store", "0005_found_quickly"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        migrations.CreateModel(
            name="Proof",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("says", models.CharField(blank=True, max_length=300)),
                ("name", models.CharField(blank=True, max_length=255)),
                ("sha256", models.CharField(blank=True, max_length=64)),
                ("day", models.DateField()),
                ("at", models.DateTimeField(auto_now_add=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="store.document",
                    ),
                ),
                (
                    "milestone",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="proofs",
                        to="plans.milestone",
                    ),
                ),
            ],
            options={
                "verbose_name": "节点佐证",
                "verbose_name_plural": "节点佐证",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(document__isnull=False, sha256="")
                        | (models.Q(document=None) & ~models.Q(sha256="") & ~models.Q(name="")),
                        name="milestone_proof_is_one_thing",
                    )
                ],
            },
        ),
        append_only("plans_proof"),
    ]
