"""The doings of the desks, with the form that each of them asks for."""

from collections.abc import Callable, Mapping
from typing import Any

from django.shortcuts import get_object_or_404
from django.utils import timezone

from yinfeng.web.api.doings import ON_PLOTS, PLAN_DOINGS, of_party
from yinfeng.web.api.things import Things, offer
from yinfeng.web.desks.agreements.doings import OF_AGREEMENTS, OF_REVIEWS
from yinfeng.web.desks.agreements.models import AdmissionReview, Agreement
from yinfeng.web.desks.agreements.views.offering import form_of as agreement_form
from yinfeng.web.desks.agreements.views.offering import people_of
from yinfeng.web.desks.delivery.doings import DOINGS as DELIVERY
from yinfeng.web.desks.delivery.pages import KINDS
from yinfeng.web.desks.leads.doings import DOINGS as LEADS
from yinfeng.web.desks.leads.forms import LeadForm
from yinfeng.web.desks.leads.models import Lead
from yinfeng.web.desks.leads.rules import rules_of as lead_rules
from yinfeng.web.desks.plans.forms import BaselineForm
from yinfeng.web.desks.plans.models import Milestone, Plan
from yinfeng.web.desks.plans.outlooks import standing
from yinfeng.web.desks.plans.views.milestone import DOINGS as MILESTONES
from yinfeng.web.desks.projects.doings import DOINGS as PROJECTS
from yinfeng.web.desks.projects.models import Project
from yinfeng.web.desks.projects.rules import rules_of as project_rules
from yinfeng.web.desks.renewal.forms import SignForm, TenantSignForm
from yinfeng.web.desks.renewal.models import Lessee, Owner, Plot
from yinfeng.web.lists.records import Record
from yinfeng.web.people.may import in_scope
from yinfeng.web.people.models import User

# Where the things of delivery stand for programs.
_PLACES = {
    "problem": "problems",
    "month": "months",
    "permit": "permits",
    "photo": "photos",
    "delay": "delays",
    "light": "lights",
    "call": "calls",
    "meeting": "meetings",
    "task": "tasks",
}
# Beside the gates that a project reports stand its months; they need a name of their own.
_OF_PROJECTS = {
    "report": "report-month",
    "plan-year": "plan-year",
    "filing": "file-statistics",
    "permits": "list-permits",
    "photo": "add-photo",
    "excuse": "excuse-delay",
}
_PEOPLE = {"hand-over": "leads.tell", "dispatch": "leads.answer"}


def lead_of(user: User, pk: int) -> Lead:
    """The lead in the person's scope, or 404."""
    seen = Lead.objects.visible_to(user).filter(removed_at=None)
    return get_object_or_404(seen.select_related("unit", "owner"), pk=pk)


def project_of(user: User, pk: int, right: str = "projects.read") -> Project:
    """The project where the person has that right, or 404."""
    seen = Project.objects.standing().filter(in_scope(user, right))
    return get_object_or_404(seen.select_related("unit", "first_unit", "parent"), pk=pk)


def plan_of(user: User, pk: int) -> Plan:
    """The plan in the person's scope, or 404."""
    return get_object_or_404(
        Plan.objects.visible_to(user).select_related("project__unit", "unit"), pk=pk
    )


def agreement_of(user: User, pk: int) -> Agreement:
    """The agreement in the person's scope, or 404."""
    rows = Agreement.objects.visible_to(user)
    return get_object_or_404(rows.select_related("unit", "project__unit"), pk=pk)


def review_of(user: User, pk: int) -> AdmissionReview:
    """The review in the person's scope, or 404."""
    rows = AdmissionReview.objects.visible_to(user)
    return get_object_or_404(rows.select_related("unit", "project__unit"), pk=pk)


def _milestone_of(user: User, pk: int) -> Milestone:
    rows = Milestone.objects.visible_to(user)
    return get_object_or_404(rows.select_related("project", "unit", "plan__unit"), pk=pk)


def _delivery_of(key: str) -> Any:
    kind = KINDS[key]

    def found(user: User, pk: int) -> Any:
        manager: Any = kind.model._default_manager
        rows = manager.filter(in_scope(user, "delivery.read", kind.unit))
        if issubclass(kind.model, Record):
            rows = rows.filter(removed_at=None)
        return get_object_or_404(rows.select_related(*kind.related), pk=pk)

    return found


def _renewal_of(model: Any) -> Callable[[User, int], Any]:
    def found(user: User, pk: int) -> Any:
        rows = model.objects.visible_to(user).select_related("unit", "block")
        return get_object_or_404(rows, pk=pk)

    return found


def _plain_form(_: str, what: Any, __: Any, ___: User, data: Any = None, *_files: Any) -> Any:
    return what.form(data)


def _lead_form(name: str, what: Any, lead: Lead, _: User, data: Any = None, *_files: Any) -> Any:
    if not issubclass(what.form, LeadForm):
        return what.form(data)
    people = people_of(lead.unit, _PEOPLE[name]) if name in _PEOPLE else ()
    rules = lead_rules(lead.unit, timezone.localdate())
    return what.form(data, lead=lead, rules=rules, people=people)


def _project_form(_: str, what: Any, project: Project, user: User, *sent: Any) -> Any:
    rules = project_rules(project.unit, timezone.localdate())
    return what.form(*sent, project=project, rules=rules, user=user)


def _plan_form(name: str, what: Any, plan: Plan, _: User, data: Any = None, *_files: Any) -> Any:
    if name == "baseline":
        return BaselineForm(data, plan=plan, editions=list(plan.editions.all()))
    rows = standing(plan, timezone.localdate()).rows
    return what.form(data, plan=plan, rows=rows)


def _plan_values(form: Any) -> Mapping[str, Any]:
    if isinstance(form, BaselineForm):
        return form.cleaned_data
    given = form.cleaned_data
    return {"change": form.change, "reason": given["reason"], "version": given["version"]}


def _delivery_form(name: str, what: Any, thing: Any, user: User, *sent: Any) -> Any:
    return what.form(*sent, thing=thing, user=user, today=timezone.localdate(), ids=f"{name}_%s")


def _milestone_form(_: str, what: Any, row: Milestone, __: User, *sent: Any) -> Any:
    return what.form(*sent, row=row, ids="%s")


def _cleaned(form: Any) -> Mapping[str, Any]:
    cleaned: Mapping[str, Any] = form.cleaned_data
    return cleaned


def _values(form: Any) -> Mapping[str, Any]:
    values: Mapping[str, Any] = getattr(form, "values", form.cleaned_data)
    return values


# The sheet of a judge asks by the office's own items, so it is filled in on the page; the terms of
# an enclave likewise.
THINGS = (
    Things(
        key="leads",
        tag="线索",
        found=lead_of,
        doings=LEADS,
        bind=_lead_form,
        values=_values,
        but=frozenset({"tell", "correct", "lose"}),
    ),
    Things(
        key="projects",
        tag="项目",
        found=project_of,
        doings=PROJECTS,
        bind=_project_form,
        values=_values,
        but=frozenset({"enclave"}),
    ),
    Things(
        key="projects",
        tag="推进",
        found=lambda user, pk: project_of(user, pk, "delivery.read"),
        doings={_OF_PROJECTS[one.key]: one for one in DELIVERY["project"]},
        bind=_delivery_form,
        values=_values,
    ),
    Things(
        key="plans", tag="计划", found=plan_of, doings=PLAN_DOINGS, bind=_plan_form,
        values=_plan_values,
    ),
    Things(
        key="milestones", tag="计划", found=_milestone_of, doings=MILESTONES,
        bind=_milestone_form, values=_values,
    ),
    Things(
        key="agreements", tag="评审与协议", found=agreement_of, doings=OF_AGREEMENTS,
        bind=agreement_form, values=_cleaned,
    ),
    Things(
        key="reviews",
        tag="评审与协议",
        found=review_of,
        doings=OF_REVIEWS,
        bind=agreement_form,
        values=_cleaned,
        but=frozenset({"score"}),
    ),
    *(
        Things(
            key=f"renewal-{key}", tag="更新", found=_renewal_of(model), doings=doings,
            bind=_plain_form, values=_cleaned,
        )
        for key, model, doings in (
            ("owners", Owner, of_party(SignForm)),
            ("lessees", Lessee, of_party(TenantSignForm)),
            ("plots", Plot, ON_PLOTS),
        )
    ),
    *(
        Things(
            key=place,
            tag="推进",
            found=_delivery_of(key),
            doings={one.key: one for one in DELIVERY[key]},
            bind=_delivery_form,
            values=_values,
        )
        for key, place in _PLACES.items()
    ),
)  # fmt: skip
for _things in THINGS:
    offer(_things)
