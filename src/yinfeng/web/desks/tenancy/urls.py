"""Addresses of tenancy."""

from django.urls import path

from yinfeng.web.desks.tenancy.listings import OCCUPANCIES, TENANTS
from yinfeng.web.desks.tenancy.views import overviews, stays, tenants
from yinfeng.web.lists.routes import routes

app_name = "tenancy"
urlpatterns = [
    *routes(OCCUPANCIES),
    *routes(TENANTS, at="tenants/", name="tenants"),
    path("add", stays.add, name="add"),
    path("parks", overviews.parks, name="parks"),
    path("parks/<int:pk>", overviews.park, name="park"),
    path("ahead", overviews.ahead, name="ahead"),
    path("land", overviews.land, name="land"),
    path("rules", overviews.rules, name="rules"),
    path("<int:pk>", stays.occupancy, name="occupancy"),
    path("<int:pk>/edit", stays.edit, name="edit"),
    path("<int:pk>/leave", stays.leave, name="leave"),
    path("<int:pk>/receive", stays.receive, name="receive"),
    path("<int:pk>/remove", stays.remove, name="remove"),
    path("tenants/add", tenants.add, name="add-tenant"),
    path("tenants/<int:pk>", tenants.tenant, name="tenant"),
    path("tenants/<int:pk>/edit", tenants.edit, name="edit-tenant"),
    path("tenants/<int:pk>/remove", tenants.remove, name="remove-tenant"),
    path("tenants/<int:pk>/show-contact", tenants.show_contact, name="show-contact"),
]
