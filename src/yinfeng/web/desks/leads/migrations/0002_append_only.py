"""The database refuses to change or delete what was said of a lead and how it was graded."""

from django.db import migrations

from yinfeng.web.migrating import append_only

TABLES = (
    "leads_statement",
    "leads_telling",
    "leads_gradechange",
    "leads_loss",
    "leads_conversion",
    "leads_officerule",
)


class Migration(migrations.Migration):
    """Guard."""

    dependencies = [("leads", "0001_initial"), ("shell", "0002_chain")]
    operations = [append_only(*TABLES)]
