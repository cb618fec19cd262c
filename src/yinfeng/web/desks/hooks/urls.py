"""Addresses of the hooks."""

from django.urls import path

from yinfeng.web.desks.hooks import views

app_name = "hooks"
urlpatterns = [
    path("", views.index, name="index"),
    path("allow", views.allow, name="allow"),
    path("allowed/<int:pk>/forbid", views.forbid, name="forbid"),
    path("add", views.add, name="add"),
    path("<int:pk>", views.hook, name="hook"),
    path("<int:pk>/end", views.end, name="end"),
    path("deliveries/<int:pk>/again", views.send_again, name="send-again"),
]
