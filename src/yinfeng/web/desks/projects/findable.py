"""Projects are found by number, name, investors and what they are about."""

from django.db.models import QuerySet
from django.urls import reverse

from yinfeng.web.desks.projects.models import Project
from yinfeng.web.search.findable import Card, Findable


def _card(project: Project) -> Card | None:
    if project.is_removed:
        return None
    told = (project.content, project.amount, project.land, project.plant, project.site)
    return Card(
        unit=project.unit,
        title=str(project),
        text="\n".join(one for one in told if one),
        names=tuple(name for name in (project.name, project.investors) if name),
        day=project.stage_since,
    )


def _rows() -> "QuerySet[Project]":
    return Project.objects.filter(removed_at=None).select_related("unit")


def _address(key: str) -> str:
    return reverse("projects:project", args=[key])


FINDABLE = (Findable(Project, "项目", "projects.read", _card, _rows, _address),)
