"""The database refuses to change or delete what was approved, paid, ruled on and confirmed."""

from django.db import migrations

from yinfeng.web.migrating import append_only

TABLES = (
    "renewal_approval",
    "renewal_blockfact",
    "renewal_confirmation",
    "renewal_gateproof",
    "renewal_payment",
    "renewal_renewalrule",
    "renewal_ruling",
)


class Migration(migrations.Migration):
    """Guard."""

    dependencies = [("renewal", "0001_the_register"), ("shell", "0002_chain")]
    operations = [append_only(*TABLES)]
