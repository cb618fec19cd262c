"""The database refuses to change or delete what rent came in and by which rules."""

from django.db import migrations

from yinfeng.web.migrating import append_only


class Migration(migrations.Migration):
    """Guard."""

    dependencies = [("tenancy", "0001_the_register"), ("shell", "0002_chain")]
    operations = [append_only("tenancy_receipt", "tenancy_tenancyrule")]
