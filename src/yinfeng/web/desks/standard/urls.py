"""Addresses of standard land."""

from django.urls import path

from yinfeng.web.desks.standard.doings import DOINGS
from yinfeng.web.desks.standard.listings import CHECKS, COMMITMENTS, PLOTS
from yinfeng.web.desks.standard.views import checks, commitments, plots
from yinfeng.web.lists.routes import routes

app_name = "standard"
urlpatterns = [
    *routes(PLOTS),
    *routes(COMMITMENTS, at="commitments/", name="commitments"),
    *routes(CHECKS, at="checks/", name="checks"),
    path("add", plots.add, name="add"),
    path("rules", checks.rules, name="rules"),
    path("<int:pk>", plots.plot, name="plot"),
    path("<int:pk>/edit", plots.edit, name="edit"),
    path("<int:pk>/set", plots.set_indicators, name="set"),
    path("<int:pk>/commit", commitments.commit, name="commit"),
    path("<int:pk>/give-back", plots.give_back, name="give-back"),
    path("<int:pk>/remove", plots.remove, name="remove"),
    path("commitments/<int:pk>", commitments.commitment, name="commitment"),
    path("commitments/<int:pk>/amend", commitments.amend, name="amend"),
    path("commitments/<int:pk>/remove", commitments.remove, name="remove-commitment"),
    path("checks/<int:pk>", checks.check, name="check"),
    *(path(f"checks/<int:pk>/{name}", checks.doing(name), name=name) for name in DOINGS),
]
