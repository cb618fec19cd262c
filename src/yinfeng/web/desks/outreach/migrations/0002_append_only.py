"""The database refuses to change or delete the rules that an office has counted by."""

from django.db import migrations

from yinfeng.web.migrating import append_only


class Migration(migrations.Migration):
    """Guard."""

    dependencies = [("outreach", "0001_initial"), ("shell", "0002_chain")]
    operations = [append_only("outreach_ownrules")]
