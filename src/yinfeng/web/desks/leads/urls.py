"""Addresses of leads."""

from django.urls import path

from yinfeng.web.desks.leads import views

app_name = "leads"
urlpatterns = [
    path("", views.index, name="index"),
]
