"""Addresses of search."""

from django.urls import path

from yinfeng.web.search import views

app_name = "search"
urlpatterns = [
    path("", views.index, name="index"),
    path("firm", views.firm, name="firm"),
]
