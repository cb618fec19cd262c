"""Plans are found by the name and number of their project and by the kind of plan."""

from django.db.models import QuerySet
from django.urls import reverse

from yinfeng.web.desks.plans.models import Plan
from yinfeng.web.search.findable import Card, Findable


def _card(plan: Plan) -> Card | None:
    if plan.is_removed:
        return None
    return Card(
        unit=plan.unit,
        title=f"{plan.project.name}的倒排计划",
        text=f"{plan.project.number}\n{plan.title}",
        names=(plan.project.name,),
        day=plan.ends,
    )


def _rows() -> "QuerySet[Plan]":
    return Plan.objects.filter(removed_at=None).select_related("unit", "project")


def _address(key: str) -> str:
    return reverse("plans:plan", args=[key])


FINDABLE = (Findable(Plan, "计划", "plans.read", _card, _rows, _address),)
