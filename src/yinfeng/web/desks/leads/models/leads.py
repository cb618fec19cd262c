"""A lead as it stands: the seven fields, its grade, whose it is, and where it has got to."""

from collections.abc import Mapping
from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from yinfeng.web.lists.records import Record, Records
from yinfeng.web.people.may import in_scope, paths_where
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.people.paths import line_of
from yinfeng.web.people.private import Private


class Leads(Records["Lead"]):
    """Leads, seen only from where one may see them."""

    def visible_to(self, user: User) -> Self:
        """Those in the user's scope that were not removed."""
        return self.in_scope_of(user, "leads.read")

    def in_pool_of(self, user: User) -> Self:
        """Those in a public pool that reaches where the user works, whoever had them before."""
        tops = paths_where(user, "leads.read")
        above = {path for top in tops for path in line_of(top)}
        reaches = Q(pool__path__in=above) | in_scope(user, "leads.read", "pool")
        return self.standing().filter(reaches, state=Lead.State.POOL)

    def open(self) -> Self:
        """Those that somebody follows."""
        return self.filter(state=Lead.State.OPEN)

    def listed(self) -> Self:
        """With what a list shows of each."""
        return self.select_related("unit", "owner")


class Lead(Record):
    """One lead. What is told of it stands in statements and facts; here is what that comes to."""

    class State(models.TextChoices):
        """Where it has got to."""

        OPEN = "open", "在跟踪"
        POOL = "pool", "公海"
        LOST = "lost", "流失"
        CONVERTED = "converted", "已转项目"

    number = models.CharField("编号", max_length=12, editable=False)
    first_unit = models.ForeignKey(
        OrgUnit, verbose_name="首报单位", on_delete=models.PROTECT, related_name="+", editable=False
    )
    name = models.CharField("线索名称", max_length=120)
    source = models.CharField("线索来源", max_length=200, blank=True)
    investors = models.CharField("投资方", max_length=300)
    content = models.CharField("项目内容", max_length=500, blank=True)
    amount = models.CharField("投资额", max_length=40, blank=True)
    yuan = models.DecimalField(
        "投资额（元）", max_digits=18, decimal_places=2, null=True, editable=False
    )
    land = models.CharField("用地需求", max_length=120, blank=True)
    mu = models.DecimalField(
        "用地（亩）", max_digits=12, decimal_places=2, null=True, editable=False
    )
    maturity = models.CharField("成熟度", max_length=12, blank=True)
    reporter = models.CharField("报送人", max_length=40, blank=True)
    reported = models.DateField("首报日期", db_index=True, blank=True)

    contact = models.CharField("联系人", max_length=40, blank=True)
    contact_post = models.CharField("联系人职务", max_length=60, blank=True)
    contact_phone = models.CharField("联系电话", max_length=40, blank=True)

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="跟踪人",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="leads",
    )
    next_step = models.CharField("下一步", max_length=200, blank=True)
    next_date = models.DateField("下一步日期", null=True, blank=True)

    state = models.CharField(
        "状态", max_length=9, choices=State.choices, default=State.OPEN, editable=False
    )
    grade = models.CharField("级别", max_length=1, default="C", editable=False)
    score = models.PositiveSmallIntegerField("评分", default=0, editable=False)
    stage = models.CharField("阶段", max_length=12, blank=True, editable=False)
    leader = models.CharField("牵头领导", max_length=60, blank=True, editable=False)
    last_event = models.DateField("最近进展", null=True, editable=False)
    pool = models.ForeignKey(
        OrgUnit, null=True, on_delete=models.PROTECT, related_name="+", editable=False
    )
    pooled = models.DateField("转入公海日期", null=True, editable=False)
    revisit = models.DateField("再看日期", null=True, editable=False)

    objects = Leads.as_manager()

    PRIVATE: ClassVar[Mapping[str, Private]] = {
        "contact": Private.NAME,
        "contact_phone": Private.PHONE,
    }

    class Meta:
        verbose_name = verbose_name_plural = "线索"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["first_unit", "number"], name="lead_number")
        ]
        indexes: ClassVar = [
            models.Index(fields=["unit", "state", "grade", "-score"], name="lead_board"),
            models.Index(fields=["state", "last_event", "unit", "removed_at"], name="lead_colour"),
            # What today counts and the list sorts by, read off the index alone.
            models.Index(
                fields=[
                    "removed_at",
                    "unit",
                    "state",
                    "grade",
                    "score",
                    "yuan",
                    "last_event",
                    "next_date",
                    "leader",
                    "stage",
                ],
                name="lead_standing",
            ),
            models.Index(
                fields=["owner", "state", "next_date", "unit", "removed_at"], name="lead_of_owner"
            ),
            # The order of the list and its later pages, for whoever sees many units.
            models.Index(
                fields=["grade", "-score", "-id", "unit"],
                condition=Q(removed_at=None),
                name="lead_listed",
            ),
            # The lanes of the board by stage.
            models.Index(
                fields=["stage", "-score", "-id"], condition=Q(removed_at=None), name="lead_staged"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.name}"


class LeadName(models.Model):
    """A piece of a name of a lead, by which leads with a like name are found among very many."""

    lead = models.ForeignKey(Lead, on_delete=models.PROTECT, related_name="names")
    kind = models.CharField(max_length=10)
    gram = models.CharField(max_length=80)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["kind", "gram"], name="lead_name_gram")]

    def __str__(self) -> str:
        return self.gram
