"""The database refuses to change or delete since when a thing lay in a zone, and until when."""

from django.db import migrations

from yinfeng.web.migrating import append_only


class Migration(migrations.Migration):
    """Guard."""

    dependencies = [("land", "0001_the_register"), ("shell", "0002_chain")]
    operations = [append_only("land_touch", "land_touchend")]
