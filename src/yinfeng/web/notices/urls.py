"""Addresses of notices."""

from django.urls import path

from yinfeng.web.notices import views

urlpatterns = [
    path("", views.index, name="notices"),
    path("count", views.count, name="notice-count"),
    path("read", views.read_all, name="read-notices"),
    path("wish", views.wish, name="wish-notices"),
    path("robots", views.add_robot, name="add-robot"),
    path("robots/<int:pk>/end", views.end_robot, name="end-robot"),
]
