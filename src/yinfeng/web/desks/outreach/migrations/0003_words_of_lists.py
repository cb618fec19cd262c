"""Fields that choose from a list know it; a number of a sheet may stand outside the series."""

import functools

from django.conf import settings
from django.db import migrations, models

import yinfeng.web.desks.outreach.models.kept
from yinfeng.web.migrating import Together


class Migration(migrations.Migration):
    """Change them."""

    dependencies = [
        ("outreach", "0002_append_only"),
        ("people", "0001_initial"),
        ("store", "0002_append_only"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="reception",
            name="outreach_reception_number",
        ),
        migrations.RemoveConstraint(
            model_name="signing",
            name="outreach_signing_number",
        ),
        migrations.RemoveConstraint(
            model_name="talk",
            name="outreach_talk_number",
        ),
        migrations.RemoveConstraint(
            model_name="trip",
            name="outreach_trip_number",
        ),
        Together(
            operations=[
                migrations.AlterField(
                    model_name="brought",
                    name="channel",
                    field=models.CharField(
                        blank=True,
                        choices=functools.partial(
                            yinfeng.web.desks.outreach.models.kept.choices_of, *("channels",), **{}
                        ),
                        max_length=16,
                        verbose_name="招商方式",
                    ),
                ),
                migrations.AlterField(
                    model_name="channel",
                    name="kind",
                    field=models.CharField(
                        choices=functools.partial(
                            yinfeng.web.desks.outreach.models.kept.choices_of, *("channels",), **{}
                        ),
                        max_length=16,
                        verbose_name="方式",
                    ),
                ),
                migrations.AlterField(
                    model_name="historicalbrought",
                    name="channel",
                    field=models.CharField(
                        blank=True,
                        choices=functools.partial(
                            yinfeng.web.desks.outreach.models.kept.choices_of, *("channels",), **{}
                        ),
                        max_length=16,
                        verbose_name="招商方式",
                    ),
                ),
                migrations.AlterField(
                    model_name="historicalchannel",
                    name="kind",
                    field=models.CharField(
                        choices=functools.partial(
                            yinfeng.web.desks.outreach.models.kept.choices_of, *("channels",), **{}
                        ),
                        max_length=16,
                        verbose_name="方式",
                    ),
                ),
                migrations.AlterField(
                    model_name="historicalpairing",
                    name="kind",
                    field=models.CharField(
                        choices=functools.partial(
                            yinfeng.web.desks.outreach.models.kept.choices_of, *("pairings",), **{}
                        ),
                        max_length=20,
                        verbose_name="类别",
                    ),
                ),
                migrations.AlterField(
                    model_name="historicalpartner",
                    name="kind",
                    field=models.CharField(
                        choices=functools.partial(
                            yinfeng.web.desks.outreach.models.kept.choices_of, *("partners",), **{}
                        ),
                        max_length=16,
                        verbose_name="类别",
                    ),
                ),
                migrations.AlterField(
                    model_name="historicalreception",
                    name="channel",
                    field=models.CharField(
                        blank=True,
                        choices=functools.partial(
                            yinfeng.web.desks.outreach.models.kept.choices_of, *("channels",), **{}
                        ),
                        max_length=16,
                        verbose_name="招商方式",
                    ),
                ),
                migrations.AlterField(
                    model_name="historicalreception",
                    name="rank",
                    field=models.CharField(
                        blank=True,
                        choices=functools.partial(
                            yinfeng.web.desks.outreach.models.kept.choices_of, *("guests",), **{}
                        ),
                        max_length=16,
                        verbose_name="来宾层级",
                    ),
                ),
                migrations.AlterField(
                    model_name="historicalreception",
                    name="received",
                    field=models.CharField(
                        choices=functools.partial(
                            yinfeng.web.desks.outreach.models.kept.choices_of, *("received",), **{}
                        ),
                        max_length=16,
                        verbose_name="接待规格",
                    ),
                ),
                migrations.AlterField(
                    model_name="historicalreception",
                    name="serial",
                    field=models.PositiveIntegerField(
                        editable=False, null=True, verbose_name="顺序号"
                    ),
                ),
                migrations.AlterField(
                    model_name="historicalsigning",
                    name="channel",
                    field=models.CharField(
                        blank=True,
                        choices=functools.partial(
                            yinfeng.web.desks.outreach.models.kept.choices_of, *("channels",), **{}
                        ),
                        max_length=16,
                        verbose_name="招商方式",
                    ),
                ),
                migrations.AlterField(
                    model_name="historicalsigning",
                    name="kind",
                    field=models.CharField(
                        choices=functools.partial(
                            yinfeng.web.desks.outreach.models.kept.choices_of,
                            *("agreements",),
                            **{},
                        ),
                        max_length=16,
                        verbose_name="协议类别",
                    ),
                ),
                migrations.AlterField(
                    model_name="historicalsigning",
                    name="serial",
                    field=models.PositiveIntegerField(
                        editable=False, null=True, verbose_name="顺序号"
                    ),
                ),
                migrations.AlterField(
                    model_name="historicaltalk",
                    name="channel",
                    field=models.CharField(
                        blank=True,
                        choices=functools.partial(
                            yinfeng.web.desks.outreach.models.kept.choices_of, *("channels",), **{}
                        ),
                        max_length=16,
                        verbose_name="招商方式",
                    ),
                ),
                migrations.AlterField(
                    model_name="historicaltalk",
                    name="serial",
                    field=models.PositiveIntegerField(
                        editable=False, null=True, verbose_name="顺序号"
                    ),
                ),
                migrations.AlterField(
                    model_name="historicalteam",
                    name="kind",
                    field=models.CharField(
                        choices=functools.partial(
                            yinfeng.web.desks.outreach.models.kept.choices_of, *("teams",), **{}
                        ),
                        max_length=16,
                        verbose_name="类别",
                    ),
                ),
                migrations.AlterField(
                    model_name="historicaltrip",
                    name="channel",
                    field=models.CharField(
                        blank=True,
                        choices=functools.partial(
                            yinfeng.web.desks.outreach.models.kept.choices_of, *("channels",), **{}
                        ),
                        max_length=16,
                        verbose_name="招商方式",
                    ),
                ),
                migrations.AlterField(
                    model_name="historicaltrip",
                    name="serial",
                    field=models.PositiveIntegerField(
                        editable=False, null=True, verbose_name="顺序号"
                    ),
                ),
                migrations.AlterField(
                    model_name="pairing",
                    name="kind",
                    field=models.CharField(
                        choices=functools.partial(
                            yinfeng.web.desks.outreach.models.kept.choices_of, *("pairings",), **{}
                        ),
                        max_length=20,
                        verbose_name="类别",
                    ),
                ),
                migrations.AlterField(
                    model_name="partner",
                    name="kind",
                    field=models.CharField(
                        choices=functools.partial(
                            yinfeng.web.desks.outreach.models.kept.choices_of, *("partners",), **{}
                        ),
                        max_length=16,
                        verbose_name="类别",
                    ),
                ),
                migrations.AlterField(
                    model_name="reception",
                    name="channel",
                    field=models.CharField(
                        blank=True,
                        choices=functools.partial(
                            yinfeng.web.desks.outreach.models.kept.choices_of, *("channels",), **{}
                        ),
                        max_length=16,
                        verbose_name="招商方式",
                    ),
                ),
                migrations.AlterField(
                    model_name="reception",
                    name="rank",
                    field=models.CharField(
                        blank=True,
                        choices=functools.partial(
                            yinfeng.web.desks.outreach.models.kept.choices_of, *("guests",), **{}
                        ),
                        max_length=16,
                        verbose_name="来宾层级",
                    ),
                ),
                migrations.AlterField(
                    model_name="reception",
                    name="received",
                    field=models.CharField(
                        choices=functools.partial(
                            yinfeng.web.desks.outreach.models.kept.choices_of, *("received",), **{}
                        ),
                        max_length=16,
                        verbose_name="接待规格",
                    ),
                ),
                migrations.AlterField(
                    model_name="reception",
                    name="serial",
                    field=models.PositiveIntegerField(
                        editable=False, null=True, verbose_name="顺序号"
                    ),
                ),
                migrations.AlterField(
                    model_name="signing",
                    name="channel",
                    field=models.CharField(
                        blank=True,
                        choices=functools.partial(
                            yinfeng.web.desks.outreach.models.kept.choices_of, *("channels",), **{}
                        ),
                        max_length=16,
                        verbose_name="招商方式",
                    ),
                ),
                migrations.AlterField(
                    model_name="signing",
                    name="kind",
                    field=models.CharField(
                        choices=functools.partial(
                            yinfeng.web.desks.outreach.models.kept.choices_of,
                            *("agreements",),
                            **{},
                        ),
                        max_length=16,
                        verbose_name="协议类别",
                    ),
                ),
                migrations.AlterField(
                    model_name="signing",
                    name="serial",
                    field=models.PositiveIntegerField(
                        editable=False, null=True, verbose_name="顺序号"
                    ),
                ),
                migrations.AlterField(
                    model_name="talk",
                    name="channel",
                    field=models.CharField(
                        blank=True,
                        choices=functools.partial(
                            yinfeng.web.desks.outreach.models.kept.choices_of, *("channels",), **{}
                        ),
                        max_length=16,
                        verbose_name="招商方式",
                    ),
                ),
                migrations.AlterField(
                    model_name="talk",
                    name="serial",
                    field=models.PositiveIntegerField(
                        editable=False, null=True, verbose_name="顺序号"
                    ),
                ),
                migrations.AlterField(
                    model_name="team",
                    name="kind",
                    field=models.CharField(
                        choices=functools.partial(
                            yinfeng.web.desks.outreach.models.kept.choices_of, *("teams",), **{}
                        ),
                        max_length=16,
                        verbose_name="类别",
                    ),
                ),
                migrations.AlterField(
                    model_name="trip",
                    name="channel",
                    field=models.CharField(
                        blank=True,
                        choices=functools.partial(
                            yinfeng.web.desks.outreach.models.kept.choices_of, *("channels",), **{}
                        ),
                        max_length=16,
                        verbose_name="招商方式",
                    ),
                ),
                migrations.AlterField(
                    model_name="trip",
                    name="serial",
                    field=models.PositiveIntegerField(
                        editable=False, null=True, verbose_name="顺序号"
                    ),
                ),
            ]
        ),
        migrations.AddConstraint(
            model_name="reception",
            constraint=models.UniqueConstraint(
                fields=("unit", "number"),
                name="outreach_reception_number",
                violation_error_message="本单位已有这个编号。",
            ),
        ),
        migrations.AddConstraint(
            model_name="signing",
            constraint=models.UniqueConstraint(
                fields=("unit", "number"),
                name="outreach_signing_number",
                violation_error_message="本单位已有这个编号。",
            ),
        ),
        migrations.AddConstraint(
            model_name="talk",
            constraint=models.UniqueConstraint(
                fields=("unit", "number"),
                name="outreach_talk_number",
                violation_error_message="本单位已有这个编号。",
            ),
        ),
        migrations.AddConstraint(
            model_name="trip",
            constraint=models.UniqueConstraint(
                fields=("unit", "number"),
                name="outreach_trip_number",
                violation_error_message="本单位已有这个编号。",
            ),
        ),
    ]
