"""Addresses of siting."""

from django.urls import path

from yinfeng.web.desks.siting.listings import NEEDS
from yinfeng.web.desks.siting.views import needs, runs
from yinfeng.web.lists.routes import routes

app_name = "siting"
urlpatterns = [
    *routes(NEEDS),
    path("of/<int:project>/add", needs.add, name="add"),
    path("terms", needs.terms, name="terms"),
    path("terms/park/<int:pk>", needs.park_terms, name="park-terms"),
    path("terms/parcel/<int:pk>", needs.parcel_terms, name="parcel-terms"),
    path("runs", runs.runs, name="runs"),
    path("runs/ask", runs.ask, name="ask"),
    path("runs/<int:pk>", runs.run, name="run"),
    path("runs/<int:pk>/adopt", runs.adopt, name="adopt"),
    path("runs/<int:pk>/with/<int:other>", runs.compare, name="compare"),
    path("rules", runs.rules, name="rules"),
    path("promises/<int:pk>/release", needs.release, name="release"),
    path("<int:pk>", needs.need, name="need"),
    path("<int:pk>/edit", needs.edit, name="edit"),
    path("<int:pk>/remove", needs.remove, name="remove"),
    path("<int:pk>/promise", needs.promise, name="promise"),
]
