"""A project as it stands: what it is, how large, where, whose, and how far it has got."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import Q

from yinfeng.web.desks.leads.models import Conversion, Lead
from yinfeng.web.lists.records import Record, Records
from yinfeng.web.people.models import OrgUnit, User


class Projects(Records["Project"]):
    """Projects, seen only from where one may see them."""

    def visible_to(self, user: User) -> Self:
        """Those in the user's scope that were not removed."""
        return self.in_scope_of(user, "projects.read")

    def open(self) -> Self:
        """Those that are still on their way."""
        return self.filter(state__in=(Project.State.OPEN, Project.State.PAUSED))

    def listed(self) -> Self:
        """With what a list shows of each."""
        return self.select_related("unit", "first_unit")


class Project(Record):
    """One project. What is told of it stands in tellings; here is what that comes to.

    `stage` is the furthest gate that was reported, `proved` the furthest that a second person
    confirmed. Only the second one counts.
    """

    class State(models.TextChoices):
        """Whether it goes on."""

        OPEN = "open", "推进中"
        PAUSED = "paused", "暂缓"
        LOST = "lost", "流失"
        ENDED = "ended", "终止"
        MERGED = "merged", "已合并"
        SPLIT = "split", "已拆分"

    class Kind(models.TextChoices):
        """How it comes to its place; milestones and the start of works depend on it."""

        NEW_LAND = "new_land", "新供地"
        LEASED = "leased", "租赁厂房"
        OWN_LAND = "own_land", "零土地技改"
        GOVERNMENT = "government", "政府投资"
        OFFICE = "office", "总部（办公）"

    class Nature(models.TextChoices):
        """Whose money it is."""

        DOMESTIC = "domestic", "内资"
        FOREIGN = "foreign", "外资"

    class Level(models.TextChoices):
        """On whose list of major projects it stands."""

        TOWN = "town", "镇级重点"
        COUNTY = "county", "县区重点"
        CITY = "city", "市重大"
        PROVINCE = "province", "省重大"

    class Source(models.TextChoices):
        """How it came into the register."""

        LEAD = "lead", "线索转入"
        PAPERS = "papers", "资料采用"
        HAND = "hand", "手工登记"
        SHEET = "sheet", "表格导入"

    class Part(models.TextChoices):
        """What it is of the project above it."""

        PHASE = "phase", "分期"
        INCREASE = "increase", "增资"
        PIECE = "piece", "拆分"

    number = models.CharField("编号", max_length=14, editable=False)
    first_unit = models.ForeignKey(
        OrgUnit, verbose_name="首谈单位", on_delete=models.PROTECT, related_name="+", editable=False
    )
    source = models.CharField(
        "来源", max_length=6, choices=Source.choices, default=Source.HAND, editable=False
    )
    lead = models.ForeignKey(
        Lead, null=True, editable=False, on_delete=models.PROTECT, related_name="projects"
    )
    conversion = models.OneToOneField(
        Conversion, null=True, editable=False, on_delete=models.PROTECT, related_name="project"
    )
    parent = models.ForeignKey(
        "self", null=True, editable=False, on_delete=models.PROTECT, related_name="parts"
    )
    part = models.CharField(
        "与母项目", max_length=8, choices=Part.choices, blank=True, editable=False
    )

    name = models.CharField("项目名称", max_length=120)
    investors = models.CharField("投资方", max_length=300, blank=True)
    comes_from = models.CharField("来自", max_length=80, blank=True)
    content = models.CharField("项目内容", max_length=500, blank=True)
    industry = models.CharField("行业代码", max_length=8, blank=True)
    kind = models.CharField("用地方式", max_length=10, choices=Kind.choices, blank=True)
    nature = models.CharField("资金性质", max_length=8, choices=Nature.choices, blank=True)

    level = models.CharField("重点级别", max_length=8, choices=Level.choices, blank=True)

    amount = models.CharField("总投资", max_length=40, blank=True)
    currency = models.CharField("币种", max_length=3, blank=True, editable=False)
    money = models.DecimalField(
        "总投资（原币）", max_digits=18, decimal_places=2, null=True, editable=False
    )
    yuan = models.DecimalField(
        "总投资（元）", max_digits=18, decimal_places=2, null=True, editable=False
    )
    fixed = models.CharField("固定资产投资", max_length=40, blank=True)
    fixed_yuan = models.DecimalField(
        "固定资产投资（元）", max_digits=18, decimal_places=2, null=True, editable=False
    )
    land = models.CharField("用地需求", max_length=80, blank=True)
    mu = models.DecimalField(
        "用地（亩）", max_digits=12, decimal_places=2, null=True, editable=False
    )
    plant = models.CharField("厂房需求", max_length=80, blank=True)
    square_metres = models.DecimalField(
        "厂房（平方米）", max_digits=12, decimal_places=2, null=True, editable=False
    )
    sales = models.CharField("年销售", max_length=40, blank=True)
    tax = models.CharField("年税收", max_length=40, blank=True)

    site = models.CharField("选址", max_length=120, blank=True)
    lng = models.DecimalField("经度", max_digits=9, decimal_places=6, null=True, blank=True)
    lat = models.DecimalField("纬度", max_digits=8, decimal_places=6, null=True, blank=True)

    state = models.CharField(
        "状态", max_length=6, choices=State.choices, default=State.OPEN, editable=False
    )
    stage = models.CharField("阶段", max_length=4, blank=True, editable=False)
    stage_since = models.DateField("阶段起", null=True, editable=False)
    proved = models.CharField("已确认阶段", max_length=4, blank=True, editable=False)
    proved_since = models.DateField("确认阶段起", null=True, editable=False)
    # The ceremony is kept apart: it is never the day of 开工.
    ceremony = models.DateField("开工仪式", null=True, blank=True)
    revisit = models.DateField("再看日期", null=True, editable=False)
    is_disputed = models.BooleanField("来源不一致", default=False, editable=False)

    objects = Projects.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "项目"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["first_unit", "number"], name="project_number"),
            models.CheckConstraint(
                condition=Q(lng=None, lat=None) | Q(lng__isnull=False, lat__isnull=False),
                name="project_point_is_whole",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["unit", "removed_at", "state", "stage"], name="project_board"),
            models.Index(fields=["unit", "removed_at", "-id"], name="project_list"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.name}"


class ProjectName(models.Model):
    """A piece of a name of a project, by which projects with a like name are found."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="names")
    kind = models.CharField(max_length=10)
    gram = models.CharField(max_length=80)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["kind", "gram"], name="project_name_gram")]

    def __str__(self) -> str:
        return self.gram
