"""The database refuses to change or delete what was issued."""

from django.db import migrations

from yinfeng.web.migrating import append_only


class Migration(migrations.Migration):
    """Guard."""

    dependencies = [("reports", "0001_initial"), ("shell", "0002_chain")]
    operations = [append_only("reports_issue", "reports_issuefile", "reports_template")]
