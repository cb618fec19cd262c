"""Addresses of plans."""

from django.urls import path

from yinfeng.web.desks.plans.forms import CHANGES
from yinfeng.web.desks.plans.listings import MILESTONES, PLANS
from yinfeng.web.desks.plans.views import milestone, overviews, plan
from yinfeng.web.lists.routes import routes

app_name = "plans"
urlpatterns = [
    *routes(PLANS),
    *routes(MILESTONES, at="milestones/", name="milestones"),
    path("drawn", overviews.drawn, name="portfolio"),
    path("month", overviews.month, name="month"),
    path("templates", overviews.templates, name="templates"),
    path("new/<int:pk>", overviews.make, name="make"),
    path("<int:pk>", plan.plan, name="plan"),
    path("<int:pk>/compare", plan.compare, name="compare"),
    path("<int:pk>/baseline", plan.set_baseline, name="baseline"),
    *(path(f"<int:pk>/{name}", plan.change(name), name=name) for name in CHANGES),
    *(path(f"<int:pk>/{name}/try", plan.attempt(name), name=f"{name}-try") for name in CHANGES),
    path("milestone/proofs/<int:pk>", milestone.proof, name="proof"),
    path("milestone/<int:pk>", milestone.milestone, name="milestone"),
    *(
        path(f"milestone/<int:pk>/{name}", milestone.doing(name), name=name)
        for name in milestone.DOINGS
    ),
]
