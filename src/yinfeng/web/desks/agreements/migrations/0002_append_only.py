"""The database refuses to change or delete what was found, scored, screened and answered."""

from django.db import migrations

from yinfeng.web.migrating import append_only

TABLES = (
    "agreements_reviewpaper",
    "agreements_scoresheet",
    "agreements_vetocheck",
    "agreements_fairreview",
    "agreements_promisecheck",
    "agreements_draft",
    "agreements_draftscreening",
    "agreements_clauseanswer",
    "agreements_agreementrule",
)


class Migration(migrations.Migration):
    """Guard."""

    dependencies = [("agreements", "0001_initial"), ("shell", "0002_chain")]
    operations = [append_only(*TABLES)]
