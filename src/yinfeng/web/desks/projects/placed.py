"""Projects lie on the map of land by their point."""

from django.db.models import QuerySet
from django.urls import reverse

from yinfeng.web.desks.land.placing import Placed
from yinfeng.web.desks.projects.models import Project


def _rows() -> "QuerySet[Project]":
    return Project.objects.filter(removed_at=None, lng__isnull=False, lat__isnull=False)


def _address(key: int) -> str:
    return reverse("projects:project", args=[key])


PLACED = (Placed("projects", "项目", Project, "projects.read", _rows, ("lng", "lat"), _address),)
