"""Accounts of penalties are append-only; penalties decided before are owed in full."""

from datetime import timedelta

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from yinfeng.web.migrating import append_only

_TERM = timedelta(days=30)


def begin(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """What was decided before is owed, thirty days after it was decided."""
    checks = apps.get_model("standard", "Check").objects
    verdicts = apps.get_model("standard", "Verdict").objects
    for check in checks.exclude(amount=None).filter(unpaid=None):
        last = verdicts.filter(check_of=check.pk, kind="decided").order_by("pk").last()
        due = last.at.date() + _TERM if last else None
        checks.filter(pk=check.pk).update(unpaid=check.amount, pay_by=due)


class Migration(migrations.Migration):
    """Guard and begin."""

    dependencies = [("standard", "0003_penalties_are_collected"), ("shell", "0002_chain")]
    operations = [append_only("standard_penaltyentry"), migrations.RunPython(begin)]
