"""Lasting ties: partners, the pairings with them, and the exchanges that keep a pairing alive."""

from functools import partial
from typing import ClassVar

from django.db import models
from django.db.models import Q

from yinfeng.web.desks.outreach.models.kept import Contact, Kept, choices_of


class Partner(Kept, Contact):
    """A body with which the office has a lasting tie."""

    name = models.CharField("名称", max_length=120)
    kind = models.CharField("类别", max_length=16, choices=partial(choices_of, "partners"))
    place = models.CharField("所在地", max_length=60, blank=True)
    note = models.TextField("备注", blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "合作方"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["unit", "name"],
                condition=Q(removed_at=None),
                name="partner_name_once",
                violation_error_message="本单位已有这个合作方。",
            )
        ]

    def __str__(self) -> str:
        return self.name


class Pairing(Kept):
    """A tie between one of ours and a partner, with its agreement."""

    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="pairings")
    ours = models.CharField("我方", max_length=120)
    kind = models.CharField("类别", max_length=20, choices=partial(choices_of, "pairings"))
    subject = models.CharField("内容", max_length=200, blank=True)
    paper = models.CharField("协议编号", max_length=60, blank=True)
    since = models.DateField("起", null=True, blank=True)
    until = models.DateField("止", null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "合作关系"

    def __str__(self) -> str:
        return f"{self.ours}—{self.partner}"


class Exchange(Kept):
    """A visit or a meeting between the two sides of a tie."""

    class Way(models.TextChoices):
        """Who came to whom."""

        IN = "in", "对方来访"
        OUT = "out", "我方往访"
        REMOTE = "remote", "线上"

    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="exchanges")
    pairing = models.ForeignKey(
        Pairing, verbose_name="合作关系", null=True, blank=True, on_delete=models.PROTECT
    )
    on = models.DateField("日期", db_index=True)
    way = models.CharField("方式", max_length=8, choices=Way.choices)
    heads = models.PositiveSmallIntegerField("人数", default=0)
    topic = models.CharField("内容", max_length=300)
    outcome = models.CharField("成果", max_length=300, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "交流"

    def __str__(self) -> str:
        return f"{self.on:%Y-%m-%d} {self.topic[:20]}"
