"""Files come by upload, paste or interface; folders and boxes are read as they are found."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Fewer ways."""

    dependencies = [
        ("store", "0003_arrivals"),
    ]

    operations = [
        migrations.AlterField(
            model_name="arrival",
            name="way",
            field=models.CharField(
                choices=[("upload", "上传"), ("paste", "粘贴"), ("api", "接口")], max_length=6
            ),
        ),
    ]
