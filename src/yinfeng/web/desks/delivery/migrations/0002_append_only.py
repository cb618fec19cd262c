"""The database refuses to change or delete what was issued, sealed, proved or laid down."""

from django.db import migrations

from yinfeng.web.migrating import append_only

TABLES = (
    "delivery_attachment",
    "delivery_problemstep",
    "delivery_turn",
    "delivery_call",
    "delivery_reply",
    "delivery_pack",
    "delivery_minutestemplate",
    "delivery_sheettemplate",
    "delivery_filledsheet",
    "delivery_deliveryrule",
)


class Migration(migrations.Migration):
    """Guard."""

    dependencies = [("delivery", "0001_initial"), ("shell", "0002_chain")]
    operations = [append_only(*TABLES)]
