"""Owners and tenants of a block, told apart, and those with whom it is hard to agree."""

from collections.abc import Mapping
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from yinfeng.web.desks.renewal.models.grounds import Plot, RenewalBlock
from yinfeng.web.desks.renewal.models.kept import Kept, square_metres
from yinfeng.web.people.private import Private, masked


class Party(Kept):
    """Somebody with whom an agreement is signed."""

    class Sort(models.TextChoices):
        """A firm or a natural person, whose name is personal data."""

        FIRM = "firm", "单位"
        PERSON = "person", "个人"

    class Settlement(models.TextChoices):
        """What is given for it."""

        MONEY = "money", "货币"
        LAND = "land", "工业用地置换"
        FLOOR = "floor", "工业厂房置换"
        SHOP = "shop", "商业用房置换"

    sort = models.CharField("性质", max_length=6, choices=Sort.choices, default=Sort.FIRM)
    name = models.CharField("名称", max_length=120)
    code = models.CharField("统一社会信用代码", max_length=18, blank=True)
    contact = models.CharField("联系人", max_length=40, blank=True)
    contact_phone = models.CharField("联系电话", max_length=40, blank=True)
    floor = square_metres("建筑面积")
    signed_on = models.DateField("签约日期", null=True, blank=True, editable=False)
    agreement = models.CharField("协议编号", max_length=60, blank=True, editable=False)
    vacated_on = models.DateField("腾空日期", null=True, blank=True, editable=False)

    PRIVATE: ClassVar[Mapping[str, Private]] = {
        "contact": Private.NAME,
        "contact_phone": Private.PHONE,
    }

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.called

    @property
    def called(self) -> str:
        """What lists, pages and the trail call it; the name of a natural person is masked."""
        is_person = self.sort == self.Sort.PERSON
        return masked(self.name, Private.NAME) if is_person else self.name


class Owner(Party):
    """An owner (产权户): who holds the right to land or buildings of a plot."""

    block = models.ForeignKey(
        RenewalBlock, verbose_name="更新区块", editable=False, on_delete=models.PROTECT,
        related_name="owners",
    )  # fmt: skip
    plot = models.ForeignKey(
        Plot, verbose_name="宗地", on_delete=models.PROTECT, related_name="owners"
    )
    area = square_metres("土地面积")
    settlement = models.CharField(
        "安置方式", max_length=6, choices=Party.Settlement.choices, blank=True, editable=False
    )
    certificates_in = models.BooleanField("权证已收存", default=False, editable=False)
    order = models.PositiveIntegerField("签约顺序", null=True, editable=False)

    class Meta:
        verbose_name = verbose_name_plural = "产权户"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["plot", "name"],
                condition=Q(removed_at=None),
                name="owner_once_a_plot",
                violation_error_message="这宗地上已登记这个产权户。",
            ),
            models.CheckConstraint(
                condition=Q(vacated_on=None) | Q(vacated_on__gte=F("signed_on")),
                name="owner_signs_before_leaving",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["block", "signed_on"], name="owner_signed")]


class Lessee(Party):
    """A tenant (租户) of an owner's buildings."""

    block = models.ForeignKey(
        RenewalBlock, verbose_name="更新区块", editable=False, on_delete=models.PROTECT,
        related_name="lessees",
    )  # fmt: skip
    plot = models.ForeignKey(
        Plot, verbose_name="宗地", on_delete=models.PROTECT, related_name="lessees"
    )
    owner = models.CharField("出租人", max_length=120, blank=True)
    lease_until = models.DateField("租期至", null=True, blank=True)
    deposit = models.DecimalField(
        "押金（元）", max_digits=14, decimal_places=2, null=True, blank=True
    )

    class Meta:
        verbose_name = verbose_name_plural = "租户"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["plot", "name"],
                condition=Q(removed_at=None),
                name="lessee_once_a_plot",
                violation_error_message="这宗地上已登记这个租户。",
            ),
            models.CheckConstraint(
                condition=Q(vacated_on=None) | Q(vacated_on__gte=F("signed_on")),
                name="lessee_signs_before_leaving",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["block", "signed_on"], name="lessee_signed")]


class HardCase(Kept):
    """Somebody with whom it is hard to agree: why, who is responsible, what comes next."""

    block = models.ForeignKey(
        RenewalBlock, verbose_name="更新区块", editable=False, on_delete=models.PROTECT,
        related_name="hard_cases",
    )  # fmt: skip
    owner = models.ForeignKey(
        Owner, verbose_name="产权户", null=True, blank=True, on_delete=models.PROTECT,
        related_name="hard_cases",
    )  # fmt: skip
    lessee = models.ForeignKey(
        Lessee, verbose_name="租户", null=True, blank=True, on_delete=models.PROTECT,
        related_name="hard_cases",
    )  # fmt: skip
    reason = models.CharField("难点原因", max_length=16)
    says = models.CharField("具体情况", max_length=400)
    responsible = models.CharField("责任人", max_length=40)
    leader = models.CharField("包案领导", max_length=40, blank=True)
    opened = models.DateField("登记日期")
    step = models.CharField("下一步", max_length=200, blank=True)
    due = models.DateField("期限", null=True, blank=True)
    told_on = models.DateField("最近进展", null=True, blank=True)
    closed = models.DateField("化解日期", null=True, blank=True)
    result = models.CharField("化解结果", max_length=200, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "难点户"
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(owner=None, lessee__isnull=False) | Q(owner__isnull=False, lessee=None),
                name="hard_case_of_one_party",
                violation_error_message="请选定产权户或者租户，只选一个。",
            )
        ]
        indexes: ClassVar = [models.Index(fields=["block", "closed"], name="hard_case_open")]

    def __str__(self) -> str:
        return f"{self.owner or self.lessee}"
