"""Plans: one of a project, its editions that are only ever added, its milestones as they stand."""

from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from yinfeng.lexicon.milestones import TEMPLATES, template
from yinfeng.web.desks.projects.models import Project
from yinfeng.web.lists.records import Record, Records
from yinfeng.web.people.models import User
from yinfeng.web.shell.office_files import OfficeFile
from yinfeng.web.store.models import Document


class Plans(Records["Plan"]):
    """Plans, seen only from where one may see them."""

    def visible_to(self, user: User) -> Self:
        """Those in the user's scope whose project was not removed."""
        return self.in_scope_of(user, "plans.read").filter(project__removed_at=None)

    def running(self) -> Self:
        """Those of projects that go on."""
        return self.filter(project__state=Project.State.OPEN)


class Plan(Record):
    """The plan of one project. What it says stands in its editions; here is which of them holds."""

    project = models.OneToOneField(
        Project, verbose_name="项目", on_delete=models.PROTECT, related_name="plan", editable=False
    )
    template = models.CharField("模板", max_length=40, editable=False)
    title = models.CharField("模板名称", max_length=80, editable=False)
    edition = models.PositiveIntegerField("现行版次", default=1, editable=False)
    baseline = models.PositiveIntegerField("基准版次", default=1, editable=False)
    ends = models.DateField("最后固定日期", null=True, editable=False)

    objects = Plans.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "计划"
        indexes: ClassVar = [models.Index(fields=["unit", "removed_at", "ends"], name="plan_list")]

    def __str__(self) -> str:
        return f"{self.project}的计划"


class Edition(models.Model):
    """One edition of a plan: its milestones, fixed and chosen days, what it plans. Append-only."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="editions")
    number = models.PositiveIntegerField()
    day = models.DateField()
    template = models.CharField(max_length=40)
    template_version = models.CharField(max_length=80)
    milestones = models.JSONField()
    fixed = models.JSONField()
    moved = models.JSONField(default=dict)
    bars = models.JSONField()
    says = models.JSONField(default=list)
    why = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = verbose_name_plural = "计划版次"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["plan", "number"], name="edition_number")
        ]

    def __str__(self) -> str:
        return f"第{self.number}版"


class Milestones(Records["Milestone"]):
    """Milestones of plans, seen only from where one may see them."""

    def visible_to(self, user: User) -> Self:
        """Those in the user's scope, of projects that were not removed."""
        return self.in_scope_of(user, "plans.read").filter(project__removed_at=None)

    def awaited(self) -> Self:
        """Those that are not done, of projects that go on."""
        return self.filter(ended=None, project__state=Project.State.OPEN)


class Milestone(Record):
    """One milestone of a plan as it stands: planned, latest and actual days, and whose it is."""

    class Source(models.TextChoices):
        """From where it is known that it was done."""

        MARK = "mark", "节点登记"
        GATE = "gate", "阶段节点"

    plan = models.ForeignKey(
        Plan, on_delete=models.PROTECT, related_name="milestones", editable=False
    )
    project = models.ForeignKey(
        Project,
        verbose_name="项目",
        on_delete=models.PROTECT,
        related_name="milestones",
        editable=False,
    )
    key = models.CharField(max_length=40, editable=False)
    place = models.PositiveSmallIntegerField("次序", editable=False)
    name = models.CharField("节点", max_length=80, editable=False)
    track = models.CharField("条线", max_length=20, editable=False)
    gate = models.CharField("阶段节点", max_length=4, blank=True, editable=False)
    owner = models.CharField("责任单位", max_length=60)
    person = models.CharField("责任人", max_length=40, blank=True)
    next_step = models.CharField("下一步", max_length=200, blank=True)
    next_date = models.DateField("下一步日期", null=True, blank=True)
    fixed = models.DateField("固定日期", null=True, editable=False)
    begins = models.DateField("计划起算", editable=False)
    ends = models.DateField("计划完成", editable=False)
    latest = models.DateField("最迟完成", null=True, editable=False)
    began = models.DateField("实际开始", null=True, editable=False)
    ended = models.DateField("实际完成", null=True, editable=False)
    proof = models.CharField("完成依据", max_length=300, blank=True, editable=False)
    source = models.CharField(
        "依据来自", max_length=4, choices=Source.choices, blank=True, editable=False
    )

    objects = Milestones.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "计划节点"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["plan", "key"], name="milestone_key"),
            models.CheckConstraint(
                condition=Q(ended=None) | ~Q(proof=""), name="milestone_done_has_proof"
            ),
            models.CheckConstraint(
                condition=Q(began=None) | Q(ended=None) | Q(began__lte=F("ended")),
                name="milestone_ends_after_it_began",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["unit", "removed_at", "ended", "ends"], name="milestone_due"),
            models.Index(fields=["ends", "place", "-id"], name="milestone_list"),
        ]

    def __str__(self) -> str:
        return self.name


class Proof(models.Model):
    """One piece of evidence of a milestone: a paper of the library, or a file. Append-only."""

    milestone = models.ForeignKey(Milestone, on_delete=models.PROTECT, related_name="proofs")
    says = models.CharField(max_length=300, blank=True)
    document = models.ForeignKey(Document, null=True, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=255, blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    day = models.DateField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = verbose_name_plural = "节点佐证"
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(document__isnull=False, sha256="")
                | (Q(document=None) & ~Q(sha256="") & ~Q(name="")),
                name="milestone_proof_is_one_thing",
            )
        ]

    def __str__(self) -> str:
        return self.name or str(self.document)


class PlanRule(OfficeFile):
    """A template of an office, laid over the house's from a day on."""

    template = models.CharField(max_length=40)

    class Meta:
        verbose_name = verbose_name_plural = "计划模板"

    @property
    def called(self) -> str:
        """The name of the template of the house."""
        return template(self.template).title if self.template in TEMPLATES else self.template


APPEND_ONLY = (Edition, Proof, PlanRule)
