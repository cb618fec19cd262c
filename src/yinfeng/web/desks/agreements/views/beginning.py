"""A review is opened and an agreement begun from a project; the rules that hold."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from yinfeng.web.desks.agreements import actions
from yinfeng.web.desks.agreements.admission import Scope
from yinfeng.web.desks.agreements.forms import AgreementForm, OpenReviewForm
from yinfeng.web.desks.agreements.models import Agreement, AgreementRule, Draft
from yinfeng.web.desks.agreements.rules import clause_rules_of, reviewing_of
from yinfeng.web.desks.projects.models import Project
from yinfeng.web.shell.doors import DeskRequest, desk_view
from yinfeng.web.shell.refusals import Refused
from yinfeng.web.shell.rule_numbers import Numbers
from yinfeng.web.shell.rule_pages import rules_page


@require_http_methods(["GET", "POST"])
@desk_view("agreements.open_review")
def open_review(request: DeskRequest, pk: int) -> HttpResponse:
    """Open a review of a project."""
    project = _project(request, pk)
    form = OpenReviewForm(request.POST or None, label_suffix="")
    if request.method == "POST" and form.is_valid():
        try:
            review = actions.open_review(
                project, by=request.user, today=timezone.localdate(), **form.cleaned_data
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "评审已召开。请报送材料、邀请评委。")
            return redirect("agreements:review", review.pk)
    rules = reviewing_of(project.unit, timezone.localdate())
    context = {
        "project": project, "form": form, "rules": rules, "scope": Scope(project, rules),
    }  # fmt: skip
    status = 422 if form.errors else 200
    return render(request, "agreements/open_review.html", context, status=status)


@require_http_methods(["GET", "POST"])
@desk_view("agreements.draft")
def begin(request: DeskRequest, pk: int) -> HttpResponse:
    """Begin an agreement about a project."""
    project = _project(request, pk)
    first = {
        "title": f"{project.name}投资协议",
        "ours": str(project.unit),
        "theirs": project.investors,
        "amount": project.amount,
        "fixed": project.fixed,
        "kind": Agreement.Kind.BINDING,
    }
    form = AgreementForm(request.POST or None, initial=first, label_suffix="")
    form.fit(project.agreements.all())
    if request.method == "POST" and form.is_valid():
        try:
            agreement = actions.draft(project, by=request.user, values=form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "协议已起草。下一步：上传草案，审查条款。")
            return redirect("agreements:agreement", agreement.pk)
    context = {"project": project, "form": form}
    status = 422 if form.errors else 200
    return render(request, "agreements/begin.html", context, status=status)


@require_POST
@desk_view("agreements.screen")
def screen_again(request: DeskRequest, pk: int) -> HttpResponse:
    """Screen the latest draft of an agreement by the rules of today."""
    rows = Agreement.objects.visible_to(request.user)
    agreement = get_object_or_404(rows, pk=pk)
    draft = Draft.objects.filter(agreement=agreement).order_by("pk").last()
    try:
        if draft is None:
            raise Refused("还没有草案。")
        found = actions.screen_again(draft, by=request.user, today=timezone.localdate())
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        told = "已按现行规则重新审查。" if found else "规则没有变化，不用重新审查。"
        messages.success(request, told)
    return redirect("agreements:agreement", agreement.pk)


@require_http_methods(["GET", "POST"])
@desk_view("agreements.read")
def rules(request: DeskRequest) -> HttpResponse:
    """The rules of reviews and of the clause screen, and the office's own files over them."""
    unit, today = request.user.unit, timezone.localdate()
    clauses = clause_rules_of(unit, today)
    return rules_page(
        request,
        "agreements",
        AgreementRule,
        actions.set_rules,
        numbers=(Numbers("review"),),
        rules=reviewing_of(unit, today),
        clauses=clauses,
        standing=clauses.standing_on(today),
    )


def _project(request: DeskRequest, pk: int) -> Project:
    return get_object_or_404(Project.objects.visible_to(request.user).listed(), pk=pk)
