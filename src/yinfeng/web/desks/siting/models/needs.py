"""What a project needs of a place; one standing need a project, with its history."""

from decimal import Decimal
from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q

from yinfeng.lexicon.siting import siting_rules
from yinfeng.mapping.areas import mu_of
from yinfeng.web.desks.projects.models import Project
from yinfeng.web.lists.records import Record, Records
from yinfeng.web.people.models import User


class SitingNeeds(Records["SitingNeed"]):
    """Needs, seen only from where one may see them."""

    def visible_to(self, user: User) -> Self:
        """Those in the user's scope that were not removed."""
        return self.in_scope_of(user, "siting.read")


def environments() -> list[tuple[str, str]]:
    """The classes of environment with their names, from the least to the most burdening."""
    return [(one.key, one.says) for one in siting_rules().environments]


def priorities() -> list[tuple[int, str]]:
    """The priorities of projects, from the least to the most important."""
    return [(one.key, one.says) for one in siting_rules().priorities]


class SitingNeed(Record):
    """A project's need; areas in square metres, money in 万元, tax of a year."""

    class On(models.TextChoices):
        """What is wanted."""

        LAND = "land", "土地"
        FLOOR = "floor", "厂房"

    project = models.ForeignKey(
        Project, verbose_name="项目", editable=False, on_delete=models.PROTECT,
        related_name="siting_needs",
    )  # fmt: skip
    on = models.CharField("需要", max_length=5, choices=On.choices, default=On.LAND)
    low = models.DecimalField("面积下限（㎡）", max_digits=14, decimal_places=2)
    high = models.DecimalField("面积上限（㎡）", max_digits=14, decimal_places=2)
    priority = models.PositiveSmallIntegerField("优先级", choices=priorities, default=1)
    wanted_by = models.DateField("最晚交地日期", null=True, blank=True)
    environment = models.CharField("环境类别", max_length=12, choices=environments)
    investment = models.DecimalField(
        "固定资产投资（万元）", max_digits=14, decimal_places=2, null=True, blank=True
    )
    tax = models.DecimalField(
        "年税收（万元）", max_digits=14, decimal_places=2, null=True, blank=True
    )
    power = models.DecimalField(
        "用电（kVA）", max_digits=10, decimal_places=1, null=True, blank=True
    )
    floor_height = models.DecimalField(
        "层高（米）", max_digits=5, decimal_places=2, null=True, blank=True
    )
    load = models.DecimalField(
        "楼面荷载（kN/㎡）", max_digits=6, decimal_places=2, null=True, blank=True
    )
    pipes = models.CharField("管网", max_length=120, blank=True)
    chain = models.CharField("所属产业链", max_length=60, blank=True)
    wishes = models.CharField(
        "希望靠近的产业链", max_length=200, blank=True, help_text="多个用顿号隔开。"
    )
    avoids = models.CharField(
        "须避让的产业链", max_length=200, blank=True, help_text="多个用顿号隔开，如：化工、铸造。"
    )
    note = models.CharField("备注", max_length=300, blank=True)

    objects = SitingNeeds.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "选址需求"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["project"],
                condition=Q(removed_at=None),
                name="siting_need_once",
                violation_error_message="这个项目已有选址需求。",
            ),
            models.CheckConstraint(
                condition=Q(low__gt=0) & Q(high__gte=F("low")),
                name="siting_need_in_order",
                violation_error_message="面积下限应大于零，且不大于上限。",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["unit", "removed_at"], name="siting_need_standing")
        ]

    def __str__(self) -> str:
        return f"{self.project.name}的选址需求"

    @property
    def wanted(self) -> str:
        """The area as an office writes it: land in mu, floors in square metres."""
        if self.on == self.On.FLOOR:
            return f"{_span(self.low, self.high)}㎡"
        return f"{_span(mu_of(self.low), mu_of(self.high))}亩"


def _span(low: Decimal, high: Decimal) -> str:
    ends = [f"{one.quantize(Decimal('0.01')).normalize():f}" for one in (low, high)]
    return ends[0] if ends[0] == ends[1] else "至".join(ends)
