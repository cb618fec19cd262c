"""Addresses of projects."""

from django.urls import path

from yinfeng.web.desks.projects.doings import DOINGS
from yinfeng.web.desks.projects.listings import PROJECTS
from yinfeng.web.desks.projects.views import overviews, project, registering
from yinfeng.web.lists.routes import routes

app_name = "projects"
urlpatterns = [
    *routes(PROJECTS),
    path("new", registering.register, name="register"),
    path("board", overviews.board, name="board"),
    path("map", overviews.map_, name="map"),
    path("told", overviews.told, name="told"),
    path("rules", overviews.rules, name="rules"),
    path("proposals", registering.proposed, name="proposals"),
    path("proposals/adopt-accepted", registering.adopt_accepted, name="adopt-accepted"),
    path("proposals/take-over", registering.take_over, name="take-over"),
    path("proposals/<keys:facts>", registering.adopt, name="adopt"),
    path("<int:pk>", project.project, name="project"),
    path("<int:pk>/remove", project.remove, name="remove"),
    *(path(f"<int:pk>/{name}", project.doing(name), name=name) for name in DOINGS),
]
