"""The database refuses to change or delete what was read and what was decided."""

from django.db import migrations

from yinfeng.web.migrating import append_only

TABLES = ("store_reading", "store_fact", "store_entry", "store_decision", "store_sameness")


class Migration(migrations.Migration):
    """Guard."""

    dependencies = [("store", "0001_initial"), ("shell", "0002_chain")]
    operations = [append_only(*TABLES)]
