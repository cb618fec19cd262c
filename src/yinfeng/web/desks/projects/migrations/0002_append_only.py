"""The database refuses to change or delete what was told of a project and done with it."""

from django.db import migrations

from yinfeng.web.migrating import append_only

TABLES = tuple(
    f"projects_{name}"
    for name in (
        "statement",
        "telling",
        "choice",
        "passage",
        "proof",
        "review",
        "correction",
        "visit",
        "ending",
        "handover",
        "enclave",
        "joining",
        "projectrule",
    )
)


class Migration(migrations.Migration):
    """Guard."""

    dependencies = [("projects", "0001_initial"), ("shell", "0002_chain")]
    operations = [append_only(*TABLES)]
