"""Addresses of the staff desk."""

from django.urls import path

from yinfeng.web.desks.staff import views

app_name = "staff"
urlpatterns = [
    path("", views.index, name="index"),
    path("units/add", views.add_unit, name="add-unit"),
    path("users/add", views.add_user, name="add-user"),
    path("users/<int:pk>/reset", views.reset_password, name="reset-password"),
    path("posts/give", views.give_post, name="give-post"),
    path("posts/<int:pk>/end", views.end_post, name="end-post"),
]
