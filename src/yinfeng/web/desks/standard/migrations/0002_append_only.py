"""The database refuses to change or delete indicators once set, findings, verdicts and rules."""

from django.db import migrations

from yinfeng.web.migrating import append_only

TABLES = (
    "standard_finding",
    "standard_indicatorset",
    "standard_standardrule",
    "standard_verdict",
)


class Migration(migrations.Migration):
    """Guard."""

    dependencies = [("standard", "0001_the_register"), ("shell", "0002_chain")]
    operations = [append_only(*TABLES)]
