"""What begins at a project or at an office: projects, problems, reviews, agreements, plans."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.shortcuts import get_object_or_404
from django.utils import timezone
from ninja import Schema, Status
from pydantic import Field

from yinfeng.lexicon.milestones import TEMPLATES
from yinfeng.web.api.answers import UNDONE, Unfit
from yinfeng.web.api.bodies import body_of, body_with, checked, given, given_or_first
from yinfeng.web.api.door import TokenRequest, opens
from yinfeng.web.api.rooms import project_of
from yinfeng.web.api.routes import routes
from yinfeng.web.api.things import DoneOut, done
from yinfeng.web.desks.agreements import actions as agreements
from yinfeng.web.desks.agreements.forms import AgreementForm, OpenReviewForm
from yinfeng.web.desks.delivery.actions import problems
from yinfeng.web.desks.delivery.forms import RegisterForm as ProblemForm
from yinfeng.web.desks.plans import actions as plans
from yinfeng.web.desks.plans.forms import MakeForm
from yinfeng.web.desks.plans.rules import template_of
from yinfeng.web.desks.projects import actions as projects
from yinfeng.web.desks.projects.fields import NAMES
from yinfeng.web.desks.projects.forms import RegisterForm
from yinfeng.web.desks.projects.rules import rules_of
from yinfeng.web.desks.tenancy import actions as tenancy
from yinfeng.web.desks.tenancy.forms import LeaveForm, ReceiveForm
from yinfeng.web.desks.tenancy.models import Occupancy

_FIELDS = {name: RegisterForm.field_of(name) for name in NAMES} | dict(RegisterForm.base_fields)
ProjectIn = body_with("ProjectIn", _FIELDS)
ProblemIn = body_of("ProblemIn", ProblemForm, filled=("found_on",))
ReviewIn = body_of("ReviewIn", OpenReviewForm)
AgreementIn = body_of("AgreementIn", AgreementForm)
LeaveIn = body_of("LeaveIn", LeaveForm)
ReceiveIn = body_of("ReceiveIn", ReceiveForm)


Operation = Callable[..., Any]


class PlanIn(Schema):
    """A template, the fixed days by milestone, what of it does not apply and why."""

    template: str = Field(title="计划模板", description="；".join(TEMPLATES))
    fixed: dict[str, date] = Field(title="固定日期", description="节点代码和不晚于哪一天")
    left_out: list[str] = Field([], title="不适用的节点")
    reason: str = Field("", title="不适用的理由")


def _post(address: str, tag: str, summary: str, name: str) -> "Callable[[Operation], Operation]":
    answers: dict[Any, Any] = {201: DoneOut, **UNDONE}
    made: Callable[[Operation], Operation] = routes.post(
        address, tags=[tag], response=answers, operation_id=name, summary=summary
    )
    return made


@_post("/projects", "项目", "登记项目", "register_project")
@opens("projects.register")
def register(request: TokenRequest, body: ProjectIn) -> Any:  # type: ignore[valid-type]
    """A new project of the token's owner's unit; like projects ask for a reason first."""
    unit, today = request.user.unit, timezone.localdate()
    form = RegisterForm(given(body), rules=rules_of(unit, today))
    reason = checked(form)["reason"]
    made = projects.register(form.form, by=request.user, unit=unit, today=today, reason=reason)
    return Status(201, done(made, "项目已登记。"))


@_post("/problems", "推进", "登记问题", "register_problem")
@opens("delivery.register")
def problem(request: TokenRequest, body: ProblemIn) -> Any:  # type: ignore[valid-type]
    """A problem of a project."""
    user, today = request.user, timezone.localdate()
    told = given_or_first(body, ProblemForm(user=user, today=today))
    values = checked(ProblemForm(told, user=user, today=today))
    made = problems.register(values.pop("project"), by=user, today=today, **values)
    return Status(201, done(made, "问题已登记。"))


@_post("/projects/{int:pk}/reviews", "评审与协议", "召开评审", "open_review")
@opens("agreements.open_review")
def open_review(request: TokenRequest, pk: int, body: ReviewIn) -> Any:  # type: ignore[valid-type]
    """A review of a project by the rules that hold today."""
    project = project_of(request.user, pk)
    values = checked(OpenReviewForm(given(body)))
    today = timezone.localdate()
    made = agreements.open_review(project, by=request.user, today=today, **values)
    return Status(201, done(made, "评审已召开。"))


@_post("/projects/{int:pk}/agreements", "评审与协议", "起草协议", "draft_agreement")
@opens("agreements.draft")
def draft(request: TokenRequest, pk: int, body: AgreementIn) -> Any:  # type: ignore[valid-type]
    """An agreement about a project."""
    project = project_of(request.user, pk)
    form = AgreementForm(given(body))
    form.fit(project.agreements.all())
    made = agreements.draft(project, by=request.user, values=checked(form))
    return Status(201, done(made, "协议已起草。"))


@_post("/projects/{int:pk}/plans", "计划", "编制倒排计划", "make_plan")
@opens("plans.make")
def make_plan(request: TokenRequest, pk: int, body: PlanIn) -> Any:
    """The first edition of a project's plan, counted back from its fixed days."""
    project, today = project_of(request.user, pk), timezone.localdate()
    if body.template not in TEMPLATES:
        raise Unfit({"body.template": [f"请从这些里选：{'、'.join(TEMPLATES)}。"]})
    template = template_of(project.unit, body.template, today)
    days = {f"fixed_{key}": day for key, day in body.fixed.items()}
    told = {**days, "left_out": body.left_out, "reason": body.reason}
    form = MakeForm(told, template=template)
    values = checked(form)
    made = plans.make(
        project,
        by=request.user,
        template=body.template,
        fixed=form.fixed,
        today=today,
        left_out=values["left_out"],
        reason=values["reason"],
    )
    return Status(201, done(made, "计划已编制。"))


@_post("/occupancies/{int:pk}/leave", "入驻", "登记退出", "leave_occupancy")
@opens("tenancy.leave")
def leave(request: TokenRequest, pk: int, body: LeaveIn) -> Any:  # type: ignore[valid-type]
    """On which day an occupancy ends, and why."""
    stay, values = _stay(request, pk), checked(LeaveForm(given(body)))
    today = timezone.localdate()
    made = tenancy.leave(stay, by=request.user, today=today, **values)
    return Status(201, done(made, "已登记退出。"))


@_post("/occupancies/{int:pk}/receive", "入驻", "登记租金到账", "receive_rent")
@opens("tenancy.receive")
def receive(request: TokenRequest, pk: int, body: ReceiveIn) -> Any:  # type: ignore[valid-type]
    """Rent that came in."""
    stay, values = _stay(request, pk), checked(ReceiveForm(given(body)))
    tenancy.receive(stay, by=request.user, today=timezone.localdate(), **values)
    return Status(201, done(stay, "租金已登记。"))


def _stay(request: TokenRequest, pk: int) -> Occupancy:
    rows = Occupancy.objects.visible_to(request.user)
    return get_object_or_404(rows.select_related("unit", "tenant", "parcel"), pk=pk)
