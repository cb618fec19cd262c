"""Addresses of the audit desk."""

from django.urls import path

from yinfeng.web.desks.audit import views
from yinfeng.web.desks.audit.listings import EVENTS
from yinfeng.web.lists.routes import routes

app_name = "audit"
urlpatterns = [
    *routes(EVENTS),
    path("events/<int:pk>", views.event, name="event"),
    path("verify", views.verify, name="verify"),
    path("incidents", views.incidents, name="incidents"),
]
