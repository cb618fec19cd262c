"""Addresses of projects."""

from django.urls import path

from yinfeng.web.desks.projects.listings import PROJECTS
from yinfeng.web.desks.projects.views import project
from yinfeng.web.lists.routes import routes

app_name = "projects"
urlpatterns = [
    *routes(PROJECTS),
    path("<int:pk>", project.project, name="project"),
]
