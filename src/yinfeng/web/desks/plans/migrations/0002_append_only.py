"""The database refuses to change or delete an edition of a plan or a template of an office."""

from django.db import migrations

from yinfeng.web.migrating import append_only


class Migration(migrations.Migration):
    """Guard."""

    dependencies = [("plans", "0001_initial"), ("shell", "0002_chain")]
    operations = [append_only("plans_edition", "plans_planrule")]
