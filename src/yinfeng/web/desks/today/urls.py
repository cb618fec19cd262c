"""Addresses of today."""

from django.urls import path

from yinfeng.web.desks.today import views

app_name = "today"
urlpatterns = [
    path("", views.index, name="index"),
    path("unregistered", views.unregistered, name="unregistered"),
]
