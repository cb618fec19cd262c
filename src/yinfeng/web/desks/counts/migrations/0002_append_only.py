"""The database refuses to change or delete what was ruled and recognised."""

from django.db import migrations

from yinfeng.web.migrating import append_only


class Migration(migrations.Migration):
    """Guard."""

    dependencies = [("counts", "0001_initial"), ("shell", "0002_chain")]
    operations = [append_only("counts_countingrule", "counts_recognition")]
