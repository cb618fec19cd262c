"""How a block gets on: papers of its gates, each confirmed by a second; land that goes on."""

from typing import ClassVar

from django.conf import settings
from django.db import models

from yinfeng.web.desks.projects.models import Project
from yinfeng.web.desks.renewal.models.grounds import RenewalBlock
from yinfeng.web.desks.renewal.models.kept import Kept
from yinfeng.web.store.models import Fact


class GateProof(models.Model):
    """A paper that shows that a block went through a gate. Append-only."""

    block = models.ForeignKey(RenewalBlock, on_delete=models.PROTECT, related_name="proofs")
    stage = models.CharField(max_length=16)
    gate = models.CharField(max_length=16)
    paper = models.CharField("佐证材料", max_length=200)
    day = models.DateField("材料日期")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["block", "stage"], name="gate_proof_stage")]

    def __str__(self) -> str:
        return f"{self.paper}（{self.day}）"


class Confirmation(models.Model):
    """That a second person has seen a paper of a gate. Append-only."""

    proof = models.OneToOneField(GateProof, on_delete=models.PROTECT, related_name="confirmation")
    day = models.DateField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"{self.by} {self.day}"


class BlockFact(models.Model):
    """A fact of a paper that tells of a block. Append-only."""

    block = models.ForeignKey(RenewalBlock, on_delete=models.PROTECT, related_name="facts")
    fact = models.OneToOneField(Fact, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return str(self.fact)


class Resupply(Kept):
    """Land of a block that went on to somebody, and the project that came."""

    class Way(models.TextChoices):
        """How it went."""

        LISTING = "listing", "挂牌出让"
        TENDER = "tender", "招标、拍卖"
        ALLOCATED = "allocated", "划拨"
        PLATFORM = "platform", "平台自建厂房"
        LEASED = "leased", "租赁"

    block = models.ForeignKey(
        RenewalBlock, verbose_name="更新区块", on_delete=models.PROTECT, related_name="resupplies"
    )
    on = models.DateField("供地日期")
    area = models.DecimalField("面积（㎡）", max_digits=16, decimal_places=2)
    way = models.CharField("供地方式", max_length=10, choices=Way.choices)
    receiver = models.CharField("受让方", max_length=120)
    paper = models.CharField("成交确认书或批文", max_length=120, blank=True)
    project = models.ForeignKey(
        Project, verbose_name="落地项目", null=True, blank=True, on_delete=models.PROTECT,
        related_name="+",
    )  # fmt: skip

    class Meta:
        verbose_name = verbose_name_plural = "再供地"

    def __str__(self) -> str:
        return f"{self.on} {self.receiver}"
