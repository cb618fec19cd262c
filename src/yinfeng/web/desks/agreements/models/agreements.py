"""An agreement: parties, sums and days, the review of fair competition, duties of both sides."""

from datetime import date
from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q

from yinfeng.web.desks.projects.models import Passage, Project
from yinfeng.web.lists.records import Record, Records
from yinfeng.web.people.models import User
from yinfeng.web.store.models import Document


class Agreements(Records["Agreement"]):
    """Agreements, seen only from where one may see them."""

    def visible_to(self, user: User) -> Self:
        """Those in the user's scope that were not removed."""
        return self.in_scope_of(user, "agreements.read")


class Agreement(Record):
    """One agreement about a project, or about one phase of it."""

    class Kind(models.TextChoices):
        """How far it binds."""

        INTENT = "intent", "意向（框架）协议"
        BINDING = "binding", "投资协议"
        MORE = "more", "补充协议"

    class State(models.TextChoices):
        """Where it has got to."""

        DRAFT = "draft", "起草中"
        SIGNED = "signed", "已签"
        ENDED = "ended", "已终止"

    project = models.ForeignKey(
        Project, verbose_name="项目", on_delete=models.PROTECT, related_name="agreements"
    )
    kind = models.CharField("种类", max_length=7, choices=Kind.choices)
    number = models.CharField("编号", max_length=40, blank=True)
    title = models.CharField("名称", max_length=120)
    phase = models.CharField("期别", max_length=20, blank=True)
    supplements = models.ForeignKey(
        "self",
        verbose_name="补充哪一份",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="supplemented",
    )
    ours = models.CharField("甲方", max_length=200)
    theirs = models.CharField("乙方", max_length=300)
    others = models.CharField("其他方", max_length=300, blank=True)
    amount = models.CharField("协议总投资", max_length=40, blank=True)
    yuan = models.DecimalField(
        "协议总投资（元）", max_digits=18, decimal_places=2, null=True, editable=False
    )
    fixed = models.CharField("固定资产投资", max_length=40, blank=True)
    fixed_yuan = models.DecimalField(
        "固定资产投资（元）", max_digits=18, decimal_places=2, null=True, editable=False
    )
    starts = models.DateField("约定开工", null=True, blank=True)
    produces = models.DateField("约定投产", null=True, blank=True)
    tax = models.CharField("税收约定", max_length=200, blank=True)
    state = models.CharField(
        "状态", max_length=6, choices=State.choices, default=State.DRAFT, editable=False
    )
    signed = models.DateField("签订日期", null=True, editable=False)
    ended = models.DateField("终止日期", null=True, editable=False)
    ended_why = models.CharField("终止原因", max_length=300, blank=True, editable=False)
    passage = models.ForeignKey(
        Passage, null=True, editable=False, on_delete=models.PROTECT, related_name="+"
    )

    objects = Agreements.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "协议"
        indexes: ClassVar = [
            models.Index(fields=["unit", "removed_at", "-id"], name="agreement_list"),
            models.Index(fields=["project", "state"], name="agreement_project"),
        ]

    def __str__(self) -> str:
        return self.title


class FairReview(models.Model):
    """The record of the review of fair competition: number, body, day, conclusion, paper.

    Append-only; the latest stands. An exception needs its ground, why nothing milder serves, and
    the day on which it ends (条例第十二条).
    """

    class Conclusion(models.TextChoices):
        """What the body found."""

        PASS = "pass", "未发现排除、限制竞争"
        EXCEPTION = "exception", "适用例外规定"
        FAIL = "fail", "不符合，须修改"

    class Ground(models.TextChoices):
        """The grounds of an exception."""

        SECURITY = "security", "维护国家安全和发展利益"
        TECHNOLOGY = "technology", "促进科技进步、增强自主创新"
        PUBLIC = "public", "节约能源、保护环境、救灾救助等社会公共利益"
        LAW = "law", "法律、行政法规规定的其他情形"

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="fair_reviews")
    number = models.CharField("编号", max_length=60)
    body = models.CharField("审查机构", max_length=120)
    day = models.DateField("日期")
    conclusion = models.CharField(max_length=9, choices=Conclusion.choices)
    ground = models.CharField(max_length=10, choices=Ground.choices, blank=True)
    alternative = models.CharField(max_length=300, blank=True)
    ends = models.DateField(null=True)
    document = models.ForeignKey(Document, null=True, on_delete=models.PROTECT, related_name="+")
    says = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(conclusion="exception")
                | (~Q(ground="") & ~Q(alternative="") & Q(ends__isnull=False)),
                name="an_exception_has_its_grounds",
            )
        ]

    def __str__(self) -> str:
        return self.number


class AgreedPromises(models.QuerySet["Promise"]):
    """Duties of agreements that stand."""

    def visible_to(self, user: User) -> Self:
        """Those in the user's scope."""
        return self.filter(agreement__in=Agreement.objects.visible_to(user))

    def open(self) -> Self:
        """Those of signed agreements that nobody has found kept or broken."""
        settled = PromiseCheck.objects.filter(
            promise=OuterRef("pk"), finding__in=PromiseCheck.SETTLED
        )
        return self.filter(~Exists(settled), withdrawn="", agreement__state=Agreement.State.SIGNED)

    def overdue(self, today: date) -> Self:
        """Those whose day has passed."""
        return self.open().filter(due__lt=today)


class Promise(models.Model):
    """A duty of one side with its day: what is owed, and the words of the agreement that say so."""

    class Side(models.TextChoices):
        """Whose duty."""

        OURS = "ours", "甲方"
        THEIRS = "theirs", "乙方"

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="promises")
    side = models.CharField(max_length=6, choices=Side.choices)
    says = models.CharField(max_length=300)
    due = models.DateField(null=True, db_index=True)
    # A term that runs from an event, as C1+18m, until it has become a day.
    term = models.CharField(max_length=20, blank=True)
    # The gate of the project that shows whether the duty was kept.
    goal = models.CharField(max_length=4, blank=True)
    amount = models.CharField(max_length=40, blank=True)
    clause = models.CharField("条款", max_length=60, blank=True)
    quote = models.TextField("原文", blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    withdrawn = models.CharField(max_length=300, blank=True)

    objects = AgreedPromises.as_manager()

    def __str__(self) -> str:
        return self.says[:100]


class PromiseCheck(models.Model):
    """What was found of a promise on a day, with what shows it. Append-only; the latest stands."""

    class Finding(models.TextChoices):
        """What was found."""

        KEPT = "kept", "按期履行"
        LATE = "late", "逾期履行"
        PARTLY = "partly", "部分履行"
        BROKEN = "broken", "未履行"

    SETTLED: ClassVar = ("kept", "late", "broken")

    promise = models.ForeignKey(Promise, on_delete=models.PROTECT, related_name="checks")
    finding = models.CharField(max_length=6, choices=Finding.choices)
    day = models.DateField()
    proof = models.CharField(max_length=300)
    document = models.ForeignKey(Document, null=True, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"{self.get_finding_display()} {self.day}"


class Happening(models.Model):
    """What happened and is kept in no other room: an event from which terms run, or a sum.

    An event (土地交付, 收到通知) gives every term of the agreement that runs from it its day, or
    the term of one promise alone. A sum (税收, 产值, 付款) is of a stretch of time. Append-only:
    of the same thing the latest stands; it may take back what was put down by mistake.
    """

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="happenings")
    promise = models.ForeignKey(
        Promise, null=True, on_delete=models.PROTECT, related_name="happenings"
    )
    kind = models.CharField(max_length=12)
    since = models.DateField(null=True)
    day = models.DateField()
    yuan = models.DecimalField(max_digits=18, decimal_places=2, null=True)
    is_taken_back = models.BooleanField(default=False)
    proof = models.CharField(max_length=300)
    document = models.ForeignKey(Document, null=True, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(since=None) | Q(since__lte=models.F("day")),
                name="a_sum_ends_after_it_begins",
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.day}"
