"""The ledger of problems: each from its registration to its close, and every step on the way."""

from typing import ClassVar

from django.conf import settings
from django.db import models

from yinfeng.web.desks.delivery.models.files import Attachment
from yinfeng.web.desks.delivery.models.kept import DeliveryRecord
from yinfeng.web.desks.projects.models import Project
from yinfeng.web.people.models import OrgUnit
from yinfeng.web.store.models import Document


class Problem(DeliveryRecord):
    """One problem of one project. Closed is only what another unit saw solved."""

    class State(models.TextChoices):
        """Where it has got to."""

        REGISTERED = "registered", "登记"
        ASSIGNED = "assigned", "交办"
        WORKING = "working", "办理中"
        PUT_OFF = "put_off", "延期"
        ASKED = "asked", "申请销号"
        CHECKING = "checking", "核验"
        RETURNED = "returned", "退回"
        ESCALATED = "escalated", "提级"
        CLOSED = "closed", "销号"

    project = models.ForeignKey(
        Project, verbose_name="项目", on_delete=models.PROTECT, related_name="problems"
    )
    number = models.CharField("编号", max_length=14, editable=False)
    batch = models.PositiveSmallIntegerField("批次", null=True, blank=True)
    kind = models.CharField("类型", max_length=20)
    severity = models.CharField("难易", max_length=20)
    text = models.CharField("问题", max_length=500)
    found_by = models.CharField("发现人", max_length=60, blank=True)
    found_on = models.DateField("发现日期")
    found_at = models.CharField("发现场合", max_length=80, blank=True)
    owner = models.CharField("责任单位", max_length=60, blank=True)
    owner_unit = models.ForeignKey(
        OrgUnit, null=True, editable=False, on_delete=models.PROTECT, related_name="+"
    )
    handler = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="责任人",
        null=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )
    co_owners = models.CharField("配合单位", max_length=200, blank=True)
    level = models.CharField("层级", max_length=20, editable=False)
    measures = models.CharField("措施", max_length=500, blank=True)
    state = models.CharField(
        "状态", max_length=10, choices=State.choices, default=State.REGISTERED, editable=False
    )
    opened = models.DateField("登记日期", editable=False)
    dispatch_due = models.DateField("交办期限", editable=False)
    feedback_due = models.DateField("首次反馈期限", null=True, editable=False)
    report_due = models.DateField("月报期限", null=True, editable=False)
    first_due = models.DateField("首次承诺日期", null=True, editable=False)
    due = models.DateField("办结期限", null=True, editable=False)
    is_provisional = models.BooleanField("暂定", default=False, editable=False)
    assigned = models.DateField("交办日期", null=True, editable=False)
    fed_back = models.DateField("首次反馈", null=True, editable=False)
    heard = models.DateField("最近更新", null=True, editable=False)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )
    asked = models.DateField("申请销号日期", null=True, editable=False)
    wanted_due = models.DateField("申请延至", null=True, editable=False)
    extended = models.PositiveSmallIntegerField("延期次数", default=0, editable=False)
    firm_confirmed = models.DateField("企业确认", null=True, editable=False)
    verifier = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="核验人",
        null=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )
    closed = models.DateField("销号日期", null=True, editable=False)
    reopened = models.PositiveSmallIntegerField("重开次数", default=0, editable=False)

    class Meta:
        verbose_name = verbose_name_plural = "问题"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["unit", "number"], name="problem_number")
        ]
        indexes: ClassVar = [
            models.Index(fields=["unit", "removed_at", "state", "due"], name="problem_ledger"),
            models.Index(fields=["project", "state"], name="problem_project"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.text[:40]}"

    @property
    def is_open(self) -> bool:
        """Whether it is not closed."""
        return self.state != self.State.CLOSED


class ProblemCall(models.Model):
    """One rung that an overdue or raised problem has issued: whom it told of what. Append-only.

    A term is urged from the day on which it had passed; a day that was put off begins anew.
    """

    class Term(models.TextChoices):
        """What has passed, or happened."""

        DISPATCH = "dispatch", "逾期未交办"
        FEEDBACK = "feedback", "逾期未首次反馈"
        DUE = "due", "逾期未销号"
        RAISED = "raised", "提级"

    problem = models.ForeignKey(Problem, on_delete=models.PROTECT, related_name="calls")
    term = models.CharField(max_length=8, choices=Term.choices)
    since = models.DateField()
    rung = models.CharField(max_length=20)
    kind = models.CharField(max_length=6)
    says = models.CharField(max_length=60)
    asks = models.CharField(max_length=200)
    number = models.CharField(max_length=20, blank=True)
    to = models.JSONField(default=list)
    untold = models.JSONField(default=list)
    day = models.DateField(db_index=True)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["problem", "term", "since", "rung"], name="a_term_is_urged_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.says} {self.day}"


class ProblemStep(models.Model):
    """One step of a problem: what was done, which day, by whom, with which proof. Append-only."""

    class Kind(models.TextChoices):
        """What was done."""

        REGISTER = "register", "登记"
        ASSIGN = "assign", "交办"
        FEEDBACK = "feedback", "反馈进展"
        ASK_LATER = "ask_later", "申请延期"
        EXTEND = "extend", "同意延期"
        REFUSE = "refuse", "不同意延期"
        ASK_CLOSE = "ask_close", "申请销号"
        FIRM = "firm", "企业确认"
        FIRM_NOT = "firm_not", "企业不认可"
        CLOSE = "close", "核验通过，销号"
        RETURN = "return", "核验不通过，退回"
        ESCALATE = "escalate", "提级"
        REOPEN = "reopen", "重新打开"
        TRANSFER = "transfer", "随项目流转"

    problem = models.ForeignKey(Problem, on_delete=models.PROTECT, related_name="steps")
    kind = models.CharField(max_length=9, choices=Kind.choices)
    day = models.DateField()
    says = models.TextField(blank=True)
    due = models.DateField(null=True)
    attachment = models.ForeignKey(
        Attachment, null=True, on_delete=models.PROTECT, related_name="+"
    )
    document = models.ForeignKey(Document, null=True, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["problem", "kind"], name="problem_step_kind")]

    def __str__(self) -> str:
        return f"{self.day} {self.get_kind_display()}"
