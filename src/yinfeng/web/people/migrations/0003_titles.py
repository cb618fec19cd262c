"""What these tables are called in the trail."""

from django.db import migrations


class Migration(migrations.Migration):
    """Name them."""

    dependencies = [
        ("people", "0002_ways_in"),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="alias",
            options={"verbose_name": "另有名称", "verbose_name_plural": "另有名称"},
        ),
        migrations.AlterModelOptions(
            name="code",
            options={"verbose_name": "代码", "verbose_name_plural": "代码"},
        ),
        migrations.AlterModelOptions(
            name="factor",
            options={"verbose_name": "双因素登录", "verbose_name_plural": "双因素登录"},
        ),
        migrations.AlterModelOptions(
            name="oldplace",
            options={"verbose_name": "原上级", "verbose_name_plural": "原上级"},
        ),
        migrations.AlterModelOptions(
            name="outside",
            options={"verbose_name": "外部身份", "verbose_name_plural": "外部身份"},
        ),
        migrations.AlterModelOptions(
            name="post",
            options={"verbose_name": "任职", "verbose_name_plural": "任职"},
        ),
        migrations.AlterModelOptions(
            name="recoverycode",
            options={"verbose_name": "恢复码", "verbose_name_plural": "恢复码"},
        ),
        migrations.AlterModelOptions(
            name="token",
            options={"verbose_name": "接口令牌", "verbose_name_plural": "接口令牌"},
        ),
    ]
