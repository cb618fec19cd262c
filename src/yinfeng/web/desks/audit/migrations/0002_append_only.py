"""The database refuses to change or delete an incident that was written down."""

from django.db import migrations

from yinfeng.web.migrating import append_only


class Migration(migrations.Migration):
    """Guard."""

    dependencies = [("audit", "0001_initial"), ("shell", "0002_chain")]
    operations = [append_only("audit_incident")]
