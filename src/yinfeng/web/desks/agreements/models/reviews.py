"""A review of a project: its papers, its members, their sheets, the vetoes, the conclusion."""

from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from yinfeng.web.desks.projects.models import Passage, Project
from yinfeng.web.lists.records import Record, Records
from yinfeng.web.people.models import User
from yinfeng.web.store.models import Document


class AdmissionReviews(Records["AdmissionReview"]):
    """Reviews, seen only from where one may see them."""

    def visible_to(self, user: User) -> Self:
        """Those in the user's scope that were not removed."""
        return self.in_scope_of(user, "agreements.read")


class AdmissionReview(Record):
    """One review of a project by the rules that held when it was opened."""

    class State(models.TextChoices):
        """Where it has got to."""

        OPEN = "open", "评审中"
        DONE = "done", "已有结论"

    class Conclusion(models.TextChoices):
        """What came of it."""

        PASS = "pass", "通过"
        CONDITIONAL = "conditional", "有条件通过"
        REFUSE = "refuse", "不予通过"

    project = models.ForeignKey(
        Project, verbose_name="项目", on_delete=models.PROTECT, related_name="admission_reviews"
    )
    day = models.DateField("会议日期")
    place = models.CharField("会议地点", max_length=120, blank=True)
    # The office's file that held, so that an old score can be made again.
    rules_text = models.TextField(blank=True, editable=False)
    rules_version = models.CharField("办法版本", max_length=80, editable=False)
    state = models.CharField(
        "状态", max_length=4, choices=State.choices, default=State.OPEN, editable=False
    )
    conclusion = models.CharField(
        "结论", max_length=11, choices=Conclusion.choices, blank=True, editable=False
    )
    score = models.DecimalField("平均分", max_digits=5, decimal_places=2, null=True, editable=False)
    reasons = models.JSONField("理由", default=list, editable=False)
    # Of a project that belongs higher up: the number under which the higher office decided.
    higher = models.CharField("上级评审决定文号", max_length=120, blank=True, editable=False)
    conditions = models.TextField("附加条件", blank=True, editable=False)
    concluded = models.DateField("结论日期", null=True, editable=False)
    passage = models.ForeignKey(
        Passage, null=True, editable=False, on_delete=models.PROTECT, related_name="+"
    )

    objects = AdmissionReviews.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "评审"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["project"],
                condition=Q(state="open", removed_at=None),
                name="one_review_at_a_time",
            )
        ]
        indexes: ClassVar = [
            models.Index(fields=["unit", "removed_at", "-day"], name="review_list")
        ]

    def __str__(self) -> str:
        return f"{self.project.name}评审（{self.day}）"


class ReviewPaper(models.Model):
    """A paper handed in for a review. Append-only."""

    review = models.ForeignKey(AdmissionReview, on_delete=models.PROTECT, related_name="papers")
    wanted = models.CharField(max_length=20)
    document = models.ForeignKey(Document, null=True, on_delete=models.PROTECT, related_name="+")
    says = models.CharField(max_length=200, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(document__isnull=False) | ~Q(says=""), name="review_paper_is_named"
            )
        ]

    def __str__(self) -> str:
        return self.says or str(self.document)


class Member(models.Model):
    """Who reviews, and whether the person declared an interest; who has one gives no score."""

    class Declares(models.TextChoices):
        """What was declared."""

        NONE = "none", "没有利益关系"
        INTEREST = "interest", "有利益关系，回避"

    review = models.ForeignKey(AdmissionReview, on_delete=models.PROTECT, related_name="members")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    stands_for = models.CharField("代表", max_length=60, blank=True)
    declares = models.CharField(max_length=8, choices=Declares.choices, blank=True)
    interest = models.CharField(max_length=300, blank=True)
    declared_at = models.DateTimeField(null=True)
    called_off = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["review", "user"], name="member_once_a_review")
        ]

    def __str__(self) -> str:
        return str(self.user)


class ScoreSheet(models.Model):
    """What one member gave, item by item, and the member's own words. Append-only."""

    member = models.OneToOneField(Member, on_delete=models.PROTECT, related_name="sheet")
    scores = models.JSONField()
    says = models.TextField(blank=True)
    at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"{self.member}的评分表"


class VetoCheck(models.Model):
    """Whether one veto hits a project, as a person checked it. Append-only; the latest stands."""

    review = models.ForeignKey(AdmissionReview, on_delete=models.PROTECT, related_name="vetoes")
    veto = models.CharField(max_length=20)
    hits = models.BooleanField()
    says = models.CharField(max_length=300)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"{self.veto}：{'是' if self.hits else '否'}"
