"""Addresses of backups and settings."""

from django.urls import path

from yinfeng.web.desks.system import views

app_name = "system"
urlpatterns = [
    path("", views.index, name="index"),
    path("settings", views.settings_in_force, name="settings"),
    path("backups/new", views.back_up, name="back-up"),
    path("backups/check", views.check, name="check"),
]
