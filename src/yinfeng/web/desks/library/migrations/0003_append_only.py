"""The database refuses to change or delete what was chosen of several papers."""

from django.db import migrations

from yinfeng.web.migrating import append_only


class Migration(migrations.Migration):
    """Guard."""

    dependencies = [("library", "0002_papers_side_by_side"), ("shell", "0002_chain")]
    operations = [append_only("library_choice")]
