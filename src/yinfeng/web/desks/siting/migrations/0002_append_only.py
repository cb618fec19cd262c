"""The database refuses to change or delete what placements came to and by which rules."""

from django.db import migrations

from yinfeng.web.migrating import append_only


class Migration(migrations.Migration):
    """Guard."""

    dependencies = [("siting", "0001_the_register"), ("shell", "0002_chain")]
    operations = [append_only("siting_run", "siting_runresult", "siting_sitingrule")]
