"""Addresses of the desk of background work."""

from django.urls import path

from yinfeng.web.desks.jobs import views

app_name = "jobs"
urlpatterns = [
    path("", views.index, name="index"),
    path("<int:pk>/retry", views.retry, name="retry"),
]
