"""The database refuses to change or delete what was noted."""

from django.db import migrations

from yinfeng.web.migrating import append_only


class Migration(migrations.Migration):
    """Guard."""

    dependencies = [("lists", "0002_journal_fields_sheets"), ("shell", "0002_chain")]
    operations = [append_only("lists_note", "lists_noteplace", "lists_batchline")]
