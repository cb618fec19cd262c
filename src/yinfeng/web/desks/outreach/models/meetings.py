"""What happens with investors at home: receptions, talks about a project, agreements signed."""

from functools import partial
from typing import ClassVar

from django.db import models
from django.db.models import Q

from yinfeng.web.desks.outreach.models.kept import Contact, Numbered, choices_of


class _Come(models.Model):
    """By which channel it came about."""

    channel = models.CharField(
        "招商方式", max_length=16, choices=partial(choices_of, "channels"), blank=True
    )
    agent = models.ForeignKey(
        "outreach.Channel",
        verbose_name="介绍机构",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
    )
    team = models.ForeignKey(
        "outreach.Team", verbose_name="所属队伍", null=True, blank=True, on_delete=models.PROTECT
    )
    lead = models.CharField("线索编号", max_length=24, blank=True)

    class Meta:
        abstract = True


class Reception(Numbered, Contact, _Come):
    """One group of investors received on one day: a batch."""

    prefix = "接待"

    on = models.DateField("日期", db_index=True)
    group = models.CharField("来访企业或团组", max_length=120)
    code = models.CharField("统一社会信用代码", max_length=18, blank=True)
    heads = models.PositiveSmallIntegerField("来访人数", default=0)
    rank = models.CharField(
        "来宾层级", max_length=16, choices=partial(choices_of, "guests"), blank=True
    )
    received = models.CharField("接待规格", max_length=16, choices=partial(choices_of, "received"))
    hosts = models.CharField("接待人员", max_length=200, blank=True)
    place = models.CharField("地点", max_length=60, blank=True)
    purpose = models.CharField("事由", max_length=200)
    outcome = models.TextField("成果", blank=True)
    next_step = models.CharField("下一步", max_length=200, blank=True)

    class Meta(Numbered.Meta):
        verbose_name = verbose_name_plural = "接待"


class Talk(Numbered, Contact, _Come):
    """A talk with an investor about a project."""

    prefix = "洽谈"

    on = models.DateField("日期", db_index=True)
    project = models.CharField("项目", max_length=120)
    firm = models.CharField("投资方", max_length=120, blank=True)
    code = models.CharField("统一社会信用代码", max_length=18, blank=True)
    ours = models.CharField("我方人员", max_length=200, blank=True)
    topic = models.CharField("谈了什么", max_length=300)
    outcome = models.TextField("结果", blank=True)
    next_step = models.CharField("下一步", max_length=200, blank=True)
    next_on = models.DateField("下一步日期", null=True, blank=True)
    trip = models.ForeignKey(
        "outreach.Trip", verbose_name="外出", null=True, blank=True, on_delete=models.PROTECT
    )
    reception = models.ForeignKey(
        "outreach.Reception", verbose_name="接待", null=True, blank=True, on_delete=models.PROTECT
    )

    class Meta(Numbered.Meta):
        verbose_name = verbose_name_plural = "洽谈"


class Signing(Numbered, _Come):
    """An agreement signed; only one that binds counts as a signed project."""

    prefix = "签约"

    on = models.DateField("签订日期", db_index=True)
    kind = models.CharField("协议类别", max_length=16, choices=partial(choices_of, "agreements"))
    paper = models.CharField("协议编号", max_length=60, blank=True)
    project = models.CharField("项目", max_length=120)
    firm = models.CharField("投资方", max_length=120)
    code = models.CharField("统一社会信用代码", max_length=18, blank=True)
    amount = models.DecimalField(
        "投资额（万元）", max_digits=14, decimal_places=2, null=True, blank=True
    )
    start_by = models.DateField("约定开工日期", null=True, blank=True)
    produce_by = models.DateField("约定投产日期", null=True, blank=True)
    tax = models.DecimalField(
        "约定年税收（万元）", max_digits=12, decimal_places=2, null=True, blank=True
    )
    review = models.CharField("公平竞争审查编号", max_length=60, blank=True)
    note = models.TextField("备注", blank=True)

    class Meta(Numbered.Meta):
        verbose_name = verbose_name_plural = "签约"
        constraints: ClassVar = [
            *Numbered.Meta.constraints,
            models.CheckConstraint(
                condition=Q(amount=None) | Q(amount__gt=0),
                name="signing_amount_positive",
                violation_error_message="投资额须大于零。",
            ),
        ]
