"""The page of one project."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from yinfeng.web.desks.projects.models import Project
from yinfeng.web.desks.projects.panels import shown_on
from yinfeng.web.shell.doors import DeskRequest, desk_view


@require_GET
@desk_view("projects.read")
def project(request: DeskRequest, pk: int) -> HttpResponse:
    """One project with what every room shows of it."""
    found = get_object_or_404(Project.objects.visible_to(request.user).listed(), pk=pk)
    context = {"project": found, "panels": list(shown_on(found, request, None))}
    return render(request, "projects/project.html", context)
